"""The approved units of a project as two segments on disk: most of them, and what changed since.

A catalog whose approved units changed is hidden in the large segment and stands in the small one,
until that is an eighth as large; then both become one. So an act of a reviewer costs one catalog
and the small segment, however many units are approved. All of it is derived and may be deleted.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from l10n import catalogs
from l10n.errors import FileError
from l10n.memory import Entry, Segment, build

VERSION = "4"
"""Of the segments; others are not read."""
SMALL = 2000
"""Entries up to which the small segment stays as it is."""

Read = Callable[[str], list[Entry]]
"""The approved units of the article with this slug."""


@dataclass(slots=True)
class _Known:
    """Where the entries of one catalog stand."""

    stamp: str
    """Of the file."""
    digest: str
    """Of the entries."""
    segment: str
    """Name of the segment."""
    start: int
    """Number of the first entry in it."""
    count: int


class ApprovedIndex:
    """The two segments of one target language. To be used under a lock."""

    def __init__(self, place: Path, language: str) -> None:
        self._place = place
        self._path = place / f"{language}-approved.json"
        self._prefix = f"{language}-approved-"
        self._known: dict[str, _Known] = {}
        self._base = self._rest = ""
        self._read_manifest()

    def _read_manifest(self) -> None:
        """Takes the manifest at its word only where it is whole and its segments open."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            told = json.loads(self._path.read_bytes())
            known = {slug: _Known(**item) for slug, item in told["catalogs"].items()}
            if told["version"] == VERSION:
                for name in filter(None, (told["base"], told["rest"])):
                    Segment(self._place / name)
                self._known, self._base, self._rest = known, told["base"], told["rest"]

    def refresh(self, stamps: Mapping[str, str], read: Read) -> list[tuple[Segment, Path]]:
        """The segments, in line with the catalogs; `stamps` tells their files apart, by slug."""
        changed: dict[str, list[Entry]] = {}
        noted = False
        for slug, stamp in stamps.items():
            known = self._known.get(slug)
            if known is None or known.stamp != stamp:
                entries = read(slug)
                if known is not None and known.digest == _digest(entries):
                    known.stamp = stamp
                    noted = True
                else:
                    changed[slug] = entries
        gone = self._known.keys() - stamps.keys()
        if changed or gone or not self._base:
            self._rebuild(changed, gone, stamps)
            noted = True
        if noted:
            self._write_manifest()
        return self._segments()

    def _rebuild(
        self, changed: dict[str, list[Entry]], gone: set[str], stamps: Mapping[str, str]
    ) -> None:
        known = {s: k for s, k in self._known.items() if s not in gone and s not in changed}
        large = sum(k.count for k in known.values() if k.segment == self._base)
        small = sum(k.count for k in known.values() if k.segment != self._base)
        small += sum(map(len, changed.values()))
        together = not self._base or small > max(SMALL, large // 8)
        moving = [s for s, k in known.items() if together or k.segment != self._base]
        entries = {slug: self._entries(known[slug]) for slug in moving} | changed
        name = f"{self._prefix}{uuid.uuid4().hex[:16]}"
        at = 0
        for slug in sorted(entries):
            mine = entries[slug]
            known[slug] = _Known(stamps[slug], _digest(mine), name, at, len(mine))
            at += len(mine)
        try:
            build(self._place / name, (e for slug in sorted(entries) for e in entries[slug]))
        except OSError as error:
            raise FileError(
                f"cannot be indexed: {error.strerror or error}", file=self._place
            ) from None
        self._known = known
        self._base, self._rest = (name, "") if together else (self._base, name)

    def _entries(self, known: _Known) -> list[Entry]:
        segment = Segment(self._place / known.segment)
        return [segment.entry(n) for n in range(known.start, known.start + known.count)]

    def _write_manifest(self) -> None:
        told = {
            "version": VERSION,
            "base": self._base,
            "rest": self._rest,
            "catalogs": {slug: asdict(known) for slug, known in sorted(self._known.items())},
        }
        catalogs.atomic_write(self._path, json.dumps(told, indent=0).encode())
        for folder in self._place.glob(f"{self._prefix}*"):  # after it: a kill leaves no gap
            if folder.name not in (self._base, self._rest):
                shutil.rmtree(folder, ignore_errors=True)

    def _segments(self) -> list[tuple[Segment, Path]]:
        import numpy as np

        opened = []
        for name in filter(None, (self._base, self._rest)):
            segment = Segment(self._place / name)
            shown = np.zeros(len(segment.lengths), dtype=bool)
            for known in self._known.values():
                if known.segment == name:
                    shown[known.start : known.start + known.count] = True
            segment.hidden = None if shown.all() else ~shown
            opened.append((segment, self._place / name))
        return opened


def _digest(entries: list[Entry]) -> str:
    digest = hashlib.sha256()
    for entry in entries:
        digest.update("\0".join((entry.source, entry.target, entry.context, "")).encode())
    return digest.hexdigest()[:24]


def approved_stamps(paths: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """Slug and stamp of each catalog that is there."""
    for slug, path in paths.items():
        with suppress(FileNotFoundError):
            yield slug, stamp(path)


def stamp(path: Path) -> str:
    """Tells one state of a file from another."""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"
