"""Checks of whether a unit is translated at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.text import LONGEST
from l10n.model import Severity


class Untranslated:
    """A unit without a target."""

    id = "untranslated"
    severity = Severity.ERROR
    description = "The unit has no translation."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        if not subject.unit.target.strip():
            yield Problem("not translated")


class EqualsSource:
    """A target that is its source; a single word may be a name or a loan word."""

    id = "equals-source"
    severity = Severity.WARNING
    description = "The translation is the same as the source."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        source, target = subject.unit.source, subject.unit.target
        if (
            source[:1].casefold() == target[:1].casefold()
            and _folded(source) == _folded(target)
            and len(source.split()) > 1
        ):
            yield Problem("the translation is the same as the source")


class TooLong:
    """A text that no check reads to its end."""

    id = "too-long"
    severity = Severity.ERROR
    description = "A unit is a sentence, and not so long that the checks cannot read it."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; the checks of texts leave such a unit alone."""
        length = max(len(subject.unit.source), len(subject.unit.target))
        if length > LONGEST:
            yield Problem(f"{length:,} characters are not checked, {LONGEST:,} are: split the text")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
