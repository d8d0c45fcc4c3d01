"""The nearest entries of all segments to a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from l10n.memory.entry import MemoryMatch, folded
from l10n.memory.features import features
from l10n.memory.segment import Segment

LEAST = 75
"""Score from which a source is like another; see `score` of rapidfuzz's Indel similarity."""
_CANDIDATES = 150
"""Entries that share most features, which are then compared letter by letter."""
_POSTS = 20_000
"""Entries of features that are looked at, the rarest features first."""
_FEATURES = 6
"""Features that are looked at in any case."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


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

    numbers = _candidates(segment, key, least)
    if not len(numbers):
        return []
    keys = [segment.key(n) for n in numbers]
    matches = []
    for other, score, index in process.extract(
        key, keys, scorer=fuzz.ratio, score_cutoff=least, limit=20
    ):
        entry = segment.entry(numbers[index])
        exact = other == key
        target, adapted = (entry.target, False) if exact else _adapted(key, other, entry.target)
        whole = 100 + (bool(context) and entry.context == context) if exact else min(99, int(score))
        matches.append(MemoryMatch(whole, entry.source, target, entry.origin, adapted))
    return matches


def _candidates(segment: Segment, key: str, least: int) -> Any:
    """Numbers of the entries that share most with the text and are about as long."""
    import numpy as np

    lists = sorted(map(segment.entries, features(key)), key=len)
    size, taken = 0, 0
    for entries in lists:  # the rarest features tell most
        size += len(entries)
        if size > _POSTS and taken >= _FEATURES:
            break
        taken += 1
    posts = np.concatenate(lists[:taken]) if taken else np.zeros(0, dtype=np.int32)
    if not len(posts):
        return posts
    posts.sort()
    ends = np.flatnonzero(np.diff(posts, append=-1))
    numbers, counts = posts[ends], np.diff(ends, prepend=-1)
    lengths = segment.lengths[numbers]
    # Indel similarity is 2 * common / (a + b), and no more is common than the shorter one has.
    share = least / (200 - least)
    near = (lengths >= len(key) * share) & (lengths <= len(key) / share)
    numbers, counts, lengths = numbers[near], counts[near], lengths[near]
    if len(numbers) > _CANDIDATES:
        # Of two that share as much, the one of nearer length is the likelier one.
        weight = counts - np.abs(lengths - len(key)) / (len(key) + 1)
        best = np.argpartition(weight, -_CANDIDATES)[-_CANDIDATES:]
        numbers = numbers[best]
    return numbers


def _adapted(text: str, source: str, target: str) -> tuple[str, bool]:
    """The target with the text's numbers, where numbers are all that differs."""
    old, new = _NUMBER.findall(source), _NUMBER.findall(text)
    if len(old) != len(new) or _NUMBER.sub("0", source) != _NUMBER.sub("0", text):
        return target, False
    pairs = {a: b for a, b in zip(old, new, strict=True) if a != b}
    swapped = str.maketrans(".,", ",.")
    for before, after in list(pairs.items()):
        pairs.setdefault(before.translate(swapped), after.translate(swapped))
    stand = _NUMBER.findall(target)
    changed = [a for a, b in zip(old, new, strict=True) if a != b]
    if any(
        stand.count(a) + (a.translate(swapped) != a) * stand.count(a.translate(swapped))
        != old.count(a)
        for a in changed
    ):
        return target, False
    return _NUMBER.sub(lambda hit: pairs.get(hit[0], hit[0]), target), True
