"""Puts a packaged model's parts together, once, in the user's cache folder."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import filelock

from l10n.engines.local.models import REMEDY, PackagedModel, part_paths
from l10n.errors import EngineUnavailable, FileError, L10nError, LockedError
from l10n.user_cache import cache_folder

_BLOCK = 1 << 20
LOCK_TIMEOUT = 300.0
"""Seconds to wait for another process that assembles the same model."""


def assembled(model: PackagedModel, cache: Path | None = None) -> Path:
    """The model's file in the cache, put together and verified against our pin.

    The first call writes it; later ones compare size and time of change with what was noted
    then, and read the whole file again only where these differ. Raises EngineUnavailable where
    parts are missing or wrong, FileError where the file cannot be written, LockedError where
    another process takes too long.
    """
    folder = (cache or cache_folder()) / "models"
    target = folder / f"{model.name}-{model.sha256[:12]}.gguf"
    if _is_noted(target, model):
        return target
    with _writing(target):
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(target.with_suffix(".lock")):
            if not _is_noted(target, model):
                _make(target, model)
    return target


def _make(target: Path, model: PackagedModel) -> None:
    if not (target.is_file() and _digest(target) == model.sha256):
        paths = part_paths(model)
        if paths is None:
            raise EngineUnavailable(f"the model {model.name} is not whole", remedy=REMEDY)
        _join(paths, target, model)
    _note(target, model)


def _join(paths: Sequence[Path], target: Path, model: PackagedModel) -> None:
    """Writes the parts one after the other, hashing on the way; wrong ones leave nothing."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".assembling-")
    temporary = Path(name)
    try:
        digest = hashlib.sha256()
        with os.fdopen(descriptor, "wb") as out:
            for path in paths:
                for block in _blocks(path):
                    digest.update(block)
                    out.write(block)
            out.flush()
            os.fsync(out.fileno())
        if digest.hexdigest() != model.sha256:
            raise EngineUnavailable(
                f"the packages of the model {model.name} do not hold the file that we know",
                remedy=f"reinstall them: pip install --force-reinstall 'l10n[{model.extra}]'",
            )
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
    return digest.hexdigest()


def _record(target: Path, model: PackagedModel) -> dict[str, object]:
    stat = target.stat()
    return {"sha256": model.sha256, "size": stat.st_size, "mtime_ns": stat.st_mtime_ns}


def _is_noted(target: Path, model: PackagedModel) -> bool:
    """Whether the file is still the one that was verified."""
    try:
        noted = json.loads(target.with_suffix(".json").read_bytes())
        return bool(noted == _record(target, model))
    except (OSError, ValueError):
        return False


def _note(target: Path, model: PackagedModel) -> None:
    text = json.dumps(_record(target, model))
    target.with_suffix(".json").write_text(text, encoding="utf-8")


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    try:
        with filelock.FileLock(path, timeout=LOCK_TIMEOUT):
            yield
    except filelock.Timeout as error:
        raise LockedError("another process is putting the model together", file=path) from error


@contextlib.contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except L10nError:
        raise
    except OSError as error:
        raise FileError(
            f"the model could not be put together: {error.strerror or error}",
            file=target,
            remedy="make room there, or name another folder in L10N_CACHE",
        ) from error
