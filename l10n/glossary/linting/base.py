"""What a rule is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from l10n.glossary.glossary import Glossary
from l10n.glossary.linting.survey import Survey
from l10n.glossary.slots import SLOT
from l10n.model import Concept, Match, Severity

_SAMPLES = {
    "code": "57-KL/TW",
    "ordinal": "XIII",
    "years": "2020-2025",
    "year": "2025",
    "number": "12",
}
"""Something that may stand in each slot."""


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
    def _glossary(self) -> Glossary:
        return Glossary(self.concepts)

    def found_as(self, text: str) -> list[Match]:
        """What is found where `text` stands alone, from its first letter to its last."""
        whole = (0, len(text))
        found = self._glossary.match(text, language=self.source)
        return [match for match in found if (match.start, match.end) == whole]

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


def sample(text: str) -> str:
    """A term as it may stand in a text: its slots filled."""
    return SLOT.sub(lambda hit: _SAMPLES.get(hit[1], hit[0]), text) if "{" in text else text


def shown(text: str) -> str:
    """A wording as a message shows it."""
    return f"“{text if len(text) <= 60 else f'{text[:59]}…'}”"
