"""Number words by language: the ones that news uses, from the grammars of the languages."""

from __future__ import annotations

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
