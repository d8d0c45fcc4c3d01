"""What stands beside a unit: the rest of its article, and its translations into other languages."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from l10n.checks.base import Company, Problem, Subject
from l10n.checks.naming import people
from l10n.checks.text import folded, folded_set, language
from l10n.checks.values import Weight, differences
from l10n.checks.values.conversions import may_convert
from l10n.checks.values.mention import Mention
from l10n.model import Severity, Unit

_SHORT = 3
"""Words up to which different sources may well have one target: `OK`, `Photo`."""


def companies(
    units: Sequence[Unit], others: Mapping[str, Mapping[str, str]] | None = None
) -> list[Company]:
    """The company of each of an article's units; `others` are targets by unit id, by language."""
    keys = [(_key(unit.source), _key(unit.target)) for unit in units]
    targets: defaultdict[str, dict[str, str]] = defaultdict(dict)
    sources: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for unit, (source, target) in zip(units, keys, strict=True):
        if unit.target:
            targets[source][unit.target] = target
            sources[target][unit.source] = source
    return [
        Company(
            _apart(targets[source], target), _apart(sources[target], source), _beside(unit, others)
        )
        if unit.target
        else Company()
        for unit, (source, target) in zip(units, keys, strict=True)
    ]


def _apart(known: Mapping[str, str], key: str) -> tuple[str, ...]:
    """The texts whose key is another one."""
    return tuple(t for t, other in known.items() if other != key) if len(known) > 1 else ()


def _beside(
    unit: Unit, others: Mapping[str, Mapping[str, str]] | None
) -> tuple[tuple[str, str], ...]:
    """The unit's targets in other languages."""
    found = ((tag, theirs.get(unit.id, "")) for tag, theirs in (others or {}).items())
    return tuple((tag, target) for tag, target in found if target)


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
        for other in subject.company.same_target:
            if len(source.split()) > _SHORT and folded(other) != folded(source):
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
                firm = lost and extra and lost.weight is extra.weight is Weight.FIRM
                if lost and extra and firm and not _is_converted(unit.source, lost, extra):
                    yield Problem(f"“{lost.text}” is “{extra.text}” in {language(tag)}")
            mine, theirs = _people_apart(unit.target, target)
            if mine and theirs:
                yield Problem(f"“{mine}” is “{theirs}” in {language(tag)}")


def _is_converted(source: str, mine: Mention, theirs: Mention) -> bool:
    """Whether one of two figures is that of the source in another unit: `385 miles`, `620 km`."""
    return may_convert(source) and not all(
        _digits(m.text) in _digits(source) for m in (mine, theirs)
    )


def _digits(text: str) -> str:
    return re.sub(r"\D+", " ", f" {text} ")


def _people_apart(target: str, other: str) -> tuple[str, str]:
    """A person of each text whose last name, the given one, is not in the other; or ""."""

    def alone(text: str, words: Container[str]) -> str:
        return next((n for n in people(text) if folded(n).split()[-1] not in words), "")

    return alone(target, folded_set(other)), alone(other, folded_set(target))
