"""How doubtful a draft is, and why.

What is wrong for certain (a lost term, a body from nowhere, an error of a check) makes a draft
`high` at once. Hints are added up in points; one point is what one standard deviation of the
model's confidence tells. The weights were chosen on drafts of news compared with professional
translations (docs/engines.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from l10n import checks
from l10n.model import (
    Addition,
    EngineInfo,
    Finding,
    Risk,
    Severity,
    State,
    Unit,
    Verdict,
    VerdictKind,
)
from l10n.workflow import risk_signals as signals

HIGH = 1.5
"""Points from which a draft is at high risk: a quarter of a usual model's drafts of news."""
MEDIUM = 0.0
"""Points from which it is at medium risk."""
_REASON = 0.5
"""Points from which a hint is given as a reason."""
_OF_CERTAIN = 1.0
"""Points for what is wrong for certain, beside the high risk that it is."""
_OF_CHECKS = 0.3
"""Points for a warning of a check."""
_FACTS = {"numbers", "units", "names"}
"""Checks of what another answer may have right."""
_GRAVE = _FACTS | {"added-names", "negation"}
"""Checks whose warnings, too, ask for a look: a fact that comes from nowhere, the contrary said."""
_BRIEF = "brief"
"""The hint that says how much a slip weighs, not that there is one: a reason where none else is."""
_TOLD_OTHERWISE = {"terminology", "mixed-terms", "untranslated"}
"""Checks whose findings are known from the verdicts, or do not concern drafts."""


ADDED = "added:"
"""Begins the reason of a draft with an official name that its source has not."""
SAME = "same-answer"
"""Reason of drafts that are equal though their sources are not."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a draft beside its text."""

    info: EngineInfo
    verdicts: tuple[Verdict, ...] = ()
    confidence: float | None = None
    """Mean log-probability of its tokens."""
    source_language: str = "vi"
    added: tuple[Addition, ...] = ()
    """Official names that nothing in its source stands for."""


def assessed(unit: Unit, evidence: Evidence) -> Unit:
    """The unit as a draft of the engine, with its risk and the reasons, the gravest first."""
    certain, hints = _certain_and_hints(unit, evidence)
    risk = Risk.HIGH if certain else level(sum(points for _, points in hints))
    if risk is Risk.LOW and any(name in _GRAVE for name, _ in hints):
        risk = Risk.MEDIUM
    reasons = [*certain, *_told(hints)]
    if risk is not Risk.LOW and not reasons:
        reasons.append(max(hints, key=lambda hint: hint[1])[0])
    return replace(
        unit,
        state=State.DRAFT,
        origin=evidence.info.id,
        risk=risk,
        reasons=tuple(dict.fromkeys(reasons)),
        translator="",
        previous_source=None,
    )


def recalled(unit: Unit, verdicts: tuple[Verdict, ...], source_language: str) -> Unit:
    """The unit as a draft from the memory or the glossary, which somebody wrote once.

    What its reasons say already is kept: it was made to fit.
    """
    certain, warned = _wrong(checks.Subject(unit, verdicts, source_language))
    reasons = tuple(dict.fromkeys([*certain, *unit.reasons, *warned]))
    risk = Risk.HIGH if certain else Risk.MEDIUM if reasons else Risk.LOW
    return replace(unit, state=State.DRAFT, risk=risk, reasons=reasons, previous_source=None)


def points(unit: Unit, evidence: Evidence) -> float:
    """The doubt as a number: how far the draft as a whole may be from a good one.

    What is wrong for certain is one thing that a person sees at once: it makes the risk high, but
    says little of the rest.
    """
    certain, hints = _certain_and_hints(unit, evidence)
    return sum(value for _, value in hints) + _OF_CERTAIN * bool(certain)


def faults(source: str, language: str, source_language: str) -> Callable[[str], int]:
    """What counts the numbers and names that a target has wrong, so that an engine can choose."""
    unit = Unit(source=source, language=language)

    def count(target: str) -> int:
        subject = checks.Subject(replace(unit, target=target), (), source_language)
        found = [f for f in _findings(subject) if f.check in _FACTS]
        return sum(f.severity is Severity.ERROR for f in found)

    return count


def _findings(subject: checks.Subject) -> list[Finding]:
    return [f for f in checks.run(subject, {}) if f.check not in _TOLD_OTHERWISE]


def _certain_and_hints(unit: Unit, evidence: Evidence) -> tuple[list[str], list[tuple[str, float]]]:
    certain, warned = _wrong(checks.Subject(unit, evidence.verdicts, evidence.source_language))
    certain = [*(f"{ADDED}{name.concept}" for name in evidence.added), *certain]
    return certain, [*_hints(unit, evidence), *((check, _OF_CHECKS) for check in warned)]


def _wrong(subject: checks.Subject) -> tuple[list[str], list[str]]:
    """What is wrong for certain, and what checks warn of."""
    findings = _findings(subject)
    certain = [f"term:{v.concept}" for v in subject.verdicts if v.verdict is not VerdictKind.OK]
    certain += [f.check for f in findings if f.severity is Severity.ERROR]
    return certain, [f.check for f in findings if f.severity is Severity.WARNING]


def _hints(unit: Unit, evidence: Evidence) -> Iterator[tuple[str, float]]:
    yield "confidence", signals.confidence(evidence.confidence, evidence.info.usual_confidence)
    yield _BRIEF, signals.brief(unit)
    yield "length", signals.length(unit, evidence.source_language)
    yield "repetition", signals.repetition(unit)
    yield "source-left", signals.source_left(unit, evidence.source_language)
    yield "names-added", signals.names_added(unit, evidence.verdicts)
    yield "meaning", signals.meaning(unit)


def _told(hints: Iterable[tuple[str, float]]) -> list[str]:
    """The reasons that weigh enough; a check's warning always does."""
    ordered = sorted(hints, key=lambda hint: -hint[1])
    weighty = (name for name, points in ordered if points >= _REASON or points == _OF_CHECKS)
    return [name for name in weighty if name != _BRIEF]


def level(points: float) -> Risk:
    """The risk that so many points stand for."""
    return Risk.HIGH if points >= HIGH else Risk.MEDIUM if points >= MEDIUM else Risk.LOW


def doubted(unit: Unit) -> Unit:
    """A draft whose target stands for another source too."""
    reasons = tuple(dict.fromkeys([SAME, *unit.reasons]))
    return replace(unit, risk=Risk.HIGH, reasons=reasons)
