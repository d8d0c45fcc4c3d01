"""Number words that are written in one, or change their endings: put together by rule."""

from __future__ import annotations

from fractions import Fraction

_DE_ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_DE_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()


def german() -> dict[str, Fraction | int]:
    """`fünfundzwanzig`, `hundertfünf`, `zweitausendfünfhundert`, `zweieinhalb`."""
    ones: dict[str, Fraction | int] = {word: 1 + i for i, word in enumerate(_DE_ONES)}
    tens: dict[str, Fraction | int] = {word: 20 + 10 * i for i, word in enumerate(_DE_TENS)}
    small = ones | {"eins": 1} | {word: 10 + i for i, word in enumerate(_DE_TEENS)} | tens
    small |= {f"{o}und{t}": small[t] + small[o] for t in tens for o in ones}
    hundreds = {f"{o}hundert": 100 * n for o, n in ones.items()} | {"hundert": 100}
    below = small | hundreds
    below |= {
        f"{h}{join}{s}": n + m
        for h, n in hundreds.items()
        for s, m in small.items()
        for join in ("", "und")
    }
    thousands = {f"{word}tausend": 1000 * n for word, n in below.items()} | {"tausend": 1000}
    both = {
        f"{t}{h}": n + m for t, n in thousands.items() if n < 10_000 for h, m in hundreds.items()
    }
    halves = {f"{o}einhalb": n + Fraction(1, 2) for o, n in ones.items()}
    found = below | thousands | both | halves | {"anderthalb": Fraction(3, 2)}
    return {word: n for word, n in found.items() if word not in {"hundert", "tausend"}}


_KO_ONES = dict(enumerate("일 이 삼 사 오 육 칠 팔 구".split(), 1))
_KO_TENS = dict(enumerate("열 스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔".split(), 1))
_KO_COUNTED = dict(enumerate("하나|한 둘|두 셋|세|석 넷|네|넉 다섯 여섯 일곱 여덟 아홉".split(), 1))


def korean() -> dict[str, Fraction | int]:
    """`이십일`, `백다섯`, `열다섯`; a syllable alone is too often part of another word."""
    tens = {f"{_KO_ONES[n] if n > 1 else ''}십": 10 * n for n in _KO_ONES}
    small = tens | {f"{t}{o}": n + m for t, n in tens.items() for m, o in _KO_ONES.items()}
    native = {word: 10 * n for n, words in _KO_TENS.items() for word in words.split("|")}
    counted = {word: n for n, words in _KO_COUNTED.items() for word in words.split("|")}
    native |= {f"{t}{o}": n + m for t, n in native.items() for o, m in counted.items()}
    hundreds = {f"{_KO_ONES[n] if n > 1 else ''}백": 100 * n for n in _KO_ONES}
    ends = small | native | counted | {o: n for n, o in _KO_ONES.items()}
    found: dict[str, Fraction | int] = {
        f"{h}{e}": n + m for h, n in hundreds.items() for e, m in ends.items()
    }
    found |= small | native | hundreds
    return {word: n for word, n in found.items() if len(word) > 1}


_RU_MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()


def russian_months() -> dict[str, int]:
    """The cases that CLDR has not: `в марте`, `к маю`, `с сентябрём`."""
    endings = {"март": "ом е у", "август": "ом е у", "ма": "ем е ю"}
    return {
        f"{stem}{ending}": 1 + i
        for i, stem in enumerate(_RU_MONTHS)
        for ending in endings.get(stem, "ем ём е ю").split()
    }


_RU_RANKS = (
    "перв втор - четвёрт|четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат"
    " четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split()


def russian_ranks() -> dict[str, Fraction | int]:
    """Ordinals up to 20th: `пятая`, `тринадцатого`."""
    found: dict[str, Fraction | int] = {
        f"{stem}{ending}": 1 + i
        for i, stems in enumerate(_RU_RANKS)
        for stem in stems.split("|")
        for ending in "ый ой ого ому ым ом ая ую ое".split()
    }
    return found | {f"трет{ending}": 3 for ending in "ий ьего ьему ьим ьем ья ьей ью ье".split()}
