"""Counts of units by state, remembered by the files that they were made of.

What is remembered is derived: it can be deleted at any time, and is only used while the
article and the catalog are the very files that were counted (size, times of change, inode)
under the same rules, by the same program.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Collection
from contextlib import suppress

from l10n.model import State
from l10n.settings import Project
from l10n.workflow.build import build

Counts = tuple[int, ...]
"""Words of the sources, units in conflict, stale ones, then units by state in `State`'s order."""
FRESH = 50_000_000
"""Nanoseconds in which a file may change again without looking changed."""
FRESH_BY_THE_SECOND = 2_000_000_000
"""The same where a file system keeps times by the second, or by two."""
STATES = tuple(State)
_ROOMS = ("articles", "catalogs", "model", "segmentation", "workflow")
"""Rooms of the program that decide what is counted; their files tell one build from another."""


class Remembered:
    """The counts of earlier runs."""

    def __init__(self, project: Project) -> None:
        self._path = project.cache / "status.json"
        self._began = time.time_ns()
        self._rules = _rules(project)
        self._known: dict[str, list[int]] = {}
        self._changed = False
        with suppress(OSError, ValueError):
            document = json.loads(_whole(self._path.read_bytes()))
            if document["rules"] == self._rules:
                self._known = document["counts"]

    def get(self, key: str, signature: tuple[int, ...]) -> Counts | None:
        """The counts of `key`, if its files have these signatures, one after the other."""
        known = self._known.get(key, [])
        size = len(signature)
        return tuple(known[size:]) if known[:size] == list(signature) else None

    def put(self, key: str, signature: tuple[int, ...], counts: Counts) -> None:
        """Remember counts, but for files that had only just changed when this began."""
        written, changed = signature[1::4], signature[2::4]
        if _settled(max(*written, *changed), self._began):
            self._known[key] = [*signature, *counts]
            self._changed = True
        else:
            self._changed = self._known.pop(key, None) is not None or self._changed

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget what there is no more."""
        gone = [key for key in self._known if key not in keys]
        for key in gone:
            del self._known[key]
        self._changed = self._changed or bool(gone)

    def save(self) -> None:
        """Write what changed; a folder that cannot be written to costs speed alone."""
        if not self._changed:
            return
        from l10n import catalogs
        from l10n.errors import FileError

        document = {"rules": self._rules, "counts": self._known}
        content = json.dumps(document, separators=(",", ":")).encode()
        with suppress(FileError):
            catalogs.atomic_write(self._path, _head(content[1:]) + content[1:])


def _head(rest: bytes) -> bytes:
    """How the file begins: with a hash of the rest."""
    return b'{"hash":"%s",' % hashlib.sha256(rest).hexdigest().encode()


def _whole(data: bytes) -> bytes:
    """What was written, or nothing where a byte of it is another one now."""
    size = len(_head(b""))
    return data if data[:size] == _head(data[size:]) else b""


def _settled(last: int, now: int) -> bool:
    """Whether files that changed last then would look changed if somebody changed them now."""
    return last < now - (FRESH if last % 1_000_000_000 else FRESH_BY_THE_SECOND)


def _rules(project: Project) -> str:
    """A hash of all that decides how articles are cut and states are read, beside the files."""
    settings = project.settings
    parts = [build(*_ROOMS), settings.source, settings.units, settings.segmentation or ""]
    parts += [f"{language}:{route.via}" for language, route in sorted(settings.routes.items())]
    digest = hashlib.sha256("\0".join(parts).encode())
    if settings.segmentation:
        with suppress(OSError):
            digest.update((project.root / settings.segmentation).read_bytes())
    return digest.hexdigest()
