"""Checks of typography: spaces, marks, quotation marks, separators of numbers, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from l10n.checks import tidying
from l10n.checks.base import Problem, Subject
from l10n.checks.text import LONGEST, language, lowered, words
from l10n.model import Severity
from l10n.patterns import late

_MARKS = re.compile(r"([,;:،，；：])\s?\1|(?<!\.)\.\.(?!\.)|。。|(?<=[^!?])([!?])\2(?![!?])")
_TWO_MARKS = re.compile(r"[,;:،，；：.。!?]\s?[,;:،，；：.。!?]")
"""What is in every text in which `_MARKS` finds something, and quicker to find."""
_BLANKS = str.maketrans("\u00a0\u202f", "  ")
_SHOWN = str.maketrans("\u00a0\u202f", "⍽⍽")
_BEFORE, _AFTER = re.compile(r"\S*\s?$"), re.compile(r"^\s*\S*")
_NEAR = 12
"""Characters before and after a place that are shown at most, where no space ends the word."""
"""Spaces that look alike: which one stands there is for information."""
_DOUBLED = re.compile(
    r"(?<![^\W\d_])([^\W\d_]+)\s+\1(?![^\W_]|[-’'][^\W\d_])|(?<!\S)(\S*\w)\s+\2(?!\S)",
    re.IGNORECASE,
)
"""A word twice, the first of them perhaps after an apostrophe, a hyphen or an opening mark."""
_UNSPACED = late(r"([\u3041-\u30ff\u3400-\u9fff]{2,12})\1|(的|を|が|は)\2(?!的)")
_KHMER_LAO = late(r"([\u0e80-\u0eff\u1780-\u17ff]{3,20})[ \u200b]?\1")
_TWICE = {
    "en": {"had", "bye", "ha", "very", "blah"},
    "fr": {"nous", "vous", "faire", "ha"},
    "es": {"ja"},
    "de": {"die", "der", "das", "sie", "den"},
    "ru": {"чуть", "еле"},
}
"""Words that grammar may put next to themselves."""
_CLAUSE = late(
    r"(?:,\s(?:\w{1,20}\s)?|(?<!\w)(?:an|auf|aus|bei|für|gegen|in|mit|nach|über|um|unter|von|vor|zu"
    r"|als|bevor|bis|da|damit|dass|nachdem|ob|weil|wenn|wie)\s)$",
    re.IGNORECASE,
)
"""Before the first of two German words, what lets them stand so: `ein Gesetz, das das Land`."""
_NE = (" ne ", " n’", " n'")
"""After `nous nous`, what does not let them."""
_LISTED = frozenset({*_TWICE, "zh", "ja", "ko", "lo", "km"})
_SHORT = 2
"""Letters of a word that grammar may put next to itself in a language that is not listed."""


_WITHOUT_SPACES = {"zh": _UNSPACED, "ja": _UNSPACED, "lo": _KHMER_LAO, "km": _KHMER_LAO}
"""What a doubled word is where no spaces part words."""


class DoubledWords:
    """The same word twice."""

    id = "doubled-words"
    severity = Severity.WARNING
    description = "No word stands twice in a row."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a name that the source has twice too is called so."""
        unit = subject.unit
        tag = language(unit.language or "en")
        said = words(unit.target)
        if tag not in _WITHOUT_SPACES and not any(map(eq, said, said[1:])):
            return
        fine, source = _TWICE.get(tag, set()), lowered(unit.source)
        for match in _WITHOUT_SPACES.get(tag, _DOUBLED).finditer(unit.target, 0, LONGEST):
            first, second = match[1] or match[2], match[0].split()[-1]
            word, name = first.lower(), first[0].islower() and second[0].isupper()
            short = tag not in _LISTED and len(word) <= _SHORT
            meant = word in fine and _fits(tag, unit.target, match.start(), match.end())
            meant = meant or name or short or f"{word} {word}" in source
            if not meant and any(c.isalpha() for c in word):
                yield Problem(f"“{match[0]}”")


def _fits(tag: str, text: str, start: int, end: int) -> bool:
    """Whether what stands around lets a word that may be there twice be there twice."""
    if tag == "de":
        return _CLAUSE.search(text[max(0, start - 30) : start]) is not None
    return tag != "fr" or not text.startswith(_NE, end)


class DoubledMarks:
    """The same mark twice."""

    id = "doubled-marks"
    severity = Severity.WARNING
    description = "No punctuation mark stands twice in a row."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        target = subject.unit.target
        found = _TWO_MARKS.search(target) and _MARKS.search(target)
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
    """The words of the two texts around the first difference."""
    at = next(
        (i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b),
        min(len(wrong), len(right)),
    )
    before = _BEFORE.findall(wrong[max(0, at - _NEAR) : at])[0]
    told = (
        (before + _AFTER.findall(text[at : at + _NEAR])[0]).translate(_SHOWN)
        for text in (wrong, right)
    )
    return next(told), next(told)
