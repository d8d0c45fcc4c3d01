"""Reads the day out of whatever a front matter gives as its date."""

from __future__ import annotations

import re
from datetime import date

_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:\s+năm|,)?\s+(?P<y>\d{4})(?!\d)",
        re.IGNORECASE,
    ),
)


def read_date(text: str) -> date | None:
    """The first day that the text names: year first, or day first as in Vietnam.

    None where there is none.
    """
    for form in _FORMS:
        if match := form.search(text):
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                continue
    return None
