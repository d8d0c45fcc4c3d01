"""What a number of one word may mean besides: a decade, a day, a part."""

from __future__ import annotations

import re
from fractions import Fraction

from l10n.checks.values import around
from l10n.checks.values.locale import Locale
from l10n.checks.values.mention import Reading, number

_BORN = re.compile(r"[xX](?!\w)")
"""After 5 to 9, who was born in ten years: `thế hệ 9X`."""
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")
"""A day and a month where the decimal mark is a comma: `ngày 17.9`."""
_FOREIGN = re.compile(r"[1-9]\d{0,2},\d{3}")
"""Thousands as in English, which Vietnamese papers print at times."""


def besides(
    text: str, locale: Locale, value: Fraction | int, start: int, end: int
) -> list[Reading]:
    """What a number of one word may mean besides: a decade, a part."""
    more: list[Reading] = []
    round_ = value % (10 if value < 100 else 100) == 0
    if round_ and value and around.is_decade(text, start, end):
        more.append(number(1900 + value if value < 100 else value // 100 + 1))
    if locale.language == "vi" and 5 <= value <= 9 and _BORN.match(text, end):
        more.append(number(1900 + 10 * value))
    if locale.decimal == "," and (day := _DAY.fullmatch(text, start, end)):
        more.append(frozenset({("n", int(day[1])), ("m", int(day[2]))}))
    if locale.language == "vi" and _FOREIGN.fullmatch(text, start, end):
        more.append(number(int(text[start:end].replace(",", ""))))
    part = locale.numerals.parts.get(text[start:end].lower())
    return [*more, number(Fraction(1, part))] if part else more
