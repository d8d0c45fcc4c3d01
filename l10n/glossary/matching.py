"""Finds concepts in a source text: leftmost, longest, whole syllables, guards included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick

from l10n.glossary.folding import regular, small
from l10n.glossary.forms import Form, forms_of, is_plain, spellings_of
from l10n.glossary.pieces import PIECE, Seams
from l10n.glossary.protected import protected
from l10n.model import Concept, Match, Span

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that do not part words by spaces."""

_Hit: TypeAlias = tuple[int, int, int, list[Form]]
"""Start, end negated (so that hits sort by position and the longest first), kind, and forms."""
_PLAIN, _SLOTTED, _GUARD = range(3)


class Matcher:
    """All forms of all concepts in one language, as one automaton."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        forms: dict[str, list[Form]] = {}
        for concept in concepts:
            for form in forms_of(concept, language):
                for spelling in spellings_of(form):
                    forms.setdefault(spelling, []).append(form)
        self._forms = list(forms.values())
        self._plain = [f if len(f) == 1 and is_plain(f[0]) else None for f in self._forms]
        self._automaton = AhoCorasick(list(forms))
        self._spaced = language.partition("-")[0] not in UNSPACED

    @cached_property
    def _seams(self) -> Seams:
        return Seams((form.text for forms in self._forms for form in forms), spaced=self._spaced)

    def find(self, text: str, on: date | None) -> Iterator[Match]:
        """The concepts in `text`, by position; `on` is the day that periods are judged by."""
        for offset, piece in self._seams.pieces(text) if len(text) > PIECE else ((0, text),):
            mapped = regular(piece)
            hits = self._hits(mapped.text)
            for hit in _leftmost_longest(_unprotected(hits, mapped.text)) if hits else ():
                start, end = mapped.span(hit[0], -hit[1])
                forms = hit[3] if len(hit[3]) == 1 else _current(hit[3], on)
                for form in forms:
                    yield Match(
                        form.concept,
                        form.text,
                        offset + start,
                        offset + end,
                        piece[start:end],
                        form.ambiguous or len(forms) > 1,
                        on is not None and not in_period(form.concept, on),
                        form.values,
                    )

    def _hits(self, cased: str) -> list[_Hit]:
        """Every form and look-alike that stands in the text in whole syllables."""
        key = small(cased) + " "
        spaced, plain = self._spaced, self._plain
        hits: list[_Hit] = []
        for index, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True):
            if spaced:
                after, before = key[end], key[start - 1]
                if after != " " and _goes_on(after) and _goes_on(key[end - 1]):
                    continue
                if before != " " and _goes_on(before) and _goes_on(key[start]):
                    continue
            forms = plain[index]
            if forms is not None:
                hits.append((start, -end, _PLAIN, forms))
            else:
                hits += _settled(self._forms[index], cased, start, end)
        return hits


def _goes_on(character: str) -> bool:
    """Whether the character can be within a syllable: a letter, a digit or a mark."""
    return character.isalnum() or "\u02ff" < character < "\u0370"


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
        elif form.fits(cased, start):
            found.append(form)
    if found:
        yield start, -end, _PLAIN, found


def _leftmost_longest(hits: list[_Hit]) -> list[_Hit]:
    """The hits that count, in order; of those in one place, what is written out in the glossary.

    A look-alike counts too and gives nothing, nor does anything inside it. But what only begins
    in it is found: after `Văn phòng Bộ`, which is no ministry, comes `Bộ Y tế`.
    """
    found: list[_Hit] = []
    done = guarded = 0
    for hit in sorted(hits, key=itemgetter(0, 1, 2)):
        start, end, kind, forms = hit
        if start >= done and -end > guarded:
            if kind == _GUARD:
                guarded = -end
            else:
                found.append(hit)
                done = -end
        elif kind == _SLOTTED and found and found[-1][:3] == hit[:3]:
            found[-1][3].extend(forms)  # one text, several concepts
    return found


def _unprotected(hits: list[_Hit], text: str) -> list[_Hit]:
    """Without the hits that touch a protected stretch of `text`, unless they hold all of it.

    A stretch holds no space, so the words that a hit touches are all that has to be looked at.
    """
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
        if not spans or not _breaks(start - first, end - first, spans):
            kept.append(hit)
    return kept


def _breaks(start: int, end: int, spans: list[Span]) -> bool:
    """Whether a hit holds a part of one of the spans, which stand in order."""
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
