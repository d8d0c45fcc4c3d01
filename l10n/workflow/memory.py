"""The project's memory: its approved units and the files of `memory/`, indexed under `.l10n/`."""

from __future__ import annotations

import filecmp
import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from l10n import catalogs
from l10n.errors import FileError, InputError, UsageError
from l10n.memory import Entry, Memory, Segment, build, folded, read_tmx, write_tmx
from l10n.model import State, Unit
from l10n.workflow.memory_index import VERSION, ApprovedIndex, approved_stamps, stamp
from l10n.workflow.workspace import Workspace

_NAME = re.compile(r"[^\W_][\w.-]{0,99}\.tmx")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the memory: the approved units, or a file."""

    name: str
    entries: int
    bytes: int


def open_memory(workspace: Workspace, language: str, source: str | None = None) -> Memory:
    """The memory into a target language; what has changed since it was indexed is indexed anew.

    Raises `InputError` for a file of `memory/` that is no TMX.
    """
    return Memory([segment for _, segment, _ in _segments(workspace, language, source)])


def stats(workspace: Workspace, language: str) -> list[Part]:
    """What the memory into a target language is made of."""
    parts: dict[str, Part] = {}
    for name, segment, folder in _segments(workspace, language, None):
        known = parts.get(name, Part(name, 0, 0))
        size = sum(p.stat().st_size for p in folder.iterdir())
        parts[name] = Part(name, known.entries + len(segment), known.bytes + size)
    return list(parts.values())


def approved(workspace: Workspace, language: str) -> Iterator[Entry]:
    """The approved units of all articles, by article and place."""
    for slug in workspace.project.slugs():
        yield from _approved_of(workspace, slug, language)


def _approved_of(workspace: Workspace, slug: str, language: str) -> Iterator[Entry]:
    catalog = workspace.catalog(slug, language)
    units = catalog.units if catalog is not None else ()
    for index, unit in enumerate(units):
        if unit.state is State.APPROVED:
            yield Entry(unit.source, unit.target, context_of(units, index), slug)


def context_of(units: Sequence[Unit], index: int) -> str:
    """What tells one place of a source from another: its role and the sources beside it.

    16 hexadecimal digits; two places with equal ones say the same in the same company.
    """
    before = units[index - 1].source if index else ""
    after = units[index + 1].source if index + 1 < len(units) else ""
    parts = (units[index].context, folded(before), folded(after))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def export(workspace: Workspace, language: str) -> Iterator[str]:
    """The approved units as the lines of a TMX file."""
    source = workspace.project.settings.source
    return write_tmx(approved(workspace, language), source, language)


def import_file(workspace: Workspace, path: Path, *, dry_run: bool = False) -> dict[str, int]:
    """Bring a TMX file into `memory/`: all of it or nothing.

    Returns how many pairs it has for each target language of the project. Raises `InputError`
    for a file without any, and `UsageError` for a name that is taken by another file.
    """
    settings = workspace.project.settings
    counts = {
        language: sum(1 for _ in read_tmx(path, settings.source, language))
        for language in settings.targets
    }
    if not any(counts.values()):
        targets = ", ".join(settings.targets)
        raise InputError(
            f"no pair of {settings.source} and {targets}", file=path,
            remedy="add its target language to l10n.yml, or export it anew",
        )  # fmt: skip
    name = path.name if path.suffix == ".tmx" else f"{path.name}.tmx"
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} cannot be a name in memory/", remedy="rename the file")
    target = folder_of(workspace) / name
    if target.exists() and not filecmp.cmp(path, target, shallow=False):
        raise UsageError(
            "another memory has that name", file=workspace.project.relative(target),
            remedy="rename the file",
        )  # fmt: skip
    if not dry_run:
        with path.open("rb") as file:
            catalogs.atomic_write(target, iter(lambda: file.read(1_000_000), b""))
    return counts


def folder_of(workspace: Workspace) -> Path:
    """Where the project's TMX files stand."""
    return workspace.project.root / "memory"


def _segments(
    workspace: Workspace, language: str, source: str | None
) -> list[tuple[str, Segment, Path]]:
    source = source or workspace.project.settings.source
    place = workspace.project.cache / "memory"
    paths = {slug: workspace.project.catalog(slug, language) for slug in workspace.project.slugs()}
    files = {
        path: place / _key(path.name, stamp(path), source, language)
        for path in sorted(folder_of(workspace).glob("*.tmx"))
        if path.is_file() and not path.name.startswith(".")
    }
    with (
        workspace.relative_errors(),
        catalogs.locked(place / language, locks=workspace.locks, timeout=600),
    ):
        found = ApprovedIndex(place, language).refresh(
            dict(approved_stamps(paths)),
            lambda slug: list(_approved_of(workspace, slug, language)),
        )
        opened = [("approved units", segment, folder) for segment, folder in found]
        opened += [
            (path.name, _opened(folder, read_tmx(path, source, language)), folder)
            for path, folder in files.items()
        ]
        _drop(place, {folder.name for folder in files.values()}, language)
    return opened


def _opened(folder: Path, entries: Iterable[Entry]) -> Segment:
    """The segment, made if it is not there or not whole."""
    with suppress(OSError, ValueError):
        return Segment(folder)
    try:
        build(folder, entries)
        return Segment(folder)
    except OSError as error:
        raise FileError(f"cannot be indexed: {error.strerror or error}", file=folder) from None


def _drop(place: Path, known: set[str], language: str) -> None:
    """Removes what was indexed from files that are no more as they were."""
    for folder in place.glob(f"{language}-tmx-*"):
        if folder.name not in known:
            shutil.rmtree(folder, ignore_errors=True)


def _key(*parts: str) -> str:
    digest = hashlib.sha256("\0".join([VERSION, *parts]).encode()).hexdigest()[:24]
    return f"{parts[-1]}-tmx-{digest}"
