"""The nearest entries of all segments to a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from l10n.memory.adapting import adapted
from l10n.memory.entry import MemoryMatch, folded
from l10n.memory.features import features
from l10n.memory.segment import Segment

LEAST = 75
"""Score from which a source is like another; see `score` of rapidfuzz's Indel similarity."""
_CANDIDATES = 300
"""Entries that share most features, which are then compared letter by letter."""
_POSTS = 60_000
"""Entries of features that are looked at, the rarest features first."""
_FEATURES = 6
"""Features that are looked at in any case."""


class Memory:
    """Segments that are searched as one."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

    def __len__(self) -> int:
        return sum(map(len, self._segments))

    def lookup(
        self, text: str, *, context: str = "", least: int = LEAST, limit: int = 5
    ) -> list[MemoryMatch]:
        """The matches from `least` up, the best first; equal targets once.

        The score is the Indel similarity of the folded sources in per cent, rounded down; 100 is
        for equal ones alone.
        """
        key = folded(text)
        found = [
            match
            for segment in self._segments
            for match in _in_segment(segment, key, context, least)
        ]
        found.sort(key=lambda m: (-m.score, m.origin, m.source, m.target))
        unique: dict[str, MemoryMatch] = {}
        for match in found:
            unique.setdefault(match.target, match)
        return list(unique.values())[:limit]


def _in_segment(segment: Segment, key: str, context: str, least: int) -> list[MemoryMatch]:
    from rapidfuzz import fuzz, process

    numbers = _candidates(segment, key, context, least)
    keys = [segment.key(n) for n in numbers]
    matches = []
    for other, score, index in process.extract(
        key, keys, scorer=fuzz.ratio, score_cutoff=least, limit=20
    ):
        entry = segment.entry(numbers[index])
        if other == key:
            there = bool(context) and entry.context == context
            match = MemoryMatch(100 + there, entry.source, entry.target, entry.origin)
        else:
            target = adapted(key, other, entry.target)
            match = MemoryMatch(
                min(99, int(score)), entry.source, target or entry.target, entry.origin,
                adapted=target is not None,
            )  # fmt: skip
        matches.append(match)
    return matches


def _candidates(segment: Segment, key: str, context: str, least: int) -> Any:
    """Numbers of the entries that share most with the text and are about as long, best first."""
    import numpy as np

    lists = sorted(map(segment.entries, features(key, context)), key=len)
    size, taken = 0, 0
    for entries in lists:  # the rarest features tell most
        size += len(entries)
        if size > _POSTS and taken >= _FEATURES:
            break
        taken += 1
    shared = np.bincount(np.concatenate(lists[:taken] or [np.zeros(0, dtype=np.int32)]))
    numbers = np.flatnonzero(shared > 0)  # of truth values it is ten times as fast
    lengths = segment.lengths[numbers]
    # Indel similarity is 2 * common / (a + b), and no more is common than the shorter one has.
    share = least / (200 - least)
    near = (lengths >= len(key) * share) & (lengths <= len(key) / share)
    if segment.hidden is not None:
        near &= ~segment.hidden[numbers]
    numbers, lengths = numbers[near], lengths[near]
    # Of two that share as much, the one of nearer length is the likelier one, then the first.
    weight = np.abs(lengths - len(key)) / (len(key) + 1) - shared[numbers] + numbers * 1e-10
    if len(numbers) > _CANDIDATES:
        best = np.argpartition(weight, _CANDIDATES)[:_CANDIDATES]
        numbers, weight = numbers[best], weight[best]
    return numbers[np.argsort(weight)]
