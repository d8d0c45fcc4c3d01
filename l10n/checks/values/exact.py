"""What has changed though numbers like it are on both sides: hours, quarters, scores, ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from l10n.checks.text import lowered
from l10n.checks.values.mention import Mention, Weight, atoms_of

Change = tuple[Mention, Mention]
"""What the source has, and what it has become."""
_LATER = re.compile(r"(?<!\w)(?:trưa|chiều|tối|đêm|khuya|p\.?m)(?!\w)")
"""What may make an afternoon of a Vietnamese `8 giờ`, wherever it stands."""
_LOOKED_AT = 40
"""Hours, scores and ranges of one side; a sentence has a few."""


def changed(
    source: str, language: str, ours: Sequence[Mention], theirs: Sequence[Mention]
) -> Change | None:
    """The first such change; `language` is the source's tag."""
    first = [m for m in ours if len(m.readings) > 1]
    second = [m for m in theirs if len(m.readings) > 1] if first else []
    found = _other_one(first, second) if second else None
    if second and not found and language == "vi":
        found = _other_half(source, first, theirs)
    return found or _other_pair(ours, theirs)


def _told(mentions: Sequence[Mention], kind: str) -> Mapping[Fraction | int, Mention]:
    """By value, the mentions that say just one hour, or one quarter."""
    return {value: m for m in mentions if (value := m.exact(kind)) is not None}


def _other_one(ours: Sequence[Mention], theirs: Sequence[Mention]) -> Change | None:
    """An hour before noon that has become one after it, a quarter that has become another one."""
    for kind in ("t", "q"):
        said, now = _told(ours, kind), _told(theirs, kind)
        lost, extra = said.keys() - now.keys(), now.keys() - said.keys()
        if lost and extra:
            return said[min(lost)], now[min(extra)]
    return None


def _other_pair(ours: Sequence[Mention], theirs: Sequence[Mention]) -> Change | None:
    """A score or a range whose numbers the other side has, but in other pairs: `3-2`, `5-3`."""
    said = [m for m in ours if m.paired][:_LOOKED_AT]
    now = [m for m in theirs if m.paired][:_LOOKED_AT] if said else []
    if not now:  # as nearly always
        return None
    named = atoms_of(m for m in theirs if not m.paired)
    lost = [m for m in said if m.months.isdisjoint(named) and not any(map(m.like, now))]
    extra = [m for m in now if not any(map(m.like, said))] if lost else []
    if not extra:
        return None
    kept, known = (
        atoms_of(m for m in side if m not in gone) for side, gone in ((theirs, extra), (ours, lost))
    )
    lost, extra = (
        [m for m in lost if not m.said_by(kept)],
        [m for m in extra if not m.said_by(known)],
    )
    return (lost[0], extra[0]) if lost and extra else None


def _other_half(source: str, ours: Sequence[Mention], theirs: Sequence[Mention]) -> Change | None:
    """A `8h30` that has become `8.30 p.m.`, where nothing in the source says so."""
    halves = [m for m in ours if m.either][:_LOOKED_AT]
    now = _told(theirs, "t") if halves else {}
    if not now or _LATER.search(lowered(source)):
        return None
    said, told = _atoms_of_day(ours, halves), _atoms_of_day(theirs, [])
    for mention in halves:
        early, late = mention.either
        usual, other = (early, late) if early >= 60 else (late, early)
        if other in now and usual not in told and other not in said:
            return mention._replace(weight=Weight.SPELLED), now[other]
    return None


def _atoms_of_day(mentions: Sequence[Mention], but: Sequence[Mention]) -> frozenset[Fraction | int]:
    """The hours that mentions may say, but for some of them."""
    return frozenset(
        value for kind, value in atoms_of(m for m in mentions if m not in but) if kind == "t"
    )
