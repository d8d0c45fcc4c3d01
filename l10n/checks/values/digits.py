"""Numbers, dates and hours that are written with digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from l10n.checks.values.mention import Mention, Reading, Weight, number

_SPACES = re.compile(r"[\u00a0\u202f '’]")
_NO_DIGIT = re.compile(r"\D")
_PARTS = re.compile(r"\d+")
_DAYS = re.compile(r"\d{1,2}[–-]\d{1,2}/")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

EITHER = ".,"
"""The decimal mark of languages that use the one or the other."""
_LONGEST = 60
"""Characters of a number that are read: no fact has more."""


def plain(text: str, decimal: str) -> Fraction | int:
    """The number that digits with separators say where `decimal` is the decimal mark.

    A mark that cannot part thousands (`2.53` in Vietnamese) is a decimal mark all the same, and
    one that stands twice (`1.234.567` in English) parts thousands.
    """
    text = text[:_LONGEST]
    if not text.isdecimal():
        text = _SPACES.sub("", text).replace("٫", ".").replace("٬", ",")
    if text.isdecimal():
        return int(text)
    last = "." if text.rfind(".") > text.rfind(",") else ","
    thousands = len(text.rpartition(last)[2]) == 3 and not text.startswith("0")
    if text.count(last) > 1 or (decimal == EITHER and thousands):
        decimal = "," if last == "." else "."
    elif decimal == EITHER:
        decimal = last
    group = "," if decimal == "." else "."
    head, *tail = text.split(group)
    grouped = tail and len(head) <= 3 and head != "0"
    if grouped and all(len(part.partition(decimal)[0]) == 3 for part in tail):
        text = text.replace(group, "")
    elif len(tail) == 1:
        text = text.replace(decimal, "").replace(group, decimal)
    whole, _, rest = text.partition(decimal)
    digits = _NO_DIGIT.sub("", rest)
    return Fraction(int(_NO_DIGIT.sub("", whole) + digits), 10 ** len(digits))


def date(text: str, *, month_first: bool) -> tuple[Reading, ...]:
    """The readings of `2/9/1945`, `1945-09-02`, `9/2018`, `1/3`, `2020-2025`, `2-9` or `2-0`.

    `10-12/6` are some days of a month.
    """
    parts = _parts(text)
    apart: Reading = frozenset(("n", part) for part in parts)
    if _DAYS.match(text):
        month = parts.pop(2)
        days: Reading = frozenset([*(("n", part) for part in parts), ("m", month)])
        return (days, apart) if month <= 12 else (apart,)
    if len(parts) == 2:
        found = [*_pair(*parts, slash="/" in text, month_first=month_first)]
        part = "/" in text and parts[0] == 1 and found  # `1/3` is never one and three
        return tuple(found) if part else (*found, apart)
    if len(_PARTS.findall(text)[0]) == 4:  # as ISO 8601 has it
        parts.reverse()
        month_first = False
    pairs = [(parts[0], parts[1]), (parts[1], parts[0])][: 1 + month_first]
    years = {("n", parts[2]), ("n", parts[2] + (2000 if parts[2] < 50 else 1900))}
    found = [
        frozenset({("n", day), ("m", month), year})
        for day, month in pairs
        for year in (years if parts[2] < 100 else {("n", parts[2])})
        if month <= 12
    ]
    return tuple(found) or (apart,)


def _pair(first: int, second: int, *, slash: bool, month_first: bool) -> Iterator[Reading]:
    """What two numbers with a mark between them may be, besides two numbers."""
    if first > 1000 and first % 100 < second < 100:  # `2020-25`
        yield frozenset({("n", first), ("n", first // 100 * 100 + second)})
    for day, month in ((first, second), (second, first))[: 1 + (month_first or second > 31)]:
        if 1 <= month <= 12:
            yield frozenset({("n", day), ("m", month)})
    if slash and second:
        yield number(Fraction(first, second))


def months(text: str) -> tuple[Reading, ...]:
    """The reading of `3-5` as months."""
    parts = _parts(text)
    return (frozenset(("m", part) for part in parts),) if max(parts) <= 12 else ()


def hour(hours: int, minutes: int, half: str) -> tuple[Reading, ...]:
    """The readings as an hour of the day: both where `half` does not say which."""
    early = hours % 12 * 60 + minutes
    late = early + 720
    if hours % 24 in {0, *range(13, 24)}:
        early = late = hours % 24 * 60 + minutes
    told = {"am": early, "pm": late, "noon": early if 9 < hours < 12 else late,
            "night": late if 6 < hours < 12 else early}  # fmt: skip
    times = (told[half],) if half else (early, late) if hours else (early,)
    return tuple(frozenset({("t", time)}) for time in times)


def time(text: str, decimal: str, half: str) -> tuple[Reading, ...]:
    """The readings of `14h30` or `14:30`: an hour, a score, a time in hours and minutes."""
    hours, minutes = _parts(text)
    apart: Reading = frozenset({("n", hours), ("n", minutes)})
    written = number(plain(f"{hours}{decimal[0]}{minutes:02}", decimal))
    return *hour(hours, minutes, half), apart, written


def tall(text: str) -> tuple[Reading, ...]:
    """The readings of `1m75`: metres, centimetres, or both apart."""
    metres, rest = _PARTS.findall(text)
    exact = Fraction(int(metres + rest), 10 ** len(rest))
    apart: Reading = frozenset({("n", int(metres)), ("n", int(rest))})
    return number(exact), number(exact * 100), apart


def phone(text: str) -> tuple[Reading, ...]:
    """The reading of a telephone number, however its digits are grouped."""
    digits = _NO_DIGIT.sub("", text)
    return (number(int(digits.removeprefix("84"))),)


def _parts(text: str) -> list[int]:
    return [int(part[:_LONGEST]) for part in _PARTS.findall(text)]


def roman(word: str) -> Mention:
    """The mention of a number in Roman numerals; of one letter, it may be none."""
    values = [_ROMANS[letter] for letter in word]
    after = [*values[1:], 0]
    value = sum(v if v >= n else -v for v, n in zip(values, after, strict=True))
    sure = len(word) > 1 and set(word) <= set("IVX")
    return Mention(word, (number(value),), Weight.SPELLED if sure else Weight.SOFT)
