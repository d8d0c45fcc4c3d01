"""Which checks there are, and running them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from l10n.checks.base import Check, Problem, Subject
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
from l10n.checks.terms import AddedTerms, MixedTerms, OutOfPeriod, Terminology
from l10n.checks.text import too_long
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

OF_TEXTS: tuple[Check, ...] = (
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
)
"""Checks whose findings depend on the texts alone, and on the glossary's verdicts on them."""
OF_RECORDS: tuple[Check, ...] = (
    Terminology(),
    AddedTerms(),
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
"""Checks that look at more: the rest of the article, the other targets, the unit's history."""
CHECKS = OF_TEXTS + OF_RECORDS
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
    """The subject with its texts in Unicode form NFC, and a source's no-break spaces as others."""
    source, target = (
        unicodedata.normalize("NFC", text) for text in (subject.unit.source, subject.unit.target)
    )
    if subject.source_language == "vi":
        source = source.replace("\u00a0", " ").replace("\u202f", " ")
    if (source, target) == (subject.unit.source, subject.unit.target):
        return subject
    return replace(subject, unit=replace(subject.unit, source=source, target=target))


def is_long(unit: Unit) -> bool:
    """Whether a unit is too long to be read: it is reported, and nothing else is said of it."""
    return any(map(too_long, (unit.source, unit.target)))


def run(subject: Subject, changes: Mapping[str, Change], *, file: str = "") -> list[Finding]:
    """All findings on one unit; `file` is its catalog as seen from the project."""
    unit = subject.unit
    findings: list[Finding] = []
    long = is_long(unit)
    read = subject if long else _composed(subject)
    told = _told(subject) if unit.target and not long else None
    silenced = frozenset(check for check, reason in unit.skips if reason) - NEVER_SKIPPED
    if told is not None:
        silenced |= _untold(tuple(told), tuple(changes))
    if long:
        silenced |= _ALL - NEVER_SKIPPED
    for check in _asked(silenced, bool(unit.target)):
        given, forced = subject if check.id in _AS_WRITTEN else read, None
        known = told if check.id in _OF_TEXTS else None
        if check.id in changes:
            change = changes[check.id].of(unit.language)
            if not change.enabled:
                continue
            forced = change.severity
            if change.limit is not None:
                given, known = replace(given, limit=change.limit), None
        for problem in check.problems(given) if known is None else known.get(check.id, ()):
            severity = forced or problem.severity or check.severity
            findings.append(_finding(unit, check.id, severity, problem.message, file))
    return findings


_ALL = frozenset(check.id for check in CHECKS)
_OF_TEXTS = frozenset(check.id for check in OF_TEXTS)


@lru_cache(maxsize=1024)
def _asked(silenced: frozenset[str], target: bool) -> tuple[Check, ...]:
    """The checks that may have something to tell of a unit, with a target or without."""
    return tuple(c for c in CHECKS if c.id not in silenced and (target or not c.needs_target))


@lru_cache(maxsize=1024)
def _untold(told: tuple[str, ...], changed: tuple[str, ...]) -> frozenset[str]:
    """The checks of texts that tell nothing, whatever the project changes about others."""
    return _OF_TEXTS.difference(told, changed)


_Told = Mapping[str, tuple[Problem, ...]]
"""By check, what it tells; those that tell nothing are left out."""
_MOST_KEPT = 32_768
_kept: dict[tuple[object, ...], _Told] = {}


_AT_ONCE = 64
"""Units that each check reads before the next one does: `text` remembers the words of these."""


def prepare(subjects: Iterable[Subject]) -> None:
    """Have the checks of texts read these units before `run` asks for each.

    One check reads many of them before the next one does: a processor holds what one check needs.
    """
    read = [subject for subject in subjects if subject.unit.target and not is_long(subject.unit)]
    for first in range(0, len(read), _AT_ONCE):
        _tell(read[first : first + _AT_ONCE])


def _told(subject: Subject) -> _Told:
    """What the checks of texts tell; captions, signatures and the like stand in many articles."""
    key = _key(subject)
    if key not in _kept:
        _tell([subject])
    return _kept[key]


def _tell(subjects: Sequence[Subject]) -> None:
    new = {key: s for key, s in zip(map(_key, subjects), subjects, strict=True) if key not in _kept}
    asked = [(subject, _composed(subject)) for subject in new.values()]
    told: list[dict[str, tuple[Problem, ...]]] = [{} for _ in asked]
    for check in OF_TEXTS:
        for (subject, read), known in zip(asked, told, strict=True):
            given = subject if check.id in _AS_WRITTEN else read
            if problems := tuple(check.problems(given)):
                known[check.id] = problems
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    _kept.update(zip(new, told, strict=True))


def _key(subject: Subject) -> tuple[object, ...]:
    unit = subject.unit
    return (
        *(unit.source, unit.target, unit.language, unit.context, subject.source_language),
        *(subject.verdicts, subject.title_case, subject.diacritics),
    )


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
