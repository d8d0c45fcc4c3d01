"""Cuts a text into what may say a value: digits, dates, hours, number words, Roman numbers.

Most words of a text say none, so what parts words by spaces is not walked through word by word:
the number words that it has are looked up, and found again where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.text import lowered, words
from l10n.checks.values.locale import Locale

_ROMAN = re.compile(r"[CXLVI](?<![^\W\d_].)(?:[CXLVIer]|th|[èm]){0,8}(?![^\W\d_])")
"""What may be a Roman number."""
_DIGIT = re.compile(r"\d")


Token = tuple[int, int, str, str]
"""Where a piece of text begins, minus its length, its group, and what is written.

The group is `date`, `time`, `num`, `phone`, `tall`, `word` or `roman`. Of those that begin at one
place the longest is the first in order.
"""


def tokens(text: str, locale: Locale) -> Iterable[Token]:
    """The tokens of a text, in order; none overlaps another."""
    if not locale.numerals.spaced:
        return _in_order(text, locale)
    found = [*_written(text, locale.digits)]
    found += [(m.start(), m.start() - m.end(), "roman", m[0]) for m in _ROMAN.finditer(text)]
    said = set(filter(locale.first.__contains__, words(text)))
    if said:
        low = lowered(text)
        for first in said:
            for word in locale.first[first]:
                found += [
                    (at, -len(word), "word", text[at : at + len(word)]) for at in _places(word, low)
                ]
    return _apart(sorted(found)) if len(found) > 1 else found


def _written(text: str, digits: re.Pattern[str]) -> Iterator[Token]:
    """What has digits: the first is looked for, the pattern need not be tried everywhere."""
    at = 0
    while (first := _DIGIT.search(text, at)) and (match := digits.match(text, first.start())):
        start, at = match.span()
        yield start, start - at, match.lastgroup or "", match[0]


def _in_order(text: str, locale: Locale) -> Iterator[Token]:
    """The tokens where no spaces part words."""
    for match in locale.pattern.finditer(text):
        group, word = match.lastgroup or "", match[0]
        if group == "word":
            group = "word" if word.lower() in locale.words else "roman"
        yield match.start(), -len(word), group, word


def _places(word: str, text: str) -> list[int]:
    """Where a text has a word that is no part of another."""
    places = []
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalpha() or text[end : end + 1].isalpha()):
            places.append(at)
        at = text.find(word, end)
    return places


def _apart(found: Iterable[Token]) -> Iterator[Token]:
    """What does not begin within the token before it."""
    end = 0
    for token in found:
        if token[0] >= end:
            end = token[0] - token[1]
            yield token
