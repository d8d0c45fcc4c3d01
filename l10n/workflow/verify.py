"""Verify: whether the record is whole, and every signature in a catalog stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from l10n.catalogs import Catalog, Change, severity
from l10n.errors import FileError, L10nError
from l10n.model import Finding, Severity, State, Unit
from l10n.workflow import committed, four_eyes
from l10n.workflow import recording as recordings
from l10n.workflow.identity import same
from l10n.workflow.record import REFRESH, WRITING, Entry, Record
from l10n.workflow.record_order import Last, last_acts
from l10n.workflow.workspace import Progress, Workspace, pairs, silent

_SIGNED_BY = {State.REVIEWED: "review", State.APPROVED: "approve"}


def verify(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    since: str | None = None,
    progress: Progress[tuple[str, str]] = silent,
) -> list[Finding]:
    """All that is wrong with the records of `slugs` in `languages`, and with what they prove.

    Also the entries that were there at the last commit, if there is any, or at `since`, a revision
    of git, and are gone. A file that cannot be read is a finding too. Raises
    `UsageError` for what git cannot give.
    """
    times = [committed.at(workspace, time, languages) for time in dict.fromkeys((None, since))]
    findings: list[Finding] = []
    for slug, language in progress(list(pairs(slugs, languages)), "verify"):
        before = [time.of(slug, language) for time in times]
        findings += _Catalog(workspace, slug, language).findings(before)
    return findings


class _Catalog:
    """One catalog with its record, and what is wrong with them."""

    def __init__(self, workspace: Workspace, slug: str, language: str) -> None:
        self._workspace, self._slug, self._language = workspace, slug, language
        relative = workspace.project.relative
        self._file = relative(workspace.project.catalog(slug, language))
        self._record_file = relative(recordings.path_of(workspace, slug, language))

    def findings(self, before: Iterable[bytes | None]) -> Iterator[Finding]:
        """What is wrong, the record's own findings first."""
        try:
            recordings.recover(self._workspace, self._slug, self._language)
            record = recordings.of(self._workspace, self._slug, self._language)
            catalog = self._workspace.catalog(self._slug, self._language)
        except FileError as error:
            yield self._unreadable(error)
            return
        yield from self._chain(record)
        yield from self._removed(record, before)
        yield from self._signatures(catalog, record)

    def _removed(self, record: Record, before: Iterable[bytes | None]) -> Iterator[Finding]:
        # What only grew, as nearly every record did, has lost nothing.
        shrunk = (data for data in before if data and not record.data.startswith(data))
        for key in dict.fromkeys(
            key for data in shrunk for key in Record(record.path, data).entries
        ):
            if key not in record.entries:
                yield self._wrong("removed", f"the entry {key[:12]} was there, and is gone")

    def _chain(self, record: Record) -> Iterator[Finding]:
        for number, told in record.wrong:
            yield self._wrong("unreadable", told, number)
        seen: set[str] = set()
        for line in record.lines:
            if line.id in seen:
                yield self._wrong("repeated", "the entry stands here a second time", line.number)
            seen.add(line.id)
            if not line.sound:
                yield self._wrong(
                    "altered", "the entry is not the one that was written", line.number
                )
            for parent in line.entry.parents:
                if parent not in record.entries:
                    told = f"the entry before it, {parent[:12]}, is gone or was altered"
                    yield self._wrong("missing", told, line.number)
                elif parent not in seen:
                    told = f"the entry stands before the one that it follows, {parent[:12]}"
                    yield self._wrong("misplaced", told, line.number)

    def _signatures(self, catalog: Catalog | None, record: Record) -> Iterator[Finding]:
        if catalog is None:
            if record.lines:
                yield self._wrong("orphan", "the record has no catalog", 1)
            return
        last = last_acts(record.entries)
        for unit in (*catalog.units, *catalog.obsolete):
            told = self._doubt(unit, record, last)
            if told:
                yield self._wrong("unproved", told, unit.line, unit)

    def _doubt(self, unit: Unit, record: Record, last: Last) -> str:
        """Why the signature on a unit is not proved, or ""."""
        if unit.seal_broken:
            return f"{unit.recorded}, but the text is another one than was signed"
        if unit.state not in _SIGNED_BY:
            return ""
        signer = unit.approver if unit.state is State.APPROVED else unit.reviewer
        told = (
            _unsigned(unit, signer, record)
            or _superseded(unit, record, last)
            or (self._alone(unit, signer, record))
        )
        return told and f"{unit.state} by {signer or 'nobody'}, {told}"

    def _alone(self, unit: Unit, signer: str, record: Record) -> str:
        if not self._workspace.project.settings.workflow.four_eyes:
            return ""
        writers = record.writers(unit.id, unit.target)
        if any(same(signer, writer) for writer in writers):
            return "who wrote it"
        lonely = unit.state is State.APPROVED and four_eyes.alone(unit, signer, record)
        return "who alone has read it" if lonely else ""

    def _unreadable(self, error: L10nError) -> Finding:
        told = "; ".join(part for part in (error.message, error.remedy) if part)
        return Finding(
            "unreadable",
            Severity.ERROR,
            told,
            self._slug,
            self._language,
            file=error.file or self._file,
            line=error.line or 0,
        )

    def _wrong(self, kind: str, told: str, line: int = 0, unit: Unit | None = None) -> Finding:
        return Finding(
            kind,
            Severity.ERROR,
            told,
            self._slug,
            self._language,
            unit=unit.id if unit else "",
            file=self._file if unit else self._record_file,
            line=line,
            source=unit.source if unit else "",
            target=unit.target if unit else "",
        )


def _unsigned(unit: Unit, signer: str, record: Record) -> str:
    """Says so where the record has no signature of `signer` on the unit's text."""
    seals = _same_text(unit, record)
    act = _SIGNED_BY[unit.state]
    for entry in record.of(unit.id):
        if entry.act == act and entry.new in seals and same(entry.who, signer):
            return ""
    return "but the record has no such act on this text"


def _same_text(unit: Unit, record: Record) -> set[str]:
    """The seal of the unit, and those that it had before its source changed in typography."""
    seals = {unit.seal}
    for entry in reversed(record.of(unit.id)):
        if entry.act == REFRESH and entry.new in seals and _typography(entry, record):
            seals.add(entry.old)
    return seals


def _typography(entry: Entry, record: Record) -> bool:
    """Whether the refresh changed no more than white space, Unicode form and the like."""
    source, target = record.texts.get(entry.old, ("", ""))
    new_source, new_target = record.texts.get(entry.new, ("", ""))
    return target != "" and target == new_target and severity(source, new_source) is Change.RESEALED


def _superseded(unit: Unit, record: Record, last: Last) -> str:
    """Says so where an act that came after the signature, or on another branch, undoes it."""
    for key in sorted(last.get(unit.id, ())):
        entry = record.entries[key]
        lowers = entry.state.rank < State.REVIEWED.rank and entry.act not in WRITING
        if entry.new != unit.seal or lowers:
            return f"but {entry.who} has done this to it since: {entry.act} ({entry.at})"
    return ""
