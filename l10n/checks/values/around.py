"""What stands around a number and says what it is: an hour, a decade, a month, below zero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from l10n.checks.text import small
from l10n.checks.values.mention import Reading, number

_HOUR = re.compile(
    r"(?:[ap]\.?\s?m\b|giờ|heures?\b|o[’']clock|Uhr\b|hs?\b|点|點|時|时|시|час|ч\b|ໂມງ|ម៉ោង)",
    re.IGNORECASE,
)
_COUNTED = r"(?:giờ|phút|h\b|heures?|horas?|часов|часа?|Uhr|ໂມງ)?\s?"
_MORNING = re.compile(
    _COUNTED
    + r"(?:a\.?\s?m\b|(?:(?:rạng )?sáng|matin|du matin|de la mañana|de la madrugada|in the morning"
    r"|утра|morgens|vormittags)(?!\w)|ເຊົ້າ|ព្រឹក)",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(
    _COUNTED + r"(?:p\.?\s?m\b|(?:chiều|tối|de l[’']après-midi|du soir|de la tarde|in the afternoon"
    r"|in the evening|дня|вечера|пополудни|nachmittags|abends)(?!\w)|ແລງ|រសៀល|ល្ងាច)",
    re.IGNORECASE,
)
_NOON = re.compile(
    _COUNTED + r"(?:(?:trưa|del mediodía|mittags)(?!\w)|ຕອນທ່ຽງ|ថ្ងៃត្រង់)", re.IGNORECASE
)
_NIGHT = re.compile(
    _COUNTED + r"(?:(?:đêm|khuya|at night|de la noche|ночи|nachts)(?!\w)|ກາງຄືນ|យប់)", re.IGNORECASE
)
_HALVES = (("am", _MORNING), ("pm", _AFTERNOON), ("noon", _NOON), ("night", _NIGHT))
_BEFORE = re.compile(
    r"(?:(?P<am>上午|早上|早晨|凌晨|清晨|午前|未明|早朝|朝|오전|새벽|아침)|(?P<pm>下午|晚上|傍晚|午後|夕方|오후|저녁)"
    r"|(?P<noon>中午|正午|昼|낮)|(?P<night>夜里|夜间|夜間|深夜|午夜|半夜|夜|밤))\s?$"
)
_DECADE = re.compile(r"(?:thập (?:niên|kỷ)|năm|années|años|[’'‘])\s?$", re.IGNORECASE)
_DECADE_AFTER = re.compile(r"s(?!\w)|-?[еe]r?(?!\w)|-?х(?!\w)|年代|년대")
_OF_CENTURY = re.compile(r"năm \d0 (?:của )?thế kỷ $", re.IGNORECASE)
_TENS = ("ties", "iger", "iers")
_SINCE = re.compile(r"\s?(?:[-–—~～至到]|から|부터|(?:to|through|à|a|bis|по)(?!\w))\s?")
_JANUARY = re.compile(
    rf"(?:January|janvier|enero|Januar|январ\w{{1,2}}|(?<!\d)1[月월]?){_SINCE.pattern}$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"[月월](?![間间])|(?:(?:st|nd|rd|th|er?|\.?º|\.)[ \u00a0])?(?:lunar month"
    r"|month (?:of|in) the lunar"
    r"|mois (?:lunaire|du calendrier lunaire)|mes (?:lunar|del calendario lunar)|лунного месяца"
    r"|Mondmonats?)(?!\w)"
)
_NUMBER_AFTER = re.compile(r"\.?\s\d")
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|º|\.)?(?: of| de)?\s$")
_DAY = 8
"""Characters of the longest, at most."""
_MINUS = re.compile(
    r"(?:(?<![^\s(])[-−–]|(?<!\w)(?:âm|minus|negative|минус|(?<!au )(?<!du )moins|(?<!al )menos)\s"
    r"|零下|[负負]|マイナス|氷点下|영하\s?|ລົບ\s?|ដក\s?)$",
    re.IGNORECASE,
)
_MINUS_ENDS = frozenset(["âm", "us", "ve", "ус", "ns", "os", "영하", "ົບ", "ដក"])
"""How the words for a minus end: what is quicker to look at than the pattern."""
_DEGREES = re.compile(
    r"(?:độ|°|º|℃|degrees?\b|degrés?\b|grados?\b|Grad\b|градус|度|도|ອົງສາ|អង្សា)", re.IGNORECASE
)
_POWER = re.compile(r"(?:(?<![^\W\d_])(?:[kcd]?m|CO))$")
_NAME = re.compile(r"[A-ZĐ][^\W\d_]{0,14}-$")
_TO = re.compile(r"(?<!\w)[A-Z]2[A-Z](?![^\W_])")
"""A `to` that sounds like a number: `B2B`."""
_BELOW = re.compile(
    r"[^.;,]{0,24}\s(?:below (?:zero|freezing)|au-dessous de zéro|sous zéro|bajo cero|unter null"
    r"|ниже нуля|мороза|dưới (?:0|không))",
    re.IGNORECASE,
)


_HALF_MORE = re.compile(
    r"(?:(?:năm|tháng|tuần|ngày|giờ|tiếng|years?|months?|weeks?|days?|hours?|ans?|mois|semaines?"
    r"|heures?|años?|mes(?:es)?|semanas?|horas?)\s(?:rưỡi|and a half|et demie?|y medi[oa])"
    r"|(?:年|个月|個月|か月|カ月|小时|時間|년|개월|시간)\s?[半반])(?![^\W\d_])",
    re.IGNORECASE,
)
_TIMES = (
    (10, r"thập (?:kỷ|niên)|decades?|décennies?|décadas?|десятилети\w*|Jahrzehnten?|yến"),
    (12, r"tá|dozen|douzaines?|docenas?|дюжин\w?|Dutzend"),
    (100, r"thế kỷ|century|centuries|siècles?|siglos?|век\w*|столети\w*|Jahrhunderte?n?|tạ"),
    (1000, r"thiên niên kỷ|millenni(?:um|a)|millénaires?|milenios?|тысячелети\w*|Jahrtausende?n?"),
)
_MULTIPLES = re.compile(
    r"(?:" + "|".join(f"({words})" for _, words in _TIMES) + r")(?!\w)", re.IGNORECASE
)
_PARTS = re.compile(r"pp([mb])(?!\w)")
"""Parts of a million, of a billion."""
_TENTHS = re.compile(r"割|成(?![立为為功员員长長本果绩績就都年分])")


_AFTER = (
    _HOUR,
    _MORNING,
    _AFTERNOON,
    _NOON,
    _NIGHT,
    _MONTH,
    _DEGREES,
    _HALF_MORE,
    _MULTIPLES,
    _TENTHS,
    _PARTS,
)
_ALL = "|".join([*(f"(?:{after.pattern})" for after in _AFTER), r"phần|ສ່ວນ|ភាគ|分之|分の|분의"])
_SAYS = re.compile(small(_ALL))
"""In lower case."""
_SAID = 40
"""Characters that the longest of them has, and more."""


def after(text: str, end: int) -> int:
    """Where what may say what a number is begins, or 0: most numbers just count something."""
    at = end + 1 if text[end : end + 1].isspace() else end
    return at if _SAYS.match(text[at : at + _SAID].lower()) else 0


def counted(text: str, at: int, value: Fraction | int) -> Iterator[Fraction | int]:
    """What a number comes to with what it counts: `hai năm rưỡi`, `2年半`, `two dozen`, `3割`."""
    if _HALF_MORE.match(text, at):
        yield value + Fraction(1, 2)
    if _TENTHS.match(text, at):
        yield value * 10
    if parts := _PARTS.match(text, at):
        yield Fraction(value) / (10**6 if parts[1] == "m" else 10**9)
    if found := _MULTIPLES.match(text, at):
        yield value * _TIMES[(found.lastindex or 1) - 1][0]


def is_power(text: str, start: int) -> bool:
    """Whether a digit at `start` belongs to a unit, a formula or a word: `m2`, `CO2`, `B2B`."""
    power = _POWER.search(text[max(0, start - 4) : start])
    return bool(power or (start and _TO.match(text, start - 1)))


def is_hour(text: str, at: int) -> bool:
    """Whether the number before `end` tells the time."""
    return _HOUR.match(text, at) is not None


def half(text: str, start: int, at: int) -> str:
    """`am`, `pm`, `noon` or `night`, whatever the language says for it, or "" for none of them."""
    if before := _BEFORE.search(text[max(0, start - 4) : start]):
        return before.lastgroup or ""
    return next((half for half, words in _HALVES if words.match(text, at)), "") if at else ""


def is_decade(text: str, start: int, end: int) -> bool:
    """Whether a number such as 80 stands for ten years."""
    if _DECADE_AFTER.match(text, end) or text.endswith(_TENS, start, end):
        return True
    return _DECADE.search(text[max(0, start - 12) : start]) is not None


def is_known_century(text: str, start: int) -> bool:
    """Whether a decade says the century already: `những năm 80 của thế kỷ XX`."""
    return text.endswith("kỷ ", 0, start) and _OF_CENTURY.search(text[:start][-32:]) is not None


def is_since(text: str, end: int) -> bool:
    """Whether a span begins with the month that ends there: `January–November`."""
    return _SINCE.match(text, end) is not None


def month(text: str, start: int, value: Fraction | int) -> list[Reading]:
    """The readings of a month: how many there are too, where it ends a span since January."""
    since = _JANUARY.search(text[max(0, start - 18) : start])
    return [frozenset({("m", value)}), *([number(value)] if since else [])]


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a word has a number beside it, as the name of a month has: `March 12`, `12 mai`."""
    before = text[max(0, start - _DAY) : start]
    return bool(_NUMBER_AFTER.match(text, end) or _NUMBER_BEFORE.search(before))


def is_month(text: str, at: int) -> bool:
    """Whether the number before `end` is a month's: `3月`, `the third lunar month`."""
    return _MONTH.match(text, at) is not None


def negative(text: str, start: int, at: int) -> tuple[bool, bool]:
    """Whether a number has a minus, and whether it has to be kept: `giảm -5%` is a fall by 5%."""
    degrees = at > 0 and _DEGREES.match(text, at) is not None
    before = text[start - 1 : start]
    sign = before == "-" or not before.isascii()
    sign = sign or (before == " " and text[max(0, start - 3) : start - 1].lower() in _MINUS_ENDS)
    minus = _MINUS.search(text[max(0, start - 12) : start]) if sign else None
    if not minus and not (degrees and _BELOW.match(text, at)):
        return False, False
    return True, degrees


def ends_name(text: str, start: int) -> bool:
    """Whether a number is the end of a name: `COVID-19`, `V8`."""
    before = text[max(0, start - 2) : start]
    return before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha())


def name(text: str, start: int) -> int:
    """Where the name begins that a number at `start` ends, if it does: `COVID-19`."""
    found = text.endswith("-", 0, start) and _NAME.search(text, max(0, start - 16), start)
    return found.start() if found else start
