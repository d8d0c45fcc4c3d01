"""PO text as messages: polib reads the strings, this module keeps the text around them.

polib drops or alters much of what other tools write (previous sources of obsolete messages,
comments without a space, comments at the end, the order of header fields), so every message
keeps its lines, and polib gets what it can read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import polib

from l10n.catalogs.message import Message
from l10n.errors import InputError

_OPENING = ['msgctxt "l10n"', 'msgid "opening"', 'msgstr ""']
"""A message before the first one: else polib takes the first one's comments for a header."""
_COMMENT = re.compile(r"#(?![.:,|~=])")
_SOURCE = re.compile(r"(#~\s*)?msgid[\s\"]")
_TARGET = re.compile(r"(#~\s*)?msgstr[\s\[\"]")
_STARTS = re.compile(r"#|msgid\s|msgctxt\s")
_CONTINUES = re.compile(r"#~\s*(\"|msgstr|msgid_plural)")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
_STRING = re.compile(r'\s*(#~?\|?\s*)?(msg(id|str|ctxt|id_plural)\b|")')
_CLOSED = re.compile(r'(?<!\\)(\\\\)*"\s*$')
_COMMENTED = re.compile(r'\n#[^\n]*"\n"')
"""A comment before a string: polib has to see that it goes on nowhere."""
_ODD_ESCAPE = re.compile(r'(?<!\\)(?:\\\\)*(\\[^\\"nrtvbfa])')
_BELL = re.compile(r"(?<!\\)((?:\\\\)*)\\a")
_POLIB_PLACE = re.compile(r"\(line (\d+)\)(?:: (.*))?")
_NOT_PO = "make it a gettext PO file again, or restore it from version control"


class _Lines(str):
    """Text that polib splits at line feeds alone.

    polib splits a string at every character that Unicode calls a line end, which breaks strings
    with U+0085 or U+2028 in them.
    """

    __slots__ = ()

    def splitlines(self, _keepends: bool = False) -> list[str]:
        """The lines, without their ends."""
        return super().split("\n")


class _Entries(polib.POFile):
    """polib's list of entries, from which it does not take the header out."""

    def find(self, *_: Any, **__: Any) -> None:
        """Nothing: the header is an entry like the others."""


def parse(text: str, path: Path) -> tuple[list[Message], str]:
    """The messages of PO text with line feeds, the header among them, and what follows the last.

    Raises `InputError` with the line where the text is no PO file.
    """
    lines = text.split("\n")
    _refuse_broken_lines(lines, path)
    blocks, rest = _blocks(lines)
    entries = _entries(lines, path)
    if len(blocks) != len(entries):
        # Mostly, a message at the end that is not whole.
        last = next((n for n, line in enumerate(lines, 1) if n > rest and line.strip()), 1)
        raise InputError("not a valid PO file", file=path, line=last, remedy=_NOT_PO)
    messages = [
        _message(entry, lines[start:end], start)
        for entry, (start, end) in zip(entries, blocks, strict=True)
    ]
    return messages, "\n".join(lines[rest:]).strip("\n")


def _refuse_broken_lines(lines: Sequence[str], path: Path) -> None:
    """What polib would read without a word: conflict markers, open strings, odd escapes."""
    for number, line in enumerate(lines, 1):
        if line[-1:] == '"' and "\\" not in line and line[0] in 'm"':
            continue  # as nearly all are
        if _CONFLICT.match(line):
            raise InputError(
                "an unresolved merge conflict",
                file=path,
                line=number,
                remedy="choose between the two sides and remove the conflict markers",
            )
        if not _STRING.match(line):
            continue
        if not _CLOSED.search(line):
            told = "not a valid PO file: a string is not closed"
            raise InputError(told, file=path, line=number, remedy=_NOT_PO)
        if odd := _ODD_ESCAPE.search(line):
            told = f"not a valid PO file: {odd[1]} in a string means nothing"
            remedy = "write the character itself, and a backslash as two"
            raise InputError(told, file=path, line=number, remedy=remedy)


def _blocks(lines: Sequence[str]) -> tuple[list[tuple[int, int]], int]:
    """Where each message stands (from, to), and where what follows the last one begins."""
    blocks = []
    start = end = 0
    complete = False
    for number, line in enumerate(lines):
        stripped = line.strip()
        if complete and _STARTS.match(stripped) and not _CONTINUES.match(stripped):
            blocks.append((start, end))
            start, complete = number, False
        if not complete and "msgstr" in stripped:
            complete = _TARGET.match(stripped) is not None
        if stripped and complete:
            end = number + 1
    if complete:
        blocks.append((start, end))
        start = end
    return blocks, start


def _entries(lines: Sequence[str], path: Path) -> list[polib.POEntry]:
    """The lines as polib reads them."""
    known = (_readable(line) if line[:1] == "#" else line for line in lines)
    readable = "\n".join([*_OPENING, *known])
    if "\\a" in readable:  # the one escape of gettext's that polib does not know
        readable = "\n".join(
            line if line[:1] == "#" else _BELL.sub(lambda hit: hit[1] + "\a", line)
            for line in readable.split("\n")
        )
    quick = readable if _COMMENTED.search(readable) else readable.replace('"\n"', "")
    with suppress(OSError, ValueError, IndexError):
        return _polib(quick)
    try:
        return _polib(readable)
    except (OSError, ValueError, IndexError) as error:
        place = _POLIB_PLACE.search(str(error))
        number = int(place[1]) - len(_OPENING) if place else None
        reason = f": {place[2]}" if place and place[2] else ""
        raise InputError(
            f"not a valid PO file{reason}", file=path, line=number, remedy=_NOT_PO
        ) from error


def _polib(readable: str) -> list[polib.POEntry]:
    """What `polib.pofile` gives; its parser refers to itself, and would stay until collected."""
    parser: Any = polib._POFileParser(_Lines(readable), encoding="utf-8", klass=_Entries)
    try:
        return list(parser.parse()[1:])
    finally:
        parser.transitions.clear()


def _readable(line: str) -> str:
    """A comment as polib can read it; translators' ones are taken from the text instead."""
    if line.startswith("#~|"):
        return "#|" + line[3:]
    return "" if line.startswith("#=") or _COMMENT.match(line) else line


def _message(entry: polib.POEntry, block: Sequence[str], start: int) -> Message:
    """A message from polib's entry and the lines it stands on."""
    return Message(
        source=entry.msgid,
        target=entry.msgstr,
        context=entry.msgctxt,
        comments=[line for line in block if line[:1] == "#" and _COMMENT.match(line)],
        notes=entry.comment.split("\n") if entry.comment else [],
        references=entry.occurrences,
        flags=entry.flags,
        previous_context=entry.previous_msgctxt,
        previous_source=entry.previous_msgid,
        obsolete=bool(entry.obsolete),
        plural=bool(entry.msgid_plural or entry.msgstr_plural),
        text="\n".join(block),
        line=start + source_line(block) + 1,
    )


def source_line(block: Sequence[str]) -> int:
    """On which line of a message's lines (from 0) its `msgid` stands."""
    return next(
        number
        for number, line in enumerate(block)
        if "msgid" in line and _SOURCE.match(line.strip())
    )
