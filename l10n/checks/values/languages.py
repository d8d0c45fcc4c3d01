"""Number words by language: the ones that news uses, from the grammars of the languages."""

from __future__ import annotations

from fractions import Fraction

from l10n.checks.values.compounds import german, korean, russian_months, russian_ranks
from l10n.checks.values.multiples import multiples
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import german_spans, russian_spans, spans

_HALF = (Fraction(1, 2), 50)
_TWICE = (2,)
_HALVED = (*_HALF, 6)
"""A half, of a year too: `nửa đầu năm` is six months."""


def _count(words: str, start: int = 0, step: int = 1) -> dict[str, Fraction | int]:
    """Words for `start`, `start + step`…; a bar parts words for the same."""
    return {
        word: start + place * step
        for place, group in enumerate(words.split())
        for word in group.split("|")
    }


def _scales(**names: str) -> dict[str, int]:
    """Words by power of ten: `_scales(e6="million|mn")`."""
    return {w: 10 ** int(key[1:]) for key, words in names.items() for w in words.split("|")}


def _of(join: str, many: str, scales: str) -> dict[str, Fraction | int]:
    """Phrases for numbers that nobody has counted: `tens of thousands`."""
    firsts, lasts = ([pair.split("=") for pair in text.split()] for text in (many, scales))
    return {
        f"{first} {join} {last}": 10 ** (int(power) + int(zeros))
        for first, power in firsts
        for last, zeros in lasts
        if int(power) < int(zeros)
    }


def _cases(stem: str, endings: str) -> str:
    return "|".join(stem + ending for ending in endings.split())


def _scaled(stem: str) -> str:
    """The adjective too, as in `290-тысячный`."""
    return "|" + _cases(f"{stem}н", "ый ого ому ым ом ая ой ую ое ые ых ыми")


VI = Numerals(
    units=_count("không một|mốt hai ba bốn|tư năm|lăm|nhăm sáu bảy|bẩy tám chín")
    | {"nửa triệu": 500_000, "nửa tỷ": 500_000_000},
    small={"mười": 10, "mươi": 10, "chục": 10, "trăm": 100},
    big=_scales(e3="nghìn|ngàn|nghìn|k", e4="vạn", e6="triệu|tr", e9="tỷ|tỉ"),
    joins=frozenset({"linh", "lẻ"}),
    fixed={"nửa": _HALVED, "gấp rưỡi": (Fraction(3, 2), 150, 50), "đôi": _TWICE,
           "cặp": _TWICE, "tá": (12,),
           "nhất": (1,), "nhì": _TWICE, "đầu": (1,), "kép": _TWICE, "thập": (10,), "duy": (1,),
           "hầu": (), "song": _TWICE, "lưỡng": _TWICE, "kỷ": (10,)},
    loose_months={"giêng": 1, "chạp": 12},
    half={"rưỡi": (Fraction(1, 2),)},
)  # fmt: skip

_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
EN = Numerals(
    units=_count(
        "zero|nil one|first two|second three|third four|fourth five|fifth six|sixth seven|seventh"
        " eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth thirteen|thirteenth"
        " fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth"
        " eighteen|eighteenth nineteen|nineteenth"
    )
    | _count(_EN_TENS, 20, 10)
    | _count(_EN_TENS.replace("y", "ieth"), 20, 10)
    | _count(_EN_TENS.replace("y", "ies"), 20, 10)
    | _of("of", "tens=1 dozens=1 scores=1 hundreds=2 thousands=3 millions=6",
          "thousands=3 millions=6 billions=9 trillions=12")
    | {"half a million": 500_000, "half a billion": 500_000_000},
    small={"hundred": 100, "hundredth": 100},
    big=_scales(
        e3="thousand|k", e6="million|m|mn|mln|millionth", e9="billion|bn|b|bln",
           e12="trillion|tn|trn", e15="quadrillion"
    ),
    joins=frozenset({"and", "a"}),
    fixed=multiples("en") | spans("en") | {
           "half": _HALVED, "halves": _HALF, "halved": _HALF, "twice": _TWICE, "both": _TWICE,
           "double": _TWICE, "pair": _TWICE,
           "couple": _TWICE,
           "dozen": (12,), "dozens": (12,), "decade": (10,), "decades": (10,), "century": (100,),
           "millennium": (1000,), "once": (1,),
           "quarter": (Fraction(1, 4), 4, 15, 3, 25),
           "another": (1,), "single": (1,), "fortnight": (14, 2), "teenager": (10,),
           "quarters": (Fraction(1, 4), 4), "hundreds": (100,), "thousands": (1000,),
           "millions": (10**6,), "billions": (10**9,), "twin": _TWICE, "duo": _TWICE, "trio": (3,),
           "score": (20,), "secondly": _TWICE, "every": (1,), "bi": _TWICE,
           "quadruple": (4,), "a": (1,), "an": (1,)},
    parts={"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
           "fourth": 4,
           "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
           "eighth": 8,
           "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10},
    loose_months={"may": 5, "march": 3, "august": 8, "sept": 9},
    half={"and a half": _HALF},
)  # fmt: skip

FR = Numerals(
    units=_count(
        "zéro un|une|premier|première|premiers deux|deuxième|second|seconde trois|troisième"
        " quatre|quatrième cinq|cinquième six|sixième sept|septième huit|huitième neuf|neuvième"
        " dix|dixième onze|onzième douze|douzième treize|treizième quatorze|quatorzième"
        " quinze|quinzième seize|seizième dix-sept dix-huit dix-neuf"
    )
    | _count("vingt|vingtième trente|trentième quarante|quarantième cinquante|cinquantième"
             " soixante|soixantième septante quatre-vingt|quatre-vingts nonante", 20, 10)
    | _of("de", "dizaines=1 centaines=2 milliers=3 millions=6",
          "milliers=3 millions=6 milliards=9")
    | {"demi-million": 500_000, "demi-milliard": 500_000_000},
    small={"cent": 100, "cents": 100, "centième": 100},
    big=_scales(e3="mille|millier|milliers|millième", e6="million|millions|m",
           e9="milliard|milliards|mds|mrd|md",
                e12="billion|billions", e15="billiard|billiards"),
    joins=frozenset({"et"}),
    fixed=multiples("fr") | spans("fr") | {
           "demi": _HALF, "demie": _HALF, "moitié": _HALVED, "tiers": (Fraction(1, 3), 3),
           "quart": (Fraction(1, 4), 25, 15), "double": _TWICE,
           "dizaine": (10,), "dizaines": (10,), "douzaine": (12,), "quinzaine": (15, 14),
           "vingtaine": (20,), "trentaine": (30,), "quarantaine": (40,), "cinquantaine": (50,),
           "centaine": (100,), "centaines": (100,), "décennie": (10,), "décennies": (10,),
           "siècle": (100,), "millénaire": (1000,), "deuxièmement": _TWICE, "après-midi": (),
           "trimestre": (3,)},
    parts={"demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5,
           "cinquièmes": 5, "sixième": 6, "dixième": 10, "dixièmes": 10},
    loose_months={"mars": 3, "mai": 5, "juill": 7},
    half={"et demi": _HALF, "et demie": _HALF},
)  # fmt: skip

ES = Numerals(
    units=_count(
        "cero uno|una|un|primer|primero|primera|primeros dos|segundo|segunda"
        " tres|tercer|tercero|tercera"
        " cuatro|cuarto|cuarta cinco|quinto|quinta seis|sexto|sexta siete|séptimo|séptima"
        " ocho|octavo|octava nueve|noveno|novena diez|décimo|décima once|undécimo doce|duodécimo"
        " trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte"
        " veintiuno|veintiún|veintiuna"
        " veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho"
        " veintinueve"
    )
    | _count("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | _count("cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos"
             " quinientos|quinientas"
             " seiscientos setecientos ochocientos novecientos", 100, 100)
    | _of("de", "decenas=1 cientos=2 centenares=2 miles=3 millones=6", "miles=3 millones=6")
    | {"decenas de miles de millones": 10**10, "cientos de miles de millones": 10**11,
       "medio millón": 500_000, "medio millar": 500},
    small={},
    big=_scales(e3="mil|miles", e6="millón|millones|m", e9="millardo|millardos",
           e12="billón|billones"),
    joins=frozenset({"y"}),
    loose_months={"sep": 9},
    fixed=multiples("es") | spans("es") | {
           "medio": _HALF, "media": (*_HALF, 30), "mitad": _HALVED, "doble": _TWICE,
           "ambos": _TWICE, "ambas": _TWICE, "docena": (12,), "decena": (10,), "decenas": (10,),
           "quincena": (15, 14), "década": (10,), "décadas": (10,), "siglo": (100,), "par": _TWICE,
           "milenio": (1000,), "pareja": _TWICE, "tercio": (Fraction(1, 3),),
           "dúo": _TWICE, "centenar": (100,), "centenares": (100,),
           "cientos": (100,), "trimestre": (3,)},
    parts={"medio": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5,
           "quintos": 5, "décimo": 10, "décimas": 10, "tercera": 3, "terceras": 3, "cuarta": 4,
           "cuartas": 4, "quinta": 5, "quintas": 5, "décima": 10},
    half={"y medio": _HALF, "y media": (*_HALF, 30)},
)  # fmt: skip

DE = Numerals(
    units=german()
    | _count(
        "null eine|einem|einen|einer|erste|ersten|erster|erstes zweite|zweiten|zweiter|zweites"
        " dritte|dritten|dritter vierte|vierten|vierter fünfte|fünften|fünfter sechste|sechsten"
        " siebte|siebten achte|achten neunte|neunten zehnte|zehnten elfte|elften zwölfte|zwölften"
    )
    | _count("zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
             20, 10)
    | {"zehntausende": 10**4, "zehntausenden": 10**4, "hunderttausende": 10**5,
       "hunderttausenden": 10**5, "tausende": 1000, "tausenden": 1000,
       "halbe million": 500_000, "halben million": 500_000, "halbe milliarde": 500_000_000,
       "halben milliarde": 500_000_000},
    small={"hundert": 100},
    big=_scales(e3="tausend|tsd", e6="million|millionen|mio", e9="milliarde|milliarden|mrd",
                e12="billion|billionen|bio", e15="billiarde|billiarden"),
    joins=frozenset({"und"}),
    fixed=multiples("de") | spans("de") | german_spans(german()) | {
           "halb": _HALF, "halbe": _HALF, "halben": _HALF, "hälfte": _HALVED, "beide": _TWICE,
           "beiden": _TWICE, "doppelte": _TWICE,
           "jeder": (1,), "jede": (1,), "jedes": (1,), "jedem": (1,), "jeden": (1,),
           "drittel": (Fraction(1, 3),),
           "viertel": (Fraction(1, 4), 15), "dutzend": (12,), "jahrzehnt": (10,), "paar": _TWICE,
           "jahrhundert": (100,), "jahrtausend": (1000,),
           "quartal": (3,)},
    parts={"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "zehntel": 10},
)  # fmt: skip

_RU_ENDINGS = "а у ом е ы ов ам ами ах"
_RU_TENS = (
    "двадцать|двадцати|двадцатый тридцать|тридцати|тридцатый сорок|сорока пятьдесят|пятидесяти"
    " шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста"
)
RU = Numerals(
    units=russian_ranks()
    | _count(
        "ноль|нуля один|одна|одно|одного|одной|одну два|две|двух|двум|двумя"
        " три|трёх|трех|трём|трем|тремя четыре|четырёх|четырех|четырём|четырем|четырьмя"
        " пять|пяти|пятью шесть|шести|шестью семь|семи восемь|восьми девять|девяти|девятью"
        " десять|десяти|десятью одиннадцать|одиннадцати двенадцать|двенадцати"
        " тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати"
        " шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати"
        " девятнадцать|девятнадцати"
    )
    | _count(_RU_TENS, 20, 10)
    | _count("сто|ста двести|двухсот триста|трёхсот|трехсот четыреста|четырёхсот|четырехсот"
             " пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот"
             " девятьсот|девятисот", 100, 100)
    | {"полтора": Fraction(3, 2), "полторы": Fraction(3, 2), "полутора": Fraction(3, 2),
       "полмиллиона": 500_000, "полмиллиарда": 500_000_000},
    small={"десятки": 10, "десятков": 10, "десятками": 10, "сотни": 100, "сотен": 100},
    big=_scales(e3="тыс|тысяч|" + _cases("тысяч", "а и е у ам ами ах") + _scaled("тысяч"),
                e6="млн|миллион|" + _cases("миллион", _RU_ENDINGS) + _scaled("миллион"),
                e9="млрд|миллиард|" + _cases("миллиард", _RU_ENDINGS) + _scaled("миллиард"),
                e12="трлн|триллион|" + _cases("триллион", _RU_ENDINGS),
                e15="квадриллион|" + _cases("квадриллион", _RU_ENDINGS)),
    fixed=multiples("ru") | spans("ru") | russian_spans() | {
           "половина": _HALVED, "половину": _HALVED, "половины": _HALVED, "половине": _HALVED,
           "пол": _HALF, "оба": _TWICE,
           "обе": _TWICE, "дважды": _TWICE, "треть": (Fraction(1, 3),),
           "четверть": (Fraction(1, 4), 25), "дюжина": (12,),
           "каждый": (1,), "каждая": (1,), "каждое": (1,), "каждого": (1,), "каждой": (1,),
           "век": (100,),
           "тысячелетие": (1000,), "десятилетие": (10,),
           "квартал": (3,), "пара": _TWICE, "до полудня": (), "после полудня": ()},
    parts={"треть": 3, "трети": 3, "четверть": 4, "четверти": 4, "пятая": 5, "пятых": 5,
           "десятая": 10, "десятых": 10, "третья": 3, "третью": 3},
    months=russian_months(),
    half={"с половиной": _HALF},
)  # fmt: skip

_HAN = _count("零|〇 一 二|两|兩 三 四 五 六 七 八 九")
ZH = Numerals(
    units=_HAN,
    small={"十": 10, "百": 100, "千": 1000},
    big=_scales(e4="万|萬", e8="亿|億", e12="兆"),
    fixed={"半": _HALF, "双": _TWICE, "倍": _TWICE, "首": (1,)} | spans("zh"),
    spaced=False,
)
JA = Numerals(
    units=_HAN,
    small=ZH.small,
    big=ZH.big,
    fixed={"半": _HALF, "両": _TWICE, "倍": _TWICE, "初": (1,)} | spans("ja"),
    spaced=False,
)
KO = Numerals(
    units=korean(),
    small={"십": 10, "백": 100, "천": 1000},
    big=_scales(e4="만", e8="억", e12="조"),
    fixed={"절반": _HALF, "한": (1,), "첫": (1,), "두": _TWICE, "둘": _TWICE, "세": (3,),
           "셋": (3,), "네": (4,), "다섯": (5,), "여섯": (6,), "일곱": (7,), "여덟": (8,),
           "아홉": (9,), "열": (10,)} | spans("ko"),
    spaced=False,
)  # fmt: skip
LO = Numerals(
    units=_count("ສູນ ໜຶ່ງ|ນຶ່ງ|ເອັດ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ"),
    small={"ສິບ": 10, "ຊາວ": 20, "ຮ້ອຍ": 100},
    big=_scales(e3="ພັນ", e4="ໝື່ນ", e5="ແສນ", e6="ລ້ານ", e9="ຕື້"),
    fixed={"ເຄິ່ງ": _HALF, "ຄູ່": _TWICE, "ສາມາດ": ()},
    spaced=False,
)
KM = Numerals(
    units=_count("សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់")
    | _count("ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប", 20, 10),
    small={"រយ": 100},
    big=_scales(e3="ពាន់", e4="ម៉ឺន", e5="សែន", e6="លាន", e9="ប៊ីលាន|ពាន់លាន", e12="ទ្រីលាន"),
    fixed={"ពាក់កណ្តាល": _HALF, "ពាក់កណ្ដាល": _HALF, "កន្លះ": _HALF} | spans("km"),
    spaced=False,
)

LANGUAGES = {
    "vi": VI, "en": EN, "fr": FR, "es": ES, "de": DE, "ru": RU,
    "zh": ZH, "ja": JA, "ko": KO, "lo": LO, "km": KM,
}  # fmt: skip
NONE = Numerals({}, {}, {})
"""For a language without tables: only its digits are read."""
