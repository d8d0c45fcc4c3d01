"""Vietnamese words that are numbers at times and something else at others."""

from __future__ import annotations

import re
from fractions import Fraction

_YEAR = re.compile(
    r"\s(?:\d|(?:nay|qua|ngoái|tới|sau|trước|đó|này|kia|học|mới|thứ|tài|rồi|một)(?!\w))",
    re.IGNORECASE,
)
"""What makes `năm` a year."""
_YEARS = re.compile(
    r"(?<!\w)(?:vài|hàng|hằng|mỗi|nhiều|đầu|cuối|giữa|mấy|quanh|từng|thường|lâu) $", re.IGNORECASE
)
"""What makes a year of `năm` before it."""
_OTHER = re.compile(r"\s(?:chứng|tập|hồi|phú)(?!\w)")
"""What makes `triệu` half of another word: `triệu chứng`."""
_SCALES = re.compile(r"\s(?:mươi|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|phần)(?!\w)")
"""After a number, `năm` counts years, but for what stands before these: `một trăm năm mươi`."""
_RATIO = re.compile(r"\s(?:lệ|số|giá|phú|trọng|suất|mỉ)(?!\w)", re.IGNORECASE)
"""What makes `tỷ` a ratio, and no billion."""
_FOUR = re.compile(r"(?:(?:mươi|thứ|tháng|quý|chục|trăm)|(?:một|hai|ba|\d) phần)\s$", re.IGNORECASE)
"""What makes `tư` four."""
_PRIVATE = re.compile(r"\s(?:nhân|vấn|pháp|tưởng|liệu|duy|thế|cách|lợi|gia|sản|thù)(?!\w)")
"""What makes `tư` another word: `một phần tư tưởng`."""
_DAYS = frozenset("hai ba tư năm sáu bảy".split())
_ON = re.compile(r"(?:vào|sáng|chiều|tối|trưa|đêm|hôm|ngày|từ|đến|và|,)\s*thứ $", re.IGNORECASE)
"""What comes before a day of the week."""
_EVE = re.compile(r"\s(?:(?:tháng\s)?Chạp|Tết)(?!\w)", re.IGNORECASE)
"""After 29 or 30, what makes the last day of the year of it, which has a name: `30 Tết`."""
JOINS = ("linh", "lẻ")
"""After them `năm` is five, and no year."""


def is_no_number(text: str, start: int, word: str, *, counted: bool, written: bool) -> bool:
    """Whether the word at `start` is a year, a day of the week or half of another word.

    `counted` says whether a number stands just before it, and `written` whether with digits.
    """
    end, capital = start + len(word), word[0].isupper()
    word = word.lower()
    if word == "năm":
        years = counted and not _SCALES.match(text, end)
        year = _YEARS.search(text[max(0, start - 10) : start])
        named = is_weekday(text, start, named=capital)
        return bool(written or years or year or named or _YEAR.match(text, end))
    if word in {"tỷ", "tỉ"}:
        return _RATIO.match(text, end) is not None
    if word == "triệu":
        return _OTHER.match(text, end) is not None
    if word == "tư" and not _is_four(text, start, end):
        return True
    if word in _DAYS:
        return is_weekday(text, start, named=capital)
    return False


def is_weekday(text: str, start: int, *, named: bool = False) -> bool:
    """Whether what begins there, 2 to 7 or a word for it, is a day of the week: `sáng thứ 7`."""
    before = text[max(0, start - 12) : start]
    return before.endswith("hứ ") and (named or _ON.search(before) is not None)


def is_day(text: str, start: int, end: int, value: Fraction | int) -> bool:
    """Whether a number is a day that other languages call by a name: `thứ 7`, `30 Tết`."""
    eve = value in {29, 30} and _EVE.match(text, end) is not None
    return eve or (value in range(2, 8) and is_weekday(text, start))


def _is_four(text: str, start: int, end: int) -> bool:
    four = _FOUR.search(text, max(0, start - 9), start)
    return four is not None and not _PRIVATE.match(text, end)
