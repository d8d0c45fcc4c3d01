"""Log: what was done to an article, by whom and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from l10n.errors import UsageError
from l10n.workflow import recording as recordings
from l10n.workflow.record import Entry, Record
from l10n.workflow.selection import MIN_PREFIX
from l10n.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry with the texts that it names by their hashes, where the record knows them."""

    language: str
    id: str
    """Of the entry."""
    entry: Entry
    source: str | None
    """The unit's source after the act."""
    before: str | None
    """Its target before the act."""
    target: str | None
    """Its target after the act."""


def log(
    workspace: Workspace, slug: str, languages: Sequence[str], unit: str | None = None
) -> list[Logged]:
    """The acts on an article, by target language and time; only those on one unit, if given.

    `unit` is an id or its first four digits on. Raises `FileError` for a record that cannot be
    read, `InputError` with the line where one is no record, and `UsageError` for no such unit.
    """
    logged: list[Logged] = []
    for language in languages:
        recordings.recover(workspace, slug, language)
        record = recordings.of(workspace, slug, language)
        with workspace.relative_errors():
            record.refuse_unreadable()
        chosen = record.entries.items() if unit is None else _of(record, unit)
        logged += sorted(
            (_logged(record, language, key, entry) for key, entry in chosen),
            key=lambda one: one.entry.at,
        )
    if unit is not None and not logged:
        raise UsageError(
            f"the record has nothing on a unit {unit!r}", remedy="l10n unit list shows the ids"
        )
    return logged


def _of(record: Record, unit: str) -> Iterator[tuple[str, Entry]]:
    """The entries of the units whose ids begin so, with those from before their source changed."""
    ids = {e.unit for e in record.entries.values()}
    if unit not in ids:
        ids = {key for key in ids if len(unit) >= MIN_PREFIX and key.startswith(unit)}
    else:
        ids = {unit}
    wanted = {id(entry) for key in ids for entry in record.of(key)}
    return ((key, entry) for key, entry in record.entries.items() if id(entry) in wanted)


def _logged(record: Record, language: str, key: str, entry: Entry) -> Logged:
    source, target = record.texts.get(entry.new, (None, None))
    before = record.texts.get(entry.old, (None, entry.before))[1]
    return Logged(language, key, entry, source, before, target)


def local(at: str) -> str:
    """The time of an entry where the person is, `2026-03-01 15:15`."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at[:16]
