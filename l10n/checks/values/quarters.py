"""Quarters of the year: `quý III`, `the third quarter`, `au premier trimestre`, `3분기`."""

from __future__ import annotations

import re
from fractions import Fraction

from l10n.checks.values.mention import Reading, is_rank, number

_WORDS = frozenset("quarter quarters trimestre trimestres quartal квартал квартале".split())
_BEFORE = re.compile(
    r"(?:quý (?:thứ )?(?:[IV1-4]{1,3}(?:,| và| đến|-) ?)?|(?<!\w)Q|ໄຕມາດ(?:ທີ)? ?|ត្រីមាស(?:ទី)? ?)$",
    re.IGNORECASE,
)
_QUARTER = (
    r"[ \u00a0-](?:fiscal[ -])?(?:quarter(?!-)|trimestre|Quartals?|квартал(?:[аеу]|ом)?)(?!\w)"
)
_AFTER = re.compile(
    r"(?:st|nd|rd|th|er|e|ème|\.?[ºª°]|\.|-?(?:й|го|му|м|ом))"
    rf"{_QUARTER}| квартале?(?!\w)|[ \u00a0]?(?:季度|四半期|분기)",
    re.IGNORECASE,
)
_AFTER_RANK = re.compile(rf"(?: (?:and|et|y|und|и) \w{{3,12}})?{_QUARTER}", re.IGNORECASE)
_MANY = re.compile(
    r"[ \u00a0](?:\w{3,9} )?(?:quarters|trimestres|Quartalen?|квартал(?:а|ов)"
    r"|quý(?! [IV\d]))(?!\w)",
    re.IGNORECASE,
)
"""What follows how many quarters there are: `the first three quarters` are nine months."""
FAR = 14
"""More than what stands between a number and the word for a quarter."""
_LAST = re.compile(r"(?:last|final|dernier|último|letzten|последн\w{2,3}) $", re.IGNORECASE)


def named(text: str, start: int, end: int, value: Fraction | int) -> tuple[Reading, ...]:
    """The readings of a number that says which quarter is meant, or how many: in months too."""
    if value not in {1, 2, 3, 4}:
        return ()
    if _MANY.match(text, end):
        return (number(3 * value),)
    ranked = text[start:end].isalpha() and is_rank(text[start:end])
    after = (_AFTER_RANK if ranked else _AFTER).match(text, end)
    if not after and not _BEFORE.search(text[max(0, start - 16) : start]):
        return ()
    months = (number(3 * value),) if value == 1 or text[start - 1 : start] == "前" else ()
    return frozenset({("q", value)}), frozenset({("m", 3 * value)}), *months


def spans(word: str, count: Fraction | int) -> tuple[Reading, ...]:
    """The months, or the minutes, that some quarters are; nothing if the word is another one."""
    return (number(3 * count), number(15 * count)) if word in _WORDS else ()


def is_ranked(word: str, far: int) -> bool:
    """Whether a word in lower case names the quarter whose number has ended `far` before it."""
    return word in _WORDS and 0 < far < FAR


def means(
    word: str, before: str, fixed: tuple[Fraction | int, ...], *, counted: bool
) -> tuple[Fraction | int, ...]:
    """Of what a word in lower case may mean, what it means after `before`."""
    if word not in _WORDS:
        return fixed
    if _LAST.search(before, max(0, len(before) - 12)):
        return (*fixed, 4)
    if counted or before.endswith(("a ", "A ")):  # three months, where no number stands before
        return tuple(value for value in fixed if value not in {3, 4})
    return fixed
