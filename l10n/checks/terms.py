"""The check of terms against the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.model import Severity, VerdictKind

_TOLD = {
    VerdictKind.MISSING: ("term missing", None),
    VerdictKind.FORBIDDEN: ("forbidden term “{found}”", None),
    VerdictKind.DEPRECATED: ("deprecated term “{found}”", Severity.WARNING),
    VerdictKind.WRONG_CASE: ("capitals differ in “{found}”", Severity.WARNING),
}
"""What is said of a verdict, and the severity where it is not the check's."""


class Terminology:
    """Every occurrence of a concept stands in the target by an accepted term."""

    id = "terminology"
    severity = Severity.ERROR
    description = "Terms of the glossary are translated as it says, occurrence by occurrence."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        for verdict in subject.verdicts:
            if verdict.verdict is not VerdictKind.OK:
                words, severity = _TOLD[verdict.verdict]
                message = words.format(found=verdict.found)
                yield Problem(
                    f"{message}: expected “{verdict.expected}” ({verdict.concept})", severity
                )


class OutOfPeriod:
    """A body or a title that did not exist on the article's day."""

    id = "out-of-period"
    severity = Severity.WARNING
    description = "The terms of an article existed on its day."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; by the period that the glossary gives the concept."""
        late = {v.concept: v.expected for v in subject.verdicts if v.out_of_period}
        for concept, expected in late.items():
            yield Problem(f"“{expected}” did not exist on the article's day ({concept})")


class AddedTerms:
    """A body, an office or a document that the source does not name."""

    id = "added-terms"
    severity = Severity.WARNING
    description = "Bodies, offices and documents of the glossary stand for something in the source."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        for name in dict.fromkeys(subject.added):
            yield Problem(f"nothing in the source stands for “{name.found}” ({name.concept})")


class MixedTerms:
    """A concept is worded in one way all through an article."""

    id = "mixed-terms"
    severity = Severity.WARNING
    description = "Of several accepted terms of a concept, an article uses one."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        for mix in dict.fromkeys(subject.mixes):
            yield Problem(
                f"“{mix.found}” where the article says “{mix.usual}” elsewhere ({mix.concept})"
            )
