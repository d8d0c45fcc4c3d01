"""What locale data (CLDR by Babel) and the tables say of a language, put together once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from l10n.checks.values import clock
from l10n.checks.values.digits import EITHER
from l10n.checks.values.languages import numerals_of
from l10n.checks.values.numerals import Numerals
from l10n.patterns import late

if TYPE_CHECKING:
    from babel import Locale as Data

_DIGITS = r"\d+(?:[.,٫٬]\d+|[\u00a0\u202f '’](?=\d{3}(?!\d))\d{3})*"
_DIGITAL = (
    r"(?P<phone>(?<![\d.,/-])(?:(?<=\+)\d{1,3}|0\d{2,3})(?:[ .\u00a0-]\d{2,4}){2,4}"
    r"(?![\d/]|[.,-]\d))"
    r"|(?P<date>(?<![\d/.,–-])\d{1,2}[–-]\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/–-]|[.,]\d)"
    r"|(?<![\d/.,-])\d{1,4}(?:([/.-])\d{1,2}\3\d{1,4}|[/–-]\d{1,4})(?![\d/]|[.,]\d))"
    r"|(?P<tall>(?<![\d.,])\d(?:k?m\d{1,3}|[ \u00a0\u202f]m[ \u00a0\u202f]\d{2})(?![\w.,]\w|\w))"
    r"|(?P<time>(?<![\d.,])\d{1,2}\s?(?:[hgH:]|giờ|時|时|点|點|시|Uhr|ໂມງ|និង|heures?|час(?:ов|а)?)"
    r"\s?[0-5០-៥໐-໕]\d(?!\d))"
    rf"|(?P<num>{_DIGITS})"
)


_TO = (
    r"[ \u00a0]?(?:[-–~～〜]|至|到|から|에서|부터"
    r"|(?:(?:lên |xuống )?(?:đến|tới|còn)|lên|xuống|to|and|à|et|a|y|до|и|bis|und)(?!\w)"
    r"|ຫາ|ដល់)[ \u00a0]?"
)
"""What stands between the ends of a range."""

Word = tuple[str, Fraction | int]
"""`unit`, `small`, `big`, `half`, `join`, `fixed`, `part`, `month`, `loose` or `of`; a value."""
_SIGNS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
          "¾": Fraction(3, 4)}  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+|.")
_OF_MONTH = {"tháng": 0, "ເດືອນ": 0, "ខែ": 0}


@dataclass(frozen=True, slots=True)
class Locale:
    """What reading numbers in one language needs."""

    language: str
    """Primary subtag."""
    decimal: str
    """The decimal mark, or both marks where papers use either."""
    numerals: Numerals
    words: dict[str, Word]
    """What each word means, by its lower case."""
    first: dict[str, list[str]]
    """The same words by the letters that they begin with: `tens` has `tens of thousands`."""
    digits: re.Pattern[str]
    """Reads digits, dates and hours where a digit stands; linear."""
    pattern: re.Pattern[str]
    """Finds words too, where no spaces part them; linear."""
    shared: re.Pattern[str]
    """What follows the first end of a range that shares the scale of the last: `-20 triệu`."""

    def scale(self, text: str, end: int) -> int:
        """What the last end of a range multiplies the first one by, which ends at `end`; else 1."""
        hit = self.shared.match(text, end)
        scale = 1
        for word in _LETTERS.findall(hit[1].lower()) if hit else ():
            scale *= int(self.words.get(word, ("", 1))[1])
        return scale


@cache
def locale_of(tag: str) -> Locale:
    """The locale of a BCP 47 tag; one that nobody knows is read like English."""
    from babel import Locale as Data
    from babel.core import UnknownLocaleError

    try:
        data = Data.parse(tag.replace("-", "_"), resolve_likely_subtags=True)
    except (UnknownLocaleError, ValueError):
        data = Data("en")
    language = data.language if tag else ""
    numerals = numerals_of(language)
    words = _words(numerals, data)
    decimal = data.number_symbols.get("latn", {}).get("decimal", ".")
    decimal = EITHER if language in {"lo", "km"} else decimal
    first: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        first[_LETTERS.findall(word)[0]].append(word)
    digits = re.compile(_DIGITAL)
    # The longest first; where spaces part words, they are looked up.
    sought = [] if numerals.spaced else sorted(words, key=len, reverse=True)
    known = "".join(f"{_alone(word, numerals, language)}|" for word in sought)
    pattern = late(rf"{_DIGITAL}|(?P<word>{known}[A-Za-z]+)")
    return Locale(language, decimal, numerals, words, first, digits, pattern, _shared(numerals))


def _alone(word: str, numerals: Numerals, language: str) -> str:
    """The pattern of a word; of one Korean syllable, only where it is no part of another one."""
    if language == "ko" and len(word) == 1 and word in numerals.fixed:
        return rf"(?<![가-힣\d]){word}(?=[ 번명개달배시살차곳건]|가지)"
    return re.escape(word)


def _shared(numerals: Numerals) -> re.Pattern[str]:
    scales = "|".join(sorted({**numerals.big, **numerals.small}, key=len, reverse=True)) or "(?!)"
    ends = r"(?![^\W\d_])" if numerals.spaced else ""
    word = r"[^\W\d_]{1,12}(?=[ \u00a0])" if numerals.spaced else r"[^\W\d_]{1,3}?"
    amount = rf"(?:[A-Z]{{2,3}}\$?|[$€£¥])?[ \u00a0]?(?:\d[\d.,]{{0,15}}|{word})"
    return re.compile(rf"{_TO}{amount}((?:[ \u00a0\u202f]?(?:{scales}){ends}){{1,2}})")


def _months(data: Data, width: str) -> dict[str, int]:
    return {
        name.lower().rstrip("."): number
        for context in ("format", "stand-alone")
        for number, name in data.months[context][width].items()
        if not any(c.isdigit() for c in name) and " " not in name
    }


def _words(numerals: Numerals, data: Data) -> dict[str, Word]:
    words: dict[str, Word] = {}
    tables: tuple[tuple[str, Mapping[str, Fraction | int]], ...] = (
        ("of", _OF_MONTH),
        ("part", numerals.parts),
        ("loose", _months(data, "abbreviated")),
        ("month", _months(data, "wide") | dict(numerals.months)),
        ("loose", numerals.loose_months),
        ("fixed", dict.fromkeys([*clock.names(data.language), *numerals.fixed], 0)),
        ("join", dict.fromkeys(numerals.joins, 0)),
        ("unit", _SIGNS),
        ("unit", numerals.units),
        ("small", numerals.small),
        ("big", numerals.big),
        ("half", dict.fromkeys(numerals.half, 0)),
    )
    for kind, table in tables:
        words |= {word: (kind, value) for word, value in table.items()}
    return words
