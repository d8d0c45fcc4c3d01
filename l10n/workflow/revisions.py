"""Files as they stood at a revision, read through the `git` program offline."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import UsageError

MAX_BYTES = 10_000_000
"""Size of the largest file that is read."""
MAX_FILES = 2_000
TIMEOUT = 60
"""Seconds for one call of git."""

_SAFE = (
    "--no-pager", "--literal-pathspecs",
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
)  # fmt: skip
"""No pager, no hook, no program of the repository's own, and nothing from the network."""
# A hook sets these for its own repository, which need not be the project's.
_INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository that a project stands in."""

    folder: Path
    """The project's folder."""
    name: str
    """As it was asked for, e.g. `HEAD~3`."""
    commit: str
    """Its hash."""
    prefix: str
    """The project's folder within the repository: "" or a path that ends in `/`."""

    def names(self, folder: str) -> list[str]:
        """Names of the files in one folder of the project, by name; empty where it is not there.

        Raises `UsageError` where the folder's files stand somewhere else: it is a link or a
        repository of its own.
        """
        place = self.prefix + folder
        itself = self._entries(place)
        if not itself:
            return []
        if not itself[0].startswith("040000 "):
            raise UsageError(f"{folder} is no folder at {self.name}")
        entries = (entry.split("\t", 1) for entry in self._entries(f"{place}/"))
        names = [path.rpartition("/")[2] for what, path in entries if " blob " in what]
        return sorted(name for name in names if "\n" not in name)

    def read(self, paths: Sequence[str], largest: int | None = None) -> dict[str, bytes]:
        """What stood in these files of the project; those that cannot be had are left out.

        Links inside the repository are followed. Raises `UsageError` for what is too large.
        """
        if len(paths) > MAX_FILES:
            raise UsageError(f"{len(paths)} files at {self.name}: more than {MAX_FILES}")
        asked = "".join(f"{self.commit}:{self.prefix}{path}\n" for path in paths).encode()
        sizes = _git(self.folder, "cat-file", "--batch-check", "--follow-symlinks", given=asked)
        self._refuse_large(paths, sizes, largest or MAX_BYTES)
        answer = _git(self.folder, "cat-file", "--batch", "--follow-symlinks", given=asked)
        return _contents(paths, answer)

    def hashes(self, places: Sequence[str]) -> dict[str, str]:
        """Git's hash of each file in these folders and files of the project, by path.

        A link, or a repository of its own, has none, "".
        """
        asked = [self.prefix + place for place in places]
        listing = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", self.commit, "--", *asked)
        entries = (entry.split("\t", 1) for entry in os.fsdecode(listing).split("\0") if entry)
        return {
            path.removeprefix(self.prefix): what.split(" ")[2] if what.startswith("100") else ""
            for what, path in entries
        }

    def doubtful(self, places: Sequence[str]) -> set[str]:
        """The files in these folders that may hold something else now, by git's index.

        It knows a file by size, times and inode, as `git status` does. A file that git was told
        not to look at is doubtful, too.
        """
        options = ("-z", "--name-only", "--no-renames", "--ignore-submodules", self.commit)
        listing = _git(self.folder, "diff-index", *options, "--", *places)
        found = {*os.fsdecode(listing).split("\0")}
        flags = _git(self.folder, "ls-files", "-v", "-z", "--full-name", "--", *places)
        marked = (entry.split(" ", 1) for entry in os.fsdecode(flags).split("\0") if entry)
        found |= {path for flag, path in marked if flag != "H"}
        return {path.removeprefix(self.prefix) for path in found if path}

    def _entries(self, place: str) -> list[str]:
        listing = _git(self.folder, "ls-tree", "-z", "--full-tree", self.commit, "--", place)
        return [entry for entry in os.fsdecode(listing).split("\0") if entry]

    def _refuse_large(self, paths: Sequence[str], sizes: bytes, largest: int) -> None:
        for path, line in zip(paths, sizes.splitlines(), strict=False):
            size = line.rpartition(b" ")[2]
            if size.isdigit() and int(size) > largest:
                raise UsageError(f"larger than {largest:,} bytes", file=f"{self.name}:{path}")


def at(folder: Path, revision: str) -> Revision:
    """The `revision` of the repository around `folder`.

    Raises `UsageError` where there is no git, no repository, or no such revision.
    """
    prefix = os.fsdecode(_git(folder, "rev-parse", "--show-prefix")).removesuffix("\n")
    try:
        commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError:
        raise UsageError(
            f"no revision {revision!r} here", remedy=_how_to_get(folder, revision)
        ) from None
    return Revision(folder, revision, commit.decode().strip(), prefix)


def has_commits(folder: Path) -> bool:
    """Whether there is a commit on the branch; `UsageError` where there is no repository."""
    return bool(_git(folder, "rev-list", "-n", "1", "--ignore-missing", "HEAD"))


def _how_to_get(folder: Path, revision: str) -> str:
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return "the clone is shallow: git fetch --unshallow, or fetch-depth: 0 of actions/checkout"
    if revision == "HEAD":
        return "nothing is committed yet: git commit"
    return "git log --oneline shows them"


def _contents(paths: Sequence[str], answer: bytes) -> dict[str, bytes]:
    """The files of a `cat-file --batch`; before each goes a line that ends in kind and size.

    A link that leads nowhere has a kind of its own, and what is not there has no size.
    """
    found: dict[str, bytes] = {}
    start = 0
    for path in paths:
        end = answer.index(b"\n", start)
        head, start = answer[start:end], end + 1
        if head.endswith(b" missing"):
            continue
        kind, size = head.split(b" ")[-2:]
        if kind == b"blob":
            found[path] = answer[start : start + int(size)]
        start += int(size) + 1
    return found


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says; `UsageError` where it fails."""
    environment: Mapping[str, str] = {
        **{k: v for k, v in os.environ.items() if k not in _INHERITED},
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
    try:
        done = subprocess.run(  # noqa: S603 - every argument is ours or stands after an end mark
            ["git", *_SAFE, *arguments],  # noqa: S607 - the git that the person uses
            cwd=folder,
            input=given,
            env=environment,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("git is not installed", remedy="install it") from None
    except ValueError:
        raise UsageError(f"{arguments[-1]!r} is no revision") from None
    except (OSError, subprocess.SubprocessError) as error:
        raise UsageError(f"git gave out: {error}") from None
    if done.returncode:
        raise _refused(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _refused(message: str) -> UsageError:
    lines = message.strip().splitlines() or ["it failed"]
    first = next((line for line in lines if line.startswith("fatal: ")), lines[0])
    first = first.removeprefix("fatal: ")
    if first.startswith("not a git repository"):
        return UsageError("the project is in no git repository", remedy="git init")
    if first.startswith("detected dubious ownership"):
        remedy = "git config --global --add safe.directory DIR says that you trust it"
        return UsageError("the repository belongs to somebody else", remedy=remedy)
    return UsageError(f"git: {first[:300]}")
