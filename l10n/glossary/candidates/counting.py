"""Counts the word sequences of a corpus, longer and longer ones, as long as they recur.

A sequence recurs only if both of its parts do (the a-priori rule of Agrawal and Srikant 1994), so
that memory grows with what recurs and not with all that could.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from l10n.glossary.candidates.corpus import (
    AFTER_PERSON,
    ALL_CAPITALS,
    CAPITAL,
    GAP,
    MIDDLE,
    NO_END,
    NO_START,
    Corpus,
)

MAX_EXAMPLES = 3


@dataclass(slots=True)
class Sequence:
    """Words that follow one another more than once."""

    length: int
    total: int = 0
    """How often it stands in the texts at all."""
    count: int = 0
    """How often where it is not part of a known term."""
    articles: int = 0
    middles: int = 0
    """How often it stands inside a sentence."""
    capitals: int = 0
    """How often of these with a capital."""
    persons: int = 0
    """How often after a word such as `ông`."""
    best: dict[int, tuple[int, int]] = field(default_factory=dict)
    """For a small and for a capital first letter: how telling the best place is, and where it is.

    Best is inside a sentence, worst all in capitals."""
    examples: list[int] = field(default_factory=list)
    """Positions, one for each article, then further ones of the same articles."""
    last: int = -1
    """Number of the article that was counted last."""

    @property
    def capital(self) -> bool:
        """Whether it mostly begins with a capital where no sentence does."""
        return self.capitals * 2 > self.middles

    @property
    def position(self) -> int:
        """Where it stands as it mostly does."""
        return self.best.get(int(self.capital), max(self.best.values()))[1]


def sequences(
    corpus: Corpus, longest: int, least: int
) -> Iterator[dict[tuple[int, ...], Sequence]]:
    """For each length from 1 on the sequences that stand in the texts at least `least` times."""
    row = corpus.row
    ids: array[int] = array("i", row)
    size = len(corpus.vocabulary)
    for length in range(1, longest + 1):
        if length > 1:
            ids, size = _longer(ids, size)
        counts = array("i", bytes(4 * size))
        for id_ in ids:
            if id_ >= 0:
                counts[id_] += 1
        if not any(count >= least for count in counts):
            return
        for position, id_ in enumerate(ids):
            if id_ >= 0 and counts[id_] < least:
                ids[position] = GAP
        yield _collect(corpus, ids, counts, length)


def _longer(ids: array[int], size: int) -> tuple[array[int], int]:
    """Numbers for the sequences that are one word longer, and how many there are."""
    numbers: dict[int, int] = {}
    longer = array("i", [GAP]) * len(ids)
    before = ids[0] if ids else GAP
    for position in range(1, len(ids)):
        now = ids[position]
        if before >= 0 and now >= 0:
            longer[position - 1] = numbers.setdefault(before * size + now, len(numbers))
        before = now
    return longer, len(numbers)


def _collect(
    corpus: Corpus, ids: array[int], counts: array[int], length: int
) -> dict[tuple[int, ...], Sequence]:
    found: dict[int, Sequence] = {}
    flags, known = corpus.flags, corpus.known
    for position, id_ in enumerate(ids):
        if id_ < 0:
            continue
        end = position + length - 1
        if flags[position] & NO_START or flags[end] & NO_END or known[position] == length:
            continue
        sequence = found.get(id_)
        if sequence is None:
            sequence = found[id_] = Sequence(length, counts[id_])
        _count(corpus, sequence, position, end)
    return {tuple(corpus.row[s.position : s.position + length]): s for s in found.values()}


def _count(corpus: Corpus, sequence: Sequence, position: int, end: int) -> None:
    flags = corpus.flags[position]
    sequence.count += 1
    middle = bool(flags & MIDDLE)
    shouted = flags & ALL_CAPITALS and corpus.flags[end] & ALL_CAPITALS and end > position
    if middle and not shouted:
        sequence.middles += 1
        sequence.capitals += flags & CAPITAL
    sequence.persons += bool(flags & AFTER_PERSON)
    quality = 0 if shouted else 1 + middle
    case = flags & CAPITAL
    if case not in sequence.best or quality > sequence.best[case][0]:
        sequence.best[case] = quality, position
    article = corpus.articles[corpus.owners[position]]
    if article != sequence.last:
        sequence.last = article
        sequence.examples.insert(sequence.articles, position)
        sequence.articles += 1
    else:
        sequence.examples.append(position)
    del sequence.examples[MAX_EXAMPLES:]
