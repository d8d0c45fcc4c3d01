"""The nearest entries of all segments to a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from l10n.memory.adapting import adapted
from l10n.memory.entry import Entry, MemoryMatch, folded
from l10n.memory.features import features
from l10n.memory.segment import Segment

LEAST = 75
"""Score from which a source is like another; see `score` of rapidfuzz's Indel similarity."""
_ROUGHLY = 1200
"""Entries that share most features,"""
_CANDIDATES = 300
"""of which the likeliest are then compared letter by letter."""
_POSTS = 60_000
"""Entries of features that are looked at, the rarest features first."""
_FEATURES = 6
"""Features that are looked at in any case."""
_HITS = 20
"""Of them, those that may be shown."""
_WRAPPED = re.compile(r"[ \t]*[\r\n]\s*")
_END = (1 << 31) - 1
"""A rank behind all."""


class Memory:
    """Segments that are searched as one."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

    def __len__(self) -> int:
        return sum(map(len, self._segments))

    def lookup(
        self, text: str, *, context: str = "", least: int = LEAST, limit: int = 5
    ) -> list[MemoryMatch]:
        """The matches from `least` up, the best first, of equal ones the project's own.

        Equal targets are given once.

        The score is the Indel similarity of the folded sources in per cent, rounded down; 100 is
        for equal ones alone.
        """
        key = folded(text)
        found = [hit for segment in self._segments for hit in _hits(segment, key, context, least)]
        found.sort(key=_order)
        unique: dict[str, MemoryMatch] = {}
        for score, entry in found:
            match = _match(text, score, entry)
            unique.setdefault(match.target, match)
            if len(unique) >= limit:
                break
        return list(unique.values())[:limit]


def _order(hit: tuple[int, Entry]) -> tuple[object, ...]:
    score, entry = hit
    return -score, _of_file(entry), entry.origin, entry.source, entry.target


def _of_file(entry: Entry) -> bool:
    """Whether an entry is of a TMX file, and not the project's own."""
    return entry.origin.endswith(".tmx")


def _match(text: str, score: int, entry: Entry) -> MemoryMatch:
    if _of_file(entry) and "\n" not in text:  # what was wrapped there is one line
        source, target = (_WRAPPED.sub(" ", side) for side in (entry.source, entry.target))
        entry = replace(entry, source=source, target=target)
    fitted = adapted(folded(text), folded(entry.source), entry.target) if score < 100 else None
    return MemoryMatch(
        score, entry.source, fitted or entry.target, entry.origin, adapted=fitted is not None
    )


def _hits(segment: Segment, key: str, context: str, least: int) -> Iterator[tuple[int, Entry]]:
    from rapidfuzz import fuzz, process

    numbers = _candidates(segment, key, context, least)
    for other, score, index in process.extract(
        key, segment.keys(numbers), scorer=fuzz.ratio, score_cutoff=least, limit=_HITS
    ):
        entry = segment.entry(numbers[index])
        exact = 100 + (bool(context) and entry.context == context)
        yield exact if other == key else min(99, int(score)), entry


def _candidates(segment: Segment, key: str, context: str, least: int) -> Any:
    """Numbers of the entries that share most with the text and are about as long, best first."""
    import numpy as np

    # Indel similarity is 2 * common / (a + b), and no more is common than the shorter one has.
    shortest, longest = -(len(key) * least // (least - 200)), len(key) * (200 - least) // least
    lists = [np.array([_END], dtype=np.int32)]
    size = 0
    for ranks in segment.ranks(sorted(features(key, context)), shortest, longest):
        size += len(ranks)
        if size > _POSTS and len(lists) > _FEATURES:
            break
        lists.append(ranks)
    together = np.concatenate(lists)
    together.sort()
    last = np.flatnonzero(together[1:] != together[:-1])
    ranks, shared = together[last], np.diff(last, prepend=-1)
    shown = segment.shown(ranks)
    ranks, shared = ranks[shown], shared[shown]
    if len(ranks) > _ROUGHLY:
        at_least = np.bincount(shared)[::-1].cumsum()  # counting: most of them share one
        most = np.flatnonzero(shared >= len(at_least) - 1 - at_least.searchsorted(_ROUGHLY))
        ranks, shared = ranks[most], shared[most]
    # Of two that share as much, the one that has less besides is the likelier one, then the first.
    weight = ranks * 1e-12 - shared / (segment.lengths[ranks] + len(key) + 1)
    return segment.numbers(ranks[np.argsort(weight)[:_CANDIDATES]])
