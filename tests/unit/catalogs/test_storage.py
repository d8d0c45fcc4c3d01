import errno
import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.errors import FileError, LockedError
from l10n.model import State, Unit


def new_catalog(path: Path, size: int = 3) -> catalogs.Catalog:
    catalog = catalogs.create(path, article=path.stem, source_language="vi", language="en")
    catalogs.refresh(catalog, [Unit(f"Câu số {n}.") for n in range(size)])
    catalogs.save(catalog)
    return catalog


def test_saving_equal_bytes_writes_nothing(tmp_path: Path) -> None:
    catalog = new_catalog(tmp_path / "en" / "a.po")
    before = catalog.path.stat()
    catalogs.save(catalog)
    after = catalog.path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_lines_are_known_after_saving(tmp_path: Path) -> None:
    catalog = new_catalog(tmp_path / "a.po")
    lines = catalog.path.read_text("utf-8").splitlines()
    assert [lines[u.line - 1] for u in catalog.units] == [f'msgid "Câu số {n}."' for n in range(3)]


def test_mode_and_symbolic_link_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "real.po", tmp_path / "link.po"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    catalogs.atomic_write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.po", "real.po"]


def test_a_new_file_has_the_user_s_usual_mode(tmp_path: Path) -> None:
    catalogs.atomic_write(tmp_path / "made" / "new", b"x")
    (tmp_path / "usual").touch()
    usual = (tmp_path / "usual").stat().st_mode
    assert (tmp_path / "made" / "new").stat().st_mode == usual


@pytest.mark.parametrize("call", ["os.fsync", "os.open", "pathlib.Path.replace"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch, call: str) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(call, full)
    with pytest.raises(FileError, match="No space left") as caught:
        catalogs.atomic_write(path, b"new")
    assert caught.value.exit_code == 4
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]


def test_what_cannot_be_written_is_a_file_error(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    for wrong in (tmp_path, path / "below", tmp_path / "a\0b"):
        with pytest.raises(FileError, match="cannot be written"):
            catalogs.atomic_write(wrong, b"new")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(FileError, match="read-only"):
        catalogs.atomic_write(path, b"new")
    assert path.read_bytes() == b"old"


def test_editing_saves_what_changed(tmp_path: Path) -> None:
    path = new_catalog(tmp_path / "a.po").path
    with catalogs.editing(path, locks=tmp_path / "locks") as catalog:
        catalog.replace(replace(catalog.units[0], target="x", state=State.TRANSLATED))
    assert catalogs.load(path).units[0].target == "x"
    before = path.stat().st_mtime_ns
    with catalogs.editing(path, locks=tmp_path / "locks"):
        pass
    assert path.stat().st_mtime_ns == before


def test_a_failed_edit_writes_nothing_and_frees_the_lock(tmp_path: Path) -> None:
    path = new_catalog(tmp_path / "a.po").path
    before = path.read_bytes()

    def fail() -> None:
        with catalogs.editing(path, locks=tmp_path) as catalog:
            catalog.replace(replace(catalog.units[0], target="x", state=State.TRANSLATED))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == before
    with catalogs.locked(path, locks=tmp_path, timeout=0):
        pass


def test_a_held_lock_is_told_and_other_catalogs_are_free(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    with catalogs.locked(path, locks=tmp_path / "locks"):
        with (
            pytest.raises(LockedError, match=r"0\.05 seconds"),
            catalogs.locked(path, locks=tmp_path / "locks", timeout=0.05),
        ):
            pass
        with catalogs.locked(tmp_path / "b.po", locks=tmp_path / "locks", timeout=0):
            pass


def test_a_lock_that_cannot_be_made_is_a_file_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(FileError, match="cannot be locked"),
        catalogs.locked(tmp_path / "a.po", locks=tmp_path / "file"),
    ):
        pass


def test_a_killed_process_holds_no_lock(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from l10n import catalogs
        with catalogs.locked(Path(sys.argv[1]) / "a.po", locks=Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(60)
        """
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        process.kill()
    with catalogs.locked(tmp_path / "a.po", locks=tmp_path, timeout=5):
        pass


EDITS = textwrap.dedent(
    """
    import sys
    from dataclasses import replace
    from pathlib import Path
    from l10n import catalogs
    from l10n.model import State
    path, locks, me, edits = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    for n in range(edits):
        with catalogs.editing(path, locks=locks) as catalog:
            own = catalog.units[2 * (n % 20) + int(me)]
            catalog.replace(replace(own, target=f"{me}-{n}", state=State.TRANSLATED))
            shared = catalog.units[-1]
            count = int(shared.target or 0) + 1
            catalog.replace(replace(shared, target=str(count), state=State.TRANSLATED))
    """
)


def test_two_processes_never_lose_each_other_s_work(tmp_path: Path) -> None:
    edits = int(os.environ.get("L10N_TEST_EDITS", "40"))
    path = new_catalog(tmp_path / "a.po", 41).path
    call = [sys.executable, "-c", EDITS, str(path), str(tmp_path / "locks")]
    both = [subprocess.Popen([*call, me, str(edits)]) for me in "01"]
    assert [process.wait(120) for process in both] == [0, 0]
    units = catalogs.load(path).units
    assert units[-1].target == str(2 * edits)
    for me in (0, 1):
        for k in range(20):
            last = max(n for n in range(edits) if n % 20 == k)
            assert units[2 * k + me].target == f"{me}-{last}"
