"""What words around an hour make of it: `half past two`, `без четверти шесть`, `8 giờ kém 15`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache

from l10n.checks.text import has_any
from l10n.checks.values import around
from l10n.checks.values.digits import hour
from l10n.checks.values.mention import Reading, number

_DOTTED = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
"""An hour as the British write it: `2.30 p.m.`"""
_HALVES = ("rưỡi", "半", "반", "et demi", "y media", "с половиной", "ເຄິ່ງ", "កន្លះ")
"""After an hour, 30 minutes."""
_COUNTED = (5, 10, 15, 20, 25, 30)


def _added(
    forms: str, words: str, *, hours: int = 0, less: bool = False
) -> Iterator[tuple[str, tuple[int, int]]]:
    """By what is said, the hours and the minutes that it adds; `#` stands for a word of `words`."""
    for minutes, group in zip(_COUNTED, words.split(), strict=False):
        for word in group.split("|"):
            for form in forms.split("|"):
                said = form.replace("#", word.replace("_", " "))
                yield said, (hours, 60 - minutes if less else minutes)


_EN = "five ten quarter twenty twenty-five half"
_DE = "fünf zehn Viertel zwanzig"
_RU = "пять_минут десять_минут четверть двадцать_минут двадцать_пять_минут половине|половина"
_BEFORE = dict([
    *_added("# past |# minutes past ", _EN),
    *_added("# to |# minutes to ", _EN, hours=-1, less=True),
    *_added("# nach ", _DE), *_added("# vor ", _DE, hours=-1, less=True),
    ("halb ", (-1, 30)), ("drei viertel ", (-1, 45)), ("dreiviertel ", (-1, 45)),
    *_added("# ", _RU, hours=-1),
    *_added("без # |без # минут ", "пяти десяти четверти двадцати двадцати_пяти",
            hours=-1, less=True),
])  # fmt: skip
_AFTER = dict([
    *_added(" giờ kém #", "5|năm 10|mười 15|mười_lăm 20|hai_mươi 25", hours=-1, less=True),
    *_added(" heures moins #| heure moins #", "cinq dix le_quart vingt vingt-cinq",
            hours=-1, less=True),
    *_added(" heures et #| heure et #", "cinq dix quart"),
    *_added(" menos #", "cinco diez cuarto veinte veinticinco", hours=-1, less=True),
    *_added(" y #", "cinco diez cuarto veinte veinticinco"),
])  # fmt: skip
_SAID = _BEFORE | _AFTER
_ENDS, _BEGINNINGS = tuple(_BEFORE), tuple(_AFTER)
_LAST, _FIRST = {said[-2:] for said in _ENDS}, {said[:2] for said in _BEGINNINGS}
"""Letters that tell that there is nothing of these: what is quicker to look at."""


_NAMES = {
    "vi": "|nửa đêm", "en": "noon,midday|midnight", "fr": "midi|minuit",
    "es": "mediodía|medianoche",
    "de": "mittag|mitternacht", "ru": "полдень,полудня,полудню|полночь,полуночи,полночи",
    "zh": "正午,中午|午夜", "ja": "正午|真夜中", "ko": "정오|자정", "lo": "ຕອນທ່ຽງ|ທ່ຽງຄືນ",
    "km": "ថ្ងៃត្រង់|អធ្រាត្រ",
}  # fmt: skip
"""By language, what noon is called, and midnight."""
_NOON = number(12), frozenset({("t", 720)})
_MIDNIGHT = number(0), number(12), number(24), frozenset({("t", 0)})


@cache
def names(language: str) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of the words that name an hour of the day."""
    noon, _, midnight = _NAMES.get(language, "").partition("|")
    known = dict.fromkeys(filter(None, noon.split(",")), _NOON)
    return known | dict.fromkeys(filter(None, midnight.split(",")), _MIDNIGHT)


def past(text: str, start: int, end: int, hours: Fraction | int) -> tuple[Reading, ...]:
    """The readings as an hour of the day of a number at `start`, by the words around it."""
    if not (0 < hours <= 24):
        return ()
    end -= 2 * text.endswith(" y", start, end)  # `ocho y cuarto`
    said: list[str] = []
    if text[max(0, start - 2) : start] in _LAST and text.endswith(_ENDS, 0, start):
        said = [said for said in _ENDS if text.endswith(said, 0, start)]
    elif text[end : end + 2] in _FIRST:
        said = [said for said in _BEGINNINGS if text.startswith(said, end)]
    if not said:
        return ()
    more, minutes = _SAID[max(said, key=len)]
    return hour(int(hours) + more, minutes, "")


def hours(text: str, start: int, end: int, after: int, value: Fraction | int) -> list[Reading]:
    """The hours of the day that a number of one word may mean by what stands at `after`."""
    more: list[Reading] = []
    half = around.half(text, start, after)
    told = half or around.is_hour(text, after)
    if value <= 24 and value == int(value) and told:
        more += hour(int(value), 0, half)
        if has_any(text[end : end + 16], _HALVES):
            more += hour(int(value), 30, half)
    dotted = _DOTTED.fullmatch(text, start, end)
    if dotted and told:
        more += hour(int(dotted[1]), int(dotted[2]), half)
    return more
