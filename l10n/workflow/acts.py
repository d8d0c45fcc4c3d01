"""The acts on units: who may do them, on what, and how they are written and recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.errors import UsageError
from l10n.model import State, Unit, seal_of
from l10n.settings import SETTINGS_FILE
from l10n.workflow import four_eyes
from l10n.workflow import recording as recordings
from l10n.workflow.identity import identity, person
from l10n.workflow.record import Entry, Record
from l10n.workflow.recording import Recording
from l10n.workflow.transitions import ACTS, reopen
from l10n.workflow.workspace import Workspace

__all__ = [
    "ACTS", "ChangedError", "act", "history", "identity", "may", "outcome", "redraft", "redrafted",
    "reopen",
    "restore", "seen_as", "told", "version", "write",
]  # fmt: skip


class ChangedError(UsageError):
    """A unit has changed since it was shown to the person who acts on it."""

    def __init__(self, shown: Unit, now: Unit | None) -> None:
        self.shown = shown
        """The unit as it was shown."""
        self.now = now
        """The unit as it is, or None where the catalog has it no longer."""
        is_now = f"is {told(now)}" if now is not None else "is no longer in the catalog"
        super().__init__(
            f"{shown.id} has changed since it was read: it was {told(shown)} and {is_now}",
            remedy="look at it again",
        )


def told(unit: Unit) -> str:
    """State and text of a unit, for a message."""
    return f"{unit.state} “{unit.target}”" if unit.target else f"{unit.state}"


def version(unit: Unit) -> str:
    """12 hexadecimal digits that differ when source, target, state or signature do."""
    seal = unit.seal if unit.state.rank >= State.REVIEWED.rank else ""
    signed = "\x00".join((unit.target, unit.state, seal, *unit.conflict))
    return seal_of(unit.source, signed)


def seen_as(workspace: Workspace, unit: Unit, seen: str) -> Unit | None:
    """The unit as it was at the version `seen`, where its record tells."""
    record = recordings.of(workspace, unit.article, unit.language)
    for entry in reversed(record.of(unit.id)):
        old = record.texts.get(entry.old, (unit.source, entry.before or ""))
        new = record.texts.get(entry.new, (unit.source, unit.target))
        for state, (source, target) in ((entry.state, new), (entry.was, old)):
            seal = seal_of(source, target)
            was = replace(unit, source=source, target=target, state=state, seal=seal, conflict=())
            if version(was) == seen:
                return was
    return None


def act(
    workspace: Workspace, name: str, units: Sequence[Unit], who: str, text: str = ""
) -> list[Unit]:
    """Carry out one act on `units`, all or none of those of one catalog; returns them as they are.

    `text` is the translation for `set`, and a comment for all others. Raises `UsageError` where
    the person's role, four eyes or the unit's state forbid it, and `ChangedError` where a unit
    has changed since it was read. What changes nothing is not recorded.
    """
    return _carry_out(workspace, name, [(unit, text) for unit in units], who)


def write(
    workspace: Workspace, texts: Sequence[tuple[Unit, str]], who: str, name: str = "set"
) -> list[Unit]:
    """As the act `set`, or `replace`, with a text for every unit."""
    return _carry_out(workspace, name, texts, who)


def outcome(workspace: Workspace, name: str, unit: Unit, who: str, text: str = "") -> Unit:
    """What an act would make of a unit, nothing written; `UsageError` where it is forbidden."""
    return _outcome(workspace, name, unit, may(workspace, name, who), text)


def may(workspace: Workspace, name: str, who: str) -> str:
    """The person that `who` is; `UsageError` where the settings give them no role for the act."""
    settings = workspace.project.settings
    who = person(settings, who)
    people, roles = settings.workflow.people, ACTS[name].roles
    mine = people.get(who, ())
    if people and not (set(roles) & set(mine) if roles else mine):
        able = ", ".join(p for p, theirs in people.items() if set(roles or theirs) & set(theirs))
        raise UsageError(
            f"{who} may not {name}: that takes {_one_of(roles)}",
            remedy=f"{SETTINGS_FILE} names {able or 'nobody'}",
        )
    return who


def _one_of(roles: Sequence[str]) -> str:
    """`a reviewer or an approver`."""
    named = (f"{'an' if role[0] in 'aeiou' else 'a'} {role}" for role in roles)
    return " or ".join(named) or "a role"


def restore(workspace: Workspace, pairs: Sequence[tuple[Unit, Unit]], who: str) -> list[Unit]:
    """For each pair of one catalog put the first back in the place of the second, all or none.

    An act of its own: undo, and undo of undo. A person goes back and forth only between the
    versions that the unit has had since somebody else acted on it, and the names on it are those
    that the record has for that version. Raises `UsageError` for any other version, and
    `ChangedError`.
    """
    who = person(workspace.project.settings, who)
    slug, language = pairs[0][0].article, pairs[0][0].language
    with recordings.recording(workspace, slug, language) as opened:
        return [
            opened.change(_restored(opened, before, after, who), "restore", who)
            for before, after in pairs
        ]


def _restored(opened: Recording, before: Unit, after: Unit, who: str) -> Unit:
    now = _unchanged(opened, after)
    if not _was_between(opened.record, before, who) or (
        before.state.rank > now.state.rank and not _signed(opened.record, before)
    ):
        raise UsageError(
            f"{before.id} cannot be set back to {before.state} by {who}",
            remedy="only your own last acts on a unit can be undone",
        )
    return replace(before, notes=now.notes, lines=now.lines)


def _was_between(record: Record, wanted: Unit, who: str) -> bool:
    """Whether `wanted` is a version of the unit between the last acts of `who` on it."""
    seal = seal_of(wanted.source, wanted.target)
    for entry in reversed(record.of(wanted.id)):
        if entry.act == "comment":
            continue
        if entry.who != who:
            return False
        if (entry.was, entry.old) == (wanted.state, seal):
            return True
    return False


def _signed(record: Record, wanted: Unit) -> bool:
    """Whether the record has the signature that the unit's state needs, where it needs one."""
    names = {
        State.REVIEWED: ("review", wanted.reviewer),
        State.APPROVED: ("approve", wanted.approver),
    }
    if wanted.state not in names:
        return True
    seal = seal_of(wanted.source, wanted.target)
    return any(
        (entry.act, entry.who) == names[wanted.state] and entry.new == seal
        for entry in record.of(wanted.id)
    )


def redraft(workspace: Workspace, unit: Unit, draft: Unit, who: str) -> Unit:
    """Put another draft in the place of a unit that nobody has signed, as an act of `who`.

    Raises `UsageError` where a role forbids it or the unit is signed, and `ChangedError`.
    """
    who = may(workspace, "set", who)
    if unit.state.rank > State.TRANSLATED.rank:
        raise UsageError(f"{unit.id} is {unit.state}", remedy="reject it first")
    with recordings.recording(workspace, unit.article, unit.language) as opened:
        return opened.change(redrafted(_unchanged(opened, unit), draft), "redraft", who)


def redrafted(unit: Unit, draft: Unit) -> Unit:
    """The unit with the text of another draft, and nobody's name on it."""
    return replace(
        unit,
        target=draft.target,
        state=State.DRAFT,
        recorded=None,
        seal="",
        origin=draft.origin,
        risk=draft.risk,
        reasons=draft.reasons,
        translator="",
        reviewer="",
        approver="",
        previous_source=None,
    )


def history(workspace: Workspace, unit: Unit) -> list[tuple[Entry, str | None]]:
    """The entries of a unit, oldest first, each with the target that it left, where known."""
    record = recordings.of(workspace, unit.article, unit.language)
    return [(entry, record.texts.get(entry.new, (None, None))[1]) for entry in record.of(unit.id)]


def _carry_out(
    workspace: Workspace, name: str, wanted: Sequence[tuple[Unit, str]], who: str
) -> list[Unit]:
    who = may(workspace, name, who)
    done: dict[tuple[str, str, str], Unit] = {}
    for slug, language in dict.fromkeys((u.article, u.language) for u, _ in wanted):
        mine = [(u, text) for u, text in wanted if (u.article, u.language) == (slug, language)]
        with recordings.recording(workspace, slug, language) as opened:
            changes = []
            for unit, text in mine:
                now = _commented(opened, unit) if name == "comment" else _unchanged(opened, unit)
                changes.append(
                    (now, _allowed(workspace, name, now, who, text, opened.record), text)
                )
            for now, after, text in changes:
                comment = text if ACTS[name].text_is_comment else ""
                left = now
                if after != now:
                    left = opened.change(after, name, who, comment)
                elif comment:
                    # An act that changes nothing is a remark, and makes nobody a writer.
                    opened.note(now, now, "comment", who, comment)
                done[slug, language, now.id] = replace(left, article=slug, language=language)
    return [done[unit.article, unit.language, unit.id] for unit, _ in wanted]


def _outcome(workspace: Workspace, name: str, unit: Unit, who: str, text: str) -> Unit:
    record = recordings.of(workspace, unit.article, unit.language)
    return _allowed(workspace, name, unit, who, text, record)


def _allowed(
    workspace: Workspace, name: str, unit: Unit, who: str, text: str, record: Record
) -> Unit:
    """The unit after the act, if four eyes and the unit's state allow it."""
    if name == "accept" and not four_eyes.trusted(unit, record):
        unit = replace(unit, translator="")
    after = ACTS[name].change(unit, who, text)
    if ACTS[name].signs and after != unit and workspace.project.settings.workflow.four_eyes:
        four_eyes.refuse(name, unit, who, record)
    return after


def _commented(opened: Recording, shown: Unit) -> Unit:
    """The unit as the person saw it: a remark is about that text, whatever became of it."""
    if opened.catalog.get(shown.id) is None:
        raise ChangedError(shown, None)
    return shown


def _unchanged(opened: Recording, shown: Unit) -> Unit:
    """The unit as the catalog has it, if that is what the person saw; else `ChangedError`."""
    now = opened.catalog.get(shown.id)
    if now is None or version(now) != version(shown):
        raise ChangedError(shown, now)
    return now
