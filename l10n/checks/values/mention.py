"""What a number, a date or an hour in a text may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

RANKS = ("thứ ", "Thứ ", "第")
"""What makes a rank of the number behind it."""
_RANK = re.compile(
    r"first|second|third|\w+th|premi(?:er|ère)s?|seconde?|\w+ième|primer[oa]?|segund[oa]|tercer[oa]?"
    r"|(?:cuart|quint|sext|séptim|octav|noven|décim)[oa]|перв\w+|втор\w+|трет\w+|четв[её]рт\w+"
    r"|(?:пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ого|ому|ым|ом|ую)"
    r"|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[mnrs]?",
    re.IGNORECASE,
)
"""Words that say by themselves that they are ranks."""

Atom = tuple[str, Fraction | int]
"""`("n", 15)` a number, `("m", 9)` a month, `("q", 3)` a quarter, `("t", 150)` minutes of a day."""
Reading = frozenset[Atom]
"""Atoms that have to be on the other side together."""


_PAIRED = re.compile(r"\d+[–-]\d+")


class Weight(IntEnum):
    """How sure it is that the other side has to say the value too."""

    SOFT = 0
    """May stand for a number, and often does not: `năm`, `first`, `both`."""
    SPELLED = 1
    """A number in words that is nothing else: `mười lăm`, `fifteen`."""
    FIRM = 2
    """Written with digits, or the name of a month."""


class Mention(NamedTuple):
    """One value in a text."""

    text: str
    """As written."""
    readings: tuple[Reading, ...]
    """What it may mean, the likeliest first: `1/3` is a third or the first of March."""
    weight: Weight = Weight.FIRM

    @property
    def value(self) -> Fraction | int:
        """The value of a plain number, else 0."""
        (kind, value), *more = self.readings[0]
        return value if kind == "n" and not more else 0

    @property
    def scale(self) -> bool:
        """Whether it is a thousand, a million… that nothing counts."""
        known = len(self.text) > 2 and self.weight is Weight.SOFT
        return known and self.value >= 1000 and str(self.value).strip("0") == "1"

    @property
    def counts(self) -> bool:
        """Whether it is more than half of a word: `thế kỷ`, `thập niên`."""
        return self.text.lower() not in {"kỷ", "thập"}

    @property
    def named(self) -> bool:
        """Whether it is the end of a name: `COVID-19`."""
        return self.text[:1].isupper() and "-" in self.text and self.text[-1:].isdecimal()

    @property
    def rank(self) -> bool:
        """Whether words say which one it is: the first, the second and so on."""
        return self.text.startswith(RANKS) or is_rank(self.text)

    @property
    def digit(self) -> bool:
        """Whether it is a word from two to nine, and no `third` for a `two`."""
        word = self.text.lower()
        counts = is_digit(word, self.value) or (is_few(self.value) and not self.rank)
        return self.weight is Weight.SOFT and counts

    @property
    def share(self) -> bool:
        """Whether it may be a part of something: `nửa`, `a third`."""
        shares = (v for reading in self.readings for _, v in reading if v != int(v) and v < 1)
        return self.weight is Weight.SOFT and any(shares)

    def exact(self, kind: str) -> Fraction | int | None:
        """The one hour or the one quarter that it may be: no hour if it may be am and pm."""
        times = [value for reading in self.readings for known, value in reading if known == kind]
        return times[0] if len(times) == 1 else None

    @property
    def either(self) -> tuple[Fraction | int, ...]:
        """The two hours of a day that it may be, 12 hours apart, or nothing."""
        times = [v for reading in self.readings for kind, v in reading if kind == "t"][:2]
        return tuple(times) if len({*times}) > 1 else ()

    @property
    def paired(self) -> bool:
        """Whether it is two numbers with a dash between: `3-2`, `2020–2025`."""
        dash = "-" in self.text or "–" in self.text
        return dash and _PAIRED.fullmatch(self.text) is not None

    def like(self, other: Mention) -> bool:
        """Whether one of its readings holds one of the other's, or is part of it."""
        return any(a <= b or b <= a for a in self.readings for b in other.readings)

    @property
    def months(self) -> frozenset[Atom]:
        """The months that it may name."""
        return frozenset(a for reading in self.readings for a in reading if a[0] == "m")

    def said_by(self, atoms: frozenset[Atom]) -> bool:
        """Whether `atoms` hold one of its readings."""
        return any(reading <= atoms for reading in self.readings)


def atoms_of(mentions: Iterable[Mention]) -> frozenset[Atom]:
    """All that mentions may say."""
    return frozenset(atom for m in mentions for reading in m.readings for atom in reading)


def is_rank(word: str) -> bool:
    """Whether a word says by itself which one it is: `third`, `troisième`."""
    return _RANK.fullmatch(word) is not None


def is_digit(word: str, value: Fraction | int) -> bool:
    """Whether a word is one from four to nine: `năm` mostly is a year, and `tư` in `đầu tư`."""
    return 3 < value < 10 and word not in {"năm", "tư"}


def is_few(value: Fraction | int) -> bool:
    """Whether it is two or three, for which many words stand that are no number."""
    return value in {2, 3}


def number(value: Fraction | int) -> Reading:
    """The reading as a plain number."""
    return frozenset({("n", value)})
