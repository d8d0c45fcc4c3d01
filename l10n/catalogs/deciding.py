"""A unit that both sides of a merge changed: what can be decided without a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from l10n.catalogs.annotation import is_annotation, read_annotation
from l10n.catalogs.conversion import to_unit, write_unit
from l10n.catalogs.message import Message
from l10n.model import State, Unit

T = TypeVar("T")


def decided(base: Message | None, ours: Message, theirs: Message) -> Message:
    """One message of two that differ from each other and from `base`, None for no base."""

    def pick(value: Callable[[Message], T]) -> T:
        mine = value(ours)
        return value(theirs) if base is not None and mine == value(base) else mine

    message = Message(
        source=ours.source,
        target=ours.target,
        context=ours.context,
        comments=_comments(base, ours, theirs),
        notes=pick(lambda m: m.notes),
        references=pick(lambda m: m.references),
        flags=_flags(base, ours, theirs),
        obsolete=pick(lambda m: m.obsolete) if base else ours.obsolete and theirs.obsolete,
    )
    worker = _worker(base, ours, theirs)
    if worker is not None:
        _take_work(message, worker)
        return message
    was = to_unit(base, "", "") if base else None
    unit = _agreed(was, to_unit(ours, "", ""), to_unit(theirs, "", ""))
    # The role that the text had goes with the source that it was made for.
    made_for = (side for side in (ours, theirs) if side.previous_source == unit.previous_source)
    message.previous_context = next(filter(None, (m.previous_context for m in made_for)), None)
    write_unit(message, unit)
    return message


def _worker(base: Message | None, ours: Message, theirs: Message) -> Message | None:
    """The side whose work counts, where only one did any or both did the same."""
    was, mine, other = (_work(m) if m else None for m in (base, ours, theirs))
    if other in (mine, was):
        return ours
    return theirs if mine == was else None


def _work(message: Message) -> tuple[object, ...]:
    """What people and engines did: target, flag, previous source, our annotation."""
    return (
        message.target,
        message.fuzzy,
        message.previous_source,
        message.previous_context,
        read_annotation(message.comments),
    )


def _take_work(message: Message, worker: Message) -> None:
    message.target, message.fuzzy = worker.target, worker.fuzzy
    message.previous_source = worker.previous_source
    message.previous_context = worker.previous_context
    message.comments = [c for c in message.comments if not is_annotation(c)] + [
        c for c in worker.comments if is_annotation(c)
    ]


def _agreed(base: Unit | None, ours: Unit, theirs: Unit) -> Unit:
    """The unit that both sides' units allow, in conflict where they do not."""
    if ours.target == theirs.target and not ours.conflict + theirs.conflict:
        return _same_text(base, ours, theirs)
    if base is None or _machines(base):
        # A person's text goes over a machine's, and one draft is as good as another.
        if _machines(theirs) and not (_machines(ours) and not ours.target):
            return ours
        if _machines(ours):
            return theirs
    target = ours.target or theirs.target
    others = dict.fromkeys((*ours.conflict, theirs.target, *theirs.conflict, ours.target))
    return replace(
        _signed_by_nobody(ours, State.DRAFT),
        target=target,
        previous_source=ours.previous_source or theirs.previous_source,
        conflict=tuple(text for text in others if text != target),
    )


def _machines(unit: Unit) -> bool:
    """Whether no person has had a hand in the unit's target."""
    return not unit.conflict and (
        unit.state is State.UNTRANSLATED or (unit.state is State.DRAFT and not unit.translator)
    )


def _same_text(base: Unit | None, ours: Unit, theirs: Unit) -> Unit:
    """Both sides have one text and differ in what was done to it: a doubt wins, else a name."""
    low, high = sorted((ours, theirs), key=lambda unit: unit.state.rank)
    if base is not None and base.target == low.target:
        lowered = low.state.rank < base.state.rank
        doubted = low.state is State.DRAFT and low.reasons != base.reasons
        if lowered or doubted:
            return low
    if low.translator and low.translator in (high.reviewer, high.approver):
        return _signed_by_nobody(high, State.TRANSLATED)
    reviewer = low.reviewer if low.state is State.REVIEWED else ""
    return replace(high, reviewer=high.reviewer or reviewer)


def _signed_by_nobody(unit: Unit, state: State) -> Unit:
    return replace(unit, state=state, recorded=None, seal="", reviewer="", approver="")


def _comments(base: Message | None, ours: Message, theirs: Message) -> list[str]:
    """Ours, and the lines that they added; annotations are ours."""
    known = set(base.comments if base else ()) | set(ours.comments)
    return ours.comments + [c for c in theirs.comments if c not in known and not is_annotation(c)]


def _flags(base: Message | None, ours: Message, theirs: Message) -> list[str]:
    """What either side set, without what either side took away."""
    was = base.flags if base else []
    flags = dict.fromkeys((*ours.flags, *theirs.flags))
    return [
        flag for flag in flags if flag not in was or (flag in ours.flags and flag in theirs.flags)
    ]
