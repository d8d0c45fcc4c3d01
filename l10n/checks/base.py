"""What a check is given and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from l10n.model import Addition, Mix, Severity, Unit, Verdict


@dataclass(frozen=True, slots=True)
class Company:
    """What stands beside a unit; see `l10n.checks.company`."""

    same_source: tuple[str, ...] = ()
    """Other targets that the article has for the unit's source."""
    same_target: tuple[str, ...] = ()
    """Other sources that the article gives the unit's target."""
    others: tuple[tuple[str, str], ...] = ()
    """The unit's targets in other languages, each with its tag."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check looks at."""

    unit: Unit
    verdicts: tuple[Verdict, ...] = ()
    """The glossary's verdicts on the unit's target."""
    source_language: str = "vi"
    via: str = ""
    """What the unit would note if its route were followed now (see `Unit.via`), or ""."""
    mixes: tuple[Mix, ...] = ()
    """Its wordings that differ from what the rest of the article uses."""
    company: Company = Company()
    """The rest of the article, and the other targets."""
    four_eyes: bool = True
    """Whether nobody may sign the text that they wrote."""
    title_case: str = ""
    """How the house writes titles: `sentence`, `title`, or "" where it does not say."""
    diacritics: str = ""
    """Whether the house writes Vietnamese names with their diacritics: `keep`, `strip`, or ""."""
    limit: float | None = None
    """What the settings say the limit of the check is; None for its own."""
    added: tuple[Addition, ...] = ()
    """Official names that nothing in the source stands for."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a check found."""

    message: str
    """One sentence without a full stop."""
    severity: Severity | None = None
    """Where it differs from the check's own."""


class Check(Protocol):
    """One rule of quality assurance."""

    id: str
    """Words with hyphens; stands in settings and findings."""
    severity: Severity
    """How much a finding weighs unless the settings say otherwise."""
    description: str
    """One sentence for people."""
    needs_target: bool
    """Whether an untranslated unit is none of its business."""

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """What is wrong with the subject."""
        ...
