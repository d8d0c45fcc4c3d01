"""Number words by language: the ones that news uses, from the grammars of the languages."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from l10n.checks.values.numerals import Numerals

LANGUAGES = frozenset({"vi", "en", "fr", "es", "de", "ru", "zh", "ja", "ko", "lo", "km"})
"""The ones with a table; each is a module, for to build all of them takes longer than a check."""
NONE = Numerals({}, {}, {})
"""For a language without a table: only its digits are read."""


@cache
def numerals_of(language: str) -> Numerals:
    """The number words of a base language."""
    if language not in LANGUAGES:
        return NONE
    numerals: Numerals = import_module(f"{__name__}.{language}").NUMERALS
    return numerals


def scale_after(text: str, at: int, language: str) -> int:
    """What the words there multiply the number before them by: `nghìn tỷ`, `万亿`; else 1."""
    big, pattern, scale = numerals_of(language).big, _scale(language), 1
    while found := pattern.match(text, at):
        scale, at = scale * big[found[1].lower()], found.end()
    return scale


@cache
def _scale(language: str) -> re.Pattern[str]:
    numerals = numerals_of(language)
    words = "|".join(map(re.escape, sorted(numerals.big, key=len, reverse=True))) or "(?!)"
    end = r"(?![^\W\d_])" if numerals.spaced else ""
    return re.compile(rf"[ \u00a0\u202f-]?({words}){end}", re.IGNORECASE)
