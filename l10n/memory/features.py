"""What a source is found by, as numbers: its words and pairs of neighbouring words.

Where words are not parted by spaces, three characters stand for a word. A short text has its runs
of three characters besides: one letter that differs may leave it no word in common with its like.
"""

from __future__ import annotations

import re
from itertools import pairwise
from zlib import crc32

BITS = (1 << 31) - 1
"""Features have as many bits."""
PAIR = 31
"""A pair is `first * PAIR ^ second`; 0 stands before the first word."""
SHORT = 40
"""Characters up to which a text is short."""
_MOST = 200_000
"""Words that are remembered at most."""
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class _Numbers(dict[str, int]):
    """The numbers of words, remembered: most words come again and again."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        number = self[word] = crc32(word.encode("utf-8", "replace")) & BITS
        return number


_NUMBERS = _Numbers()


def words(key: str) -> list[int]:
    """The words of a folded source, in order."""
    found = _WORD.findall(key.lower())
    if _UNSPACED.search(key):
        found = _runs("".join(found))
    return list(map(_NUMBERS.__getitem__, found))


def runs(key: str) -> list[int]:
    """The runs of three characters of a short folded source; none of a long one."""
    if len(key) > SHORT:
        return []
    return list(map(_NUMBERS.__getitem__, _runs(f" {key.lower()} ")))


def _runs(text: str) -> list[str]:
    return [text[i : i + 3] for i in range(max(1, len(text) - 2))]


def place(context: str) -> int:
    """The feature of where an entry stands: an exact match there shares one more."""
    return _NUMBERS[f"\0{context}"]


def features(key: str, context: str = "") -> set[int]:
    """All features of a folded source, and of its context where one is given."""
    numbers = words(key)
    pairs = {(a * PAIR ^ b) & BITS for a, b in pairwise([0, *numbers])}
    return pairs.union(numbers, runs(key), [place(context)] if context else ())
