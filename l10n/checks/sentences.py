"""Checks of sentences and titles: how many there are, and their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.text import has_any, language
from l10n.model import Severity

_END = re.compile(r"[.!?…][“”’\"'»)]?\s+(?=[“«\"'‘(]?[^\W\d_])(?<=[^\W\d_]{2}..)|[。！？]")
_TITLE = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|St|Rev|Capt|Gen|Col|Lt|Sgt|Det|Sen|Gov|Prof|Rep|Mt|Mme|TS|PGS|GS|ThS|BS|TP)"
    r"\.\s+(?=[^\W\d_])(?<=[^\W\d_]{2}..)"
)
"""What ends no sentence: `Mr. Adams`, `PGS. TS. Lan`."""
_STOPS = ".!?…。！？"
_TITLES = frozenset({"title", "heading"})
_SMALL = frozenset(
    "a an the and but or nor for so yet as at by in of off on per to up via with from into over"
    " after than that if".split()
)
"""English words that stay small within a title."""
_USUAL = {"en": 0.93, "fr": 1.1, "es": 1.08, "de": 1.13, "ru": 1.13, "zh": 0.46, "ja": 0.66}
"""How long a translation is for a Vietnamese source of length 1."""

_UNMARKED = frozenset({"lo", "km", "th", "my"})
"""Languages whose sentences end without a mark."""


class Sentences:
    """A sentence that is missing, or that was added."""

    id = "sentences"
    severity = Severity.INFO
    description = "No sentence of the source is missing, and none is added."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; two may become one: a warning only where the length says so too."""
        unit, tag = subject.unit, language(subject.unit.language or "en")
        ours, theirs = _count(unit.source), _count(unit.target)
        if ours == theirs or tag in _UNMARKED:
            return
        ratio = len(unit.target) / max(len(unit.source), 1) / _USUAL.get(tag, 1)
        surely = tag in _USUAL and (ratio < 0.7 if theirs < ours else ratio > 1.4)
        words = "1 sentence" if theirs == 1 else f"{theirs} sentences"
        yield Problem(f"{words} for {ours}", Severity.WARNING if surely else None)


def _count(text: str) -> int:
    """How many sentences a text has; a short abbreviation ends none."""
    text = text.rstrip()
    if not has_any(text[:-1], _STOPS):
        return 1
    ends = sum(not _goes_on(text, end.end()) for end in _END.finditer(text))
    if ends:
        ends -= sum(not _goes_on(text, title.end()) for title in _TITLE.finditer(text))
    return max(1, ends + (text[-1:] not in "。！？"))


def _goes_on(text: str, at: int) -> bool:
    """Whether what follows begins small, and begins no sentence."""
    return text[at : at + 2].lstrip("“«\"'‘(")[:1].islower()


class TitleCase:
    """Titles whose capitals are not those of the house."""

    id = "title-case"
    severity = Severity.INFO
    description = "Titles have the capitals of the house style."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only where `style.<target>.title_case` says which."""
        unit, wanted = subject.unit, subject.title_case
        if unit.context not in _TITLES or not wanted:
            return
        words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", unit.target)
        chosen = [word for word in words[1:] if word.lower() not in _SMALL]
        small = [word for word in chosen if word.islower()]
        if wanted == "title" and small:
            yield Problem(f"a title in small letters: “{small[0]}”")
        elif wanted == "sentence" and len(chosen) > 3 and not small:
            yield Problem("a title with a capital for each word")
