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
_MARKED = re.compile("[\\x00-\\x7fà-åç-ïñ-öù-ýÿăđĩũơưạ-ỹ]*")
"""Small letters that are plain ones with marks, or `đ`."""
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


_ESCAPED = re.compile(r"\\.|[^\\]+", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """The text in lower case, and as long; a dozen checks ask for that of one text."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order; several checks ask for those of one text."""
    found: list[str] = []
    for piece in lowered(text[:LONGEST]).split():
        if piece.isalpha():  # as most are, and quicker than the pattern
            found.append(piece)
        else:
            found += _WORD.findall(piece)
    return tuple(found)


@lru_cache(maxsize=256)
def folded_line(text: str) -> str:
    """The words of a text as `folded` has them, a space before and after each.

    To look in it for ` vung ` is quicker than to make a set of the words for that.
    """
    line = f" {' '.join(words(text))} "
    if line.isascii():
        return line
    if _MARKED.fullmatch(line):  # as nearly always, and three times as quick
        parts = unicodedata.normalize("NFD", line.replace("đ", "d"))
        return parts.encode("ascii", "ignore").decode("ascii")
    return line.translate(_FOLDED)


@lru_cache(maxsize=256)
def folded_set(text: str) -> frozenset[str]:
    """The folded words of a text, each once."""
    return frozenset(folded_line(text).split())


@lru_cache(maxsize=256)
def joined(text: str) -> str:
    """The folded words in one, for what another text writes apart."""
    return folded_line(text).replace(" ", "")


def small(expression: str) -> str:
    """A regular expression in small letters, but for its classes: for texts that are `lowered`.

    Where case tells, alternatives that begin with another letter are passed over at once.
    """
    return _ESCAPED.sub(lambda part: part[0] if part[0][0] == "\\" else part[0].lower(), expression)


class Patterns:
    """Patterns by language for `lowered` texts, each compiled when it is first asked for."""

    def __init__(self, expressions: Mapping[str, str]) -> None:
        self._expressions = expressions
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, language: str) -> re.Pattern[str]:
        if language not in self._compiled:
            self._compiled[language] = re.compile(small(self._expressions[language]))
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
