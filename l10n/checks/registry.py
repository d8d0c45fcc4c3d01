"""Which checks there are, and running them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from l10n.checks.base import Check, Subject
from l10n.checks.characters import BrokenCharacters, Decomposed, OtherScript
from l10n.checks.company import Inconsistent, OtherTargets, SameTarget
from l10n.checks.completeness import EqualsSource, Untranslated
from l10n.checks.direction import Modality, Polarity
from l10n.checks.length import CutOff, LengthRatio, SourceLeft
from l10n.checks.literals import Literals
from l10n.checks.markup import Links, Markup
from l10n.checks.measures import Units
from l10n.checks.names import Acronyms, AddedNames, Names
from l10n.checks.negation import Negation
from l10n.checks.numbers import Numbers
from l10n.checks.quotation import Question, Quotation
from l10n.checks.state import (
    NEVER_SKIPPED,
    BrokenSeal,
    Conflict,
    FourEyes,
    NoOrigin,
    Skipped,
    StaleRoute,
)
from l10n.checks.terms import MixedTerms, OutOfPeriod, Terminology
from l10n.checks.typography import (
    Dashes,
    Dates,
    DoubledMarks,
    DoubledWords,
    FullWidth,
    Quotes,
    Separators,
    Spaces,
)
from l10n.model import Finding, Severity

CHECKS: tuple[Check, ...] = (
    Untranslated(),
    EqualsSource(),
    SourceLeft(),
    CutOff(),
    LengthRatio(),
    Markup(),
    Links(),
    Numbers(),
    Units(),
    Literals(),
    Names(),
    AddedNames(),
    Acronyms(),
    Negation(),
    Polarity(),
    Modality(),
    Question(),
    Quotation(),
    DoubledWords(),
    DoubledMarks(),
    Spaces(),
    Quotes(),
    Dashes(),
    Separators(),
    Dates(),
    FullWidth(),
    BrokenCharacters(),
    OtherScript(),
    Decomposed(),
    Terminology(),
    MixedTerms(),
    OutOfPeriod(),
    Inconsistent(),
    SameTarget(),
    OtherTargets(),
    FourEyes(),
    NoOrigin(),
    Skipped(),
    BrokenSeal(),
    Conflict(),
    StaleRoute(),
)
"""In the order in which findings are shown."""


class Change(Protocol):
    """What the project changes about a check."""

    @property
    def severity(self) -> Severity | None:
        """The severity of all its findings, or None for the check's own."""
        ...

    @property
    def enabled(self) -> bool:
        """Whether it runs."""
        ...


def run(subject: Subject, changes: Mapping[str, Change], *, file: str = "") -> list[Finding]:
    """All findings on one unit; `file` is its catalog as seen from the project."""
    unit = subject.unit
    findings = []
    skipped = {check for check, reason in unit.skips if reason} - NEVER_SKIPPED
    for check in CHECKS:
        change = changes.get(check.id)
        if (
            (change is not None and not change.enabled)
            or (check.needs_target and not unit.target)
            or check.id in skipped
        ):
            continue
        forced = change.severity if change is not None else None
        findings += [
            Finding(
                check=check.id,
                severity=forced or problem.severity or check.severity,
                message=problem.message,
                article=unit.article,
                language=unit.language,
                unit=unit.id,
                file=file,
                line=unit.line,
                source=unit.source,
                target=unit.target,
            )
            for problem in check.problems(subject)
        ]
    return findings
