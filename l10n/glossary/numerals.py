"""Ordinals as the languages write them: XIII, thứ mười ba, 13th, XIIIe, 十三."""

from __future__ import annotations

import re

ROMAN = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A Roman numeral, I to CCCXCIX."""
_ROMAN = re.compile(ROMAN)
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_VIETNAMESE = {
    "nhất": 1, "một": 1, "mốt": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5,
    "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ENGLISH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_THU = re.compile("(?i)^thứ ")
_CHINESE = "零一二三四五六七八九"


def ordinal_value(text: str) -> int | None:
    """The number that a Vietnamese ordinal names, 1 to 399, or None for another text."""
    text = _THU.sub("", text)
    if text.isdecimal():
        return int(text)
    if _ROMAN.fullmatch(text):
        return _roman_value(text)
    head, ten, last = text.lower().partition("mười" if "mười" in text.lower() else "mươi")
    if not ten:
        return _VIETNAMESE.get(head)
    tens = _VIETNAMESE.get(head.strip(), 0) if ten == "mươi" else 1
    return 10 * tens + _VIETNAMESE.get(last.strip(), 0)


def vietnamese(number: int) -> list[str]:
    """The words for an ordinal, 1 to 99, behind `thứ`: `mười bốn` and `mười tư` are one."""
    tens, ones = divmod(number, 10)
    heads = ["", "mười"][tens : tens + 1] or [f"{word} mươi" for word in _words(tens)]
    return [f"{head} {last}".strip() for head in heads for last in _words(ones) or [""]]


def _words(digit: int) -> list[str]:
    return [word for word, value in _VIETNAMESE.items() if value == digit]


def _roman_value(text: str) -> int:
    values = [_LETTERS[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def roman(number: int) -> str:
    """The number, 1 to 399, in Roman numerals."""
    result = ""
    for value, letters in _STEPS:
        while number >= value:
            result += letters
            number -= value
    return result


_STEPS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
)  # fmt: skip


def ordinals(number: int, language: str) -> list[str]:
    """How the language writes the ordinal, the best way first."""
    base = language.partition("-")[0]
    numeral, digits = roman(number), str(number)
    ways = {
        "en": [digits + _english_ending(number), *_ENGLISH[number - 1 : number], numeral],
        "fr": [
            *(["Ier", "1er", "1re"] if number == 1 else []),
            *(f"{rank}{ending}" for ending in ("e", "ème") for rank in (numeral, digits)),
        ],
        "es": [numeral, f"{digits}.º", f"{digits}.ª", f"{digits}º", f"{digits}ª"],
        "ru": [numeral, *(f"{digits}-{end}" for end in ("й", "го", "му", "м", "я", "ой", "е"))],
        "de": [f"{digits}."],
        "zh": [_chinese(number)],
        "ja": [digits, _chinese(number)],
    }
    return list(dict.fromkeys([*ways.get(base, []), numeral, digits]))


def _english_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _chinese(number: int) -> str:
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_CHINESE[tens]}十")
    return head + (_CHINESE[ones] if ones else "")
