"""Vietnamese numbers and dates in English form, so that the model copies what it gets wrong.

Small models read 5/1 as May 5, 1.250 as one and a quarter and tỷ as a million.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from decimal import Decimal

from l10n.engines.languages import primary

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_EDGE_BEFORE = r"(?<![\w/.,=-])"
_EDGE_AFTER = r"(?![\w/=-]|[.,]\d)"

_AMOUNT = re.compile(
    rf"{_EDGE_BEFORE}(?P<number>{_NUMBER})(?:\s+(?P<scale>nghìn\s+tỷ|nghìn\s+tỉ|tỷ|tỉ|triệu)\b(?P<dong>\s+đồng\b(?!\s+bào))?"
    rf"|{_EDGE_AFTER})",
    re.IGNORECASE,
)
_SCALES = {"nghìn": 1, "triệu": 2, "tỷ": 3, "tỉ": 3}
"""Thousands that a word stands for, as a power."""
_NAMES = {2: "million", 3: "billion", 4: "trillion"}

_DATE = re.compile(
    r"(?P<lead>\b(?:ngày|sáng|trưa|chiều|tối)\s+)(?P<day>\d{1,2})"
    r"(?:\s*[/-]\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*[/-]\s*|\s+năm\s+)(?P<year>\d{4}))?(?![\w/-])",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\btháng\s+(?P<month>\d{1,2})(?:\s*[/-]\s*|\s+năm\s+|,\s+)(?P<year>\d{4})(?![\w/-])",
    re.IGNORECASE,
)


def english(text: str) -> str:
    """`text` with its numbers, sums, dates and months as English writes them."""
    text = _DATE.sub(_date, text)
    text = _MONTH.sub(_month, text)
    return _AMOUNT.sub(_amount, text)


def _date(match: re.Match[str]) -> str:
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    year = f", {match['year']}" if match["year"] else ""
    return f"{match['lead']}{calendar.month_name[month]} {day}{year}"


def _month(match: re.Match[str]) -> str:
    month = int(match["month"])
    return f"{calendar.month_name[month]} {match['year']}" if 1 <= month <= 12 else match[0]


def _amount(match: re.Match[str]) -> str:
    number = match["number"].translate(str.maketrans(",.", ".,"))
    if not match["scale"]:
        return number
    rank = sum(_SCALES[word] for word in match["scale"].lower().split())
    value = Decimal(number.replace(",", ""))
    if value >= 1000 and rank < max(_NAMES):
        # Vietnamese counts on in tỷ where English has a word of its own.
        value, rank = value / 1000, rank + 1
        number = f"{value:,f}"
    return f"{number} {_NAMES[rank]}{' VND' if match['dong'] else ''}"


def fold(source_language: str, target_language: str) -> Callable[[str], str]:
    """What writes numbers and dates as the target language does, where we know how."""
    return _FOLDS.get((primary(source_language), primary(target_language)), str)


_FOLDS: dict[tuple[str, str], Callable[[str], str]] = {("vi", "en"): english}
"""By primary subtags of source and target language."""
