"""Checks of whether all of a source is there: cut off, too long or short, words left in."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from l10n.checks.base import Problem, Subject
from l10n.checks.text import folded, language
from l10n.model import Severity

_LEARNED = {"en": (-0.07, 0.15), "fr": (0.09, 0.19), "es": (0.08, 0.16)}
"""Mean and standard deviation of ln(target / source) in characters, Vietnamese being the source.

Learned from 335 sentences of 20 professionally translated news articles a language.
"""
_DERIVED = {
    "de": (0.12, 0.25), "ru": (0.12, 0.25), "zh": (-0.77, 0.25), "ja": (-0.42, 0.25),
    "ko": (-0.60, 0.25), "lo": (-0.01, 0.25), "km": (0.07, 0.25),
}  # fmt: skip
"""The same, from the names of CLDR in both languages: what they have in English, French and Spanish
is less by 0.27 on average than what sentences have, so 0.27 is added."""
_RATIOS = _LEARNED | _DERIVED
_ENDS = tuple(".!?…:;。！？：；“”’\"'»)）」』]។*_`~")
_CLOSERS = "\"'“”’»)]）」』*_`~ "
_USUAL = 4
"""Standard deviations from the mean that are usual."""
_SHORTEST = 40
"""Characters below which a length says nothing."""


class LengthRatio:
    """A target that is far longer or shorter than targets of its language are."""

    id = "length-ratio"
    severity = Severity.WARNING
    description = "The translation is about as long as translations into its language are."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """Four standard deviations from the mean are reported, or what the settings say."""
        doubt = _deviation(subject)
        if abs(doubt) > (subject.limit or _USUAL):
            told = "long" if doubt > 0 else "short"
            yield Problem(f"too {told}: {_lengths(subject)}")


class CutOff:
    """A target that stops before its sentence ends."""

    id = "cut-off"
    severity = Severity.ERROR
    description = "The translation goes on to the end of the sentence."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """An error where it is short too, else it is only said that the mark is missing."""
        source, target = subject.unit.source.rstrip(), subject.unit.target.rstrip()
        short = _deviation(subject) < -2
        if source.endswith(_ENDS) and not target.endswith(_ENDS):
            if short:
                yield Problem(f"cut off: no mark at the end, and {_lengths(subject)}")
            elif source.rstrip(_CLOSERS).endswith((".", "?", "!", "…")):
                yield Problem("no mark at the end", Severity.INFO)
        elif short and _deviation(subject) < -3 and target[-1:] not in _ENDS:
            yield Problem(f"probably cut off: {_lengths(subject)}")


_GLOSSED = re.compile(
    r"(?:[“\"«][^”\"»(]{1,120}[”\"»]|(?:[^\s(]{1,20}\s){0,5}[^\s(]{1,20})\s?\((?=[A-Za-z][^()]*\s[^()]*\))"
)
"""What is left as it is because a translation follows: `Lối sống mới (New Lifestyle)`."""


class SourceLeft:
    """Two words in a row of the source that stand in the target as they are, and are no name."""

    id = "source-left"
    severity = Severity.ERROR
    description = "No words of the source language are left in the translation."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; words in small letters, one of them with Vietnamese marks."""
        unit = subject.unit
        if unit.target.isascii() or unit.source == unit.target:
            return
        left = _pairs(unit.target) & _pairs(unit.source)
        if left and "(" in unit.target:
            left &= _pairs(_GLOSSED.sub("(", unit.target))
        if subject.source_language == "vi":  # what is Greek on both sides is none of it
            left = {pair for pair in left if folded(pair[0][0] + pair[1][0]).isascii()}
        if left:
            first, second = min(left, key=lambda pair: unit.target.find(" ".join(pair)))
            yield Problem(f"not translated: “{first} {second}…”")


def _pairs(text: str) -> set[tuple[str, str]]:
    """Words in small letters that follow one another, one of them not plain ASCII."""
    words = unicodedata.normalize("NFC", text).split()
    return {
        (first, second)
        for first, second in pairwise(words)
        if not (first.isascii() and second.isascii())
        and first.isalpha()
        and first.islower()
        and second[:1].islower()
        and second.rstrip(".,;:!?…”’)").isalpha()
    }


def _deviation(subject: Subject) -> float:
    """Standard deviations from the usual length; 0 where nothing is known of it."""
    source, target = len(subject.unit.source), len(subject.unit.target)
    known = _RATIOS.get(language(subject.unit.language or "en"))
    if known is None or source < _SHORTEST or subject.source_language != "vi":
        return 0.0
    mean, spread = known
    spread *= 1 + 20 / source
    return (math.log(max(target, 1) / source) - mean) / spread


def _lengths(subject: Subject) -> str:
    source, target = len(subject.unit.source), len(subject.unit.target)
    return f"{target} characters for {source}"
