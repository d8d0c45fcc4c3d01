"""Copied text as lines, each with the kind that its own wording gives it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from itertools import pairwise

from l10n.importers import wordings
from l10n.importers.credits import split_credit
from l10n.importers.datelines import Dateline, dateline
from l10n.importers.inline import clean


class Kind(enum.Enum):
    """What a line is, as far as it tells by itself."""

    PROSE = "prose"
    """A paragraph: long, or a whole sentence."""
    SHORT = "short"
    """Headline, subheading, name, menu entry…"""
    ITEM = "item"
    """Begins with a list sign."""
    IMAGE = "image"
    """The file name of a picture."""
    CAPTION = "caption"
    """Ends in a credit, or is one."""
    DATE = "date"
    WIDGET = "widget"
    READ_MORE = "read more"
    RELATED = "related"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the copied text, on one line."""

    text: str
    kind: Kind
    gap: bool
    """Whether an empty line stands before it."""
    date: Dateline | None = None

    @property
    def words(self) -> int:
        """Syllables, as Vietnamese counts them."""
        return len(self.text.split())


_IMAGE = re.compile(
    r"[^\n\"<>|]{1,200}\.(?:jpe?g|png|webp|gif|avif|bmp|svg|tiff?|heic)", re.IGNORECASE
)
_ITEM = re.compile(r"[-+*•·▪◦–—]\s+\S")
_SENTENCE_END = re.compile(r"[.…][\"”’»)\]]*$|[!?:;,]$|[!?][\"”’»)\]]+$")
_STOP = re.compile(r"[.!?…][\"”’»)\]]*$")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]+[”\"»][.,]?")
_PROSE_WORDS = 9
_LONG_WORDS = 40
_WRAPPED = (40, 130)
"""Shortest and longest line, in characters, that can come from wrapping at a fixed width."""


def lines_of(text: str, language: str) -> list[Line]:
    """The lines of `text` that hold anything, cleaned, wrapped ones joined, each classified."""
    result: list[Line] = []
    for block in re.split(r"\n(?:\s*\n)+", clean(text)):
        rows = [row.strip() for row in block.split("\n") if row.strip()]
        for number, row in enumerate(_unwrap(rows)):
            result.append(_line(row, number == 0, language))
    return result


def has_stop(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return _STOP.search(text) is not None


def is_quotation(text: str) -> bool:
    """Whether `text` stands in quotation marks as a whole."""
    return _QUOTED.fullmatch(text) is not None


def _line(text: str, gap: bool, language: str) -> Line:
    date = dateline(text, language)
    if date is not None:
        return Line(text, Kind.DATE, gap, date)
    return Line(text, _kind(text), gap)


def _kind(text: str) -> Kind:
    if (
        _IMAGE.fullmatch(text)
        and (" " not in text or len(text) < 90)
        and not _STOP.search(text[:-5])
    ):
        return Kind.IMAGE
    for told, kind in (
        (wordings.is_read_more, Kind.READ_MORE),
        (wordings.ends_article, Kind.END),
        (wordings.heads_related, Kind.RELATED),
        (wordings.is_widget, Kind.WIDGET),
    ):
        if told(text):
            return kind
    if split_credit(text) is not None:
        return Kind.CAPTION
    if _ITEM.match(text):
        return Kind.ITEM
    return Kind.PROSE if _is_prose(text) else Kind.SHORT


def _is_prose(text: str) -> bool:
    """Long, or with the final stop that headlines lack.

    A question, an exclamation or a quotation can be a headline too, so they have to be longer.
    """
    words = len(text.split())
    if words >= _LONG_WORDS:
        return True
    if words < _PROSE_WORDS or not _SENTENCE_END.search(text):
        return False
    headline_like = text.endswith(("?", "!")) or is_quotation(text)
    return words >= 22 or not headline_like or len(re.findall(r"[.!?…]\s", text)) > 0


def _unwrap(rows: list[str]) -> list[str]:
    """Joins rows that were one paragraph before something wrapped it at a fixed width."""
    filled = _is_filled(rows)
    joined: list[str] = []
    previous = ""
    for row in rows:
        if previous and _continues(previous, row, filled):
            joined[-1] = f"{joined[-1]} {row}"
        else:
            joined.append(row)
        previous = row
    return joined


def _is_filled(rows: list[str]) -> bool:
    """Whether every row but the last was filled up: the next row's first word had no room."""
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 3 or not _WRAPPED[0] <= width <= _WRAPPED[1]:
        return False
    return all(len(row) + 1 + len(after.split()[0]) > width for row, after in pairwise(rows))


def _continues(before: str, row: str, filled: bool) -> bool:
    """Whether `row` goes on with the paragraph that `before` breaks off."""
    if _ITEM.match(row) or _IMAGE.fullmatch(before) or _IMAGE.fullmatch(row):
        return False
    if filled:
        return True
    broken = len(before) >= _WRAPPED[0] and not _SENTENCE_END.search(before.rstrip(","))
    return broken and row[0].islower()
