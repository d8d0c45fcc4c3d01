"""Files of a revision, read through git."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.errors import UsageError
from l10n.workflow import revisions
from tests.conftest import write_tree
from tests.git import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = write_tree(
        tmp_path / "repository",
        {"news/glossary/a.yml": "một", "news/glossary/b.yml": "hai", "news/other.txt": "ba"},
    )
    (root / "news/glossary/sub").mkdir()
    (root / "news/glossary/sub/c.yml").write_text("bốn", encoding="utf-8")
    commit(root)
    return root


def test_the_files_of_a_subfolder_at_a_revision(repository: Path) -> None:
    news = repository / "news"
    first = commit(repository)
    write_tree(repository, {"news/glossary/a.yml": "khác", "news/glossary/new.yml": "mới"})
    (news / "glossary/b.yml").unlink()
    commit(repository, "later")
    now, then = revisions.at(news, "HEAD"), revisions.at(news, first[:10])
    assert (then.prefix, then.commit) == ("news/", first)
    assert now.names("glossary") == ["a.yml", "new.yml"]
    assert then.names("glossary") == ["a.yml", "b.yml"]
    assert then.read(["glossary/a.yml", "glossary/none.yml", "glossary/b.yml"]) == {
        "glossary/a.yml": "một".encode(),
        "glossary/b.yml": b"hai",
    }
    assert then.names("nowhere") == []


def test_links_inside_the_repository_are_followed_and_others_cannot_be_had(
    repository: Path,
) -> None:
    folder = repository / "news/glossary"
    (folder / "near.yml").symlink_to("a.yml")
    (folder / "far.yml").symlink_to("/etc/hostname")
    (folder / "gone.yml").symlink_to("nothing.yml")
    (folder / "with space.yml").write_text("năm", encoding="utf-8")
    commit(repository)
    revision = revisions.at(repository / "news", "HEAD")
    paths = [f"glossary/{name}" for name in revision.names("glossary")]
    assert revision.read(paths) == {
        "glossary/a.yml": "một".encode(),
        "glossary/b.yml": b"hai",
        "glossary/near.yml": "một".encode(),
        "glossary/with space.yml": "năm".encode(),
    }


def test_a_folder_that_is_a_link_is_told(repository: Path) -> None:
    (repository / "linked").mkdir()
    (repository / "linked/glossary").symlink_to("../news/glossary")
    commit(repository)
    with pytest.raises(UsageError, match="glossary is no folder at HEAD"):
        revisions.at(repository / "linked", "HEAD").names("glossary")


@pytest.mark.parametrize(
    "name", ["nope", "--help", "-x", "", "HEAD:news", "HEAD~99", "a\0b", "a b"]
)
def test_what_is_no_revision(repository: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no revision"):
        revisions.at(repository / "news", name)


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", ".")
    with pytest.raises(UsageError, match="no revision 'HEAD' here; nothing is committed yet"):
        revisions.at(tmp_path, "HEAD")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="in no git repository; git init"):
        revisions.at(tmp_path, "HEAD")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed; install it"):
        revisions.at(tmp_path, "HEAD")


def test_a_git_that_fails_or_hangs(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "bin/git"
    write_tree(tmp_path, {"bin/git": "#!/bin/sh\necho 'fatal: odd thing' >&2\nexit 128\n"})
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:{os.environ['PATH']}")
    with pytest.raises(UsageError, match="git: odd thing"):
        revisions.at(repository, "HEAD")
    owner = "fatal: detected dubious ownership in repository at 'x'"
    fake.write_text(f'#!/bin/sh\necho "{owner}" >&2\nexit 128\n', encoding="utf-8")
    with pytest.raises(UsageError, match="belongs to somebody else; git config --global"):
        revisions.at(repository, "HEAD")
    fake.write_text("#!/bin/sh\nexec sleep 9\n", encoding="utf-8")
    monkeypatch.setattr(revisions, "TIMEOUT", 0.2)
    with pytest.raises(UsageError, match=r"git gave out: .* timed out"):
        revisions.at(repository, "HEAD")


def test_a_shallow_clone_says_how_to_get_more(repository: Path, tmp_path: Path) -> None:
    first = commit(repository)
    commit(repository, "later")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    shallow = tmp_path / "shallow"
    assert revisions.at(shallow / "news", "HEAD").names("glossary") == ["a.yml", "b.yml"]
    with pytest.raises(UsageError, match="the clone is shallow: git fetch --unshallow"):
        revisions.at(shallow / "news", first)


def test_a_partial_clone_fetches_nothing(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    source = f"file://{repository}"
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", source, "partial")
    revision = revisions.at(tmp_path / "partial", "HEAD")
    prefixed = replace(revision, prefix="news/")
    assert prefixed.names("glossary") == ["a.yml", "b.yml"]
    with pytest.raises(UsageError, match="git: could not fetch"):
        prefixed.read(["glossary/a.yml"])


def test_hooks_and_settings_of_another_repository_have_no_say(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_tree(tmp_path / "other", {"news/glossary/x.yml": "x"})
    commit(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    marker = tmp_path / "ran"
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
    program.chmod(0o755)
    config = repository / ".git/config"
    config.write_text(
        config.read_text(encoding="utf-8")
        + f"[core]\n\tfsmonitor = {program}\n\tpager = {program}\n\tsshCommand = {program}\n",
        encoding="utf-8",
    )
    assert revisions.at(repository / "news", "HEAD").names("glossary") == ["a.yml", "b.yml"]
    assert not marker.exists()


def test_bounds(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = revisions.at(repository / "news", "HEAD")
    monkeypatch.setattr(revisions, "MAX_BYTES", 4)
    with pytest.raises(UsageError, match=r"HEAD:glossary/a\.yml: larger than 4 bytes"):
        revision.read(["glossary/b.yml", "glossary/a.yml"])
    monkeypatch.setattr(revisions, "MAX_FILES", 1)
    with pytest.raises(UsageError, match="2 files at HEAD: more than 1"):
        revision.read(["glossary/b.yml", "glossary/a.yml"])
