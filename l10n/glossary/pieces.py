"""Cuts a long text into pieces that no term spans, so that each can be matched by itself.

What a piece needs is free when it is done, and most pieces are regular as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from l10n.glossary.folding import folded
from l10n.glossary.slots import SLOT, SPACED

PIECE = 4_000
"""Characters of a piece, about."""
_SPACE = re.compile(r"\s+")
_REACH = 50
_TRIES = 100


class Seams:
    """The white space at which a text may be cut: no form has what stands about it."""

    def __init__(self, forms: Iterable[str], *, spaced: bool) -> None:
        """`spaced`: the language parts its words by spaces."""
        word = r"[^\W_]+" if spaced else r"[^\W_]"
        # A dash takes in the spaces about it, so nothing is cut there.
        self._last = re.compile(rf"{word}[^\w\s]*(?<!-)\Z")
        self._first = re.compile(rf"(?!-)[^\w\s]*{word}")
        self._joints = {joint for form in forms for joint in self._joints_of(form)}

    def _joints_of(self, form: str) -> Iterator[tuple[str, str]]:
        """What stands about each space of a form; "" for what a slot may hold there."""
        for left, right in pairwise(folded(form).split(" ")):
            before, after = self._last.search(left), self._first.match(right)
            yield (
                "" if SLOT.search(left) or not before else before[0],
                "" if SLOT.search(right) or not after else after[0],
            )
        if SLOT.search(form):
            yield from ((word, "") for word in SPACED)

    def pieces(self, parts: Iterable[str]) -> Iterator[tuple[int, str]]:
        """The pieces of a text that comes in parts, each with its place in it."""
        held, offset, size = "", 0, PIECE
        for part in parts:
            held += part
            start = 0
            while start + size + _REACH < len(held):
                end = self._cut(held, start + size)
                if end:
                    yield offset + start, held[start:end]
                    start, size = end, PIECE
                else:
                    size *= 2
            held, offset = held[start:], offset + start
        yield offset, held

    def _cut(self, text: str, at: int) -> int | None:
        """The end of the first of the next spaces that may be cut at."""
        for gap in islice(_SPACE.finditer(text, at), _TRIES):
            start, end = gap.span()
            if end + _REACH > len(text):
                break  # what comes next need not be the whole word
            left = text[max(0, start - _REACH) : start].split()
            right = text[end : end + _REACH].split(None, 1)
            if left and right and self._parts(left[-1], right[0]):
                return end
        return None

    def _parts(self, left: str, right: str) -> bool:
        """Whether no form has the ends of these words side by side."""
        before, after = self._last.search(folded(left)), self._first.match(folded(right))
        if before is None or after is None or max(len(left), len(right)) >= _REACH:
            return False
        last, first = before[0], after[0]
        return self._joints.isdisjoint(((last, first), (last, ""), ("", first)))
