"""Number words of Vietnamese."""

from __future__ import annotations

from fractions import Fraction

from l10n.checks.values.languages.words import HALVED, TWICE, count, scales
from l10n.checks.values.numerals import Numerals

NUMERALS = Numerals(
    units=count("không một|mốt hai ba bốn|tư năm|lăm|nhăm sáu bảy|bẩy tám chín")
    | {"nửa triệu": 500_000, "nửa tỷ": 500_000_000},
    small={"mười": 10, "mươi": 10, "chục": 10, "trăm": 100},
    big=scales(e3="nghìn|ngàn|nghìn|k", e4="vạn", e6="triệu|tr", e9="tỷ|tỉ"),
    joins=frozenset({"linh", "lẻ"}),
    fixed={"nửa": HALVED, "gấp rưỡi": (Fraction(3, 2), 150, 50), "đôi": TWICE,
           "cặp": TWICE, "tá": (12,),
           "nhất": (1,), "nhì": TWICE, "đầu": (1,), "kép": TWICE, "thập": (10,), "duy": (1,),
           "hầu": (), "song": TWICE, "lưỡng": TWICE, "kỷ": (10,), "rằm": (15,)},
    loose_months={"giêng": 1, "chạp": 12},
    half={"rưỡi": (Fraction(1, 2),)},
)  # fmt: skip
