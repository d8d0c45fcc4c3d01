"""How much a source changed, and so what is asked of people."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

from l10n.patterns import late


class Change(enum.StrEnum):
    """What a change of the source does to an accepted target."""

    RESEALED = "resealed"
    """Only white space, Unicode form, tone placement or typographic signs: the state stays."""
    TRANSLATED = "translated"
    """Small wording changes: whoever reviewed it looks again."""
    DRAFT = "draft"
    """Anything else: the target has to be made to fit."""


_SMALL = 0.85
"""Likeness from which on a change of wording is small."""
_SIGNS = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛‹›′", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None}
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = late(f"([oO])([{_TONES}])([aAeE])|([uU])([{_TONES}])([yY])")
_SPACE = late(r"\s+")
_SPACE_AT_SIGN = late(r"(?<=[^\w\s]) (?!\d)|(?<!\d) (?=[^\w\s])")
_TOKEN = late(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|[^\w\s]")
_NUMBER = late(r"\d+(?:[.,:/]\d+)*|[%‰°$€£¥₫]")
_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKUP = late(r"\]\([^)\s]*\)?|https?://[^\s)>]+|[*_`~]+")
_ENDS = late(r"[?？]")
_NEGATIONS = (
    "không chưa chẳng chả đừng chớ cấm not no never none nobody nothing neither nor without cannot"
)
_AMOUNTS = (
    "không một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi chục trăm nghìn ngàn vạn triệu "
    "tỉ tỷ rưỡi nửa zero one two three four five six seven eight nine ten eleven twelve dozen "
    "hundred thousand million billion trillion half"
)
_WEIGHTY = frozenset(f"{_NEGATIONS} {_AMOUNTS}".split())


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """`text` without what typography alone decides: the changes that reseal."""
    marks = _TONE.sub(_tone_last, unicodedata.normalize("NFD", text))
    signs = unicodedata.normalize("NFC", marks).translate(_SIGNS)
    return _SPACE_AT_SIGN.sub("", _SPACE.sub(" ", signs).strip())


def likeness(old: str, new: str) -> float:
    """0 to 1: the mean of how like the characters are and how like the words."""
    return (_alike(folded(old), folded(new)) + _alike(_tokens(old), _tokens(new))) / 2


def severity(old: str, new: str, *, same_terms: Callable[[str, str], bool] | None = None) -> Change:
    """What the change from `old` to `new` does, where nobody else decides.

    `same_terms` says whether both have the same terms of the glossary; without it names, which
    are words with a capital, stand for terms.
    """
    if folded(old) == folded(new):
        return Change.RESEALED
    if _alike(folded(old), folded(new)) < _SMALL or _weight(old) != _weight(new):
        return Change.DRAFT
    if same_terms is not None and not same_terms(old, new):
        return Change.DRAFT
    return Change.TRANSLATED


@lru_cache(maxsize=4096)
def _weight(text: str) -> tuple[Counter[str], ...]:
    """What must stay for a change to be small: numbers, negations, names, markup, questions."""
    plain = folded(text)
    words = _WORD.findall(plain)
    return (
        Counter(_NUMBER.findall(plain)),
        Counter(
            "not" if word.lower().endswith("n't") else word.lower()
            for word in words
            if word.lower() in _WEIGHTY or word.lower().endswith("n't")
        ),
        Counter(word for word in words[1:] if word[0].isupper()),
        Counter(_MARKUP.findall(plain)),
        Counter(_ENDS.findall(plain)),
    )


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(folded(text).lower()))


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    from rapidfuzz.distance import Indel  # takes longer to import than a catalog to read

    return Indel.normalized_similarity(old, new)


def _tone_last(found: re.Match[str]) -> str:
    """A syllable in oa, oe, uy with its tone on the last vowel."""
    first, tone, second = (found[1], found[2], found[3]) if found[1] else found.group(4, 5, 6)
    return f"{first}{second}{tone}"
