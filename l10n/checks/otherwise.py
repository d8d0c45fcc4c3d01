"""What Vietnamese denies and other languages say without a negation: `không đổi`, `stable`."""

from __future__ import annotations

import re
from functools import cache

from l10n.checks.denials import PHRASES

_SAID = re.compile("|".join(f"({phrase})" for phrase, _ in PHRASES), re.IGNORECASE)


@cache
def _words(at: int, language: str) -> re.Pattern[str]:
    words = PHRASES[at][1].get(language, "(?!)")
    bounds = (r"(?<!\w)", r"(?!\w)") if words.isascii() or words[0] < "\u2e80" else ("", "")
    return re.compile(rf"{bounds[0]}(?:{words}){bounds[1]}", re.IGNORECASE)


def otherwise(source: str, at: int, target: str, language: str) -> bool:
    """Whether a target says without a negation what a Vietnamese source denies at a place."""
    phrase = _SAID.match(source, at)
    if not phrase or not phrase.lastindex:
        return False
    return _words(phrase.lastindex - 1, language).search(target) is not None
