"""What a rule is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from l10n.glossary.linting.forms import Form, forms, shared
from l10n.glossary.linting.survey import Survey
from l10n.model import Concept, Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct or to look at, with its place."""

    rule: str
    """Id of the rule; `unreadable` for what keeps the glossary from being loaded."""
    severity: Severity
    message: str
    """One clause without a full stop."""
    remedy: str
    """What to do, as a clause that starts in lower case."""
    file: str
    line: int
    """From 1; 0 where the whole file is meant."""
    concept: str = ""
    """Id of the concept, where it is about one."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file or "glossary"
        remedy = f"; {self.remedy}" if self.remedy else ""
        text = f"{place}: {self.severity}: {self.message}{remedy} [{self.rule}]"
        return "".join(c if c.isprintable() else " " for c in text)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule has found."""

    concept: Concept
    message: str
    remedy: str
    at: tuple[str, str] = ("", "")
    """The key and the text under it that it is about, where it is not about the whole concept."""
    severity: Severity | None = None
    """Where it differs from the rule's own."""


@dataclass(frozen=True)
class Subject:
    """A glossary that could be read, and what it is for."""

    survey: Survey
    source: str
    """BCP 47 tag of the language that articles are written in."""
    targets: tuple[str, ...]
    """The project's target languages."""
    today: date

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """The concepts by id, as they stand in the files."""
        return self.survey.concepts

    @cached_property
    def forms(self) -> Mapping[str, list[Form]]:
        """The concepts' forms in the source language, by the concepts' ids."""
        return {id_: list(forms(c, self.source)) for id_, c in self.concepts.items()}

    @cached_property
    def shared(self) -> list[list[Form]]:
        """The forms that fold to one, in groups, by the first day of their concepts."""
        return list(shared(form for mine in self.forms.values() for form in mine))

    def place(self, concept: Concept) -> str:
        """Where a concept stands."""
        return f"{concept.file}:{concept.line}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a glossary should or should not be."""

    id: str
    """Words with hyphens."""
    severity: Severity
    find: Callable[[Subject], Iterator[Hit]]


def shown(text: str) -> str:
    """A wording as a message shows it."""
    return f"“{text if len(text) <= 60 else f'{text[:59]}…'}”"
