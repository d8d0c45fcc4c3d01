"""Words that say how many times as much: `threefold`, `a triplé`, `verdreifacht`, `втрое`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

_TIMES = (2, 3, 4, 5, 6, 7, 8, 9, 10)
_WORDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("doubl tripl quadrupl quintupl", "e ed es ing ement"),
        ("two three four five six seven eight nine ten", "fold"),
    ),
    "fr": (
        (
            "doubl tripl quadrupl quintupl sextupl - - - décupl",
            "er e es ent é ée és ées ant a èrent era ement",
        ),
    ),
    "es": (
        (
            "duplic triplic cuadruplic quintuplic",
            "ar a an ó ado ada ados adas ando aron ará arán arse",
        ),
        ("doble triple cuádruple quíntuple", ""),
    ),
    "de": (
        (
            "verdoppel|verdoppl|doppel verdreifach|dreifach vervierfach|vierfach",
            "n en e t te ten ung er es em",
        ),
        ("doppelt|zweifach dreifach vierfach fünffach sechsfach - achtfach - zehnfach", ""),
    ),
    "ru": (
        (
            "удво утро учетвер упятер - - - - удесятер",
            "ил ила ило или ился илась илось ились ен ена ено ены ится ить иться ение",
        ),
        ("вдвое втрое вчетверо впятеро вшестеро - - - вдесятеро", ""),
        (
            "двух трёх|трех четырёх|четырех пяти шести семи восьми девяти десяти",
            "кратный кратное кратная кратного кратной кратному кратным кратно",
        ),
    ),
}
"""By language, stems for twice, three times… with their endings."""


def multiples(language: str) -> dict[str, tuple[Fraction | int, ...]]:
    """Each word with what it may mean: three times as much is also 200 per cent more."""
    return {
        stem + ending: (times, 100 * (times - 1))
        for stems, endings in _WORDS[language]
        for times, group in zip(_TIMES, stems.split(), strict=False)
        for stem in group.split("|")
        for ending in endings.split() or [""]
        if stem != "-"
    }
