"""Vietnamese names of several syllables of which one has become another word: `Bach Kowalski`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from l10n.checks.naming import COMMON, Word, others, runs, unheard
from l10n.checks.text import folded_set, has_any, joined, vietnamese

_SHORTEST = 4
"""Letters of a word that may have come instead."""

_ELSEWHERE = ("Trung Quốc", "Đài Loan", "Hồng Kông", "Bắc Kinh", "Hàn Quốc", "Triều Tiên")
"""Where these are, a name may be one that Vietnamese reads in its own way: `Mao Trạch Đông`."""


def replaced(source: str, target: str, tag: str) -> Iterator[tuple[str, str]]:
    """Names of which one syllable stands beside a word that is no name of the source.

    Hospitals, districts and firms are called so too, and no list has them all.
    """
    strange = {w.start for w in others(source, target) if _may_come(w, source)}
    if not strange or has_any(source, _ELSEWHERE):
        return
    words, written = folded_set(target), joined(target)
    firsts: dict[str, str] = {}
    lasts: dict[str, str] = {}
    for first, last in _neighbours(source):
        if (first.key in words) != (last.key in words) and first.key + last.key not in written:
            kept, key = (firsts, first.key) if first.key in words else (lasts, last.key)
            kept.setdefault(key, f"{first.text} {last.text}")
    for before, after in (pair for run in runs(target) for pair in pairwise(run)):
        for name, came in ((firsts.get(before.key), after), (lasts.get(after.key), before)):
            if name and came.start in strange and _unheard(came, tag):
                yield name, came.text


def _neighbours(text: str) -> Iterator[tuple[Word, Word]]:
    """Each two syllables with capitals that follow one another."""
    for run in runs(text):
        # A capital that begins the sentence says nothing: `Theo Nguyễn Văn An`.
        named = run if run[0].within else run[1:]
        for is_syllable, name in groupby(named, lambda word: vietnamese(word.text)):
            if is_syllable:
                yield from pairwise(name)


def _may_come(word: Word, source: str) -> bool:
    long = len(word.text) >= _SHORTEST and not word.text.isupper()
    new = long and word.key not in COMMON and not vietnamese(word.text)
    return new and word.key not in joined(source)  # `NaSon`


def _unheard(word: Word, tag: str) -> bool:
    return unheard(word.text, tag) and unheard(word.text, "en")
