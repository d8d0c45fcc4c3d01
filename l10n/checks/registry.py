"""Which checks there are, and running them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from l10n.checks.base import Check, Subject
from l10n.checks.characters import BrokenCharacters, Decomposed, OtherScript
from l10n.checks.company import Inconsistent, OtherTargets, SameTarget
from l10n.checks.completeness import EqualsSource, TooLong, Untranslated
from l10n.checks.direction import Modality, Polarity
from l10n.checks.length import CutOff, LengthRatio, SourceLeft
from l10n.checks.literals import Literals
from l10n.checks.markup import Links, Markup
from l10n.checks.measures import Units
from l10n.checks.names import Acronyms, AddedNames, Names, NameSpelling
from l10n.checks.negation import Negation
from l10n.checks.numbers import Numbers
from l10n.checks.quotation import Question, Quotation
from l10n.checks.sentences import Sentences, TitleCase
from l10n.checks.speakers import Speakers
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
from l10n.checks.text import LONGEST
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
from l10n.model import Finding, Severity, Unit

CHECKS: tuple[Check, ...] = (
    Untranslated(),
    TooLong(),
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
    NameSpelling(),
    Acronyms(),
    Negation(),
    Polarity(),
    Modality(),
    Question(),
    Quotation(),
    Speakers(),
    Sentences(),
    DoubledWords(),
    DoubledMarks(),
    TitleCase(),
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

    @property
    def limit(self) -> float | None:
        """What lies beyond it is reported, or None for the check's own limit."""
        ...

    def of(self, language: str) -> Change:
        """What is changed in one target language."""
        ...


LIMITED = frozenset({"length-ratio"})
"""Checks that have a limit."""
_AS_WRITTEN = frozenset({"decomposed", "broken-characters", "broken-seal"})
"""Checks that look at the very characters; to the others, composed ones and their parts are one."""


def _composed(subject: Subject) -> Subject:
    """The subject with its texts in Unicode form NFC."""
    source, target = (
        unicodedata.normalize("NFC", text) for text in (subject.unit.source, subject.unit.target)
    )
    if (source, target) == (subject.unit.source, subject.unit.target):
        return subject
    return replace(subject, unit=replace(subject.unit, source=source, target=target))


def is_long(unit: Unit) -> bool:
    """Whether a unit is too long to be read: it is reported, and nothing else is said of it."""
    return max(len(unit.source), len(unit.target)) > LONGEST


def run(subject: Subject, changes: Mapping[str, Change], *, file: str = "") -> list[Finding]:
    """All findings on one unit; `file` is its catalog as seen from the project."""
    unit = subject.unit
    findings: list[Finding] = []
    long = is_long(unit)
    read = subject if long else _composed(subject)
    skipped = {check for check, reason in unit.skips if reason} - NEVER_SKIPPED
    for check in CHECKS:
        if (check.needs_target and not unit.target) or check.id in skipped:
            continue
        if long and check.id not in NEVER_SKIPPED:
            continue
        given, forced = subject if check.id in _AS_WRITTEN else read, None
        if check.id in changes:
            change = changes[check.id].of(unit.language)
            if not change.enabled:
                continue
            forced = change.severity
            if change.limit is not None:
                given = replace(given, limit=change.limit)
        for problem in check.problems(given):
            severity = forced or problem.severity or check.severity
            findings.append(_finding(unit, check.id, severity, problem.message, file))
    return findings


def _finding(unit: Unit, check: str, severity: Severity, message: str, file: str) -> Finding:
    return Finding(
        check=check,
        severity=severity,
        message=message,
        article=unit.article,
        language=unit.language,
        unit=unit.id,
        file=file,
        line=unit.line,
        source=unit.source,
        target=unit.target,
    )
