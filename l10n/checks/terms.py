"""The check of terms against the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.model import Severity, VerdictKind


class Terminology:
    """Every occurrence of a concept stands in the target by an accepted term."""

    id = "terminology"
    severity = Severity.ERROR
    description = "Terms of the glossary are translated as it says, occurrence by occurrence."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        for verdict in subject.verdicts:
            expected = f"expected “{verdict.expected}” ({verdict.concept})"
            match verdict.verdict:
                case VerdictKind.MISSING:
                    yield Problem(f"term missing: {expected}")
                case VerdictKind.FORBIDDEN:
                    yield Problem(f"forbidden term “{verdict.found}”: {expected}")
                case VerdictKind.DEPRECATED:
                    message = f"deprecated term “{verdict.found}”: {expected}"
                    yield Problem(message, Severity.WARNING)
                case VerdictKind.WRONG_CASE:
                    message = f"capitals differ in “{verdict.found}”: {expected}"
                    yield Problem(message, Severity.WARNING)
                case VerdictKind.OK:
                    pass
