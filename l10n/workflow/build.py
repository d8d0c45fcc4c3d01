"""Tells one build of the program from another, so that nothing derived outlives a change of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import l10n

Signature = tuple[int, int, int, int]
"""Size, time of the last write, time of the last change, inode."""
NO_FILE: Signature = (0, 0, 0, 0)


def build(*rooms: str) -> str:
    """The version, and the signatures of the files of these rooms; two levels of folders."""
    package = Path(l10n.__file__).parent
    folders = [package / room for room in rooms]
    folders += [child for folder in folders for child in sorted(folder.iterdir()) if child.is_dir()]
    parts = [l10n.__version__]
    for folder in folders:
        files = {**signatures(folder, ".py"), **signatures(folder, ".srx")}
        parts.append(str(sorted(files.items())))
    return "\0".join(parts)


def signatures(folder: Path, suffix: str) -> dict[str, Signature]:
    """The files of a folder by their names without `suffix`; none where there is no folder."""
    found: dict[str, Signature] = {}
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(suffix):
                found[entry.name.removesuffix(suffix)] = _signature(entry)
    return found


def _signature(entry: os.DirEntry[str]) -> Signature:
    try:
        status = entry.stat()
    except OSError:
        return NO_FILE
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
