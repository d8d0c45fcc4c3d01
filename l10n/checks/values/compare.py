"""Which values of two texts have no counterpart."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from l10n.checks.values.mention import Atom, Mention, Weight
from l10n.checks.values.scan import mentions


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that one side lacks, or that differs."""

    lost: Mention | None
    """What only the source has."""
    extra: Mention | None
    """What only the target has."""
    kind: str
    """`swapped`, `factor`, `changed`, `lost` or `extra`."""
    factor: int = 1
    """How often the greater holds the smaller."""


def differences(source: str, target: str, languages: tuple[str, str]) -> list[Difference]:
    """What differs between the values of the texts; `languages` are their BCP 47 tags."""
    ours, theirs = mentions(source, languages[0]), mentions(target, languages[1])
    if not ours and not theirs:
        return []
    sides = _atoms(ours), _atoms(theirs)
    lost, extra = _alone(ours, sides[1]), _alone(theirs, sides[0])
    found: list[Difference] = []
    for mention in list(lost):
        pairs = [_pair(mention, partner, sides) for partner in extra]
        best = min(pairs, key=_doubt, default=None)
        if best and best.extra and mention in lost:
            found.append(best)
            swapped = best.kind == "swapped"
            gone = {_month(mention), _month(best.extra)} if swapped else set()
            lost = [m for m in lost if m is not mention and _plain(m) not in gone]
            extra = [m for m in extra if m is not best.extra and _plain(m) not in gone]
    found += [Difference(mention, None, "lost") for mention in lost]
    return found + [Difference(None, mention, "extra") for mention in extra]


def _atoms(found: tuple[Mention, ...]) -> frozenset[Atom]:
    return frozenset(atom for mention in found for reading in mention.readings for atom in reading)


def _alone(found: tuple[Mention, ...], other: frozenset[Atom]) -> list[Mention]:
    """The mentions that nothing on the other side says."""
    return [m for m in found if m.weight is not Weight.SOFT and not m.said_by(other)]


def _pair(lost: Mention, extra: Mention, sides: tuple[frozenset[Atom], ...]) -> Difference:
    month, other = _month(lost), _month(extra)
    if month and other and ("n", other) in sides[0] and ("n", month) in sides[1]:
        return Difference(lost, extra, "swapped")
    factor = _factor(_plain(lost), _plain(extra))
    return Difference(lost, extra, "factor" if factor > 1 else "changed", factor)


def _doubt(pair: Difference) -> tuple[bool, bool]:
    """Smaller is likelier to be what the value has become."""
    lost, extra = (m.readings[0] if m else () for m in (pair.lost, pair.extra))
    return pair.kind == "changed", {kind for kind, _ in lost} != {kind for kind, _ in extra}


def _month(mention: Mention) -> Fraction | int:
    """The month that a mention names, else 0."""
    return next((value for kind, value in mention.readings[0] if kind == "m"), 0)


def _plain(mention: Mention) -> Fraction | int:
    """The value of a mention that is a plain number, else 0."""
    (kind, value), *more = mention.readings[0]
    return value if kind == "n" and not more else 0


def _factor(first: Fraction | int, second: Fraction | int) -> int:
    """10, 100, 1,000… if one is that much of the other, else 1."""
    if not first or not second:
        return 1
    ratio = Fraction(max(first, second)) / Fraction(min(first, second))
    digits = str(ratio.numerator)
    return ratio.numerator if ratio.denominator == 1 and digits.rstrip("0") == "1" else 1
