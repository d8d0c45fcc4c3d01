"""The ways in which a concept may be written in a source, look-alikes included."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from l10n.glossary.folding import folded, regular, spellings
from l10n.glossary.numerals import ROMAN, ordinal_value, vietnamese
from l10n.glossary.protected import protected
from l10n.glossary.slots import SlotForm, Values, slot_form
from l10n.model import Concept

_RANK = re.compile(rf"(?:(?<=\bthứ )|(?<=\bkhóa )|(?<=\bkhoá )){ROMAN}(?!\w)")
"""A Roman numeral that says which session or congress it is."""
_ACRONYM = re.compile(r"\w*[^\W\d_]\w*[^\W_]\w*")


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a concept, or a look-alike of it, is written."""

    concept: Concept
    text: str
    guard: bool = False
    ambiguous: bool = False
    initial: bool = False
    """Whether the first letter must be a capital."""
    capitals: tuple[tuple[int, bool], ...] = ()
    """Offsets whose letter must be a capital, or must not."""
    slotted: SlotForm | None = None
    """The whole form, where only a part of it is looked for first."""
    values: Values = ()
    """What stands in its slots, where it was found."""

    def fits(self, cased: str, start: int) -> bool:
        """Whether the capitals at `start` of a regular text are as they must be."""
        if self.initial and cased[start].islower():
            return False
        return not self.capitals or all(
            cased[start + offset].isupper() is upper for offset, upper in self.capitals
        )


def forms_of(concept: Concept, language: str) -> Iterable[Form]:
    """Terms, ambiguous abbreviations and guards, where the language has terms at all."""
    for term in concept.terms.get(language, ()):
        for text in _counted(term.text) if language == "vi" else (term.text,):
            capitals = _capitals(text, whole=concept.case == "exact")
            initial = concept.case == "initial"
            slotted = slot_form(text) if "{" in text else None
            yield Form(concept, text, initial=initial, capitals=capitals, slotted=slotted)
    if language not in concept.terms:
        return
    for text in concept.ambiguous:
        yield Form(concept, text, ambiguous=True, capitals=_capitals(text, whole=True))
    for text in concept.guards:
        yield Form(concept, text, guard=True)


def _counted(text: str) -> Iterable[str]:
    """The term, and how it is written with digits or words: `khóa 13`, `lần thứ mười ba`."""
    yield text
    rank = _RANK.search(text)
    number = ordinal_value(rank[0]) if rank else None
    if rank and number is not None and number < 100:
        words = vietnamese(number) if number > 10 or "thứ " in text[: rank.start()] else []
        for other in (str(number), *words):
            yield text[: rank.start()] + other + text[rank.end() :]


def _capitals(text: str, *, whole: bool) -> tuple[tuple[int, bool], ...]:
    """Which letters of a form are tied to their case: all, or those of its acronyms.

    An acronym is a word with a capital after its first letter: `UBND` in `chủ tịch UBND tỉnh`
    is exact, while the words about it follow the concept's own rule, and a document's code is
    known by its number (`88-CTr/TU`, `88-Ctr/TU`).
    """
    plain = regular(text).text.strip().partition("{")[0]
    words = [(0, plain)] if whole else [(m.start(), m[0]) for m in _ACRONYM.finditer(plain)]
    codes = [] if whole else protected(plain)
    words = [w for w in words if not any(first <= w[0] < last for first, last in codes)]
    return tuple(
        (start + offset, character.isupper())
        for start, word in words
        if whole or any(c.isupper() for c in word[1:])
        for offset, character in enumerate(word)
        if character.isalpha()
    )


def spellings_of(form: Form) -> Iterable[str]:
    """What an automaton has to look for."""
    return form.slotted.anchors if form.slotted else spellings(folded(form.text))
