"""What a source is found by: its words and pairs of neighbouring words, as numbers.

Where words are not parted by spaces, three characters stand for a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

_BITS = (1 << 31) - 1
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def features(key: str) -> list[int]:
    """The features of a folded source, numbers of 31 bits, each once, in no order."""
    words = _WORD.findall(key.lower())
    if _UNSPACED.search(key):
        text = "".join(words)
        words = [text[i : i + 3] for i in range(max(1, len(text) - 2))]
    numbers = list(map(_number, words))
    found = set(numbers)
    found.update([(a * 31 ^ b) & _BITS for a, b in pairwise([0, *numbers])])
    return list(found)


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "replace")) & _BITS
