"""Number words of Korean."""

from __future__ import annotations

from l10n.checks.values.compounds import korean
from l10n.checks.values.languages.words import HALF, TWICE, scales
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

NUMERALS = Numerals(
    units=korean(),
    small={"십": 10, "백": 100, "천": 1000},
    big=scales(e4="만", e8="억", e12="조"),
    fixed={"절반": HALF, "한": (1,), "첫": (1,), "두": TWICE, "둘": TWICE, "세": (3,),
           "셋": (3,), "네": (4,), "다섯": (5,), "여섯": (6,), "일곱": (7,), "여덟": (8,),
           "아홉": (9,), "열": (10,)} | spans("ko"),
    spaced=False,
)  # fmt: skip
