"""Parts of a whole that two numbers say: `hai phần ba`, `三分之二`, `one household in three`."""

from __future__ import annotations

import re
from fractions import Fraction

from l10n.checks.values.mention import Mention, Reading, Weight, number

PARTS = re.compile(r"\s?(?:(phần|ສ່ວນ|ភាគ)|(分之|分の|분의))\s?")
"""What stands between parts and how many there are, or the reverse."""
_OF = re.compile(
    r"(?:[\s-][^\W\d_]+){0,2}[\s-](?:in|in every|out of|per|par|sur|pour|de cada|por|von|pro"
    r"|из|на)[\s-]"
)
"""The same where other words may stand there too: `one household in three`."""
_NEAR = 40

Before = tuple[Fraction | int, int, int]
"""The number before: its value, and where it stands."""


def said(
    text: str, before: Before | None, value: Fraction | int, start: int, until: int
) -> Mention | None:
    """The fraction that a number says with the one before it."""
    if not before or not value:
        return None
    first, begin, end = before
    if not 1 < start - end < _NEAR:
        return None
    parts = PARTS.fullmatch(text, end, start)
    if parts and value != 100:  # `60 phần trăm` is a per cent
        part = Fraction(first) / value if parts[1] else value / Fraction(first or 1)
        return Mention(text[begin:until], share(part), Weight.SPELLED)
    if _OF.fullmatch(text, end, start):
        return Mention(text[begin:until], share(Fraction(first) / value), Weight.SOFT)
    return None


def share(value: Fraction) -> tuple[Reading, ...]:
    """The readings of a part: as a fraction and as a per cent."""
    return number(value), number(100 * value)
