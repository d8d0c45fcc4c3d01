"""Judges a target by the concepts of its source, occurrence by occurrence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from l10n.glossary.folding import Mapped, folded
from l10n.glossary.lemmas import LANGUAGES, Word, words
from l10n.glossary.slots import filled
from l10n.glossary.targets import (
    BAD,
    Owner,
    Use,
    Wording,
    regular_form,
    regular_target,
    respell_country,
    wordings,
)
from l10n.model import Concept, Match, Span, Status, Style, Verdict, VerdictKind

_DEPUTY = re.compile(
    r"(?i)(?:\b(?:vice|deputy|vize|вице)[ -]|\b(?:phó|(?:заместител|stellvertretend)\w{1,4}) |副)\Z"
)
_OFFICE_SOURCE = re.compile(r"(?i)\b(?:bộ|thứ) trưởng $")
_REACH = 24
"""Characters before a term in which a word may stand that changes it."""
_KEPT = 20_000


class Judge:
    """Gives verdicts on targets in one language, in one house style."""

    def __init__(self, language: str, style: Style) -> None:
        self._language = language
        self._style = style
        self._wordings: dict[Owner, list[Wording]] = {}
        self._english = language.partition("-")[0] == "en"
        self._inflects = language.partition("-")[0] in LANGUAGES
        self._pronouns = _pronouns(style)

    def verdicts(
        self, source: str, target: str, matches: Sequence[Match]
    ) -> Iterator[tuple[Match, Verdict]]:
        """One verdict for each unambiguous match that has a term in the language, in order."""
        owners = {Owner(m.concept.id, self._language, m.slots): m.concept for m in matches}
        occurrences: dict[Owner, list[Match]] = {owner: [] for owner in owners}
        for match in matches:
            if not match.ambiguous:
                owner = Owner(match.concept.id, self._language, match.slots)
                occurrences[owner].append(match)
        plain = regular_target(target)
        page = _Page(source, target, plain)
        uses = _standing(
            [
                use
                for owner, concept in owners.items()
                for use in self._uses(page, owner, concept, len(occurrences[owner]))
            ]
        )
        chosen: dict[Owner, list[Use]] = {}
        for owner, mine in occurrences.items():
            ranked = _of_rank([u for u in uses if u.owner == owner], plain.text, source, mine)
            chosen[owner] = _chosen(ranked, len(mine))
        taken = [(u.start, u.end) for u in uses]
        for owner, mine in occurrences.items():
            chosen[owner] += self._by_office(page, owner, len(mine) - len(chosen[owner]), mine)
            chosen[owner] += self._later(page, owner, chosen[owner], (len(mine), taken))
            chosen[owner] += self._small(page, owner, len(mine) - len(chosen[owner]), taken)
        told = {
            owner: iter(self._verdicts(owners[owner], owner, page, (chosen[owner], mine)))
            for owner, mine in occurrences.items()
        }
        for match in matches:
            owner = Owner(match.concept.id, self._language, match.slots)
            if not match.ambiguous and (verdict := next(told[owner], None)):
                yield match, verdict

    def _verdicts(
        self,
        concept: Concept,
        owner: Owner,
        page: _Page,
        judged: tuple[Sequence[Use], Sequence[Match]],
    ) -> Iterable[Verdict]:
        """The verdicts on the uses, then `missing` for the occurrences that have none.

        A source in capitals frees a target in capitals. A concept that has only wrong wordings
        in the language is never missing.
        """
        uses, occurrences = judged
        terms = concept.terms.get(self._language, ())
        accepted = [t.text for t in terms if t.status not in BAD and t.kind != "short"]
        expected = filled(
            concept.preferred(self._language) or "".join(accepted[:1]), owner.slots, self._language
        )
        in_capitals = all(m.text.isupper() for m in occurrences)
        late = any(m.out_of_period for m in occurrences)
        for use in uses:
            found = page.found(use)
            right_case = use.right_case or (in_capitals and found.isupper())
            kind = self._kind(use, found, right_case=right_case)
            term = use.term.text if use.term.kind == "term" else ""
            yield Verdict(concept.id, kind, expected, found, term, late)
        if accepted:
            missing = Verdict(concept.id, VerdictKind.MISSING, expected, out_of_period=late)
            yield from [missing] * (len(occurrences) - len(uses))

    def _kind(self, use: Use, found: str, *, right_case: bool) -> VerdictKind:
        if use.term.status is Status.FORBIDDEN:
            return VerdictKind.FORBIDDEN
        country = self._style.country
        after = use.placed_behind and self._style.choices.get("place_order") == "before"
        if use.bad or after or (country and respell_country(found, country) != regular_form(found)):
            return VerdictKind.DEPRECATED
        return VerdictKind.OK if right_case else VerdictKind.WRONG_CASE

    def _uses(self, page: _Page, owner: Owner, concept: Concept, count: int) -> list[Use]:
        """Where the concept's wordings stand; inflected ones are looked for where needed."""
        compiled = self._wordings.get(owner)
        if compiled is None:
            if len(self._wordings) >= _KEPT:  # what slots hold has no end
                self._wordings.clear()
            compiled = self._wordings[owner] = wordings(owner, concept)
        full = [w for w in compiled if w.term.kind != "short"]
        uses = [use for wording in full for use in wording.uses(page.plain.text)]
        if self._inflects and not (self._english and len(uses) >= count):
            uses += [
                use
                for wording in full
                if self._may_inflect(wording, concept)
                for use in wording.inflected(page.words)
            ]
        return uses

    def _may_inflect(self, wording: Wording, concept: Concept) -> bool:
        """English has rules for nouns (see `inflection`); lemmas are for the verbs of a phrase."""
        return not self._english or (
            concept.target_case == "common"
            and wording.term.kind == "term"
            and " " in wording.term.text
            and "{" not in wording.term.text
        )

    def _by_office(
        self, page: _Page, owner: Owner, missing: int, occurrences: Sequence[Match]
    ) -> list[Use]:
        """Ministries that the target names by their ministers, where the source names those.

        `Bộ trưởng Bộ Ngoại giao` is the `Minister of Foreign Affairs`.
        """
        if missing <= 0 or not self._english:
            return []
        offices = sum(bool(_OFFICE_SOURCE.search(_before(page.source, m))) for m in occurrences)
        named = [
            use
            for wording in self._wordings[owner]
            if offices and "Ministry" in wording.term.text and wording.term.status not in BAD
            for use in wording.by_office().uses(page.plain.text)
        ]
        return _longest(named)[: min(missing, offices)]

    def _small(self, page: _Page, owner: Owner, missing: int, taken: Sequence[Span]) -> list[Use]:
        """Wrong words whose capitals alone tell them from common ones, where a right one lacks.

        An `instruction` is no Directive where the target has none; else it may be anything.
        """
        if missing <= 0:
            return []
        found = [
            use
            for wording in self._wordings[owner]
            if wording.term.status in BAD and wording.term.kind == "term"
            for use in wording.in_any_case().uses(page.plain.text)
            if all(use.end <= start or end <= use.start for start, end in taken)
        ]
        return _longest(found)[:missing]

    def _later(
        self, page: _Page, owner: Owner, uses: Sequence[Use], rest: tuple[int, list[Span]]
    ) -> list[Use]:
        """Short forms and pronouns that stand for later mentions, after a full form."""
        count, taken = rest
        missing = count - len(uses)
        first = next((u for u in uses if not u.bad), None)
        if missing <= 0 or first is None:
            return []
        shorts = [w for w in self._wordings[owner] if w.term.kind == "short"]
        found = [use for wording in shorts for use in wording.uses(page.plain.text)]
        found += [
            Use(owner, *hit.span(), replace(first.term, kind="short"), exact=2)
            for hit in self._pronouns.finditer(page.plain.text)
        ]
        later: list[Use] = []
        for use in sorted(found, key=lambda u: (u.start, -u.end)):
            free = all(use.end <= start or end <= use.start for start, end in taken)
            if len(later) < missing and use.start >= first.end and free:
                later.append(use)
                taken.append((use.start, use.end))
        return later


@dataclass(frozen=True)
class _Page:
    """A source with its target."""

    source: str
    target: str
    plain: Mapped

    @cached_property
    def words(self) -> list[Word]:
        """The words of the regular target."""
        return words(self.plain.text)

    def found(self, use: Use) -> str:
        """What stands in the target as given."""
        start, end = self.plain.span(use.start, use.end)
        return self.target[start:end]


def _pronouns(style: Style) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in style.pronouns)
    return re.compile(rf"(?i)\b(?:{either})\b" if either else r"(?!)")


def _longest(uses: list[Use]) -> list[Use]:
    """Of one concept's uses that overlap, the leftmost and longest.

    Where one stretch is read in two ways, what is written out in the glossary counts before
    what is inflected, and what is accepted before what is not.
    """
    rank = sorted(uses, key=lambda u: (u.start, -u.length, -u.exact, not u.right_case, u.bad))
    result: list[Use] = []
    for use in rank:
        if not result or use.start >= result[-1].end:
            result.append(use)
    return result


def _standing(uses: list[Use]) -> list[Use]:
    """The uses that name their concept, by position.

    A wrong wording inside an accepted one is none (`Congress` in `Party Congress`); a right one
    inside a longer one does not name its own concept.
    """
    accepted = _InOrder([u for u in uses if not u.bad])
    found: dict[Owner, list[Use]] = {}
    for use in uses:
        around = accepted.around(use) if use.bad else ()
        if not any(use.within(o) and o.owner != use.owner for o in around):
            found.setdefault(use.owner, []).append(use)
    longest = _InOrder([use for mine in found.values() for use in _longest(mine)])
    return [u for u in longest.uses if not any(u.strictly_within(o) for o in longest.around(u))]


class _InOrder:
    """Uses by position, so that each is compared with its neighbours alone."""

    def __init__(self, uses: Iterable[Use]) -> None:
        self.uses = sorted(uses, key=lambda u: u.start)
        self._starts = [u.start for u in self.uses]
        self._widest = max((u.end - u.start for u in self.uses), default=0)

    def around(self, use: Use) -> Sequence[Use]:
        """All that `use` may lie in, and others near by."""
        first = bisect_left(self._starts, use.end - self._widest)
        return self.uses[first : bisect_right(self._starts, use.start)]


def _of_rank(uses: list[Use], target: str, source: str, occurrences: Sequence[Match]) -> list[Use]:
    """Without deputies where the source names the office itself."""
    reach = ((u, max(0, u.start - _REACH)) for u in uses if not u.bad)
    deputies = {use for use, first in reach if _DEPUTY.search(target, first, use.start)}
    if not deputies:  # as nearly always
        return uses
    left = sum(bool(_DEPUTY.search(_before(source, m))) for m in occurrences)
    first = set(sorted(deputies, key=attrgetter("start"))[:left])
    return [use for use in uses if use not in deputies or use in first]


def _before(source: str, match: Match) -> str:
    """The last few folded characters before a match, with one space where there was any."""
    return folded(source[max(0, match.start - _REACH) : match.start] + "|")[:-1]


_URGENCY = {Status.FORBIDDEN: 0, Status.DEPRECATED: 1}


def _chosen(uses: list[Use], count: int) -> list[Use]:
    """The `count` uses that decide, by position: the bad ones first, then the right ones."""
    by_weight = sorted(uses, key=lambda u: (_URGENCY.get(u.term.status, 2), not u.right_case))
    return sorted(by_weight[:count], key=lambda u: u.start)
