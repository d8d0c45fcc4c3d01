"""Measures that a translation may convert: miles to kilometres, feet to metres."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

# How many of the metric unit one of the other is, and what that one is called in any language.
_FACTORS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (factor, re.compile(rf"(?:{names})", re.IGNORECASE))
    for factor, names in (
        (1.609, r"\bdặm|\bmiles?\b|\bmph\b|\bmillas?\b|\bmilles?\b|\bмил[ьяие]|英里|マイル|마일"),
        (1.852, r"\bhải lý|\bnautical|海里|\bмор"),
        (2.54, r"\binch|\bin-?xơ|\bpouces?\b|\bpulgadas?\b|\bдюйм|英寸|インチ|인치"),
        (0.3048, r"\bfeet\b|\bfoot\b|\bft\b|\bbộ\b|\bpieds?\b|\bpies?\b|\bфут|英尺|フィート|피트"),
        (0.9144, r"\byards?\b|\bthước Anh|\bярд|码|碼|ヤード|야드"),
        (0.4536, r"\bpounds?\b|\blbs?\b|\bcân Anh|\blivres?\b|\blibras?\b|\bфунт|磅|ポンド|파운드"),
        (28.35, r"\bounces?\b|\boz\b|\baoxơ|\bonces?\b|\bonzas?\b|\bунци|盎司|オンス|온스"),
        (3.785, r"\bga-?l[ôo]n|\bgallons?\b|\bgalon|\bгаллон|加仑|加侖|ガロン|갤런"),
        (0.4047, r"\bacres?\b|\bmẫu Anh|\bакр|英亩|英畝|エーカー|에이커"),
    )
)
_DEGREES = re.compile(r"độ|°|\bdegrees?\b|\bdegrés?\b|\bgrados?\b|\bградус", re.IGNORECASE)


class Conversions:
    """Which conversions a pair of texts makes possible: those of the units that one names."""

    def __init__(self, source: str, target: str) -> None:
        # Where both sides have the unit, nothing was converted.
        self._factors = [
            f for f, names in _FACTORS if bool(names.search(source)) != bool(names.search(target))
        ]
        self._degrees = bool(_DEGREES.search(source))

    def any_fits(self, value: Fraction | int, others: Iterable[Fraction | int]) -> bool:
        """Whether `value` is one of the `others` in another system of units."""
        return bool(value and (self._factors or self._degrees)) and any(
            self._fits(float(value), float(other)) for other in others if other
        )

    def _fits(self, first: float, second: float) -> bool:
        if any(_near(first * f, second) or _near(first, second * f) for f in self._factors):
            return True
        hot, mild = max(first, second), min(first, second)
        return self._degrees and abs(mild - (hot - 32) / 1.8) < 1


def _near(exact: float, other: float) -> bool:
    """Whether `other` is the figure that a newspaper gives for the exact one: 1 mile is 1.5 km."""
    roughly = 0.08 if min(exact, other) < 20 else 0.04
    return abs(exact / other - 1) < roughly or (exact < 10 and abs(exact - other) < 0.6)
