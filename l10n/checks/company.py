"""What stands beside a unit: the rest of its article, and its translations into other languages."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from l10n.checks.base import Company, Problem, Subject
from l10n.checks.naming import people
from l10n.checks.text import folded, folded_words, language
from l10n.checks.values import Weight, differences
from l10n.model import Severity, Unit

_SHORT = 3
"""Words up to which different sources may well have one target: `OK`, `Photo`."""


def companies(
    units: Sequence[Unit], others: Mapping[str, Mapping[str, str]] | None = None
) -> list[Company]:
    """The company of each of an article's units; `others` are targets by unit id, by language."""
    targets: defaultdict[str, dict[str, None]] = defaultdict(dict)
    sources: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for unit in units:
        if unit.target:
            targets[_key(unit.source)][unit.target] = None
            sources[_key(unit.target)][unit.source] = None
    return [
        Company(
            tuple(t for t in targets[_key(unit.source)] if _key(t) != _key(unit.target)),
            tuple(s for s in sources[_key(unit.target)] if _key(s) != _key(unit.source)),
            tuple(
                (tag, theirs[unit.id])
                for tag, theirs in (others or {}).items()
                if unit.id in theirs
            ),
        )
        if unit.target
        else Company()
        for unit in units
    ]


def _key(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return " ".join(text.casefold().split()).rstrip(".")


class Inconsistent:
    """One source with two targets."""

    id = "inconsistent"
    severity = Severity.WARNING
    description = "The same source is translated in the same way all through an article."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a title and a tag may differ in capitals."""
        for other in subject.company.same_source:
            yield Problem(f"the same source is “{other}” elsewhere in the article")


class SameTarget:
    """Two sources with one target."""

    id = "same-target"
    severity = Severity.WARNING
    description = "Different sources have different translations."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a few words, and sources that differ in a few letters, may agree."""
        source = subject.unit.source
        if len(source.split()) <= _SHORT:
            return
        for other in subject.company.same_target:
            if folded(other) != folded(source):
                yield Problem(f"“{other}” has the same translation")


class OtherTargets:
    """Translations into other languages that say another number, date, hour or name."""

    id = "other-targets"
    severity = Severity.WARNING
    description = "A unit's translations into several languages agree on numbers, dates and names."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; what has digits on both sides, and Vietnamese names of people."""
        unit = subject.unit
        for tag, target in subject.company.others:
            for found in differences(unit.target, target, (unit.language or "en", tag)):
                lost, extra = found.lost, found.extra
                if lost and extra and lost.weight is extra.weight is Weight.FIRM:
                    yield Problem(f"“{lost.text}” is “{extra.text}” in {language(tag)}")
            mine, theirs = _people_apart(unit.target, target)
            if mine and theirs:
                yield Problem(f"“{mine}” is “{theirs}” in {language(tag)}")


def _people_apart(target: str, other: str) -> tuple[str, str]:
    """A person of each text whose last name, the given one, is not in the other; or ""."""

    def alone(text: str, words: Sequence[str]) -> str:
        return next((n for n in people(text) if folded(n).split()[-1] not in words), "")

    return alone(target, folded_words(other)), alone(other, folded_words(target))
