"""The check of who says what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from l10n.checks.base import Problem, Subject
from l10n.checks.naming import foreign, people
from l10n.checks.text import folded
from l10n.model import Severity

_QUOTED = re.compile(
    r"“[^“”]{1,2000}”|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]|(?<!\w)\"[^\"]{1,2000}\"(?!\w)"
)
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
        texts = [folded(text) for text in (subject.unit.source, subject.unit.target)]
        ours, theirs = ([*islice(_QUOTED.finditer(text), _MOST)] for text in texts)
        if len(ours) < 2 or len(ours) != len(theirs):
            return
        source = subject.unit.source
        names = {folded(name): name for name in islice((*people(source), *foreign(source)), _MOST)}
        said = _speakers(texts[0], ours, tuple(names))
        told = _speakers(texts[1], theirs, tuple(names))
        if said != told and len({*said}) == len(said) and {*said} == {*told} and "" not in said:
            at = next(i for i, pair in enumerate(zip(said, told, strict=True)) if len({*pair}) > 1)
            was, now = names[said[at]], names[told[at]]
            yield Problem(f"quotation {at + 1} is by “{was}” in the source, here by “{now}”")


def _speakers(text: str, quoted: Sequence[re.Match[str]], names: Sequence[str]) -> list[str]:
    """Whose name is nearest to each quotation, in its sentence; "" for nobody's."""
    inside = _QUOTED.sub(lambda m: "_" * len(m[0]), text)
    places = [(m.start(), m.end(), name) for name in names for m in _mentions(name, inside)]
    found = []
    for one in quoted:
        gaps = {
            (max(start - one.end(), one.start() - end), name)
            for start, end, name in places
            if one.end() <= start <= one.end() + _NEAR or end <= one.start() <= end + _NEAR
            if not _STOP.search(inside, min(end, one.end()), max(start, one.start()))
        }
        found.append(min(gaps)[1] if gaps else "")
    return found


def _mentions(name: str, text: str) -> list[re.Match[str]]:
    """Where a name stands, or else the last of its syllables, which a person is called by."""
    whole, last = (
        re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        for words in (name, name.rpartition(" ")[2])
    )
    return [*islice(whole, _MOST)] or [*islice(last, _MOST)]
