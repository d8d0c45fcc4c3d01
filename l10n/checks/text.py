"""Letters and words as the checks compare them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

LONGEST = 20_000
"""Characters of a text that are read; a sentence has hundreds, and a longer one is reported."""
_MOST_NUMBERS = 2_500
"""Numbers in digits, likewise."""
_DIGITS = re.compile(r"\d+")
_LETTERS = {"đ": "d", "ø": "o", "ł": "l", "’": "'"}


def _fold(char: str) -> str:
    char = _LETTERS.get(char.lower(), char)
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))


class _Folds(dict[int, str]):
    """What becomes of each character, by code point; worked out where one is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # Beyond the alphabets, parts are no marks: those of a Korean syllable are its letters.
        self[code] = _fold(char).lower() if code < 0x2100 else char
        return self[code]


_FOLDED = _Folds()
_ONSET = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
_SYLLABLE = re.compile(
    rf"(?:{_ONSET})?(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oan|oao|oay|oe|oi|oo|ua|uay|ue|ui"
    r"|uo|uoi|uou|uu|uy|uya|uye|uyu|ye|yeu)(?:c|ch|m|n|ng|nh|p|t)?"
)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Lower case without diacritics: `Đà Nẵng` is `da nang`."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDED).lower()


def bare(text: str) -> str:
    """The text without diacritics: `Đà Nẵng` is `Da Nang`."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in parts if not unicodedata.combining(char))


@lru_cache(maxsize=16384)
def vietnamese(word: str) -> bool:
    """Whether a word has the form of a Vietnamese syllable, with or without its marks."""
    return _SYLLABLE.fullmatch(folded(word)) is not None


def too_long(text: str) -> str:
    """What of a text is more than the checks read, or ""."""
    if len(text) > LONGEST:
        return f"{len(text):,} characters are not checked, {LONGEST:,} are: split the text"
    if len(text) > 2 * _MOST_NUMBERS and (count := len(_DIGITS.findall(text))) > _MOST_NUMBERS:
        return f"{count:,} numbers are not checked, {_MOST_NUMBERS:,} are: split the text"
    return ""


_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """The text in lower case; a dozen checks ask for that of one text."""
    return text.lower()


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order; several checks ask for those of one text."""
    return tuple(_WORD.findall(lowered(text[:LONGEST])))


@lru_cache(maxsize=256)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as `folded` has them."""
    return tuple(" ".join(words(text)).translate(_FOLDED).split())


@lru_cache(maxsize=256)
def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words(text))


@lru_cache(maxsize=256)
def folded_set(text: str) -> frozenset[str]:
    """The folded words of a text, each once."""
    return frozenset(folded_words(text))


@lru_cache(maxsize=256)
def joined(text: str) -> str:
    """The folded words in one, for what another text writes apart."""
    return "".join(folded_words(text))


class Patterns:
    """Patterns by language, in capitals or not, each compiled when it is first asked for."""

    def __init__(self, expressions: Mapping[str, str]) -> None:
        self._expressions = expressions
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, language: str) -> re.Pattern[str]:
        if language not in self._compiled:
            expression = self._expressions[language]
            self._compiled[language] = re.compile(expression, re.IGNORECASE)
        return self._compiled[language]

    def __contains__(self, language: str) -> bool:
        return language in self._expressions


def has_any(text: str, marks: Iterable[str]) -> bool:
    """Whether one of the marks is in the text: what is quicker than to look for what they begin."""
    return any(map(text.__contains__, marks))


@lru_cache(maxsize=4096)
def language(tag: str) -> str:
    """The primary subtag of a BCP 47 tag."""
    return tag.partition("-")[0].lower()
