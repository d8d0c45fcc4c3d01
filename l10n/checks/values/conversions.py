"""Measures that a translation may convert: miles to kilometres, feet to metres."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from l10n.checks.values.mention import Mention

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
_DEGREES = re.compile(r"\bđộ\b|°|\bdegrees?\b|\bdegrés?\b|\bgrados?\b|\bградус", re.IGNORECASE)


class Conversions:
    """Which figures of the one text are those of the other in another system of units."""

    def __init__(self, source: str, target: str) -> None:
        self._texts = source, target
        self._named: dict[re.Pattern[str], tuple[bool, bool]] = {}

    def unfit(self, mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
        """The mentions that no conversion makes one of the others."""
        figures = sorted({float(other.value) for other in others if other.value})
        fits = {value: self._fits(float(value), figures) for value in {m.value for m in mentions}}
        return [m for m in mentions if not (m.value and fits[m.value])]

    def _fits(self, value: float, figures: Sequence[float]) -> bool:
        low, high = _about(value)
        for factor, names in _FACTORS:
            to, back = _about(value * factor), (low / factor, high / factor)
            # Where both sides have the unit, nothing was converted.
            if any(_between(span, figures) for span in (to, back)) and self._once(names):
                return True
        cold, hot = (value - 32) / 1.8, value * 1.8 + 32
        spans = (cold - 1, cold + 1), (hot - 1.8, hot + 1.8)
        return any(_between(span, figures) for span in spans) and self._has(_DEGREES)[0]

    def _once(self, names: re.Pattern[str]) -> bool:
        source, target = self._has(names)
        return source != target

    def _has(self, names: re.Pattern[str]) -> tuple[bool, bool]:
        """Whether the source names a unit, and whether the target does."""
        if names not in self._named:
            source, target = (names.search(text) is not None for text in self._texts)
            self._named[names] = source, target
        return self._named[names]


def _about(exact: float) -> tuple[float, float]:
    """What newspapers give for the exact figure lies between: 1 mile is 1.5 km."""
    roughly = 0.08 if exact < 20 else 0.04
    low, high = exact / (1 + roughly), exact / (1 - roughly)
    return (min(low, exact - 0.6), max(high, exact + 0.6)) if exact < 10 else (low, high)


def _between(span: tuple[float, float], figures: Sequence[float]) -> bool:
    """Whether one of the figures, which are sorted, lies in the span."""
    at = bisect_right(figures, span[0])
    return at < len(figures) and figures[at] < span[1]
