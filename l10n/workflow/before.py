"""The project's files beside what they were at a revision."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.workflow.revisions import Revision

_BATCH = 500
"""Files that are asked of git at once."""


class Before:
    """Files of a project then and now; paths are relative to the project."""

    def __init__(self, root: Path, then: Revision, places: Sequence[str]) -> None:
        self._root, self._then = root, then
        self._hashes = then.hashes(places)
        self._doubtful = then.doubtful(places)
        self._new: dict[str, bool] = {}
        self._contents: dict[str, bytes] = {}

    @property
    def paths(self) -> Iterable[str]:
        """The files that there were."""
        return self._hashes

    def is_new(self, path: str) -> bool:
        """Whether a file is there now and was not, or the other way round, or holds other bytes."""
        if self._hashes.get(path) and path not in self._doubtful:
            return False
        if path not in self._new:
            known, data = self._hashes.get(path), self.now(path)
            self._new[path] = known != (None if data is None else _blob_hash(data, known or ""))
        return self._new[path]

    def now(self, path: str) -> bytes | None:
        """What the file holds; None where there is none that can be read."""
        try:
            with open(os.path.join(self._root, path), "rb") as file:  # noqa: PTH118, PTH123 - quicker
                return file.read()
        except OSError:
            return None

    def fetch(self, paths: Sequence[str]) -> None:
        """Get many files at once, which is quicker than one by one."""
        for first in range(0, len(paths), _BATCH):
            self._contents |= self._then.read(paths[first : first + _BATCH])

    def was(self, path: str) -> bytes | None:
        """What the file held; None where there was none."""
        if path not in self._contents:
            self.fetch([path])
        return self._contents.get(path)


def _blob_hash(data: bytes, like: str) -> str:
    """The hash that git knows the content by, of the kind that `like` is."""
    kind = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
