"""Checks of typography: spaces, marks, quotation marks, separators of numbers, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from l10n.checks import tidying
from l10n.checks.base import Problem, Subject
from l10n.checks.text import language
from l10n.model import Severity

_MARKS = re.compile(r"([,;:،，；：])\s?\1|(?<!\.)\.\.(?!\.)|。。|(?<=[^!?])([!?])\2(?![!?])")
_BLANKS = str.maketrans("\u00a0\u202f", "  ")
"""Spaces that look alike: which one stands there is for information."""
_TWICE = {
    "en": {"that", "had", "is", "bye", "ha", "so", "very", "blah", "no"},
    "fr": {"nous", "vous", "en", "faire"},
    "es": {"que"},
    "de": {"die", "der", "das", "sie", "den"},
    "ru": {"чуть", "еле"},
}
"""Words that grammar may put next to themselves."""


class DoubledWords:
    """The same word twice."""

    id = "doubled-words"
    severity = Severity.WARNING
    description = "No word stands twice in a row."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; what the source doubles may be doubled."""
        unit = subject.unit
        source = unit.source.lower().split()
        if any(a == b for a, b in pairwise(source)):
            return
        fine = _TWICE.get(language(unit.language or "en"), set())
        words = unit.target.lower().split()
        for first, second in pairwise(words):
            same = first == second or (
                second.startswith(first) and not second[len(first) :].strip('.,;:!?…)”’"»')
            )
            if same and first not in fine and any(c.isalnum() for c in first):
                yield Problem(f"“{first} {first}”")


class DoubledMarks:
    """The same mark twice."""

    id = "doubled-marks"
    severity = Severity.WARNING
    description = "No punctuation mark stands twice in a row."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        found = _MARKS.search(subject.unit.target)
        if found and found[0] not in subject.unit.source:
            yield Problem(f"“{found[0]}”")


class _Tidied:
    """A check that knows the right text: what differs from it is wrong."""

    id = ""
    severity = Severity.WARNING
    description = ""
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """The first place that the right text writes in another way."""
        unit = subject.unit
        if not unit.target.strip():
            return
        right = tidying.TIDY[self.id](unit.target, unit.source, language(unit.language or "en"))
        if right != unit.target:
            before, after = _place(unit.target, right)
            blank = right.translate(_BLANKS) == unit.target.translate(_BLANKS)
            told = f"“{before}” should be “{after}”"
            yield Problem(told, Severity.INFO if blank else None)


class Spaces(_Tidied):
    """Spaces around marks, doubled ones, ones at the ends."""

    id = "spaces"
    description = "Spaces stand where the target language has them."


class FullWidth(_Tidied):
    """Chinese and Japanese marks."""

    id = "full-width"
    description = "Chinese and Japanese have full-width marks after their letters."


class Separators(_Tidied):
    """Decimal marks and marks of thousands."""

    id = "separators"
    description = "Numbers have the decimal mark and the thousands mark of the target language."


class Quotes(_Tidied):
    """Quotation marks of the language."""

    id = "quotes"
    severity = Severity.INFO
    description = "Quotation marks are those of the target language, not straight ones."


class Dashes(_Tidied):
    """Dashes between words."""

    id = "dashes"
    severity = Severity.INFO
    description = "Between words with spaces stands a dash, not a hyphen."


class Dates(_Tidied):
    """Dates that were copied."""

    id = "dates"
    description = "English dates name the month: what was copied from Vietnamese is reported."


def _place(wrong: str, right: str) -> tuple[str, str]:
    """The two texts around the first difference; control characters as their names."""
    at = next(
        (i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b),
        min(len(wrong), len(right)),
    )
    start = max(0, at - 8)
    shown = (
        text[start : at + 8].replace("\u202f", "⍽").replace("\u00a0", "⍽")
        for text in (wrong, right)
    )
    before, after = shown
    return before, after
