"""Checks of the review state."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.model import Severity, State


class BrokenSeal:
    """A review or an approval whose text was changed afterwards."""

    id = "broken-seal"
    severity = Severity.ERROR
    description = "A reviewed or approved text is still the one that was signed."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        unit = subject.unit
        if unit.seal_broken:
            who = unit.approver or unit.reviewer
            signed = f"{unit.recorded} by {who}" if who else f"{unit.recorded}"
            yield Problem(f"{signed}, but the text has changed since: review it again")


class FourEyes:
    """A signature by the person who wrote the text."""

    id = "four-eyes"
    severity = Severity.ERROR
    description = "Nobody has reviewed or approved the text that they wrote."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only where the settings ask for four eyes."""
        unit = subject.unit
        if not subject.four_eyes or unit.state.rank < State.REVIEWED.rank or not unit.translator:
            return
        for done, who in (("reviewed", unit.reviewer), ("approved", unit.approver)):
            if who.casefold() == unit.translator.casefold():
                yield Problem(f"{done} by {who}, who wrote it")


class NoOrigin:
    """A draft of which nobody knows what made it."""

    id = "no-origin"
    severity = Severity.INFO
    description = "A draft says what made it."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; another tool has marked it fuzzy, or taken it from a like source."""
        unit = subject.unit
        if unit.state is State.DRAFT and not (unit.origin or unit.translator or unit.reasons):
            yield Problem("a draft that no engine and no person stands for: read it with care")


class Skipped:
    """A check that a person has taken the unit out of."""

    id = "skipped"
    severity = Severity.INFO
    description = "What the checks leave out is listed, with the reason."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; without a reason, and for what cannot be skipped, a warning."""
        if not subject.unit.skips:
            return
        from l10n.checks.registry import CHECKS  # which has this check too

        known = {check.id for check in CHECKS}
        for check, reason in subject.unit.skips:
            if check not in known:
                yield Problem(f"there is no check {check} to skip", Severity.WARNING)
            elif check in NEVER_SKIPPED:
                yield Problem(f"{check} cannot be skipped", Severity.WARNING)
            elif not reason:
                yield Problem(f"{check} is skipped without a reason: write it", Severity.WARNING)
            else:
                yield Problem(f"{check}: {reason}")


NEVER_SKIPPED = frozenset(
    {"broken-seal", "conflict", "four-eyes", "skipped", "stale-route", "too-long", "untranslated"}
)
"""Checks that are about more than one person's taste."""


class Conflict:
    """A unit that two branches changed differently, and nobody has decided."""

    id = "conflict"
    severity = Severity.ERROR
    description = "No merge has left a unit with two translations."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        for other in subject.unit.conflict:
            told = f"“{other}”" if other else "nothing"
            yield Problem(f"another branch has {told} here: decide between the two")


class StaleRoute:
    """A target that was made from another target's text, which no longer stands."""

    id = "stale-route"
    severity = Severity.ERROR
    description = "What is drafted by a route is made from the text that is reviewed now."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        noted = subject.unit.via
        if noted and subject.via and noted != subject.via:
            via = noted.partition(":")[0]
            yield Problem(f"the text in {via} that it was made from no longer stands: l10n draft")
