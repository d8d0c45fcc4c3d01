"""The words for numbers of a language, and how they add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, in lower case."""

    units: Mapping[str, Fraction | int]
    """Words below 100 that add: `five`, `fifteen`, `fifty`, ordinals too."""
    small: Mapping[str, int]
    """Words that multiply what is just before them: `mươi`, `hundred`."""
    big: Mapping[str, int]
    """Words that multiply all before them up to the last of their kind: `nghìn`, `million`."""
    joins: frozenset[str] = frozenset()
    """Words that may stand within a number: `and`, `linh`."""
    fixed: Mapping[str, tuple[Fraction | int, ...]] = field(default_factory=dict)
    """Words with values of their own, as alternatives: `half`, `dozen`, `both`."""
    parts: Mapping[str, int] = field(default_factory=dict)
    """Denominators: `thirds`, `tiers`."""
    months: Mapping[str, int] = field(default_factory=dict)
    """Names of months that are nothing else."""
    loose_months: Mapping[str, int] = field(default_factory=dict)
    """Names of months that are other words too: `may`, `mars`."""
    half: Mapping[str, tuple[Fraction | int, ...]] = field(default_factory=dict)
    """What adds half of the last scale, or a half: `rưỡi`, `and a half`; values as in `fixed`."""
    spaced: bool = True
    """Whether spaces part words."""


Item = tuple[str, Fraction | int]
"""`unit`, `small`, `big` or `half`, and the value."""


class Sum:
    """Adds up the words of one number, from left to right."""

    def __init__(self) -> None:
        self.total: Fraction | int = 0
        self.group: Fraction | int = 0
        self.pending: Fraction | int = 0
        self.last: Item = ("", 0)
        self.scale: Fraction | int = 0
        self.added: Fraction | int = 0

    def takes(self, item: Item) -> bool:
        """Whether `item` can go on the number, or starts another one."""
        kind, value = item
        if kind == "unit" and self.last[0] == "unit":
            after_zero = not self.last[1] and bool(self.group or self.total)  # `一百零五`
            return 0 < value < (10 if after_zero else _room_after(self.last[1]))
        if kind == "unit" and self.last[0]:
            return value < self.last[1]
        if kind == "big" and self.last[0] == "unit" and self.scale:
            return value < self.scale or self.last[1] < self.scale < value
        return True

    def add(self, item: Item) -> None:
        """Put `item` at the end of the number."""
        kind, value = item
        if kind == "unit":
            self.pending += value
        elif kind == "half":
            scale = self.last[1] if self.last[0] in {"small", "big"} else 1
            self.pending += Fraction(scale) / 2
        elif kind == "small":
            many = self.pending if self.last[0] == "unit" else self.pending or 1  # `không trăm`
            self.group += many * value
            self.pending = 0
        else:
            self._add_big(value)
        self.last = item

    def _add_big(self, value: Fraction | int) -> None:
        head = self.group + self.pending
        if self.scale and value > self.scale and self.last[0] != "big":  # `1 nghìn 500 tỷ`
            self.added = self.total = (self.total + head) * value
        elif self.last[0] == "big":
            self.total += self.added * (value - 1)
            self.added *= value
        else:
            self.added = (head or 1) * value
            self.total += self.added
        self.group = self.pending = 0
        self.scale = value

    @property
    def value(self) -> Fraction | int:
        """The number so far."""
        return self.total + self.group + self.pending


def _room_after(tens: Fraction | int) -> int:
    """What a word after `tens` has to be below: `soixante-dix`, `ciento veinte`."""
    if tens >= 100:
        return 100
    if tens < 10 or tens % 10:
        return 0
    return 20 if tens in {60, 80} else 10


def digit_by_digit(items: Sequence[Item]) -> bool:
    """Whether a number is written as figures are: `一九四五`."""
    return len(items) > 2 and all(kind == "unit" and value < 10 for kind, value in items)


def add_up(items: Sequence[Item]) -> list[tuple[Fraction | int, int]]:
    """The numbers that `items` say one after the other, each with the count of its items."""
    if len(items) == 1 and items[0][0] != "half":
        return [(items[0][1], 1)]
    found: list[tuple[Fraction | int, int]] = []
    current, count = Sum(), 0
    for item in items:
        if count and not current.takes(item):
            found.append((current.value, count))
            current, count = Sum(), 0
        current.add(item)
        count += 1
    if count:
        found.append((current.value, count))
    return found
