"""Words that hold a number: `quinquennal`, `trilateral`, `zwölfjährig`, `трёхдневный`, `上半年`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

_WORDS: Mapping[str, str] = {
    "en": "2 bilateral bilaterally biennial bipartisan|3 trilateral tripartite triennial trilogy"
    "|4 quadrilateral quadripartite quartet|5 quinquennial quintet|10 decennial|50 quinquagenarian"
    "|60 sexagenarian|70 septuagenarian|80 octogenarian|90 nonagenarian"
    "|100 centenarian centennial centenary|200 bicentennial bicentenary|6 semester",
    "fr": "2 bilatéral@ biennal@ bimensuel bimensuelle|3 trilatéral@ triennal@ tripartite@"
    "|4 quadrilatéral@ quadriennal@ quadripartite@|5 quinquennal@ quinquennat@|7 septennat@"
    "|10 décennal@|40 quadragénaire@|50 quinquagénaire@ cinquantenaire@|60 sexagénaire@"
    "|70 septuagénaire@|80 octogénaire@|90 nonagénaire@|100 centenaire@|200 bicentenaire@"
    "|6 semestre@ semestriel semestrielle",
    "es": "2 bilateral@ bienal@ bienio@ bimestral@|3 trilateral@ trienal@ trienio@ tripartito@"
    " tripartita@ trimestral@|4 cuatrienio@ cuatripartito@ cuatripartita@ cuatrimestre@"
    "|5 quinquenal@ quinquenio@|6 sexenio@ semestre@ semestral@|10 decenio@ decenal@"
    "|50 quincuagenario@ cincuentenario|60 sexagenario@ sexagenaria@"
    "|70 septuagenario@ septuagenaria@|80 octogenario@ octogenaria@|90 nonagenario@ nonagenaria@"
    "|100 centenario@ centenaria@|200 bicentenario@",
    "de": "2 bilateral@|3 trilateral@|6 halbjahr@|100 hundertjahrfeier",
    "ru": "2 двусторонн@ двухсторонн@|6 полугодие полугодия полугодии полугодию"
    "|2 двое двоих двоим|3 трое троих троим|4 четверо четверых|5 пятеро пятерых|6 шестеро шестерых"
    "|7 семеро семерых|24 сутки суток|30 полчаса|6 полгода"
    "|5 пятилетка пятилетки пятилетку|100 столетие столетия столетию|1000 тысячелетие тысячелетия",
    "zh": "6 上半年 下半年 半年", "ja": "6 上半期 下半期 上期 下期 半年 半期",
    "ko": "6 상반기 하반기 반년|2 이틀|3 사흘|4 나흘|5 닷새|6 엿새|10 열흘|15 보름",
    "km": "6 ឆមាស",
}  # fmt: skip
"""By language, what each word says; `@` stands for the endings."""
_ENDINGS = {
    "fr": " s e es aux".split(" "), "es": " s es".split(" "), "de": " e en er es em s n".split(" "),
    "ru": "ий его ему им ем яя ей юю ее ие их ими".split(),
}  # fmt: skip
_DE_KINDS = (
    "jährig tägig monatig wöchig stündig minütig köpfig stöckig geschossig seitig teilig spurig"
).split()
_RU_NUMBERS = (
    "двух:2 трёх:3 трех:3 четырёх:4 четырех:4 пяти:5 шести:6 семи:7 восьми:8 девяти:9 десяти:10"
    " одиннадцати:11 двенадцати:12 тринадцати:13 четырнадцати:14 пятнадцати:15 шестнадцати:16"
    " семнадцати:17 восемнадцати:18 девятнадцати:19 двадцати:20 тридцати:30 сорока:40"
    " пятидесяти:50 шестидесяти:60 семидесяти:70 восьмидесяти:80 девяносто:90 сто:100"
).split()
_RU_KINDS = (
    "дневн летн месячн часов недельн минутн этажн процентн комнатн полосн местн разов".split()
)
_RU_ADJECTIVE = "ый ого ому ым ом ая ой ую ое ые ых ыми".split()


def spans(language: str) -> dict[str, tuple[Fraction | int, ...]]:
    """Each word with what it may mean."""
    endings = _ENDINGS.get(language, [""])
    return {
        word.replace("@", ending): (int(number),)
        for group in _WORDS.get(language, "").split("|")
        for number, *words in [group.split()]
        if group
        for word in words
        for ending in (endings if "@" in word else [""])
    }


def german_spans(numbers: Mapping[str, Fraction | int]) -> dict[str, tuple[Fraction | int, ...]]:
    """`dreitägiger`, `Fünfjahresplan`: with each of the number words up to 100."""
    few = {word: n for word, n in numbers.items() if 1 < n <= 30 or (n <= 100 and n % 10 == 0)}
    kinds = [kind + ending for kind in _DE_KINDS for ending in _ENDINGS["de"]]
    kinds += [f"{kind}plan{ending}" for kind in ("jahr", "jahres") for ending in ("", "s", "es")]
    return {word + kind: (n,) for word, n in few.items() for kind in kinds}


def russian_spans() -> dict[str, tuple[Fraction | int, ...]]:
    """`трёхдневный`, `пятилетнего`, `двухэтажном`."""
    numbers = [pair.split(":") for pair in _RU_NUMBERS]
    kinds = [kind + ending for kind in _RU_KINDS for ending in _RU_ADJECTIVE]
    kinds += ["летие", "летия", "летию", "летием", "летии"]
    soft = [f"{kind}{ending}" for kind in ("летн", "сторонн") for ending in _ENDINGS["ru"]]
    return {word + kind: (int(n),) for word, n in numbers for kind in (*kinds, *soft)}
