"""Changing a catalog together with its record, so that neither is ever without the other.

What is to be written is noted first, in one file under `.l10n/acts/`; then the record is
written, then the catalog, and the note goes. Who finds a note finishes what it says. Without
the note, which may be deleted as all of `.l10n/`, the record may have an act that was not
carried out, but no act is ever without its entry.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from l10n import catalogs
from l10n.model import State, Unit, seal_of
from l10n.workflow import record as records
from l10n.workflow.record import WRITING, Entry, Record
from l10n.workflow.workspace import Workspace

MAX_NOTE = 300_000_000


class Recording:
    """A catalog and its record, locked, with the acts that are to be added to both."""

    def __init__(self, catalog: catalogs.Catalog, record: Record) -> None:
        self.catalog = catalog
        self.record = record
        self.entries: list[Entry] = []
        self._texts = set(record.texts)

    def change(self, unit: Unit, act: str, who: str, comment: str = "") -> Unit:
        """Put `unit` into the catalog as an act of `who`; returns it as it stands there then.

        Raises KeyError where the catalog has no such unit.
        """
        before = self.catalog.get(unit.id)
        if before is None:
            raise KeyError(unit.id)
        self.catalog.replace(unit)
        after = self.catalog.get(unit.id) or unit
        self.note(before, after, act, who, comment)
        return after

    def note(self, before: Unit, after: Unit, act: str, who: str, comment: str = "") -> None:
        """Enter an act that made `after` of `before`, without touching the catalog."""
        old, new = seal_of(before.source, before.target), seal_of(after.source, after.target)
        first = new not in self._texts
        lost = old != new and old not in self._texts and before.target != ""
        parents = (self.entries[-1].id,) if self.entries else self.record.heads
        self.entries.append(
            Entry(
                parents=parents,
                at=now(),
                who=who,
                act=act,
                unit=after.id,
                was=before.state,
                state=after.state,
                old=old,
                new=new,
                from_unit=before.id if before.id != after.id else "",
                source=after.source if first else None,
                target=after.target if first else None,
                before=before.target if lost else None,
                origin=before.origin if _takes_draft(before, after, act) else "",
                comment=comment,
            )
        )
        self._texts.add(new)


def _takes_draft(before: Unit, after: Unit, act: str) -> bool:
    """Whether a person makes a draft their own."""
    return act in WRITING and before.state is State.DRAFT is not after.state


def now() -> str:
    """The time, as entries have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def recording(
    workspace: Workspace, slug: str, language: str, *, source_language: str | None = None
) -> Iterator[Recording]:
    """The article's catalog, locked, with its record; both are saved if nothing failed.

    With a `source_language` the catalog is made where there is none. Raises what loading,
    locking and saving raise, with files as seen from the project, and `InputError` for a record
    that cannot be read.
    """
    path = workspace.project.catalog(slug, language)
    with workspace.relative_errors(), catalogs.locked(path, locks=workspace.locks):
        _finish(workspace, slug, language)
        if source_language is None or path.exists():
            catalog = _loaded(path)
        else:
            catalog = catalogs.create(
                path, article=slug, source_language=source_language, language=language
            )
        record = of(workspace, slug, language)
        record.refuse_unreadable()
        opened = Recording(catalog, record)
        yield opened
        save(workspace, slug, language, opened)
        _saved.append(catalog)


_saved: deque[catalogs.Catalog] = deque(maxlen=1)
"""The catalog that was written last: who reviews writes one again and again."""


def _loaded(path: Path) -> catalogs.Catalog:
    """The catalog in `path`, parsed anew unless it is the last one and the file is unchanged."""
    data = catalogs.read(path)
    try:
        last = _saved.pop()  # while it is in use, nobody else has it
    except IndexError:
        return catalogs.from_bytes(data, path)
    same = last.path == path and last.is_stored_as(data)
    return last if same else catalogs.from_bytes(data, path)


def save(workspace: Workspace, slug: str, language: str, done: Recording) -> None:
    """Write record and catalog, to be called under the catalog's lock."""
    if not done.entries:
        if done.catalog.changed:
            catalogs.save(done.catalog)
        return
    record = done.record
    lines = [entry.line() for entry in done.entries]
    note = _note(workspace, slug, language)
    if done.catalog.changed:
        document = {
            "schema": 1,
            "before": _hash(_read(done.catalog.path)),
            "catalog": done.catalog.to_bytes().decode(),
            "lines": lines,
        }
        catalogs.atomic_write(note, json.dumps(document, ensure_ascii=False).encode())
    _forget(record.path)
    catalogs.atomic_write(record.path, record.add(done.entries))
    _remember(record)
    if done.catalog.changed:
        catalogs.save(done.catalog)
        note.unlink(missing_ok=True)


def recover(workspace: Workspace, slug: str, language: str) -> None:
    """Finish what a killed program had begun to write; nothing where there is nothing."""
    if _note(workspace, slug, language).exists():
        path = workspace.project.catalog(slug, language)
        with workspace.relative_errors(), catalogs.locked(path, locks=workspace.locks):
            _finish(workspace, slug, language)


def _finish(workspace: Workspace, slug: str, language: str) -> None:
    """See `recover`; to be called under the lock."""
    note = _note(workspace, slug, language)
    if not note.exists():
        return
    path = workspace.project.catalog(slug, language)
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # A note that cannot be read was never one to be finished.
        document = json.loads(_read(note)[:MAX_NOTE])
        entries = [records.read_line(line, 0).entry for line in document["lines"]]
        wanted = str(document["catalog"]).encode()
        # Where the catalog is another one by now, somebody went on without this act.
        if document["before"] == _hash(_read(path)):
            record = of(workspace, slug, language)
            _complete(record, entries)
            catalogs.atomic_write(path, wanted)
    note.unlink(missing_ok=True)


def _complete(record: Record, entries: Sequence[Entry]) -> None:
    """Bring entries that are missing into the record, in whose end they fit."""
    missing = [entry for entry in entries if entry.id not in record.entries]
    if missing:
        first = replace(missing[0], parents=record.heads)
        chain = [first]
        for entry in missing[1:]:
            chain.append(replace(entry, parents=(chain[-1].id,)))
        _forget(record.path)
        catalogs.atomic_write(record.path, record.add(chain))
        _remember(record)


def of(workspace: Workspace, slug: str, language: str) -> Record:
    """The record of a catalog, empty where there is none; as in the file, read once.

    Raises `FileError` where it cannot be read.
    """
    path = path_of(workspace, slug, language)
    known = _known.get(path)
    if known is not None and known[0] == _signature(path):
        return known[1]
    with workspace.relative_errors():
        signature = _signature(path)
        record = records.load(path)
        _keep(path, signature, record)
        return record


def path_of(workspace: Workspace, slug: str, language: str) -> Path:
    """Where the record of a catalog stands: beside it."""
    return workspace.project.catalog(slug, language).with_name(f"{slug}{records.SUFFIX}")


_known: dict[Path, tuple[tuple[int, int, int], Record]] = {}
_MOST_KNOWN = 8
_known_lock = Lock()


def _remember(record: Record) -> None:
    _keep(record.path, _signature(record.path), record)


def _keep(path: Path, signature: tuple[int, int, int], record: Record) -> None:
    with _known_lock:
        _known.pop(path, None)
        _known[path] = signature, record
        while len(_known) > _MOST_KNOWN:
            _known.pop(next(iter(_known)))


def _forget(path: Path) -> None:
    """What is being changed is no longer what the file holds."""
    with _known_lock:
        _known.pop(path, None)


def _signature(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_mtime_ns, status.st_size, status.st_ino


def _note(workspace: Workspace, slug: str, language: str) -> Path:
    return workspace.project.cache / "acts" / f"{slug}.{language}.json"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
