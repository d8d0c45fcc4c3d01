"""A string as the lines of a PO file: escaped, and wrapped where gettext's tools wrap it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from l10n.catalogs.linebreaks import line_class, may_break, may_break_across_space

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\v": "\\v",
    }
)
_PORTION = re.compile(r"[^\n]*\n|[^\n]+")
_TOKEN = re.compile(r"[^ ]* +|[^ ]+")
_PLAIN = re.compile("[^\\W_\\u1100-\\u11ff\\u2000-\\U0010ffff]+[,.;:]? *")
_ALL_PLAIN = re.compile(
    r"(?:[^\W_\u0300-\u036f\u0483-\u1dff\u2000-\U0010ffff]++[,.;:]?+ )*+"
    r"[^\W_\u0300-\u036f\u0483-\u1dff\u2000-\U0010ffff]++[,.;:]?+"
)
"""Words of one column a letter, with one space between them."""
_NOT_ONE_COLUMN = re.compile(
    "[\\u00ad\\u0300-\\u036f\\u0483-\\u1dff\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u20ff"
    "\\u2300-\\uffff\\U00010000-\\U0010ffff]"
)


def wrapped(text: str, width: int, start: int) -> list[str]:
    """The escaped lines of `text`, each at most `width` columns where it can be broken.

    The first line begins in column `start`, after the keyword; where all of `text` does not
    fit there, the first item is "" and the text begins on the next line.
    """
    portions = _PORTION.findall(text)
    if not portions:
        return [""]
    if len(portions) == 1:
        lines = _filled(portions[0], width, start)
        if len(lines) == 1:
            return lines
    return ["", *(line for portion in portions for line in _filled(portion, width, 0))]


def _filled(portion: str, width: int, start: int) -> list[str]:
    """`portion` escaped, on as few lines as possible; the first one begins in column `start`."""
    end = "\\n" if portion.endswith("\n") else ""
    text = portion.removesuffix("\n")
    if not text.isprintable() or '"' in text or "\\" in text:
        text = text.translate(_ESCAPES)
    one_column = not _NOT_ONE_COLUMN.search(text)
    if one_column and start + len(text) + len(end) <= width:
        return [text + end]
    if not end and _ALL_PLAIN.fullmatch(text):
        return _filled_plain(text, width, start)
    *pieces, last = _pieces(text)
    lines = []
    line = ""
    column = start
    for piece in (*pieces, last + end):
        size = len(piece) if one_column else _columns(piece)
        if line and column + size > width:
            lines.append(line)
            line, column = "", 0
        line += piece
        column += size
    return [*lines, line]


def _filled_plain(text: str, width: int, start: int) -> list[str]:
    """As `_filled`, where a line can end after every space and nowhere else."""
    lines = []
    begin, room = 0, width - start
    while len(text) - begin > room:
        cut = text.rfind(" ", begin, begin + max(room, 0)) + 1 or text.find(" ", begin) + 1
        if not cut:
            break
        lines.append(text[begin:cut])
        begin, room = cut, width
    return [*lines, text[begin:]]


def _columns(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    return sum(_column(character) for character in text)


@lru_cache(maxsize=4096)
def _column(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(portion: str) -> Iterator[str]:
    """The stretches of escaped text that no line break may divide, with the spaces after them."""
    piece = ""
    last = "AL"
    for token in _TOKEN.findall(portion):
        parts, first, next_last = _parts(token)
        if piece and not may_break_across_space(last, first):
            parts = (piece + parts[0], *parts[1:])
        elif piece:
            yield piece
        yield from parts[:-1]
        piece, last = parts[-1], next_last
    yield piece


@lru_cache(maxsize=8192)
def _parts(token: str) -> tuple[tuple[str, ...], str, str]:
    """A word in its unbreakable parts, and the classes of its first and last character."""
    word = token.rstrip(" ") or "\ufeff"
    first = _class_at(word, 0, "AL")
    last = _class_at(word, len(word) - 1, first)
    if _PLAIN.fullmatch(token):
        return (token,), first, last
    parts = []
    begin = 0
    last = first
    escaped = word[0] == "\\"
    for position in range(1, len(word)):
        now = _class_at(word, position, last)
        if not escaped and may_break(last, now):
            parts.append(word[begin:position])
            begin = position
        escaped = word[position] == "\\" and not escaped
        last = now
    return (*parts, token[begin:]), first, last


def _class_at(word: str, position: int, before: str) -> str:
    """The class of one character; a combining mark has that of its base, which is `before`."""
    named = line_class(word[position])
    return before if named == "CM" else named
