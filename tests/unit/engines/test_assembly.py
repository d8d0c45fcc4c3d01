"""Models put together from parts: whole, verified, once."""

from __future__ import annotations

import errno
import hashlib
import multiprocessing
import os
from pathlib import Path

import filelock
import pytest

from l10n.engines.local import assembly
from l10n.engines.local.models import PackagedModel
from l10n.errors import EngineUnavailable, FileError, LockedError

PARTS = [b"GGUF" + b"a" * 3_000_000, b"b" * 1000, b"c"]
WHOLE = b"".join(PARTS)


def packaged(root: Path, parts: list[bytes], whole: bytes = WHOLE) -> PackagedModel:
    """A model whose parts are packages below `root`, which must be on the path."""
    names = []
    for number, part in enumerate(parts, 1):
        package = root / f"tiny_parts_{number}"
        (package / "data").mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "data" / "part.bin").write_bytes(part)
        names.append((package.name, "data/part.bin"))
    digest = hashlib.sha256(whole).hexdigest()
    return PackagedModel("tiny", tuple(names), len(whole), digest, 1, "local")


@pytest.fixture
def model(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path / "packages")
    return packaged(tmp_path / "packages", PARTS)


def leftovers(cache: Path) -> list[str]:
    return sorted(p.name for p in (cache / "models").iterdir() if p.suffix != ".lock")


def test_parts_are_joined_in_order(model, tmp_path):
    path = assembly.assembled(model, tmp_path / "cache")
    assert path.read_bytes() == WHOLE
    assert leftovers(tmp_path / "cache") == [path.name, path.with_suffix(".json").name]


def test_later_starts_read_neither_parts_nor_file(model, tmp_path, monkeypatch):
    path = assembly.assembled(model, tmp_path)
    monkeypatch.setattr(assembly, "_blocks", lambda _: pytest.fail("read again"))
    assert assembly.assembled(model, tmp_path) == path


def test_touched_file_is_read_again_and_kept(model, tmp_path, monkeypatch):
    path = assembly.assembled(model, tmp_path)
    os.utime(path, (1, 1))
    monkeypatch.setattr(assembly, "_join", lambda *_: pytest.fail("made again"))
    assert assembly.assembled(model, tmp_path) == path
    assert assembly._is_noted(path, model)


def test_damaged_file_is_made_again(model, tmp_path):
    path = assembly.assembled(model, tmp_path)
    path.write_bytes(WHOLE[:-1] + b"X")
    assert assembly.assembled(model, tmp_path).read_bytes() == WHOLE


@pytest.mark.parametrize("note", [b"", b"[]", b"\xff", b"{"])
def test_damaged_note_is_made_again(model, tmp_path, note):
    path = assembly.assembled(model, tmp_path)
    path.with_suffix(".json").write_bytes(note)
    assert assembly.assembled(model, tmp_path) == path
    assert assembly._is_noted(path, model)


def test_wrong_part_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path / "wrong")
    model = packaged(tmp_path / "wrong", [PARTS[0], b"B" * 1000, PARTS[2]])
    with pytest.raises(EngineUnavailable, match="do not hold the file that we know; reinstall"):
        assembly.assembled(model, tmp_path)
    assert leftovers(tmp_path) == []


def test_missing_part(model, tmp_path):
    (tmp_path / "packages" / "tiny_parts_2" / "data" / "part.bin").unlink()
    with pytest.raises(EngineUnavailable, match="model tiny is not whole"):
        assembly.assembled(model, tmp_path)
    assert leftovers(tmp_path) == []


def test_full_disk_leaves_nothing(model, tmp_path, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=r"No space left on device; make room.*L10N_CACHE"):
        assembly.assembled(model, tmp_path)
    assert leftovers(tmp_path) == []


def test_cache_that_is_a_file(model, tmp_path):
    (tmp_path / "cache").write_bytes(b"")
    with pytest.raises(FileError, match="could not be put together"):
        assembly.assembled(model, tmp_path / "cache")


def test_other_process_takes_too_long(model, tmp_path, monkeypatch):
    monkeypatch.setattr(assembly, "LOCK_TIMEOUT", 0.05)
    folder = tmp_path / "models"
    folder.mkdir()
    with (
        filelock.FileLock(folder / f"tiny-{model.sha256[:12]}.lock"),
        pytest.raises(LockedError, match="another process is putting the model together"),
    ):
        assembly.assembled(model, tmp_path)


def test_two_processes_make_one_file(model, tmp_path):
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=assembly.assembled, args=(model, tmp_path)) for _ in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
        assert worker.exitcode == 0
    path = assembly.assembled(model, tmp_path)
    assert path.read_bytes() == WHOLE
    assert len(leftovers(tmp_path)) == 2
