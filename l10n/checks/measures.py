"""The check of what numbers count: currencies, areas, lengths, weights, per cent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache

from l10n.checks.base import Problem, Subject
from l10n.checks.text import LONGEST, language, lowered, small
from l10n.checks.values import mentions
from l10n.checks.values.languages import numerals_of
from l10n.model import Severity

Number = Fraction | int
_DEGREES = r"(?:°|º|độ|degrees?|degrés?|grados?|Grad|градус\w{0,3})[ \u00a0\u202f]?"
_UNITS: tuple[tuple[str, str, str], ...] = (
    (
        "vnd",
        "money",
        (
            r"đồng(?! bào| thời| chí| ý| loạt| minh| bộ| hành| đều| tình| nghĩa|ng)"
            r"|VND|VNĐ|₫|[dD]ongs?\b|донг|(?:越南?)?盾"
            r"|ドン|(?<=[\d억만조천 \u00a0])동(?:(?![가-힣])|(?=[에을의은이과으]))|ດົ່?ງ|ដុង"
        ),
    ),
    (
        "usd",
        "money",
        (
            r"USD|US\$|\$|đô[ -]la|dollars?|dólar(?:es)?|долл|美元|米?ドル|달러|Dollar|ໂດລາ"
            r"|ដុល្លារ"
        ),
    ),
    (
        "eur",
        "money",
        r"EUR\b|[eE]uros?\b|€|евро|欧元|ユーロ|유로|ເອີໂຣ|ເອີໂລ|អឺរ៉ូ",
    ),
    (
        "jpy",
        "money",
        r"yên\b|JPY|[yY]en(?:es)?\b|¥|иен|日元|円|엔|ເຢນ|យ៉េន",
    ),
    (
        "cny",
        "money",
        r"nhân dân tệ|NDT\b|CNY|RMB|[yY]uan(?:e?s)?\b|юан|人民币|人民元|위안|ຢວນ|យ័ន",
    ),
    (
        "krw",
        "money",
        r"KRW|won\b|вон\b|韩元|ウォン",
    ),
    (
        "pound",
        "money mass",
        (
            r"bảng\b|pounds?\b|£|livres? sterling|libras? esterlinas?|фунт|英镑|ポンド"
            r"|파운드"
        ),
    ),
    (
        "points",
        "share",
        (
            r"điểm phần trăm|điểm %|percentage[ -]points?|points? de pourcentage"
            r"|puntos? porcentual(?:es)?|процентн\w{1,4} пункт|п\. ?п\.|个?百分点"
            r"|(?:パーセント)?ポイント|%p\b|%포인트"
            r"|퍼센트 ?포인트|Prozentpunkte?n?|ຈຸດ(?:ເປີເຊັນ|ສ່ວນຮ້ອຍ)|ຈຸດ ?%|(?:ចំណុច|ពិន្ទុ)ភាគរយ"
        ),
    ),
    (
        "celsius",
        "temperature",
        rf"{_DEGREES}(?:C\b|Celsius|Цельси)|℃|摄氏度",
    ),
    (
        "fahrenheit",
        "temperature",
        rf"{_DEGREES}(?:F\b|Fahrenheit|Фаренгейт)|℉|华氏度",
    ),
    (
        "degree",
        "angle",
        (
            r"°|º|℃|độ(?! Richter| tuổi| mặn| cao| sâu| dài)\b|degrees?\b|degrés?\b|grados?\b"
            r"|Grad\b|градус|度|도|ອົງສາ|អង្សា"
        ),
    ),
    (
        "percent",
        "share",
        (
            r"%|％|phần trăm|per ?cent\b|pour cent\b|por ciento|процент|パーセント|퍼센트"
            r"|Prozent\b|ເປີເຊັນ|ສ່ວນຮ້ອຍ|ភាគរយ"
        ),
    ),
    (
        "km²",
        "area",
        (
            r"km²|km2|(?:km|ki-?lô-?mét) vuông|square kilomet(?:re|er)s?|sq\.? ?km"
            r"|kilomètres? carrés?|kilómetros? cuadrados?|кв\.? ?км|км²"
            r"|квадратн\w{1,4} километр|平方公里|平方千米|平方キロ|제곱킬로미터|㎢|Quadratkilometer"
            r"|ກິໂລຕາແມັດ|ກິໂລແມັດມົນທົນ|ຕາລາງກິໂລແມັດ|គីឡូម៉ែត្រ(?:ការ៉េ|ក្រឡា)"
        ),
    ),
    (
        "m²",
        "area",
        (
            r"m²|m2\b|(?:m|mét) vuông|square met(?:re|er)s?|sq\.? ?m\b|mètres? carrés?"
            r"|metros? cuadrados?|кв\.? ?м\b|м²|平方米|平方メートル|제곱미터|㎡|Quadratmeter"
            r"|ຕາແມັດ|ແມັດມົນທົນ|ຕາລາງແມັດ|ម៉ែត្រ(?:ការ៉េ|ក្រឡា)"
        ),
    ),
    (
        "ha",
        "area",
        (
            r"ha\b|héc-?ta|hecta(?:re)?s?\b|hectáreas?|га\b|гектар|公顷|ヘクタール|헥타르"
            r"|Hektar|ເຮັກຕາ|ຮຕ|ហិកតា"
        ),
    ),
    (
        "km",
        "length",
        (
            r"km\b|ki-?lô-?mét|kilomet(?:re|er)s?|kilomètres?|kilómetros?|км\b|километр|公里|千米"
            r"|キロメートル|킬로미터|㎞|Kilometer|ກິໂລແມັດ|គីឡូម៉ែត្រ"
        ),
    ),
    (
        "cm",
        "length",
        (
            r"cm\b|xen-?ti-?mét|centimet(?:re|er)s?|centimètres?|centímetros?|см\b|сантиметр"
            r"|厘米|センチ|센티미터|Zentimeter|ຊັງຕີແມັດ|ຊັງຕິແມັດ|សង់ទីម៉ែត្រ"
        ),
    ),
    (
        "m³",
        "volume",
        (
            r"m³|m3\b|(?:m|mét) khối|cubic met(?:re|er)s?|mètres? cubes?|metros? cúbicos?"
            r"|куб(?:ометр|ическ\w{1,3} метр|\.? ?м\b)|м³|立方米|立方メートル|세제곱미터|㎥"
            r"|Kubikmeter"
        ),
    ),
    (
        "l",
        "volume",
        r"l[ií]t\b|lit(?:re|er|ro)s?\b|литр|升(?![至到级为高])|リットル|리터|Liter\b",
    ),
    (
        "m",
        "length",
        (
            r"m\b(?!²)|mét\b|met(?:re|er)s?\b|mètres?\b|metros?\b|метр|м\b|米(?!ドル)|メートル"
            r"|미터|Meter|ແມັດ|ម៉ែត្រ"
        ),
    ),
    (
        "kg",
        "mass",
        (
            r"kg\b|ki-?lô-?gam|kilograms?|kilos?\b|kilogrammes?|kilogramos?|кг\b|килограмм"
            r"|公斤|千克|キログラム|킬로그램|㎏|Kilogramm|ກິໂລກຣາມ|ກິໂລກຼາມ|គីឡូក្រាម"
        ),
    ),
    (
        "t",
        "mass",
        r"tấn\b|tons?\b|tonnes?\b|toneladas?|тонн|吨|トン|톤|Tonnen?\b|ໂຕນ|តោន",
    ),
    ("kW", "power", r"kW(?![h·])\b(?! giờ)|kilo-?watts?\b(?!-)|кВт\b(?![ ·⋅*-]?ч)|千瓦(?![时時])"),
    ("MW", "power", r"MW(?![h·])\b(?! giờ)|mega-?watts?\b(?!-)|МВт\b(?![ ·⋅*-]?ч)|兆瓦(?![时時])"),
    ("GW", "power", r"GW(?![h·])\b(?! giờ)|giga-?watts?\b(?!-)|ГВт\b(?![ ·⋅*-]?ч)|吉瓦(?![时時])"),
)
"""What each is called in any language; the longer before what it holds."""
_TOLD = {
    "vnd": "money",
    "usd": "money",
    "eur": "money",
    "points": "share",
    "percent": "share",
    "degree": "angle",
    "celsius": "angle",
    "fahrenheit": "angle",
}
"""Units that a number does not go without, however often they are named."""
_OTHER_WORDS = {
    "money": ("money", r"\bm?bn\b"),
    "share": ("百分之", r"pct?\b|percent", "割"),
    "angle": (r"\d ?[CF]\b", "magnitude?|магнитуд|震级|マグニチュード|규모"),
}
_NUMBER = re.compile(r"\d(?<![\d.,]\d)[\d.,]{0,20}(?<=\d)(?:[ \u00a0\u202f]\d{3}(?!\d)){0,5}")
_SIGN = re.compile(r"(us\$|\$|€|£|vnd|usd|eur|₫)[ \u00a0]?\Z")
"""What stands before the number that it belongs to, in lower case."""
_MEDALS = re.compile(r"bạc,? (?:và )?$")
"""Before it, `đồng` is bronze."""
_FAMILIES = {name: set(families.split()) for name, families, _ in _UNITS}
_NAMES = [name for name, _, _ in _UNITS]


@cache
def _counted(tag: str) -> re.Pattern[str]:
    """The scales and the unit that follow a number, in lower case; all may be missing."""
    numerals = numerals_of(tag)
    spaced = numerals.spaced
    scales = numerals.big if spaced else {**numerals.big, **numerals.small}
    words = "|".join(map(re.escape, sorted(scales, key=len, reverse=True))) or "(?!)"
    ends, least = (r"(?![^\W\d_])", 1) if spaced else ("", 0)
    scale = rf"(?:[ \u00a0\u202f-]?(?:{words}){ends})"
    more = rf"(?:[ \u00a0\u202f]?\d[\d.,]{{0,9}}{scale}{{{least},2}}){{0,2}}"  # `1만4천`
    units = "|".join(f"({names})" for _, _, names in _UNITS)
    return re.compile(
        rf"(?:{scale}{{1,2}}{more})?"
        rf"(?:[ \u00a0\u202f-]?(?:de |d['’]|of )?(?:{small(units)}))?"
    )


class Units:
    """A number that counts something else on the other side."""

    id = "units"
    severity = Severity.ERROR
    description = "Numbers count the same: currencies, areas, lengths, weights, per cent."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only where both sides have the number, with units of one kind."""
        there, tag = subject.unit.target, subject.unit.language or "en"
        ours = [*_measured(subject.unit.source, subject.source_language)]
        theirs = [*_measured(there, tag)] if ours else []
        if not ours or (theirs and len({unit for unit, _ in ours + theirs}) == 1):
            return  # as most do that measure: all of it is per cent, or money
        source = _by_value(ours, subject.source_language)
        target = _by_value(theirs, tag)
        figures = {mention.value for mention in mentions(there, tag)} - {0, *target}
        for value, units in source.items():
            for unit, text in units.items():
                for other, now in target.get(value, {}).items():
                    gone = unit not in target[value] and other not in units
                    if gone and _FAMILIES[unit] & _FAMILIES[other]:
                        yield Problem(f"“{text}” has become “{now}”")
                if value in figures and unit in _TOLD and not _named_in(there, _TOLD[unit]):
                    yield Problem(f"“{text}” counts nothing in the translation", Severity.WARNING)


@lru_cache(maxsize=256)
def _named_in(text: str, family: str) -> bool:
    """Whether a text has any word for what numbers of a family count."""
    return _words(family).search(text[:LONGEST]) is not None


@cache
def _words(family: str) -> re.Pattern[str]:
    """All words of a family of units."""
    known = [words for _, families, words in _UNITS if family in families.split()]
    return re.compile("|".join([*known, *_OTHER_WORDS[family]]), re.IGNORECASE)


def _measured(text: str, tag: str) -> Iterator[tuple[str, str]]:
    """Units that numbers count, each with the number and the words that say so."""
    low = lowered(text)
    for start, end, unit in _numbers(low, _counted(language(tag))):
        before = low[max(0, start - 4) : start]
        sign = before[-1:] in "$€£₫dr \u00a0" and _SIGN.search(before)
        metres = "m" if low.endswith((" m", "\u00a0m"), start, end) else ""  # and no millions
        name = _named(sign[1]) if sign else unit or metres
        if name and not (name == "vnd" and _MEDALS.search(low, max(0, start - 9), start)):
            yield name, text[start - len(sign[0] if sign else "") : end]


def _by_value(measured: Iterable[tuple[str, str]], tag: str) -> dict[Number, dict[str, str]]:
    """By value, what it counts, each with the words that say so."""
    found: dict[Number, dict[str, str]] = {}
    for name, shown in measured:
        for said in mentions(shown, tag)[:1]:
            readings = (value for reading in said.readings for _, value in reading)
            value = min(readings) if name == "m" else said.value
            found.setdefault(value, {})[name] = shown
    return found


def _numbers(low: str, counted: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Where numbers stand in a text in lower case, with what they count, and what that is."""
    at = 0
    while (number := _NUMBER.search(low, at, LONGEST)) and (
        after := counted.match(low, number.end(), LONGEST)
    ):
        at = after.end()
        yield number.start(), at, _NAMES[after.lastindex - 1] if after.lastindex else ""


def _named(sign: str) -> str:
    return {"€": "eur", "eur": "eur", "£": "pound", "vnd": "vnd", "₫": "vnd"}.get(sign, "usd")
