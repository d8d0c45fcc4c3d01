"""What a person did in a sitting: acts, words, time, how much of the machine's text was kept."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from l10n.model import State, Unit

PAUSE = 120.0
"""Seconds without an act from which time counts as a pause."""
ENOUGH = 60.0
"""Seconds of work below which nobody can say how fast it goes."""


class Tally:
    """Counts acts as they come; what is undone is counted back."""

    def __init__(self) -> None:
        self.acts: Counter[str] = Counter()
        """Units by the name of the act."""
        self.words: Counter[str] = Counter()
        """Words of their sources by the name of the act."""
        self._kept: defaultdict[str, list[float]] = defaultdict(list)
        self.seconds = 0.0
        """Time at work, pauses not counted."""
        self._last = time.monotonic()

    def tick(self) -> None:
        """The person is here: the time since the last sign of life is time at work."""
        now = time.monotonic()
        self.seconds += min(now - self._last, PAUSE)
        self._last = now

    def add(self, act: str, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        """Count a step."""
        self.tick()
        for old, new in zip(before, after, strict=True):
            self.acts[act] += 1
            self.words[act] += len(old.source.split())
            if drafted(old) and new.state is State.TRANSLATED:
                self._kept[old.origin].append(similarity(old.target, new.target))

    def take_back(self, act: str, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        """Count a step back."""
        for old, new in zip(before, after, strict=True):
            self.acts[act] -= 1
            self.words[act] -= len(old.source.split())
            if drafted(old) and new.state is State.TRANSLATED and self._kept[old.origin]:
                self._kept[old.origin].remove(similarity(old.target, new.target))

    @property
    def kept(self) -> Mapping[str, float]:
        """By engine, the share of its text that stayed in what was accepted, 0 to 1."""
        return {engine: sum(k) / len(k) for engine, k in self._kept.items() if k}

    @property
    def words_per_hour(self) -> int:
        """Words of the sources that were accepted, set or signed, in an hour; 0 for too little."""
        words = sum(self.words[act] for act in ("accept", "set", "review", "approve"))
        return round(words * 3600 / self.seconds) if self.seconds >= ENOUGH else 0


def drafted(unit: Unit) -> bool:
    """Whether the unit's target is a machine's that no person has touched."""
    return unit.state is State.DRAFT and bool(unit.origin) and bool(unit.target)


def similarity(draft: str, target: str) -> float:
    """How much of a draft is in a text: 1 less the edit distance over the longer length."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(draft, target))
