"""Writes glossary files: all of them or none, and only where the whole glossary still loads."""

from __future__ import annotations

import os
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import FileError, GlossaryError, LockedError
from l10n.glossary.editing import Wanted, appended, edited
from l10n.glossary.loading import read_concepts
from l10n.glossary.spans import comments
from l10n.model import Concept

_ID_KEY = re.compile(r"\bid: *[\"']?([A-Za-z0-9._-]+)")
SCHEMA_LINE = "# yaml-language-server: $schema="


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be written."""

    changed: tuple[Wanted, ...] = ()
    """Concepts that stand in a file already; each is edited there."""
    added: tuple[Concept, ...] = ()
    """New concepts."""
    into: Path | None = None
    """File of the new concepts; it is made where it is missing."""


class Refused(GlossaryError):
    """A concept that no glossary file may hold, though its parts are sound."""

    def __init__(self, concept: str, error: GlossaryError, path: Path) -> None:
        super().__init__(f"{concept}: {error.message}", file=path, remedy=error.remedy)
        self.concept = concept
        """Its id."""


@contextmanager
def editing(folder: Path, *, locks: Path, timeout: float = 30) -> Iterator[None]:
    """Keeps every other process of ours from editing the glossary in `folder`.

    `locks` is the folder of the project's locks. Raises `LockedError` after `timeout` seconds.
    """
    from filelock import FileLock, Timeout  # slow to import, and those who only read need none

    try:
        locks.mkdir(parents=True, exist_ok=True)
        lock = FileLock(locks / "glossary.lock", timeout=timeout)
        lock.acquire()
    except Timeout:
        remedy = "wait until it is done, or end it"
        message = f"another process has held it for {timeout:g} seconds"
        raise LockedError(message, file=folder, remedy=remedy) from None
    except OSError as error:
        raise FileError(f"cannot be locked: {error.strerror}", file=locks) from error
    try:
        yield
    finally:
        lock.release()


def write_concepts(
    edits: Edits, concepts: Mapping[str, Concept], files: Sequence[Path]
) -> list[Path]:
    """Edits and adds concepts; returns the files that were written.

    `concepts` is the glossary as it was read from `files`. The new files are read again before
    they take the places of the old ones, and must hold exactly what was wanted, with every
    comment that was there; else `GlossaryError` or `FileError`, and nothing is written.
    """
    old = {path: _read(path) for path in _touched(edits)}
    new = {path: text for path, text in _texts(edits, old).items() if text != old[path]}
    if edits.into is not None and edits.into in new and edits.into not in files:
        new |= _schema(edits.into)
    temporary: dict[Path, Path] = {}
    try:
        for path, text in new.items():
            temporary[path] = _beside(path, text)
        _prove(edits, concepts, {p: t for p, t in temporary.items() if p.suffix != ".json"})
        _refuse_lost_comments(old, new)
        _refuse_stale(old)
        _replace_all(temporary)
    finally:
        for path in temporary.values():
            with suppress(OSError):
                path.unlink()
    return [path for path in new if path.suffix != ".json"]


def _touched(edits: Edits) -> list[Path]:
    paths = [Path(wanted.old.file) for wanted in edits.changed]
    paths += [edits.into] if edits.into is not None and edits.added else []
    return list(dict.fromkeys(paths))


def _texts(edits: Edits, old: Mapping[Path, str]) -> dict[Path, str]:
    """The new text of each file."""
    texts = {}
    for path, text in old.items():
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        # A file has the line ends of its first line.
        end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
        plain = text.removeprefix(mark).replace(end, "\n")
        wanted = {w.old.id: w for w in edits.changed if Path(w.old.file) == path}
        if wanted:
            plain = edited(plain, wanted)
        if path == edits.into and edits.added:
            plain = appended(plain or _first_line(path), edits.added)
        texts[path] = mark + plain.replace("\n", end)
    return texts


def _read(path: Path) -> str:
    """The text of a file as it stands, "" for one that is still to be made."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", file=path) from None


def _first_line(into: Path) -> str:
    """The line that points an editor at the schema, as the files beside it have it."""
    for beside in sorted(into.parent.glob("*.yml")):
        with suppress(OSError, UnicodeDecodeError), beside.open(encoding="utf-8") as file:
            line = file.readline(300)
            if line.startswith(SCHEMA_LINE):
                return line.rstrip() + "\n"
    return f"{SCHEMA_LINE}schema.json\n"


def _schema(into: Path) -> dict[Path, str]:
    """The schema that the first line of a new file names, where it is missing beside it."""
    path = into.parent / "schema.json"
    if path.exists() or not _first_line(into).endswith("=schema.json\n"):
        return {}
    return {path: (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")}


def _prove(edits: Edits, concepts: Mapping[str, Concept], written: Mapping[Path, Path]) -> None:
    """Reads the new files; raises unless the glossary is the old one with the edits."""
    places = {str(temporary): path for path, temporary in written.items()}
    names = {str(path) for path in written}
    expected = {id_: c for id_, c in concepts.items() if c.file in names}
    expected |= {wanted.old.id: wanted.new for wanted in edits.changed}
    expected |= {concept.id: concept for concept in edits.added}
    try:
        found = read_concepts(written.values())
    except GlossaryError as error:
        path = places.get(error.file or "")
        if path is None or error.line is None:
            error.file = str(path or error.file)
            raise
        raise Refused(_id_at(written[path], error.line), error, path) from None
    for id_ in dict.fromkeys((*found, *expected)):
        if found.get(id_) != expected.get(id_):
            place = expected.get(id_) or found[id_]
            raise GlossaryError(
                f"{id_} cannot be edited as it is written",
                file=place.file or None,
                line=place.line or None,
                remedy="edit it by hand",
            )
    elsewhere = {id_ for id_, c in concepts.items() if c.file not in names}
    double = next((concept.id for concept in edits.added if concept.id in elsewhere), None)
    if double is not None:
        raise GlossaryError(f"id {double!r} is used already", remedy="take another one")


def _id_at(path: Path, line: int) -> str:
    """The id of the concept that stands about a line."""
    before = "".join(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)[:line])
    ids = _ID_KEY.findall(before)
    return str(ids[-1]) if ids else "a concept"


def _refuse_lost_comments(old: Mapping[Path, str], new: Mapping[Path, str]) -> None:
    for path, text in old.items():
        if "#" not in text or path not in new:
            continue
        missing = Counter(comments(text)) - Counter(comments(new[path]))
        if missing:
            what = f"the comment {min(missing)[:60]!r} would be lost"
            raise GlossaryError(what, file=path, remedy="edit the concept by hand")


def _refuse_stale(old: Mapping[Path, str]) -> None:
    for path, text in old.items():
        if _read(path) != text:
            remedy = "run the command again"
            raise FileError("has changed meanwhile", file=path, remedy=remedy)


def _beside(path: Path, text: str) -> Path:
    """The text on the disk, beside the file that it is for, with its mode."""
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.tmp")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            with suppress(FileNotFoundError):
                os.fchmod(descriptor, target.stat().st_mode & 0o7777)
            file.write(text.encode())
            file.flush()
            os.fsync(descriptor)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise _unwritable(path, error) from error
    return temporary


def _replace_all(temporary: Mapping[Path, Path]) -> None:
    """Puts every new file in its place; where one cannot be, those before it go back."""
    done: list[tuple[Path, bytes | None]] = []
    for path, new in temporary.items():
        target = Path(os.path.realpath(path))
        try:
            before = target.read_bytes() if target.exists() else None
            new.replace(target)
        except OSError as error:
            _restore(done)
            raise _unwritable(path, error) from error
        done.append((target, before))


def _restore(done: Iterable[tuple[Path, bytes | None]]) -> None:
    for target, before in done:
        if before is None:
            target.unlink()
        else:
            _beside(target, before.decode()).replace(target)


def _unwritable(path: Path, error: OSError) -> FileError:
    remedy = "free space or change the permissions, then run the command again"
    return FileError(f"cannot be written: {error.strerror}", file=path, remedy=remedy)
