"""Numbers, dates and hours that are written with digits."""

from __future__ import annotations

import re
from fractions import Fraction

from l10n.checks.values.mention import Reading, number

_SPACES = re.compile(r"[\u00a0\u202f '’]")
_PARTS = re.compile(r"\d+")


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
    text = _SPACES.sub("", text)
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
    digits = re.sub(r"\D", "", rest)
    return Fraction(int(re.sub(r"\D", "", whole) + digits), 10 ** len(digits))


def date(text: str, *, month_first: bool) -> tuple[Reading, ...]:
    """The readings of `2/9/1945`, `1945-09-02`, `9/2018`, `1/3`, `2020-2025` or `2-0`."""
    parts = [int(part[:_LONGEST]) for part in _PARTS.findall(text)]
    apart: Reading = frozenset(("n", part) for part in parts)
    found: list[Reading] = []
    if len(parts) == 3:
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
    elif "/" in text or parts[1] > 1900:
        for day, month in (parts, parts[::-1]):
            if 1 <= month <= 12:
                found.append(frozenset({("n", day), ("m", month)}))
        if parts[1]:
            found.append(number(Fraction(parts[0], parts[1])))
            if parts[0] == 1 and "/" in text:
                return tuple(found)
    return (*found, apart) if len(parts) == 2 or not found else tuple(found)


def hour(hours: int, minutes: int = 0) -> Reading:
    """The reading as an hour of the day, morning and afternoon alike."""
    return frozenset({("t", hours % 12 * 60 + minutes)})


def time(text: str, decimal: str) -> tuple[Reading, ...]:
    """The readings of `14h30` or `14:30`: an hour, a score, a time in hours and minutes."""
    hours, minutes = (int(part[:_LONGEST]) for part in _PARTS.findall(text))
    apart: Reading = frozenset({("n", hours), ("n", minutes)})
    written = number(plain(f"{hours}{decimal[0]}{minutes:02}", decimal))
    return hour(hours, minutes), apart, written
