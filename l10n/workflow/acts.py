"""The acts on units: set, accept, review, approve, reject, and who may do them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from l10n.errors import UsageError
from l10n.model import State, Unit, seal_of
from l10n.settings import SETTINGS_FILE
from l10n.workflow.workspace import Workspace

Act = Callable[[Unit, str, str], Unit]
"""Takes a unit, the person, and the act's text; gives the unit as it is afterwards."""


def identity(given: str | None) -> str:
    """Who acts: `given`, else `L10N_USER`, else git's `user.email`.

    Raises `UsageError` where none of them says: nothing is signed by nobody.
    """
    who = given or os.environ.get("L10N_USER") or _git_email()
    if not who or not who.strip():
        raise UsageError(
            "nobody signs this act", remedy="say who you are with --as NAME or L10N_USER"
        )
    return who.strip()


def _git_email() -> str:
    try:
        answer = subprocess.run(
            ["git", "config", "user.email"],  # noqa: S607 - the git that the person uses
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()


def set_target(unit: Unit, who: str, text: str) -> Unit:
    """A person's own wording."""
    if not text.strip():
        raise UsageError("the translation is empty", remedy="reject the unit instead")
    return _written(
        replace(unit, target=text, origin="" if text != unit.target else unit.origin), who
    )


def accept(unit: Unit, who: str, _text: str) -> Unit:
    """A draft that a translator stands for."""
    if not unit.target:
        raise UsageError(f"{unit.id} has no translation to accept", remedy="set or draft it first")
    if unit.state.rank >= State.TRANSLATED.rank and unit.translator:
        return unit
    return _written(unit, who)


def _written(unit: Unit, who: str) -> Unit:
    return replace(
        unit,
        state=State.TRANSLATED,
        translator=who,
        reviewer="",
        approver="",
        seal="",
        risk=None,
        reasons=(),
        previous_source=None,
    )


def review(unit: Unit, who: str, _text: str) -> Unit:
    """A translated text that a second person has read."""
    if unit.state.rank < State.TRANSLATED.rank:
        raise UsageError(f"{unit.id} is {unit.state}", remedy="accept it first")
    if unit.state.rank >= State.REVIEWED.rank:
        return unit
    seal = seal_of(unit.source, unit.target)
    return replace(
        unit,
        state=State.REVIEWED,
        reviewer=who,
        seal=seal,
        approver="",
        reasons=_answered(unit),
    )


def approve(unit: Unit, who: str, _text: str) -> Unit:
    """A text that may be published."""
    if unit.state.rank < State.TRANSLATED.rank:
        raise UsageError(f"{unit.id} is {unit.state}", remedy="accept it first")
    if unit.state is State.APPROVED:
        return unit
    seal = seal_of(unit.source, unit.target)
    return replace(unit, state=State.APPROVED, approver=who, seal=seal, reasons=_answered(unit))


def reject(unit: Unit, who: str, text: str) -> Unit:
    """A text that goes back to the translator, with the reason."""
    if not text.strip():
        raise UsageError("a rejection needs a reason", remedy="give it with --comment")
    if not unit.target:
        raise UsageError(f"{unit.id} has no translation to reject")
    return replace(
        unit,
        state=State.DRAFT,
        reviewer="",
        approver="",
        seal="",
        reasons=(f"rejected by {who}: {' '.join(text.split())}",),
    )


def reopen(unit: Unit, who: str, text: str) -> Unit:
    """A signed text that the glossary has left behind; the reason goes with the next signature."""
    return replace(
        unit,
        state=State.TRANSLATED,
        recorded=None,
        reviewer="",
        approver="",
        seal="",
        reasons=(*_answered(unit), f"{_REOPENED}{who}: {text}"),
    )


_REOPENED = "reopened by "


def _answered(unit: Unit) -> tuple[str, ...]:
    """The unit's reasons without those of an earlier reopening."""
    return tuple(reason for reason in unit.reasons if not reason.startswith(_REOPENED))


ACTS: Mapping[str, tuple[Act, str]] = {
    "set": (set_target, "translator"),
    "accept": (accept, "translator"),
    "review": (review, "reviewer"),
    "approve": (approve, "approver"),
    "reject": (reject, "reviewer"),
    "reopen": (reopen, "reviewer"),
}
"""Each act with the role that it takes."""


def act(
    workspace: Workspace, name: str, units: Sequence[Unit], who: str, text: str = ""
) -> list[Unit]:
    """Carry out one act on `units`, all or none of those of one catalog.

    Raises `UsageError` where the person's role, four eyes or the unit's state forbid it, and
    where a unit has changed since it was read.
    """
    may(workspace, name, who)
    done: list[Unit] = []
    for slug, language in dict.fromkeys((u.article, u.language) for u in units):
        with workspace.editing(slug, language) as catalog:
            changed = []
            for unit in units:
                if (unit.article, unit.language) != (slug, language):
                    continue
                now = catalog.get(unit.id)
                if now is None or (now.target, now.state) != (unit.target, unit.state):
                    raise UsageError(
                        f"{unit.id} has changed since it was read", remedy="look at it again"
                    )
                changed.append(outcome(workspace, name, now, who, text))
            for unit in changed:
                catalog.replace(unit)
            done += [replace(u, article=slug, language=language) for u in changed]
    return done


def outcome(workspace: Workspace, name: str, unit: Unit, who: str, text: str = "") -> Unit:
    """What an act would make of a unit, nothing written; `UsageError` where it is forbidden."""
    may(workspace, name, who)
    _four_eyes(workspace, name, unit, who)
    return ACTS[name][0](unit, who, text)


def restore(workspace: Workspace, before: Unit, after: Unit) -> None:
    """Undo an act: put `before` back in the place of `after`, if nobody changed it since."""
    with workspace.editing(before.article, before.language) as catalog:
        now = catalog.get(before.id)
        if now is None or (now.target, now.state) != (after.target, after.state):
            raise UsageError(f"{before.id} has changed since", remedy="look at it again")
        catalog.replace(before)


def may(workspace: Workspace, name: str, who: str) -> None:
    """Raise `UsageError` where the settings name people, and `who` has not the act's role."""
    role = ACTS[name][1]
    people = workspace.project.settings.workflow.people
    if people and role not in people.get(who, ()):
        able = ", ".join(p for p, roles in people.items() if role in roles) or "nobody"
        raise UsageError(
            f"{who} may not {name}: that takes a {role}",
            remedy=f"{SETTINGS_FILE} names {able}",
        )


def _four_eyes(workspace: Workspace, name: str, unit: Unit, who: str) -> None:
    if (
        workspace.project.settings.workflow.four_eyes
        and name in ("review", "approve")
        and unit.translator == who
    ):
        raise UsageError(
            f"{who} wrote {unit.id} and cannot {name} it",
            remedy="four eyes: let somebody else do it",
        )
