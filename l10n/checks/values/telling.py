"""Whether a text may say a value at all: most sentences need not be walked through."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from l10n.checks.text import words
from l10n.checks.values.locale import locale_of
from l10n.checks.values.mention import is_digit, is_few

_DIGIT = re.compile(r"\d")
_TWO_ROMAN = re.compile(r"[IVX](?<!\w.)[IVX]")
_VAGUE = frozenset({"thứ", "nửa"})
"""What makes a rank or a part of a word that is else no number: `thứ nhất`."""


def few(text: str, language: str) -> frozenset[Fraction | int]:
    """Of two and three, what words of the text may say."""
    said = _few(language)
    return frozenset(said[word] for word in words(text) if word in said)


@cache
def _few(language: str) -> dict[str, Fraction | int]:
    locale = locale_of(language)
    known = {word: value for word, (_, value) in locale.words.items()}
    known |= {word: values[0] for word, values in locale.numerals.fixed.items() if values}
    return {word: value for word, value in known.items() if is_few(value)}


def telling(text: str, language: str) -> bool:
    """Whether a text may say a value that another text has to say too: quicker than `mentions`."""
    locale = locale_of(language)
    if not locale.numerals.spaced or _DIGIT.search(text) or _TWO_ROMAN.search(text):
        return True
    said = words(text)
    counting = [word for word in said if word in locale.words]
    if not counting:
        return False
    known = [locale.words[word] for word in counting]
    if any(is_digit(word, value) for word, (_, value) in zip(counting, known, strict=True)):
        return True
    if sum(kind in {"unit", "small"} for kind, _ in known) > 1 or not _VAGUE.isdisjoint(said):
        return True
    fixed = locale.numerals.fixed
    return any(kind in {"big", "month", "of"} or value >= 1000 for kind, value in known) or any(
        max(fixed[word], default=0) >= 1000 for word in counting if word in fixed
    )
