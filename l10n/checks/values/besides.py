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
    shown, vietnamese = text[start:end], locale.language == "vi"
    if value and value % (10 if value < 100 else 100) == 0 and around.is_decade(text, start, end):
        more.append(number(1900 + value if value < 100 else value // 100 + 1))
    if vietnamese and 5 <= value <= 9 and _BORN.match(text, end):
        more.append(number(1900 + 10 * value))
    if locale.decimal == "," and "." in shown and (day := _DAY.fullmatch(shown)):
        more.append(frozenset({("n", int(day[1])), ("m", int(day[2]))}))
    if vietnamese and "," in shown and _FOREIGN.fullmatch(shown):
        more.append(number(int(shown.replace(",", ""))))
    part = locale.numerals.parts.get(shown.lower())
    return [*more, number(Fraction(1, part))] if part else more
