"""Stretches in which no term may be found: addresses, file names, hashtags, document codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.model import Span

_TYPES = "NQ|KL|CT|QĐ|QyĐ|QĐi|QC|TC|TB|HD|CTr|Ctr|CTHĐ|KH|PA|ĐA|DA|BC|BB|TTr|CV|CĐ|NĐ|TT|TTLT|L|PL"
_SUFFIX = r"[A-ZĐƯ][A-Za-zĐđƯư]{0,9}\d{0,2}"
_LEFT = r"(?<![^\W_])"
CODE = (
    # 57-KL/TW, 30-NQ/2026/QH16
    rf"{_LEFT}\d{{1,5}}-(?:{_TYPES})/(?:\d{{4}}/)?{_SUFFIX}(?:[-/]{_SUFFIX})*"
    # 126/QĐ-UBND, 202/2025/QH15, 03/2009/TT-BNG
    rf"|{_LEFT}\d{{1,5}}/(?:\d{{4}}/)?{_SUFFIX}(?:[-/&]{_SUFFIX})*"
    # QĐ-UBND, NQ/TW, without a number
    rf"|{_LEFT}(?:{_TYPES})[-/]{_SUFFIX}(?:[-/]{_SUFFIX})*"
)
"""A document's code, in a regular text."""
_ZONES = "vn|com|net|org|gov|edu|info|biz|int|asia|eu|io|tv|me|us|uk|fr|de|ru|cn|jp|kr|la|kh|th"
_FILES = (
    "pdf|docx?|xlsx?|pptx?|odt|rtf|txt|csv|md|html?|xml|json|ya?ml|po|zip|rar|7z"
    "|jpe?g|png|gif|webp|svg|mp[34]|mov|avi"
)
# Each begins where a word does, so that a long word is not scanned again from its every letter.
_ADDRESS = (
    r"(?<!\w)(?:[A-Za-z][A-Za-z+.]{1,9}://|(?i:www)\.)[^\s<>\"]+"
    r"|(?<![\w.+-])[\w.+-]*@\w[\w.-]*"
    rf"|(?<![\w.-])(?:[A-Za-z0-9-]+\.)+(?:{_ZONES})(?![\w-])(?:[/?#][^\s<>\"]*)?"
    rf"|(?<![\w./\\-])[\w./\\-]*[\w-]\.(?i:{_FILES})(?!\w)"
    r"|(?<!\w)#\w+"
)
_PROTECTED = re.compile(f"{_ADDRESS}|{CODE}")
_MARKS = "/-@#."
"""One of them is in every protected stretch."""
_END = ("", " ")
"""What follows a word."""


def protected(text: str) -> list[Span]:
    """Where in a regular text (see `folding`) no term may be found, in order."""
    if not _has_mark(text):
        return []  # as is usual for a sentence
    # No stretch holds a space, and looking for marks is much cheaper than the pattern.
    words = sorted({word for mark in _MARKS for word in _words_with(mark, text)})
    return [hit.span() for word in words for hit in _PROTECTED.finditer(text, *word)]


def _has_mark(text: str) -> bool:
    """Whether a mark stands in a word; all looks are faster than a loop."""
    if "/" in text or "-" in text or "@" in text or "#" in text:
        return True
    place = text.find(".")
    while place >= 0 and text[place + 1 : place + 2] in _END:
        place = text.find(".", place + 1)
    return place >= 0


def _words_with(mark: str, text: str) -> Iterator[Span]:
    """The words that the mark stands in; a full stop at a word's end is none."""
    place = text.find(mark)
    while place >= 0:
        end = place + 1
        if mark != "." or text[end : end + 1] not in _END:
            end = text.find(" ", place) % (len(text) + 1)  # the text's, where no space follows
            yield text.rfind(" ", 0, place) + 1, end
        place = text.find(mark, end)
