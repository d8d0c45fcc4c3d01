"""SRX's regular expressions, which are ICU's, as patterns of the package `regex`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import regex

if TYPE_CHECKING:
    Pattern: TypeAlias = regex.Pattern[str]
else:
    Pattern = regex.Pattern

_ESCAPES = {
    "h": r"[\t\p{Zs}]",
    "H": r"[^\t\p{Zs}]",
    "v": r"[\n\x0b\f\r\x85\u2028\u2029]",
    "V": r"[^\n\x0b\f\r\x85\u2028\u2029]",
    "e": r"\x1b",
    "z": r"\Z",
    "Z": r"(?=\n?\Z)",
}
"""Escapes that mean something else, or nothing, to `regex`."""

_HEX = regex.compile(r"\\x\{0*([0-9A-Fa-f]{1,6})\}")
_NAMED = regex.compile(r"\\[pPN]\{[^{}]{1,80}\}")
_QUOTED = regex.compile(r"\\Q(.*?)(?:\\E|\Z)", regex.DOTALL)
_QUANTIFIER = regex.compile(r"\{\d+(?:,\d*)?\}")


class PatternError(ValueError):
    """A regular expression that cannot be used; says why."""


def compile_icu(source: str) -> Pattern:
    """`source` compiled; raises PatternError where it is wrong or uses what is not supported."""
    try:
        return regex.compile(translate(source), regex.VERSION1)
    except (regex.error, ValueError, KeyError, OverflowError, RecursionError) as error:
        raise PatternError(str(error)) from error


def translate(source: str) -> str:
    r"""`source` in the syntax of `regex`: `\Q…\E`, `\x{…}`, `\h`, `[a-z-[x]]`, `[a&[b]]`."""
    source = _QUOTED.sub(lambda m: regex.escape(m[1]), source)
    out: list[str] = []
    depth = at = 0
    while at < len(source):
        piece, depth = _piece(source, at, depth)
        out.append(piece[1])
        at += len(piece[0])
    return "".join(out)


def _piece(source: str, at: int, depth: int) -> tuple[tuple[str, str], int]:
    """What stands at `at`, its translation, and the depth of nested sets after it."""
    char = source[at]
    if char == "\\":
        return _escape(source, at), depth
    if depth:
        return _in_set(source, at, depth)
    if char == "[":
        return _open_set(source, at), 1
    if char == "{" and not _QUANTIFIER.match(source, at):
        raise PatternError(f"'{{' at position {at} must be written as '\\{{'")
    return (char, char), 0


def _escape(source: str, at: int) -> tuple[str, str]:
    found = _HEX.match(source, at)
    if found:
        return found[0], f"\\U{int(found[1], 16):08x}"
    named = _NAMED.match(source, at)
    if named:
        return named[0], named[0]
    pair = source[at : at + 2]
    return pair, _ESCAPES.get(pair[1:], pair)


def _open_set(source: str, at: int) -> tuple[str, str]:
    """An opening bracket with what may stand right after it without ending the set."""
    start = "[^" if source.startswith("[^", at) else "["
    if source.startswith("]", at + len(start)):
        return start + "]", start + r"\]"
    return start, start


def _in_set(source: str, at: int, depth: int) -> tuple[tuple[str, str], int]:
    char = source[at]
    if source.startswith("[:", at):
        end = source.find(":]", at) + 2
        if end > 1:
            return (source[at:end], source[at:end]), depth
    if char == "[":
        return _open_set(source, at), depth + 1
    if char == "]":
        return (char, char), depth - 1
    if char in "-&" and source.startswith("[", at + 1) and source[at - 1] != char:
        return (char, char * 2), depth
    return (char, "\\" + char if char in "|~" else char), depth
