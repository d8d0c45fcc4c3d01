"""The check of who says what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from l10n.checks.base import Problem, Subject
from l10n.checks.naming import capitals, foreign, people
from l10n.checks.text import folded
from l10n.model import Severity

_QUOTED = re.compile(
    r"“[^“”]{1,2000}”|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]|(?<!\w)\"[^\"]{1,2000}\"(?!\w)"
)
_OPENING = '“«„"'
_STOP = re.compile(r"[.!?…]\s")
_NEAR = 100
"""Characters between a quotation and whoever says it."""
_MOST = 50
"""Quotations, and mentions of people, that are looked at."""


class Speakers:
    """Quotations that have changed hands."""

    id = "speakers"
    severity = Severity.WARNING
    description = "Who says something in the source says it in the translation."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; where each of two or more people is quoted once, and named."""
        source, target = subject.unit.source, subject.unit.target
        if sum(map(target.count, _OPENING)) < 2:  # as nearly always
            return
        ours, theirs = ([*islice(_QUOTED.finditer(text), _MOST)] for text in (source, target))
        if len(ours) < 2 or len(ours) != len(theirs):
            return
        people_ = islice((*people(source), *foreign(source)), _MOST)
        names = {folded(name).rpartition(" ")[2]: name for name in people_}
        said, told = _speakers(source, ours, names), _speakers(target, theirs, names)
        if said != told and len({*said}) == len(said) and {*said} == {*told} and "" not in said:
            at = next(i for i, pair in enumerate(zip(said, told, strict=True)) if len({*pair}) > 1)
            was, now = names[said[at]], names[told[at]]
            yield Problem(f"quotation {at + 1} is by “{was}” in the source, here by “{now}”")


def _speakers(text: str, quoted: Sequence[re.Match[str]], names: Mapping[str, str]) -> list[str]:
    """Whose name is nearest to each quotation, in its sentence, as a key; "" for nobody's."""
    outside = _QUOTED.sub(lambda m: "_" * len(m[0]), text)
    called = (w for w in capitals(text) if w.key in names and outside[w.start] != "_")
    places = [(word.start, word.end, word.key) for word in islice(called, _MOST)]
    found = []
    for one in quoted:
        gaps = {
            (max(start - one.end(), one.start() - end), name)
            for start, end, name in places
            if one.end() <= start <= one.end() + _NEAR or end <= one.start() <= end + _NEAR
            if not _STOP.search(outside, min(end, one.end()), max(start, one.start()))
        }
        found.append(min(gaps)[1] if gaps else "")
    return found
