"""Findings of earlier runs, so that what has not changed is not checked again.

What is remembered is derived: it can be deleted at any time, and is only used for the very bytes of
article and catalogs that were checked, under the same settings and glossary, by the same program.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from l10n.model import Finding, Severity
from l10n.model.finding import UNREADABLE
from l10n.settings import SETTINGS_FILE, Project
from l10n.workflow.build import build

_ROOMS = (
    "articles", "catalogs", "checks", "glossary", "model", "segmentation", "settings", "workflow",
)  # fmt: skip
"""Rooms of the program that decide what is found."""
_VALUES = attrgetter(*(field.name for field in fields(Finding)))
_LARGEST = 50_000_000
"""Bytes."""
EVERY = 2.0
"""Seconds after which what was found is remembered."""
_TABLE = "CREATE TABLE IF NOT EXISTS found (place TEXT PRIMARY KEY, key BLOB, findings TEXT)"


class Found:
    """The findings of earlier runs, by article; a file that cannot be used is one without any."""

    def __init__(self, project: Project, languages: Sequence[str]) -> None:
        self._project = project
        self._languages = list(languages)
        self._path = project.cache / "findings.sqlite"
        own = project.settings.segmentation
        files = [project.root / SETTINGS_FILE, *project.glossary_files]
        self._rules = hashlib.sha256("\0".join([build(*_ROOMS), *self._languages]).encode())
        for file in [*files, *([project.root / own] if own else [])]:
            self._rules.update(hashlib.sha256(file.read_bytes()).digest())

    def keys(self, slugs: Iterable[str]) -> dict[str, bytes]:
        """A hash of all that decides what is found in an article; none for what cannot be read."""
        found = {}
        for slug in slugs:
            with suppress(OSError):
                found[slug] = self._key(slug)
        return found

    def _key(self, slug: str) -> bytes:
        digest = self._rules.copy()
        digest.update(_hashed(self._project.article(slug)))
        for language in dict.fromkeys([*self._languages, *self._project.settings.targets]):
            path = self._project.catalog(slug, language)
            held = _hashed(path) if os.path.lexists(path) else b""
            digest.update(f"\0{language}\0".encode() + held)
        return digest.digest()

    def get(self, keys: Mapping[str, bytes]) -> dict[str, list[Finding]]:
        """What was found in the articles that are as they were then."""
        known: dict[str, list[Finding]] = {}
        if not self._path.exists():
            return known
        with suppress(sqlite3.Error, ValueError, TypeError), closing(self._open()) as database:
            for slug, key in keys.items():
                query = "SELECT findings FROM found WHERE place = ? AND key = ?"
                row = database.execute(query, (self._place(slug), key)).fetchone()
                seal, _, told = row[0].partition(" ") if row else ("", "", "")
                if row and seal == _seal(self._place(slug), key, told):
                    known[slug] = [_finding(*values) for values in json.loads(told)]
        return known

    def noted(
        self, keys: Mapping[str, bytes], found: Iterable[tuple[str, list[Finding]]]
    ) -> dict[str, list[Finding]]:
        """All that is found, remembered as it comes: what is interrupted goes on there later."""
        known: dict[str, list[Finding]] = {}
        new: dict[str, list[Finding]] = {}
        last = time.monotonic()
        try:
            for slug, findings in found:
                known[slug] = new[slug] = findings
                if time.monotonic() - last > EVERY:
                    self._put(keys, new)
                    new, last = {}, time.monotonic()
        finally:
            self._put(keys, new)
        return known

    def _put(self, keys: Mapping[str, bytes], found: Mapping[str, Sequence[Finding]]) -> None:
        """Remember what was found, but for articles that have changed meanwhile."""
        now = self.keys(slug for slug in found if slug in keys)
        rows = [
            self._row(slug, key, found[slug])
            for slug, key in now.items()
            if key == keys[slug] and not any(f.check == UNREADABLE for f in found[slug])
        ]
        if not rows:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._write(rows)
            except sqlite3.OperationalError:
                return  # another process has it, or it cannot be written
            except sqlite3.DatabaseError:
                self._path.unlink()  # damaged: begin anew

    def _row(self, slug: str, key: bytes, findings: Sequence[Finding]) -> tuple[str, bytes, str]:
        place, told = self._place(slug), json.dumps([*map(_VALUES, findings)])
        return place, key, f"{_seal(place, key, told)} {told}"

    def _write(self, rows: Sequence[tuple[str, bytes, str]]) -> None:
        with closing(self._open()) as database, database:
            database.execute(_TABLE)
            database.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=10)

    def _place(self, slug: str) -> str:
        return " ".join([slug, *self._languages])


def _hashed(path: Path) -> bytes:
    """The hash of a regular file; `OSError` for what has to be looked at each time."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        raise OSError(f"{path} is no regular file, or large")
    return hashlib.sha256(path.read_bytes()).digest()


def _seal(place: str, key: bytes, told: str) -> str:
    """A hash that tells a row that is still whole: a disk may give back other bytes."""
    return hashlib.sha256(f"{place} {told}".encode() + key).hexdigest()


def _finding(check: str, severity: str, *rest: str | int) -> Finding:
    return Finding(check, Severity(severity), *rest)  # type: ignore[arg-type]
