"""What the tables of number words are made of."""

from __future__ import annotations

from fractions import Fraction

HALF = (Fraction(1, 2), 50)
TWICE = (2,)
HALVED = (*HALF, 6)
"""A half, of a year too: `nửa đầu năm` is six months."""


def count(words: str, start: int = 0, step: int = 1) -> dict[str, Fraction | int]:
    """Words for `start`, `start + step`…; a bar parts words for the same."""
    return {
        word: start + place * step
        for place, group in enumerate(words.split())
        for word in group.split("|")
    }


def scales(**names: str) -> dict[str, int]:
    """Words by power of ten: `scales(e6="million|mn")`."""
    return {w: 10 ** int(key[1:]) for key, words in names.items() for w in words.split("|")}


def of(join: str, many: str, scales: str) -> dict[str, Fraction | int]:
    """Phrases for numbers that nobody has counted: `tens of thousands`."""
    firsts, lasts = ([pair.split("=") for pair in text.split()] for text in (many, scales))
    return {
        f"{first} {join} {last}": 10 ** (int(power) + int(zeros))
        for first, power in firsts
        for last, zeros in lasts
        if int(power) < int(zeros)
    }


def cases(stem: str, endings: str) -> str:
    """A word with each of its endings."""
    return "|".join(stem + ending for ending in endings.split())


def scaled(stem: str) -> str:
    """The adjective too, as in `290-тысячный`."""
    return "|" + cases(f"{stem}н", "ый ого ому ым ом ая ой ую ое ые ых ыми")
