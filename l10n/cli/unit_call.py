"""Carrying out a call of `l10n unit set|accept|review|approve|reject|comment`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from l10n.cli.options import Globals
from l10n.cli.output import say, tell, write
from l10n.cli.unit_choice import Choice
from l10n.errors import FileError, UsageError
from l10n.model import State, Unit, counted

if TYPE_CHECKING:
    from l10n.workflow.workspace import Workspace

PREVIEW = 20
"""Units that are shown before a question."""
# What --all means for an act: the states that it leads on from.
FROM = {
    "accept": (State.DRAFT,),
    "review": (State.TRANSLATED,),
    "approve": (State.TRANSLATED, State.REVIEWED),
    "reject": (State.TRANSLATED, State.REVIEWED, State.APPROVED),
}
PAST = {
    "set": "set",
    "accept": "accepted",
    "review": "reviewed",
    "approve": "approved",
    "reject": "rejected",
    "comment": "commented on",
}


@dataclass(frozen=True, slots=True)
class Call:
    """An act as it was asked for."""

    name: str
    who: str | None
    text: str = ""
    dry_run: bool = False
    yes: bool = False
    seen: str | None = None
    theirs: bool = False


def carry_out(
    context: typer.Context,
    call: Call,
    names: list[str] | None,
    choice: Choice,
    *,
    everything: bool = False,
) -> None:
    """Do it to the units that are named or asked for, and show them as they are then.

    With `everything`, the names are articles'.
    """
    from l10n.workflow.acts import act, identity, may
    from l10n.workflow.acts import write as write_targets

    if not names and not everything:
        raise UsageError("name units or say --all", remedy="l10n unit list shows the ids")
    given: Globals = context.obj
    workspace = given.workspace()
    units = _all(workspace, call, names, choice) if everything else choice.units(workspace, names)
    person = identity(call.who)
    _refuse_unseen(workspace, units, call.seen)
    texts = [(unit, _text(unit, call)) for unit in units]
    name = "set" if call.theirs else call.name
    may(workspace, name, person)
    before, after = _possible(workspace, name, texts, person, everything=everything)
    if not call.dry_run and everything and not call.yes and not _agreed(call.name, after):
        tell("nothing was done")
        return
    done: Sequence[Unit] = after
    if not call.dry_run and name == "set":
        done = write_targets(workspace, before, person)
    elif not call.dry_run:
        done = act(workspace, name, [unit for unit, _ in before], person, call.text)
    for unit in done:
        _show(unit)
    changed = sum(unit != new for (unit, _), new in zip(before, after, strict=True))
    amount = len(done) if name == "comment" else changed
    same = f"; {len(done) - amount} left as they are" if amount < len(done) else ""
    would = "would be " if call.dry_run else ""
    tell(f"{counted(amount, 'unit')} {would}{PAST[call.name]} as {person}{same}")


def _all(
    workspace: Workspace, call: Call, articles: list[str] | None, choice: Choice
) -> list[Unit]:
    """The units that the act leads on from, in these articles; its texts, of those in conflict."""
    try:
        named = workspace.project.select(articles) if articles else []
    except FileError as error:
        raise UsageError(
            f"name units or say --all: {error.file} is no article", remedy=error.remedy
        ) from error
    named += choice.article or ()
    states = choice.states or FROM[call.name]
    units = replace(choice, article=named, states=states).units(workspace)
    return [unit for unit in units if unit.conflict] if call.theirs else units


def _text(unit: Unit, call: Call) -> str:
    """The act's text: the comment or the translation of the call, or the other branch's."""
    if not call.theirs:
        return call.text
    if len(unit.conflict) != 1:
        told = f"{len(unit.conflict)} other texts" if unit.conflict else "no conflict"
        raise UsageError(f"{unit.id} has {told}", remedy="l10n unit show tells; set writes a text")
    return unit.conflict[0]


def _refuse_unseen(workspace: Workspace, units: Sequence[Unit], seen: str | None) -> None:
    from l10n.workflow.acts import seen_as, told, version

    if seen is None:
        return
    if len(units) != 1:
        raise UsageError("--seen is for one unit", remedy="act on the units one by one")
    [unit] = units
    if version(unit) != seen:
        was = seen_as(workspace, unit, seen)
        before = f"it was {told(was)}, " if was is not None else ""
        raise UsageError(
            f"{unit.id} has changed since it was read: {before}it is {told(unit)}",
            remedy=f"look at it again; it is at version {version(unit)}",
        )


def _possible(
    workspace: Workspace,
    name: str,
    texts: Sequence[tuple[Unit, str]],
    person: str,
    *,
    everything: bool,
) -> tuple[list[tuple[Unit, str]], list[Unit]]:
    """The units that the act can be done on, with their texts, and what it makes of them.

    With `everything`, those that rules forbid are told and left out, unless it is all of them.
    """
    from l10n.workflow.acts import outcome

    before: list[tuple[Unit, str]] = []
    after: list[Unit] = []
    refused: list[UsageError] = []
    for unit, text in texts:
        if everything and unit.conflict and name != "set":
            refused.append(UsageError(f"{unit.id} is in conflict", remedy="decide it by its id"))
            continue
        try:
            after.append(outcome(workspace, name, unit, person, text))
        except UsageError as error:
            if not everything:
                raise
            refused.append(error)
        else:
            before.append((unit, text))
    if refused and not before:
        raise refused[0]
    if refused:
        units = counted(len(refused), "unit is left as it is", "units are left as they are")
        say(f"{units}: {refused[0]}")
    return before, after


def _agreed(name: str, after: Sequence[Unit]) -> bool:
    """Whether the person agrees, having seen what would be done; scripts are not asked."""
    if not after or not _terminal():
        return True
    for unit in after[:PREVIEW]:
        tell(_line(unit))
    if len(after) > PREVIEW:
        tell(f"… and {len(after) - PREVIEW} more")
    return typer.confirm(f"{name} {counted(len(after), 'unit')}?", err=True)


def _terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _show(unit: Unit) -> None:
    write(_line(unit))


def _line(unit: Unit) -> str:
    return f"{unit.id} {unit.language} {unit.state}: {unit.target or unit.source}"
