"""The records as they were at a revision of git, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.errors import UsageError
from l10n.workflow import revisions
from l10n.workflow.record import MAX_BYTES, SUFFIX
from l10n.workflow.workspace import Workspace

AT_ONCE = 200
"""Records that one call of git reads."""


class Committed:
    """Records by article and target language; they are asked for in order, and read in batches."""

    def __init__(self, revision: revisions.Revision | None, paths: Sequence[str]) -> None:
        self._revision = revision
        self._paths = paths
        self._place = {path: place for place, path in enumerate(paths)}
        self._read: dict[str, bytes] = {}

    def of(self, slug: str, language: str) -> bytes | None:
        """The record of a catalog as it stood there, or None; `UsageError` where git gives out."""
        path = _path(slug, language)
        if self._revision is None or path not in self._place:
            return None
        if path not in self._read:
            start = self._place[path]
            batch = self._paths[start : start + AT_ONCE]
            self._read = self._revision.read(batch, largest=MAX_BYTES)
        return self._read.get(path)


def at(workspace: Workspace, since: str | None, languages: Sequence[str]) -> Committed:
    """The records at a revision; without one at the last commit, if there is any.

    Raises `UsageError` for what git cannot give; outside git there is nothing to ask for.
    """
    root = workspace.project.root
    try:
        if since is None and not (_in_git(root) and revisions.has_commits(root)):
            return Committed(None, [])
        revision = revisions.at(root, since or "HEAD")
        found = sorted(
            (name.removesuffix(SUFFIX), language)
            for language in languages
            for name in revision.names(f"translations/{language}")
            if name.endswith(SUFFIX)
        )
    except UsageError as error:
        if since:
            error.remedy = "give another revision, or verify without --since"
        raise
    return Committed(revision, [_path(slug, language) for slug, language in found])


def _in_git(root: Path) -> bool:
    return any((folder / ".git").exists() for folder in (root, *root.parents))


def _path(slug: str, language: str) -> str:
    return f"translations/{language}/{slug}{SUFFIX}"
