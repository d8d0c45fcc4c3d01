"""The forms that concepts have in the source language, and which of them are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from l10n.glossary.folding import folded, regular
from l10n.glossary.slots import SLOT
from l10n.model import Concept

_SAMPLES = {
    "code": "987-KL/TW",
    "ordinal": "XXXIX",
    "years": "1911-1916",
    "year": "1911",
    "number": "987",
}
"""Something that may stand in each slot, but hardly in a term as it is written out."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a concept may be written in an article."""

    concept: Concept
    text: str
    key: str
    """What it is compared by."""
    ambiguous: bool
    """Declared so: it may mean something else."""

    @property
    def first(self) -> date:
        """The first day on which the concept exists."""
        return self.concept.valid_from or date.min

    @property
    def last(self) -> date:
        """The last day."""
        return self.concept.valid_to or date.max

    @property
    def capitals(self) -> tuple[bool, ...]:
        """Which of its letters are capitals."""
        return tuple(c.isupper() for c in regular(self.text).text)


def forms(concept: Concept, language: str) -> Iterator[Form]:
    """The forms of a concept in the source language."""
    terms = concept.terms.get(language, ())
    for text in (t.text for t in terms):
        yield Form(concept, text, folded(sample(text)), ambiguous=False)
    for text in concept.ambiguous if terms else ():
        yield Form(concept, text, folded(text), ambiguous=True)


def shared(every: Iterable[Form]) -> Iterator[list[Form]]:
    """The forms that fold to one, two or more at a time, by the first day of their concepts."""
    for _, group in groupby(sorted(every, key=attrgetter("key")), key=attrgetter("key")):
        same = list(group)
        if len(same) > 1:
            yield sorted(same, key=lambda form: (form.first, form.last))


def neighbours(group: Iterable[Form]) -> Iterator[tuple[Form, Form]]:
    """Each form of a group with one of another concept that lasts longest of those before it.

    If it overlaps with any of these, it overlaps with that one.
    """
    latest: list[Form] = []
    for form in group:
        before = next((f for f in latest if f.concept is not form.concept), None)
        if before is not None:
            yield before, form
        # The two that last longest, of two concepts: one of them is another concept's.
        ranked = sorted([*latest, form], key=attrgetter("last"), reverse=True)
        latest = ranked[:1] + [f for f in ranked if f.concept is not ranked[0].concept][:1]


def sample(text: str) -> str:
    """A term as it may stand in a text: its slots filled."""
    return SLOT.sub(lambda hit: _SAMPLES.get(hit[1], hit[0]), text) if "{" in text else text
