"""Terminology: concepts own terms; matches are found in sources, verdicts given on targets."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Status(enum.StrEnum):
    """What the house thinks of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


class VerdictKind(enum.StrEnum):
    """What became of one occurrence of a concept in a target."""

    OK = "ok"
    MISSING = "missing"
    FORBIDDEN = "forbidden"
    DEPRECATED = "deprecated"
    WRONG_CASE = "wrong-case"


@dataclass(frozen=True, slots=True)
class Term:
    """One wording of a concept in one language."""

    text: str
    """The wording, NFC."""
    status: Status = Status.PREFERRED
    """Preferred (one a language), admitted, deprecated or forbidden."""
    kind: str = "term"
    """`term`, `abbreviation`, `plural`, or `short`: a wording for later mentions."""
    forms: tuple[str, ...] = ()
    """Its inflected forms, where the language's rules do not give them."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One notion of the glossary."""

    id: str
    """Unique in the project, e.g. `party-btv-tinh-uy`."""
    terms: dict[str, tuple[Term, ...]]
    """Terms by BCP 47 tag, the preferred one first."""
    domain: str = ""
    """Subject field: `party`, `state`, `title`…"""
    guards: tuple[str, ...] = ()
    """Look-alikes in the source language that are no match."""
    case: str = "any"
    """How the source forms match: `any` case, `initial` capital, or `exact`."""
    target_case: str = "common"
    """`proper`: capitals as given; `title`: the first word may change; `common`: free."""
    ambiguous: tuple[str, ...] = ()
    """Source abbreviations that may mean something else: flagged, never decided."""
    valid_from: date | None = None
    """First day on which the concept exists."""
    valid_to: date | None = None
    """Last day on which it exists."""
    verified: bool = False
    """Whether the equivalent was seen in a reliable place."""
    source: tuple[str, ...] = ()
    """Where the equivalent was seen."""
    note: str = ""
    """For people."""
    file: str = field(default="", compare=False)
    """Glossary file it was read from."""
    line: int = field(default=0, compare=False)
    """Line of that file, from 1."""

    def preferred(self, language: str) -> str | None:
        """The preferred wording in `language`, or None where the concept has none."""
        terms = self.terms.get(language, ())
        return next((t.text for t in terms if t.status is Status.PREFERRED), None)


class Match(NamedTuple):
    """A concept found in a source text; a tuple, for there are many of them."""

    concept: Concept
    term: str
    """The glossary's wording that was found."""
    start: int
    end: int
    text: str
    """What stands in the text, `text[start:end]` of it."""
    ambiguous: bool = False
    """Found by an abbreviation that may mean something else."""
    out_of_period: bool = False
    """The article's date lies outside the concept's period."""
    slots: tuple[tuple[str, str], ...] = ()
    """What stands in the term's slots, by name: `(("code", "57-KL/TW"),)`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one occurrence of a concept in a target."""

    concept: str
    """Id of the concept."""
    verdict: VerdictKind
    expected: str
    """The preferred wording in the target language."""
    found: str = ""
    """What stands in the target in its place, or "" where nothing does."""
    term: str = ""
    """The glossary's wording that `found` is a form of, but for abbreviations and the like."""
    out_of_period: bool = False
    """The article's date lies outside the concept's period."""


@dataclass(frozen=True, slots=True)
class Mix:
    """An accepted wording that differs from what the rest of the article uses."""

    concept: str
    """Id of the concept."""
    found: str
    """What stands in the target."""
    usual: str
    """The wording that the article uses most, or its spelling of the country's name."""


@dataclass(frozen=True, slots=True)
class Addition:
    """An official name in a target that nothing in its source stands for."""

    concept: str
    """Id of the concept that has it."""
    found: str
    """What stands in the target."""
