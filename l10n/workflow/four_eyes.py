"""Four eyes: no text is reviewed or approved by whoever wrote it, nor seen by one person alone.

Who wrote a text is known from the record and from the unit's `translator`: whoever takes their
name out of the catalog is still known. Where a text came from another editor nobody knows who
wrote it, so that a second person has to have read it before it is approved.
"""

from __future__ import annotations

from l10n.errors import UsageError
from l10n.model import State, Unit
from l10n.workflow.identity import same
from l10n.workflow.record import Record


def refuse(name: str, unit: Unit, who: str, record: Record) -> None:
    """Raise `UsageError` where `who` may not sign the unit as it is."""
    recorded = record.writers(unit.id, unit.target)
    if any(same(who, writer) for writer in recorded | {unit.translator}):
        raise UsageError(
            f"{who} wrote {unit.id} and cannot {name} it",
            remedy="four eyes: let somebody else do it",
        )
    if name == "approve" and alone(unit, who, record):
        raise UsageError(
            f"nobody but {who} is known to have read {unit.id}: its text came from elsewhere",
            remedy="four eyes: let somebody else review it, or a translator accept it",
        )


def alone(unit: Unit, who: str, record: Record) -> bool:
    """Whether nobody but `who` is known to have written or read the text that the unit has."""
    reader = unit.reviewer if unit.state.rank >= State.REVIEWED.rank else ""
    writer = unit.translator if trusted(unit, record) else ""
    seen = record.writers(unit.id, unit.target) | {reader, writer}
    return all(not name or same(name, who) for name in seen)


def trusted(unit: Unit, record: Record) -> bool:
    """Whether the unit's `translator` stands for the text that it has now.

    So it is where the record has the act, or knows of no text of the unit at all; else the
    text was changed in another editor, and the name belongs to an older one.
    """
    written = [entry for entry in record.of(unit.id) if entry.act in ("set", "accept")]
    return not written or any(
        same(unit.translator, writer) for writer in record.writers(unit.id, unit.target)
    )
