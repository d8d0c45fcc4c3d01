"""Catalogs on disk: bounded loading, atomic saving, and a lock around an edit."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from l10n.catalogs.catalog import Catalog, from_bytes
from l10n.errors import FileError, InputError, LockedError
from l10n.model import counted

_LIMIT = 50_000_000
"""Bytes; a catalog holds one article."""


def load(path: Path) -> Catalog:
    """The catalog in the PO file `path`.

    Raises `FileError` where it cannot be read, `InputError` where it is no PO file that the
    program can keep intact.
    """
    return from_bytes(read(path), path)


def read(path: Path) -> bytes:
    """What a catalog's file holds, at most 50 MB; raises `FileError` and `InputError`."""
    try:
        # Opening a pipe would wait for ever.
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            told = "is a directory" if stat.S_ISDIR(mode) else "is no regular file"
            remedy = "take it away; l10n extract makes a PO file there"
            raise FileError(told, file=path, remedy=remedy)
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except FileNotFoundError as error:
        remedy = "make it with `l10n extract`"
        raise FileError("no such catalog", file=path, remedy=remedy) from error
    except (OSError, ValueError) as error:
        remedy = "check the path and its permissions"
        reason = f"cannot be read: {_reason(error)}"
        raise FileError(reason, file=path, remedy=remedy) from error
    if len(data) > _LIMIT:
        raise InputError("larger than 50 MB", file=path, remedy="split the article into several")
    return data


def save(catalog: Catalog) -> None:
    """Writes the catalog to its path, atomically; equal bytes are not written again."""
    data = catalog.to_bytes()
    if not _holds(catalog.path, data):
        atomic_write(catalog.path, data)
    catalog.remember(data)


def atomic_write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Puts `data` into the file `path`, in whole or not at all; folders are made as needed.

    It may come in parts. An existing file keeps its mode, a symbolic link what it points to. Raises
    `FileError`; the old file is intact then.
    """
    try:
        target = Path(os.path.realpath(path))
        temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.tmp")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_durably(temporary, data, target)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, ValueError) as error:
        remedy = "free space or change the permissions, then run the command again"
        if isinstance(error, IsADirectoryError):
            remedy = "name a file"
        message = f"cannot be written: {_reason(error)}"
        raise FileError(message, file=path, remedy=remedy) from error


@contextmanager
def locked(path: Path, *, locks: Path, timeout: float = 30) -> Iterator[None]:
    """Keeps every other process away from `path`, as far as it asks too.

    The lock is a file in the folder `locks`, held by the operating system, so that a process
    that was killed holds nothing. Raises `LockedError` after `timeout` seconds.
    """
    from filelock import FileLock, Timeout  # slow to import, and those who only read need none

    name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()
    lock = FileLock(locks / f"{name[:32]}.lock", timeout=timeout)
    try:
        locks.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise LockedError(
            f"another process has held it for {counted(timeout, 'second')}",
            file=path,
            remedy="wait until it is done, or end it",
        ) from error
    except OSError as error:
        raise FileError(f"cannot be locked: {_reason(error)}", file=locks) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def editing(path: Path, *, locks: Path, timeout: float = 30) -> Iterator[Catalog]:
    """The catalog in `path`, locked, and saved at the end if it changed and nothing failed.

    Raises what `locked`, `load` and `save` raise.
    """
    with locked(path, locks=locks, timeout=timeout):
        catalog = load(path)
        yield catalog
        if catalog.changed:
            save(catalog)


def _write_durably(temporary: Path, data: bytes | Iterable[bytes], target: Path) -> None:
    """A new file that is on the disk, with the mode of `target` if there is one."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        with suppress(FileNotFoundError):
            os.fchmod(descriptor, target.stat().st_mode & 0o7777)
        file.writelines([data] if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(descriptor)


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file is there and has exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _reason(error: Exception) -> str:
    """What the operating system says, without the path."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
