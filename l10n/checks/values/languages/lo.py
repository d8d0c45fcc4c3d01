"""Number words of Lao."""

from __future__ import annotations

from l10n.checks.values.languages.words import HALF, TWICE, count, scales
from l10n.checks.values.numerals import Numerals

NUMERALS = Numerals(
    units=count("ສູນ ໜຶ່ງ|ນຶ່ງ|ເອັດ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ"),
    small={"ສິບ": 10, "ຊາວ": 20, "ຮ້ອຍ": 100},
    big=scales(e3="ພັນ", e4="ໝື່ນ", e5="ແສນ", e6="ລ້ານ", e9="ຕື້"),
    fixed={"ເຄິ່ງ": HALF, "ຄູ່": TWICE, "ສາມາດ": ()},
    spaced=False,
)
