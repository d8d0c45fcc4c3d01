"""All rules in their order, and the act of applying them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from l10n.errors import L10nError, SettingsError
from l10n.glossary.linting import keeping, sources, targets
from l10n.glossary.linting.base import Hit, Problem, Rule, Subject
from l10n.glossary.linting.survey import Survey, survey
from l10n.glossary.styling import styled
from l10n.model import Severity, Style

UNREADABLE = "unreadable"
"""The rule that what keeps a glossary from being loaded is told under."""

RULES: tuple[Rule, ...] = (
    Rule("duplicate-form", Severity.ERROR, sources.duplicate_form),
    Rule("contradiction", Severity.ERROR, targets.contradiction),
    Rule("slot-unfilled", Severity.ERROR, targets.slot_unfilled),
    Rule("slot-lost", Severity.WARNING, targets.slot_lost),
    Rule("case-clash", Severity.WARNING, sources.case_clash),
    Rule("ambiguous-term", Severity.WARNING, sources.ambiguous_term),
    Rule("hidden-form", Severity.WARNING, sources.hidden_form),
    Rule("idle-guard", Severity.WARNING, sources.idle_guard),
    Rule("period-gap", Severity.WARNING, sources.period_gap),
    Rule("missing-source", Severity.WARNING, sources.missing_source),
    Rule("missing-target", Severity.WARNING, targets.missing_target),
    Rule("no-preferred", Severity.WARNING, targets.no_preferred),
    Rule("proper-small", Severity.WARNING, targets.proper_small),
    Rule("small-abbreviation", Severity.WARNING, targets.small_abbreviation),
    Rule("punctuation", Severity.WARNING, keeping.punctuation),
    Rule("odd-domain", Severity.WARNING, keeping.odd_domain),
    Rule("odd-id", Severity.INFO, keeping.odd_id),
    Rule("no-source", Severity.INFO, keeping.no_source),
    Rule("forbidden-elsewhere", Severity.INFO, targets.forbidden_elsewhere),
    Rule("redundant-form", Severity.INFO, sources.redundant_form),
    Rule("mixed-apostrophes", Severity.INFO, keeping.mixed_apostrophes),
    Rule("untidy-text", Severity.INFO, keeping.untidy_text),
    Rule("expired", Severity.INFO, keeping.expired),
)


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to say of a glossary."""

    problems: tuple[Problem, ...]
    """By file and line."""
    errors: tuple[L10nError, ...]
    """What keeps it from being loaded; each is one of the problems too."""
    concepts: int
    """How many could be read."""
    files: int


def lint(
    paths: Iterable[Path],
    *,
    source: str,
    targets: Sequence[str],
    today: date,
    styles: Mapping[str, Style] | None = None,
) -> Report:
    """All problems of the glossary in these files, and of the house style with it.

    A concept that cannot be read is told of and left out, and the others are judged without
    it. Raises nothing.
    """
    found = survey(paths)
    errors = found.errors or _misfits(found, styles or {})
    subject = Subject(found, source, tuple(targets), today)
    problems = [unreadable(error) for error in errors]
    for rule in RULES:
        problems += (_problem(rule, hit, found) for hit in rule.find(subject))
    problems.sort(key=lambda p: (p.file, p.line))
    return Report(tuple(problems), tuple(errors), len(found.concepts), found.files)


def _misfits(found: Survey, styles: Mapping[str, Style]) -> list[L10nError]:
    """The first preference of the house style that the glossary does not have."""
    try:
        styled(found.concepts, styles)
    except SettingsError as error:
        return [error]
    return []


def _problem(rule: Rule, hit: Hit, found: Survey) -> Problem:
    return Problem(
        rule.id,
        hit.severity or rule.severity,
        hit.message,
        hit.remedy,
        hit.concept.file,
        found.line(hit.concept, *hit.at),
        hit.concept.id,
    )


def unreadable(error: L10nError) -> Problem:
    """What keeps a glossary from being loaded, as a problem."""
    place = (error.file or "", error.line or 0)
    return Problem(UNREADABLE, Severity.ERROR, error.message, error.remedy or "", *place)
