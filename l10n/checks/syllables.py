"""Vietnamese names of several syllables of which one has become another word: `Bach Kowalski`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
    firsts: dict[str, str] = {}
    lasts: dict[str, str] = {}
    for first, last in _parted(source, folded_set(target), joined(target)):
        kept, key = (firsts, first.key) if first.key in folded_set(target) else (lasts, last.key)
        kept.setdefault(key, f"{first.text} {last.text}")
    if not (firsts or lasts) or has_any(source, _ELSEWHERE):
        return
    strange = {w.start for w in others(source, target) if _may_come(w, source)}
    for before, after in (pair for run in runs(target) for pair in pairwise(run)):
        for name, came in ((firsts.get(before.key), after), (lasts.get(after.key), before)):
            if name and came.start in strange and _unheard(came, tag):
                yield name, came.text


def _parted(text: str, words: frozenset[str], written: str) -> Iterator[tuple[Word, Word]]:
    """Each two syllables with capitals that follow one another, of which the target has one."""
    for run in runs(text):
        for first, last in pairwise(run):
            if (first.key in words) == (last.key in words) or first.key + last.key in written:
                continue
            # A capital that begins the sentence says nothing: `Theo Nguyễn Văn An`.
            named = first is not run[0] or first.within
            if named and vietnamese(first.text) and vietnamese(last.text):
                yield first, last


def _may_come(word: Word, source: str) -> bool:
    long = len(word.text) >= _SHORTEST and not word.text.isupper()
    new = long and word.key not in COMMON and not vietnamese(word.text)
    return new and word.key not in joined(source)  # `NaSon`


def _unheard(word: Word, tag: str) -> bool:
    return unheard(word.text, tag) and unheard(word.text, "en")
