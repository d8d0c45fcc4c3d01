"""Finds concepts in a source text: leftmost, longest, whole syllables, guards included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from operator import itemgetter
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick

from l10n.glossary.folding import regular, small
from l10n.glossary.forms import Form, forms_of, spellings_of
from l10n.glossary.pieces import PIECE, Seams
from l10n.glossary.protected import protected
from l10n.model import Concept, Match, Span

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that do not part words by spaces."""

_Hit: TypeAlias = tuple[int, int, int, list[Form]]
"""Start, end negated (so that hits sort by position and the longest first), kind, and forms."""
_match = partial(tuple.__new__, Match)
"""What `Match._make` does, and nothing more."""
_PLAIN, _SLOTTED, _GUARD, _INITIAL, _MIXED = range(5)


class Matcher:
    """All forms of all concepts in one language, as one automaton."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        forms: dict[str, list[Form]] = {}
        for concept in concepts:
            for form in forms_of(concept, language):
                for spelling in spellings_of(form):
                    forms.setdefault(spelling, []).append(form)
        self._forms = list(forms.values())
        self._quick = [
            (kind, each if kind != _GUARD else [])
            for kind, each in ((_kind(each), each) for each in self._forms)
        ]
        self._automaton = AhoCorasick(list(forms))
        self._spaced = language.partition("-")[0] not in UNSPACED

    @cached_property
    def _seams(self) -> Seams:
        return Seams((form.text for forms in self._forms for form in forms), spaced=self._spaced)

    def match(self, text: str, on: date | None) -> list[Match]:
        """What `find` gives for a text in one part."""
        return self._in(text, 0, on) if len(text) <= PIECE else list(self.find([text], on))

    def find(self, parts: Iterable[str], on: date | None) -> Iterator[Match]:
        """The concepts in a text, by position; `on` is the day that periods are judged by."""
        for offset, piece in self._seams.pieces(parts):
            yield from self._in(piece, offset, on)

    def named(self, text: str) -> set[str]:
        """Ids of all concepts that may be meant: within others, and in any capitals, too."""
        key = small(regular(text).text) + " "
        return {
            form.concept.id
            for index, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True)
            if not (self._spaced and (key[end].isalnum() or key[start - 1].isalnum()))
            for form in self._forms[index]
        }

    def _in(self, text: str, offset: int, on: date | None) -> list[Match]:
        """The matches of a piece that stands at `offset` of its text."""
        mapped = regular(text)
        hits = self._hits(mapped.text)
        if not hits:
            return []
        found: list[Match] = []
        for first, last, _, forms in _winners(hits, mapped.text):
            start, end = mapped.span(first, -last)
            current = forms if len(forms) < 2 else _current(forms, on)
            for form in current:
                match = (
                    form.concept,
                    form.text,
                    offset + start,
                    offset + end,
                    text[start:end],
                    form.ambiguous or len(current) > 1,
                    on is not None and not in_period(form.concept, on),
                    form.values,
                )
                found.append(_match(match))
        return found

    def _hits(self, cased: str) -> list[_Hit]:
        """Every form and look-alike that stands in the text in whole syllables."""
        key = small(cased) + " "
        spaced, quick, goes_on = self._spaced, self._quick, _GOES_ON
        hits: list[_Hit] = []
        for index, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True):
            kind, forms = quick[index]
            if kind == _INITIAL and cased[start].islower():
                continue
            after, before = key[end], key[start - 1]  # the space at the end stands before all
            if spaced and (
                (after != " " and goes_on[after] and goes_on[key[end - 1]])
                or (before != " " and goes_on[before] and goes_on[key[start]])
            ):
                continue
            if kind == _MIXED:
                hits += _settled(forms, cased, start, end)
            else:
                hits.append((start, -end, kind if kind == _GUARD else _PLAIN, forms))
        return hits


def _kind(forms: list[Form]) -> int:
    """What has to be looked at once the letters of these forms are found."""
    form = forms[0]
    if all(each.guard for each in forms):
        return _GUARD
    if len(forms) > 1 or form.guard or form.capitals or form.slotted:
        return _MIXED
    return _INITIAL if form.initial else _PLAIN


class _GoesOn(dict[str, bool]):
    """Whether a character can be within a syllable: a letter, a digit or a mark."""

    def __missing__(self, character: str) -> bool:
        self[character] = character.isalnum() or "\u02ff" < character < "\u0370"
        return self[character]


_GOES_ON = _GoesOn()
_ORDER = itemgetter(0, 1, 2)


def _settled(forms: list[Form], cased: str, start: int, end: int) -> Iterator[_Hit]:
    """Of forms that have the same letters those that fit; slotted ones are read as a whole."""
    found = []
    for form in forms:
        if form.guard:
            yield start, -end, _GUARD, []
        elif form.slotted:
            whole = form.slotted.at(cased, start, end)
            if whole is not None and form.fits(cased, whole[0][0]):
                yield whole[0][0], -whole[0][1], _SLOTTED, [replace(form, values=whole[1])]
        elif form.fits(cased, start) and not (form.ambiguous and _is_part(cased, start, end)):
            found.append(form)
    if found:
        yield start, -end, _PLAIN, found


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation is a part of a longer one: `TT&TT`."""
    return text[end : end + 1] == "&" or text[max(0, start - 1) : start] == "&"


def _winners(hits: list[_Hit], text: str) -> list[_Hit]:
    """The hits that count, look-alikes among them, none of which breaks a protected stretch."""
    found = _leftmost_longest(hits)
    spans = protected(text)
    if not spans or not any(_breaks(hit, spans) for hit in found):
        return found  # what is left out had no say in it
    return _leftmost_longest([hit for hit in hits if not _breaks(hit, spans)])


def _leftmost_longest(hits: list[_Hit]) -> list[_Hit]:
    """The hits that count, in order; of those in one place, what is written out in the glossary.

    A look-alike counts too and gives nothing, nor does anything inside it. But what only begins
    in it is found: after `Văn phòng Bộ`, which is no ministry, comes `Bộ Y tế`.
    """
    if len(hits) == 1:
        return hits
    found: list[_Hit] = []
    done = guarded = 0
    for hit in sorted(hits, key=_ORDER):
        start, end, kind, forms = hit
        if start >= done and -end > guarded:
            found.append(hit)
            if kind == _GUARD:
                guarded = -end
            else:
                done = -end
        elif kind == _SLOTTED and found and found[-1][:3] == hit[:3]:
            found[-1] = (start, end, kind, found[-1][3] + forms)  # one text, several concepts
    return found


def _breaks(hit: _Hit, spans: list[Span]) -> bool:
    """Whether a hit holds a part of one of the spans, which stand in order, and not all of it."""
    start, end = hit[0], -hit[1]
    for index in range(bisect_right(spans, start, key=itemgetter(1)), len(spans)):
        left, right = spans[index]
        if left >= end:
            break
        if left < start or end < right:
            return True
    return False


def _current(forms: list[Form], on: date | None) -> list[Form]:
    """One form a concept: of the concepts that exist on the day, if any do."""
    each = {form.concept.id: form for form in forms}
    current = [f for f in each.values() if on is not None and in_period(f.concept, on)]
    return current or list(each.values())


def in_period(concept: Concept, on: date) -> bool:
    """Whether the concept exists on that day."""
    return (concept.valid_from is None or concept.valid_from <= on) and (
        concept.valid_to is None or on <= concept.valid_to
    )
