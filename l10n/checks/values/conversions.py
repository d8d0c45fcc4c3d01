"""Measures that a translation may convert: miles to kilometres, feet to metres."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from fractions import Fraction

from l10n.checks.values.mention import Mention, atoms_of
from l10n.patterns import late

# How many of the metric unit one of the other is, and what that one is called in any language.
_FACTORS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (factor, re.compile(rf"(?:{names})", re.IGNORECASE))
    for factor, names in (
        (1.609, r"\bdặm|\bmiles?\b|\bmph\b|\bmillas?\b|\bmilles\b|\bмил[ьяию]\b|英里|マイル|마일"),
        (1.852, r"\bhải lý|\bnautical|海里|\bморск\w+ мил|\bmilles? (?:marin|nautique)"),
        (2.54, r"\binch|\bin-?xơ|\bpouces?\b|\bpulgadas?\b|\bдюйм|英寸|インチ|인치"),
        (0.3048, r"\bfeet\b|\d[ -]?foot\b|\bft\b|\bbộ Anh|\d (?:pieds?|pies?)\b|\bфут(?!б)|英尺"),
        (0.3048, r"\d bộ\b(?!,| [^\W\d_])|フィート|피트"),
        (0.9144, r"\byards?\b|\bthước Anh|\bярд|\d ?[码碼]|ヤード|야드"),
        (0.4536, r"\bpounds?\b|\blbs?\b|\bcân Anh|\d livres?\b|\blibras?\b|\bфунт|磅|ポンド"),
        (0.4536, r"파운드"),
        (28.35, r"\bounces?\b|\boz\b|\baoxơ|\d onces?\b|\bonzas?\b|\bунци|盎司|オンス|온스"),
        (3.785, r"\bga-?l[ôo]n|\bgallons?\b|\bgalon|\bгаллон|加仑|加侖|ガロン|갤런"),
        (0.4047, r"\bacres?\b|\bmẫu Anh|\bакр|英亩|英畝|エーカー|에이커"),
    )
)
_MINUTES = r"(?:phút|minutes?|minutos?|Minuten?|минут\w?)(?!\w)|分[钟間]|分(?!之)|분"
_HOURS = r"(?:giờ|tiếng|hours?|heures?|horas?|Stunden?|час\w{0,2})(?!\w)|小时|時間|시간"
_DAYS = r"(?:ngày|days?|jour(?:née)?s?|días?|Tage?n?|сут\w{2,3}|день|дн\w{1,3})(?!\w)|[天日일]"
_WEEKS = r"(?:tuần|weeks?|semaines?|semanas?|Wochen?|недел\w{1,3})(?!\w)|[周週]|주"
_MONTHS = r"(?:tháng|months?|mois|mes(?:es)?|Monaten?|месяц\w{0,3})(?!\w)|[个個か] ?月|개월"
_YEARS = r"(?:năm|years?|ans?|années?|años?|Jahre?n?|год\w{0,2}|лет)(?!\w)|[年년]"
_TIMES: tuple[tuple[int, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (many, late(less, re.IGNORECASE), late(more, re.IGNORECASE))
    for many, less, more in (
        (60, _MINUTES, _HOURS),
        (24, _HOURS, _DAYS),
        (7, _DAYS, _WEEKS),
        (12, _MONTHS, _YEARS),
    )
)
"""How many of the first time make one of the second: exactly so."""
_MOST = 40
"""Numbers that are looked at as times, and places of each: a sentence has a few."""
_DEGREES = re.compile(r"\bđộ\b|°|\bdegrees?\b|\bdegrés?\b|\bgrados?\b|\bградус", re.IGNORECASE)


def may_convert(text: str) -> bool:
    """Whether a text has a unit that translations into other languages may convert."""
    return any(names.search(text) for _, names in _FACTORS) or _DEGREES.search(text) is not None


class Conversions:
    """Which figures of the one text are those of the other in another system of units."""

    def __init__(self, source: str, target: str) -> None:
        self._texts = source, target
        self._named: dict[re.Pattern[str], tuple[bool, bool]] = {}

    def unfit(self, mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
        """The mentions that no conversion makes one of the others."""
        figures = sorted({float(other.value) for other in others if other.value})
        fits = {value: self._fits(float(value), figures) for value in {m.value for m in mentions}}
        left = [m for m in mentions if not (m.value and fits[m.value])]
        if not 0 < len(left) <= _MOST:
            return left
        said = {value for kind, value in atoms_of(others) if kind == "n"}
        return [m for m in left if not (m.value and self._is_time(m, said))]

    def _is_time(self, mention: Mention, said: Container[Fraction | int]) -> bool:
        """Whether the other text tells a time in another measure: `24 giờ` is a day."""
        for text, other in (self._texts, self._texts[::-1]):
            for many, less, more in _TIMES:
                part = Fraction(mention.value) / many
                if (part in said or (part == 1 and not less.search(other))) and (
                    _counts(text, mention.text, less) and more.search(other)
                ):
                    return True
        return False

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


def _counts(text: str, number: str, words: re.Pattern[str]) -> bool:
    """Whether a number stands before one of the words."""
    after = text.split(number, _MOST)[1:]
    return any(words.match(rest, rest[:1] in {" ", "-", "\u00a0"}) for rest in after)


def _about(exact: float) -> tuple[float, float]:
    """What newspapers give for the exact figure lies between: 1 mile is 1.5 km."""
    roughly = 0.08 if exact < 20 else 0.04
    low, high = exact / (1 + roughly), exact / (1 - roughly)
    return (min(low, exact - 0.6), max(high, exact + 0.6)) if exact < 10 else (low, high)


def _between(span: tuple[float, float], figures: Sequence[float]) -> bool:
    """Whether one of the figures, which are sorted, lies in the span."""
    at = bisect_right(figures, span[0])
    return at < len(figures) and figures[at] < span[1]
