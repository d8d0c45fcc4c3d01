"""Git's merges by unit: the driver that merges catalogs and records, and its installation."""

from __future__ import annotations

import heapq
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import catalogs
from l10n.errors import FileError, InputError, UsageError
from l10n.workflow.record import SUFFIX, Entry, Record
from l10n.workflow.workspace import Workspace

ATTRIBUTES = ".gitattributes"
NAME = "l10n"
_NO_REPOSITORY = ("not a git repository", "not in a git directory", "can only be used inside")
_LINES = (f"translations/**/*.po merge={NAME}", f"translations/**/*{SUFFIX} merge={NAME}")


@dataclass(frozen=True, slots=True)
class Driven:
    """What the driver did."""

    conflicts: tuple[str, ...] = ()
    """Sources of the units that wait for a decision, those that waited before among them."""
    fallback: str = ""
    """Why the files were merged by line, where they were."""
    clean: bool = True
    """Whether this merge left nothing more to be decided."""


def drive(base: Path, ours: Path, theirs: Path, name: str) -> Driven:
    """Merge three versions of a catalog or a record into `ours`, as git asks its drivers to.

    `name` is the path of the file in the repository. What is no PO file is left to git's
    merge by line. Raises `FileError` where a file cannot be read or written.
    """
    was, mine, other = (_read(path) for path in (base, ours, theirs))
    if name.endswith(SUFFIX):
        catalogs.atomic_write(ours, merge_records(was, mine, other))
        return Driven()
    try:
        merged = catalogs.merge(was, mine, other, Path(name))
    except InputError as error:
        clean = _by_line(base, ours, theirs)
        return Driven(fallback=str(error), clean=clean)
    catalogs.atomic_write(ours, merged.data)
    return Driven(merged.conflicts, clean=merged.clean)


def merge_records(base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """The record with the entries of both sides, each once; none is ever lost.

    Entries that both sides had come first, as they stood; the others by time, after those that
    they follow. So the result is the same whichever side merges.
    """
    lines: dict[bytes, None] = {}
    for data in (base, ours, theirs):
        lines |= dict.fromkeys(line.rstrip(b"\r") for line in data.split(b"\n") if line.strip())
    known = {line.rstrip(b"\r") for line in base.split(b"\n")}
    first = [line for line in lines if line in known]
    rest = [line for line in lines if line not in known]
    return b"".join(line + b"\n" for line in (*first, *_sorted(rest)))


def _sorted(lines: Sequence[bytes]) -> list[bytes]:
    """Lines of entries by time, each after its parents; what is no entry comes last."""
    entries: dict[str, tuple[Entry, bytes]] = {}
    others = []
    for line in lines:
        record = Record(Path(), line)
        if record.lines and record.lines[0].id not in entries:
            entries[record.lines[0].id] = record.lines[0].entry, line
        else:
            others.append(line)
    waits = {
        key: {parent for parent in entry.parents if parent in entries}
        for key, (entry, _) in entries.items()
    }
    children: dict[str, list[str]] = {}
    for key, parents in waits.items():
        for parent in parents:
            children.setdefault(parent, []).append(key)
    ready = [(entries[key][0].at, key) for key, parents in waits.items() if not parents]
    heapq.heapify(ready)
    result = []
    while ready:
        _, key = heapq.heappop(ready)
        result.append(entries.pop(key)[1])
        for child in children.get(key, ()):
            waits[child].discard(key)
            if not waits[child]:
                heapq.heappush(ready, (entries[child][0].at, child))
    # Only entries that were tampered with name one another in a ring.
    return [*result, *sorted([line for _, line in entries.values()] + others)]


def _by_line(base: Path, ours: Path, theirs: Path) -> bool:
    """Git's own merge, into `ours`; whether it left no conflict."""
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    command = ["git", "merge-file", *labels, "--", str(ours), str(base), str(theirs)]
    return _run(command).returncode == 0


def install(workspace: Workspace) -> tuple[str, ...]:
    """Make git merge the project's catalogs and records by unit; returns the attributes added.

    The driver is set in this clone's own settings, the attributes stand in the project. Raises
    `UsageError` where the project is in no git repository, and `FileError`.
    """
    root = workspace.project.root
    # -P: what lies in the repository must not be taken for the program.
    program = f"{shlex.quote(sys.executable)} -P -m l10n merge-driver merge"
    _git(root, "config", f"merge.{NAME}.name", "l10n: catalogs and records by unit")
    _git(root, "config", f"merge.{NAME}.driver", f"{program} %O %A %B %P")
    text = _attributes(root)
    missing = tuple(line for line in _LINES if line not in text.splitlines())
    if missing:
        start = text if not text or text.endswith("\n") else f"{text}\n"
        added = "".join(f"{line}\n" for line in missing)
        catalogs.atomic_write(root / ATTRIBUTES, (start + added).encode())
    return missing


def uninstall(workspace: Workspace) -> bool:
    """Take the driver out of this clone's settings and the attributes out of the project.

    Whether there was anything. Raises as `install`.
    """
    root = workspace.project.root
    _git(root, "rev-parse", "--git-dir")
    removed = _run(["git", "-C", str(root), "config", "--remove-section", f"merge.{NAME}"])
    text = _attributes(root)
    kept = [line for line in text.splitlines(keepends=True) if line.strip() not in _LINES]
    if "".join(kept) != text:
        if kept:
            catalogs.atomic_write(root / ATTRIBUTES, "".join(kept).encode())
        else:
            (root / ATTRIBUTES).unlink()
        return True
    return removed.returncode == 0


def _attributes(root: Path) -> str:
    path = root / ATTRIBUTES
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise FileError("cannot be read as text", file=ATTRIBUTES, remedy="mend it") from error


def _git(root: Path, *arguments: str) -> None:
    done = _run(["git", "-C", str(root), *arguments])
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it failed"]
        if any(words in told[0] for words in _NO_REPOSITORY):
            raise UsageError("the project is in no git repository", remedy="git init makes one")
        raise UsageError(f"git: {told[0][:300]}")


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - git, with arguments of ours and paths
            command,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            timeout=60,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("git is not installed", remedy="install it") from None
    except subprocess.SubprocessError as error:
        raise UsageError(f"git gave out: {error}") from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", file=path) from None
