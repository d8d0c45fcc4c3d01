"""Finds concepts in a source text: leftmost, longest, whole syllables, guards included."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick

from l10n.glossary.folding import Mapped, regular, small
from l10n.glossary.forms import Form, forms_of, is_plain, spellings_of
from l10n.glossary.protected import may_be_protected, protected
from l10n.glossary.wording import MAX_LENGTH
from l10n.model import Concept, Match, Span

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that do not part words by spaces."""

_Hit: TypeAlias = tuple[int, int, list[Form]]
"""Start, end negated (so that hits sort by position and the longest first), and the forms."""


class Matcher:
    """All forms of all concepts in one language, as one automaton."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        forms: dict[str, list[Form]] = {}
        for concept in concepts:
            for form in forms_of(concept, language):
                for spelling in spellings_of(form):
                    forms.setdefault(spelling, []).append(form)
        self._forms = list(forms.values())
        self._plain = [len(f) == 1 and is_plain(f[0]) for f in self._forms]
        self._automaton = AhoCorasick(list(forms))
        self._spaced = language.partition("-")[0] not in UNSPACED
        self._in_pieces = not any(_ENDING.search(form) for form in forms)

    def find(self, text: str, on: date | None) -> Iterator[Match]:
        """The concepts in `text`, by position; `on` is the day that periods are judged by."""
        start = 0
        long = self._in_pieces and len(text) > _PIECE
        for end in _pieces(text) if long else (len(text),):
            piece = text[start:end] if start or end < len(text) else text
            cased = regular(piece)
            hits = self._hits(small(cased.text), cased.text)
            if hits:
                for hit in _leftmost_longest(_unprotected(hits, cased.text)):
                    yield from _matches(hit, (cased, piece, start), on)
            start = end

    def _hits(self, key: str, cased: str) -> list[_Hit]:
        """Every form that stands in the text in whole syllables, but for guarded ones."""
        hits: list[_Hit] = []
        special = _Special(cased)
        spaced, length, plain = self._spaced, len(key), self._plain
        # Marks are rare once letters are composed; where there are none, the quicker test will do.
        goes_on = _goes_on if _MARK.search(key) else str.isalnum
        for index, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True):
            if spaced and (
                (end < length and goes_on(key[end]) and goes_on(key[end - 1]))
                or (start and goes_on(key[start - 1]) and goes_on(key[start]))
            ):
                continue
            forms = self._forms[index]
            if not plain[index]:
                forms = special.settled(forms, start, end)
            if forms:
                hits.append((start, -end, forms))
        return special.applied(hits)


_ENDING = re.compile(r"[^\W\d_]{3}[.!?…] ")
_PIECE = 400


def _pieces(text: str) -> Iterable[int]:
    """Where to cut a long text: at line ends that end a sentence, which no term spans.

    Most pieces are regular as they stand, and what a piece needs is free when it is done.
    """
    end = text.find("\n", _PIECE)
    while end > 0:
        if text[end - 1] in ".!?…" and text[end - 4 : end - 1].isalpha():
            yield end + 1
        end = text.find("\n", end + _PIECE)
    yield len(text)


class _Special:
    """The forms of one text that its letters do not settle: cased, guarded and slotted ones."""

    def __init__(self, cased: str) -> None:
        self._cased = cased
        self._guards: dict[str, list[Span]] = {}
        self._slotted: dict[Span, list[Form]] = {}

    def settled(self, forms: list[Form], start: int, end: int) -> list[Form]:
        """The forms that are found; guards are noted, and slotted forms read as a whole."""
        found = []
        for form in forms:
            if form.guard:
                self._guards.setdefault(form.concept.id, []).append((start, end))
            elif form.slotted:
                whole = form.slotted.at(self._cased, start, end)
                if whole is not None and form.fits(self._cased, whole[0][0]):
                    filled = replace(form, values=whole[1])
                    self._slotted.setdefault(whole[0], []).append(filled)
            elif form.fits(self._cased, start):
                found.append(form)
        return found

    def applied(self, hits: list[_Hit]) -> list[_Hit]:
        """The hits with the slotted forms, without the guarded ones.

        What is written out in the glossary goes before a slotted form in the same place.
        """
        if self._slotted:
            taken = {(start, -end) for start, end, _ in hits}
            hits = hits + [
                (start, -end, forms)
                for (start, end), forms in self._slotted.items()
                if (start, end) not in taken
            ]
        return _unguarded(hits, self._guards) if self._guards else hits


_MARK = re.compile(r"[\u0300-\u036f]")


def _goes_on(character: str) -> bool:
    """Whether the character can be within a syllable: a letter, a digit or a mark."""
    return character.isalnum() or "\u02ff" < character < "\u0370"


def _unguarded(hits: list[_Hit], guards: dict[str, list[Span]]) -> list[_Hit]:
    """Without the forms that lie inside a longer look-alike of their own concept."""
    kept = []
    for start, end, forms in hits:
        free = forms
        if len(forms) > 1 or forms[0].concept.id in guards:
            free = [f for f in forms if not _is_guarded(start, -end, guards.get(f.concept.id))]
        if free:
            kept.append((start, end, free))
    return kept


def _is_guarded(start: int, end: int, guards: list[Span] | None) -> bool:
    """Whether one of the look-alikes, which stand in order of their ends, holds the stretch."""
    if guards is None:
        return False
    for index in range(bisect_left(guards, end, key=itemgetter(1)), len(guards)):
        first, last = guards[index]
        if first <= start and last - first > end - start:
            return True
        if last > end + MAX_LENGTH:
            break
    return False


def _unprotected(hits: list[_Hit], text: str) -> list[_Hit]:
    """Without the hits that touch a protected stretch of `text`, unless they hold all of it.

    A stretch holds no space, so the words that a hit touches are all that has to be looked at.
    """
    if not may_be_protected(text):
        return hits
    kept = []
    first = last = -1
    spans: list[Span] = []
    for hit in hits:
        start, end = hit[0], -hit[1]
        if not first <= start <= end <= last:
            first = text.rfind(" ", 0, start) + 1
            last = text.find(" ", end)
            last = len(text) if last < 0 else last
            spans = protected(text[first:last])
        if not spans or all(
            start <= first + left and first + right <= end
            for left, right in spans
            if first + left < end and start < first + right
        ):
            kept.append(hit)
    return kept


def _leftmost_longest(hits: list[_Hit]) -> Iterable[_Hit]:
    done = 0
    for hit in sorted(hits, key=itemgetter(0, 1)) if len(hits) > 1 else hits:
        if hit[0] >= done:
            yield hit
            done = -hit[1]


def _matches(hit: _Hit, place: tuple[Mapped, str, int], on: date | None) -> Iterable[Match]:
    """One match, or one for each concept that the form may stand for."""
    forms = hit[2]
    if len(forms) > 1:
        forms = _current({form.concept.id: form for form in forms}, on)
    cased, piece, offset = place
    start, end = cased.span(hit[0], -hit[1])
    for form in forms:
        yield Match(
            form.concept,
            form.text,
            offset + start,
            offset + end,
            piece[start:end],
            ambiguous=form.ambiguous or len(forms) > 1,
            out_of_period=on is not None and not in_period(form.concept, on),
            slots=form.values,
        )


def _current(forms: dict[str, Form], on: date | None) -> list[Form]:
    """Of several concepts, those that exist on the day, if any do."""
    current = [f for f in forms.values() if on is not None and in_period(f.concept, on)]
    return current or list(forms.values())


def in_period(concept: Concept, on: date) -> bool:
    """Whether the concept exists on that day."""
    return (concept.valid_from is None or concept.valid_from <= on) and (
        concept.valid_to is None or on <= concept.valid_to
    )
