"""Ranks the sequences of a corpus by how likely they are to be terms.

The base is the C-value of Frantzi, Ananiadou and Mima (2000): the longer and the more frequent
the better, less what longer candidates account for. Cohesion (normalised pointwise mutual
information of the weakest cut), capitals inside sentences, heads of official names and several
articles raise it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from l10n.glossary.candidates.corpus import Corpus
from l10n.glossary.candidates.counting import Sequence, sequences
from l10n.glossary.candidates.kinds import is_foreign, is_syllabic, kind_of
from l10n.glossary.candidates.words import HEADS
from l10n.glossary.wording import regular_term

Key = tuple[int, ...]
"""Numbers of words."""

LONGEST = 10
"""Words of the longest candidate."""
NAMED = frozenset({"body", "title", "document", "event", "place"})
"""Kinds that official names are of."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sequence that may be a term."""

    text: str
    """As it stands in the texts, NFC and with single spaces."""
    kind: str
    """See `kinds.kind_of`."""
    score: float
    sequence: Sequence


def ranked(corpus: Corpus, least: int, is_known: Callable[[str], bool]) -> list[Scored]:
    """All candidates, best first."""
    found: dict[Key, Sequence] = {}
    for level in sequences(corpus, LONGEST + 1, least):
        found.update(level)
    chosen = {
        key: sequence
        for key, sequence in found.items()
        if sequence.count >= least and not _on_edge(corpus, key, sequence)
    }
    nests = _nests(chosen)
    total = sum(1 for number in corpus.row if number >= 0)
    result = []
    for key, sequence in chosen.items():
        free = sequence.count - nests.get(key, 0)
        if free < least or len(key) > LONGEST:
            continue
        words = [corpus.vocabulary[number] for number in key]
        scored = _scored(corpus, words, sequence, free * _cohesion(key, found, total))
        if scored is not None and not is_known(" ".join(words)):
            result.append(scored)
    return sorted(result, key=lambda s: (-s.score, s.text))


def _on_edge(corpus: Corpus, key: Key, sequence: Sequence) -> bool:
    first, last = corpus.vocabulary[key[0]], corpus.vocabulary[key[-1]]
    words = corpus.words
    verb = first in words.start and not sequence.capital
    return verb or first in words.edge or last in words.edge or first.isdigit()


def _nests(chosen: Mapping[Key, Sequence]) -> dict[Key, int]:
    """For each candidate that stands inside longer ones, how often the most frequent one does."""
    most: dict[Key, int] = {}
    for key, sequence in chosen.items():
        for length in range(1, len(key)):
            for start in range(len(key) - length + 1):
                inner = key[start : start + length]
                if inner in chosen and most.get(inner, 0) < sequence.count:
                    most[inner] = sequence.count
    return most


def _scored(corpus: Corpus, words: list[str], sequence: Sequence, weight: float) -> Scored | None:
    """The sequence with its score; None where it is no term at all."""
    text, start, end = corpus.surface(sequence.position, sequence.length)
    surface = regular_term(text.text[start:end])
    kind = _kind(corpus, words, surface, sequence)
    if (len(words) == 1 and kind != "abbreviation") or not _may_join(corpus, words, kind, surface):
        return None
    factor = _factor(corpus, words, kind, capital=_is_capital(corpus, words, sequence))
    score = math.log2(len(words) + 1) * weight * (1 + math.log2(sequence.articles))
    return Scored(surface, kind, round(score * factor, 2), sequence)


def _may_join(corpus: Corpus, words: list[str], kind: str, surface: str) -> bool:
    """Whether its function words, if it has any, are such as official names contain."""
    inside = corpus.words.edge.intersection(words)
    if not inside:
        return True
    capitals = surface[0].isupper() and surface.rpartition(" ")[2][0].isupper()
    name = kind in NAMED or (capitals and not corpus.words.syllabic)
    return name and inside <= corpus.words.joining


def _kind(corpus: Corpus, words: list[str], surface: str, sequence: Sequence) -> str:
    capital = _is_capital(corpus, words, sequence)
    after_person = sequence.persons * 2 > sequence.count
    kind = kind_of(words, surface, capital=capital, after_person=after_person)
    if corpus.words.syllabic and kind == "term" and is_foreign(words, surface):
        return "foreign"
    return kind


def _is_capital(corpus: Corpus, words: list[str], sequence: Sequence) -> bool:
    """Whether it begins with a capital that says something, mostly and inside sentences."""
    foreign = corpus.words.syllabic and not is_syllabic(words[:1])
    return sequence.capital and not foreign


def _factor(corpus: Corpus, words: list[str], kind: str, *, capital: bool) -> float:
    if " ".join(words) in HEADS:
        return 0.05  # a class of things, and no name
    if kind in NAMED:
        return 6 if capital else 2
    if capital:
        return 3
    ordinary = len(words) == 2 and corpus.words.syllabic
    return 0.02 if ordinary else 1


def _cohesion(key: Key, found: Mapping[Key, Sequence], total: int) -> float:
    """Of the weakest cut, how much more often than by chance its sides meet: up to 1."""
    if len(key) == 1:
        return 0.5
    whole = found[key].total
    least = 1.0
    for cut in range(1, len(key)):
        sides = [found.get(key[:cut]), found.get(key[cut:])]
        counts = [side.total if side else whole for side in sides]
        chance = math.log(whole * total / (counts[0] * counts[1]))
        least = min(least, chance / -math.log(whole / total) if whole < total else 1.0)
    return max(0.05, least)
