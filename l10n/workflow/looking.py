"""What stands in the files of an article that is open, and whether they were written since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from l10n.model import Unit
from l10n.workflow.workspace import Cutting, Workspace

Seen = tuple[tuple[int, int, int], tuple[int, int, int]]
"""Of catalog and article, what differs when they were written."""


@dataclass(frozen=True, slots=True)
class Read:
    """What stood in the files."""

    seen: Seen
    cutting: Cutting
    units: list[Unit]
    submitted: int = 0
    """How many acts had been handed to the writer by then."""


def read(workspace: Workspace, slug: str, language: str, submitted: int = 0) -> Read:
    """Raises what loading an article and a catalog raise."""
    seen = signatures(workspace, slug, language)
    cutting = workspace.cutting(slug)
    return Read(seen, cutting, workspace.translation(slug, language, cutting), submitted)


def signatures(workspace: Workspace, slug: str, language: str) -> Seen:
    """See `Seen`."""
    project = workspace.project
    return signature(project.catalog(slug, language)), signature(project.article(slug))


def signature(path: Path) -> tuple[int, int, int]:
    """What differs when a file was written; zeros where there is none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_mtime_ns, status.st_size, status.st_ino
