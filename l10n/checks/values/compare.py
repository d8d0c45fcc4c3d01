"""Which values of two texts have no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

from l10n.checks.values import exact
from l10n.checks.values.conversions import Conversions
from l10n.checks.values.mention import Mention, Weight, atoms_of
from l10n.checks.values.scan import mentions
from l10n.checks.values.telling import few, telling

_FEW = 3
"""Up to this, a word for a number is often no number: `một`, `both`, `first`."""

_KINDS = (attrgetter("scale"), attrgetter("rank"), attrgetter("share"), attrgetter("digit"))
"""What a word may be that is no number for sure, but has to stay what it is."""
_PAIRED = 40
"""Values of one unit for which it is told what they have become; a sentence has a few."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that one side lacks, or that differs."""

    lost: Mention | None
    """What only the source has."""
    extra: Mention | None
    """What only the target has."""
    kind: str
    """`swapped`, `factor`, `changed`, `hour`, `lost` or `extra`."""
    factor: int = 1
    """How often the greater holds the smaller."""


def differences(source: str, target: str, languages: tuple[str, str]) -> list[Difference]:
    """What differs between the values of the texts; `languages` are their BCP 47 tags."""
    if not _telling(source, target, languages):
        return []
    ours, theirs = mentions(source, languages[0]), mentions(target, languages[1])
    lost, extra = _alone(ours, theirs), _alone(theirs, ours)
    if lost or extra:
        converted = Conversions(source, target)
        lost, extra = converted.unfit(lost, theirs), converted.unfit(extra, ours)
    found: list[Difference] = []
    if swapped := _swapped(lost[:_PAIRED], ours, theirs):
        found += swapped
        lost, extra = _others(lost, swapped), _others(extra, swapped)
    for mention in lost[:_PAIRED]:
        partner = min(extra[:_PAIRED], key=lambda e: _distance(mention, e), default=None)
        if partner:
            found.append(_pair(mention, partner))
            lost.remove(mention)
            extra.remove(partner)
    found += [Difference(mention, None, "lost") for mention in lost]
    words = [m for m in ours if m.weight is Weight.SOFT and m.value > _FEW and m.counts]
    said = atoms_of(theirs) if extra and words else frozenset()
    words = [m for m in words if extra and not m.said_by(said)]
    found += [_pair(word, mention) for word, mention in zip(words, extra, strict=False)]
    found += [Difference(None, mention, "extra") for mention in extra[len(words) :]]
    found = found or _vague(ours, theirs)
    if not found and (change := exact.changed(source, languages[0], ours, theirs)):
        return [Difference(*change, "hour") if change[1].exact("t") is not None else _pair(*change)]
    return found


def _telling(source: str, target: str, languages: tuple[str, str]) -> bool:
    """Whether the texts may say values that differ."""
    if telling(source, languages[0]) or telling(target, languages[1]):
        return True
    said, now = few(source, languages[0]), few(target, languages[1])
    return not (said <= now or now <= said)


def _vague(ours: Sequence[Mention], theirs: Sequence[Mention]) -> list[Difference]:
    """`hàng triệu` that has become `billions`: neither is a number, and both mean one.

    So are `thứ nhất` and `second`, `một nửa` and `a third`, `bốn` and `five`.
    """
    loose = [[m for m in side if m.weight is not Weight.FIRM] for side in (ours, theirs)]
    if not all(loose):  # as nearly always
        return []
    ours, theirs = (  # what `2-1` says on both sides says no `two`
        [m for m in side if not (m.paired and any(map(m.like, others)))]
        for side, others in ((ours, theirs), (theirs, ours))
    )
    said, now = atoms_of(ours), atoms_of(theirs)
    lost, extra = (
        [m for m in side if not m.said_by(atoms)]
        for side, atoms in zip(loose, (now, said), strict=True)
    )
    for kind in _KINDS if lost and extra else ():
        first, second = (next(filter(kind, side), None) for side in (lost, extra))
        if first and second:
            return [_pair(first, second)]
    return []


def _alone(mentions_: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The mentions that nothing on the other side says."""
    firm = [m for m in mentions_ if m.weight is not Weight.SOFT]
    if not firm:
        return []
    atoms = atoms_of(others)
    return [m for m in firm if not m.said_by(atoms)]


def _swapped(
    lost: Sequence[Mention], ours: Sequence[Mention], theirs: Sequence[Mention]
) -> list[Difference]:
    """Days that have become the month, and the reverse."""
    if not any(map(_month, lost)):
        return []
    said, now_said = atoms_of(ours), atoms_of(theirs)
    now = {_month(m): m for m in theirs if _month(m) and not m.said_by(said)}
    found = []
    for mine in lost:
        month, own = _month(mine), atoms_of([mine])
        beside = own if len(own) > 1 else said  # `2/9/1945` has its day, `tháng 9` has none
        for day, yours in now.items() if month and ("n", month) in now_said else ():
            if month != day and ("n", day) in beside and ("m", day) in now_said:
                found.append(Difference(mine, yours, "swapped"))
                break
    return found


def _month(mention: Mention) -> Fraction | int:
    """The month that it names, or 0."""
    return min((value for kind, value in atoms_of([mention]) if kind == "m"), default=0)


def _others(mentions_: Sequence[Mention], swapped: Sequence[Difference]) -> list[Mention]:
    """The mentions that no swap explains: other than these, their days and their months."""
    pairs = {side for pair in swapped for side in (pair.lost, pair.extra) if side}
    explained = frozenset((kind, _month(side)) for side in pairs for kind in "nm")
    return [m for m in mentions_ if m not in pairs and not m.said_by(explained)]


def _pair(lost: Mention, extra: Mention) -> Difference:
    factor = _factor(lost.value, extra.value)
    return Difference(lost, extra, "factor" if factor > 1 else "changed", factor)


def _distance(lost: Mention, extra: Mention) -> tuple[bool, bool]:
    """Smaller is likelier to be what the mention has become."""
    return _pair(lost, extra).kind == "changed", _kinds(lost) != _kinds(extra)


def _kinds(mention: Mention) -> set[str]:
    return {kind for kind, _ in mention.readings[0]}


def _factor(first: Fraction | int, second: Fraction | int) -> int:
    """10, 100, 1,000… if one is that much of the other, else 1."""
    if not first or not second:
        return 1
    ratio = Fraction(max(first, second)) / Fraction(min(first, second))
    digits = str(ratio.numerator)
    return ratio.numerator if ratio.denominator == 1 and digits.strip("0") == "1" else 1
