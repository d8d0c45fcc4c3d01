"""Where a block stands in its file."""

from __future__ import annotations

import enum
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from l10n.model import Span


class Run(NamedTuple):
    """A stretch that is the same in the block's text and in the file."""

    start: int
    """Offset in the block's text."""
    offset: int
    """Offset in the file's text."""
    length: int


Runs: TypeAlias = tuple[Run, ...]
"""The lines of a block, in order; between two of them the text has one character (a space
for a soft line break, a newline for a hard one), the file a line end and a prefix."""


class Reference(NamedTuple):
    """The end of `![text]` or `![text][]`; with another text it has to name its definition."""

    start: int
    """Offset in the file's text of the closing bracket."""
    end: int
    label: str
    """What stands in the definition."""


class Kind(enum.Enum):
    """What a target has to be encoded for."""

    TEXT = "text"
    """A paragraph or a setext heading: lines that a hard break may divide."""
    ATX = "atx"
    """A heading after `#`, on one line."""
    ALT = "alt"
    """The text of an image, between brackets."""
    TITLE = "title"
    """The title of an image or a definition, between quotes."""
    CELL = "cell"
    """A cell of a table, between bars."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the body that holds translatable text."""

    role: str
    """As in `Block.role`."""
    kind: Kind
    runs: Runs
    """Never empty."""
    indent: str = ""
    """What a further line of the block begins with, e.g. `> ` in a quotation."""
    quote: str = ""
    """The mark that closes a title: `"`, `'` or `)`."""
    reference: Reference | None = None
    """Set where the text of an image is also the name of its definition."""

    @property
    def start(self) -> int:
        """Offset in the file's text at which the block begins."""
        return self.runs[0].offset

    def span(self, start: int, end: int) -> Span:
        """See `locate`."""
        return locate(self.runs, start, end)

    def begins_line(self, offset: int) -> bool:
        """Whether a line of the block begins at this offset of the file."""
        return any(run.offset == offset for run in self.runs)

    def ends_line(self, offset: int) -> bool:
        """Whether a line of the block ends at this offset of the file."""
        return any(run.offset + run.length == offset for run in self.runs)


def locate(runs: Runs, start: int, end: int) -> Span:
    """The stretch of the file that holds characters `start` to `end` of the text.

    Stretches of neighbouring characters neither overlap nor leave a gap.
    """
    return _offset(runs, start), _offset(runs, end - 1, after=True)


def _offset(runs: Runs, index: int, *, after: bool = False) -> int:
    """Where the character of the text begins in the file, or where it ends."""
    number = bisect_right(runs, index, key=lambda run: run.start) - 1
    run = runs[number]
    inside = index - run.start
    if inside < run.length:
        return run.offset + inside + after
    return runs[number + 1].offset if after else run.offset + run.length


def cut(runs: Runs, start: int, end: int) -> Runs:
    """The runs of the text's characters `start` to `end`, counted from `start`."""
    parts = []
    for run in runs:
        first, last = max(start, run.start), min(end, run.start + run.length)
        if first < last:
            parts.append(Run(first - start, run.offset + first - run.start, last - first))
    return tuple(parts)
