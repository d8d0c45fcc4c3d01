"""Judges a target by the concepts of its source, occurrence by occurrence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from l10n.glossary.folding import Mapped, folded
from l10n.glossary.targets import BAD, Use, Wording, regular_target, wordings
from l10n.model import Concept, Match, Status, Verdict, VerdictKind

_DEPUTY = re.compile(r"(?i)(?:\b(?:vice|deputy)[ -])$")
_DEPUTY_SOURCE = re.compile(r"(?i)\bphó $")


class Judge:
    """Gives verdicts on targets in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._wordings: dict[str, list[Wording]] = {}

    def verdicts(self, source: str, target: str, matches: Sequence[Match]) -> list[Verdict]:
        """One verdict for each unambiguous match that has a term in the language, in order."""
        concepts = {m.concept.id: m.concept for m in matches}
        plain = regular_target(target)
        uses = _standing([u for c in concepts.values() for u in self._uses(c, plain.text)])
        verdicts: dict[str, list[Verdict]] = {}
        for id_, concept in concepts.items():
            occurrences = [m for m in matches if m.concept.id == id_ and not m.ambiguous]
            mine = [u for u in uses if u.concept == id_]
            if occurrences:
                mine = _of_rank(mine, plain.text, source, occurrences)
                mine = _chosen(mine, len(occurrences))
                verdicts[id_] = self._verdicts(concept, mine, (target, plain), occurrences)
        return [
            verdicts[m.concept.id].pop(0)
            for m in matches
            if not m.ambiguous and verdicts.get(m.concept.id)
        ]

    def _verdicts(
        self,
        concept: Concept,
        uses: Sequence[Use],
        target: tuple[str, Mapped],
        occurrences: Sequence[Match],
    ) -> list[Verdict]:
        """The verdicts on the uses, then `missing` for the occurrences that have none.

        A source in capitals frees a target in capitals. A concept that has only wrong wordings
        in the language is never missing.
        """
        terms = concept.terms.get(self._language, ())
        accepted = [t.text for t in terms if t.status not in BAD]
        expected = concept.preferred(self._language) or "".join(accepted[:1])
        in_capitals = all(m.text.isupper() for m in occurrences)
        raw, plain = target
        result = []
        for use in uses:
            start, end = plain.span(use.start, use.end)
            found = raw[start:end]
            right_case = use.right_case or (in_capitals and found.isupper())
            result.append(Verdict(concept.id, _kind(use, right_case), expected, found))
        if accepted:
            missing = Verdict(concept.id, VerdictKind.MISSING, expected)
            result += [missing] * (len(occurrences) - len(result))
        return result

    def _uses(self, concept: Concept, target: str) -> Iterable[Use]:
        compiled = self._wordings.get(concept.id)
        if compiled is None:
            compiled = self._wordings[concept.id] = wordings(concept, self._language)
        return _longest([use for wording in compiled for use in wording.uses(target)])


def _longest(uses: list[Use]) -> list[Use]:
    """Of one concept's uses that overlap, the leftmost and longest.

    Where one stretch is read in two ways, what is written out in the glossary counts before
    what is inflected, and what is accepted before what is not.
    """
    rank = sorted(uses, key=lambda u: (u.start, -u.end, not u.exact, not u.right_case, u.bad))
    result: list[Use] = []
    for use in rank:
        if not result or use.start >= result[-1].end:
            result.append(use)
    return result


def _standing(uses: list[Use]) -> list[Use]:
    """Without those that are only part of another concept's wording.

    A wrong wording inside an accepted one is none (`Congress` in `Party Congress`); a right one
    inside a longer one does not name its own concept.
    """
    accepted = [u for u in uses if not u.bad]
    bad = [u for u in uses if u.bad and not any(u.within(other) for other in accepted)]
    return [
        u
        for u in sorted([*accepted, *bad], key=lambda u: u.start)
        if not any(u.strictly_within(other) for other in (*accepted, *bad))
    ]


def _of_rank(uses: list[Use], target: str, source: str, occurrences: Sequence[Match]) -> list[Use]:
    """Without deputies where the source names the office itself."""
    deputies = sum(bool(_DEPUTY_SOURCE.search(_before(source, m))) for m in occurrences)
    result = []
    for use in uses:
        if not use.bad and _DEPUTY.search(target, max(0, use.start - 8), use.start):
            if not deputies:
                continue
            deputies -= 1
        result.append(use)
    return result


def _before(source: str, match: Match) -> str:
    """The last few folded characters before a match, with one space where there was any."""
    return folded(source[max(0, match.start - 12) : match.start] + "|")[:-1]


_URGENCY = {Status.FORBIDDEN: 0, Status.DEPRECATED: 1}


def _chosen(uses: list[Use], count: int) -> list[Use]:
    """The `count` uses that decide, by position: the bad ones first, then the right ones."""
    by_weight = sorted(uses, key=lambda u: (_URGENCY.get(u.status, 2), not u.right_case))
    return sorted(by_weight[:count], key=lambda u: u.start)


def _kind(use: Use, right_case: bool) -> VerdictKind:
    if use.status is Status.FORBIDDEN:
        return VerdictKind.FORBIDDEN
    if use.status is Status.DEPRECATED:
        return VerdictKind.DEPRECATED
    return VerdictKind.OK if right_case else VerdictKind.WRONG_CASE
