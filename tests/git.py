"""A git repository for tests: the real program, nobody's settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "lan",
    "GIT_AUTHOR_EMAIL": "lan@example.org",
    "GIT_COMMITTER_NAME": "lan",
    "GIT_COMMITTER_EMAIL": "lan@example.org",
}


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "as it is") -> str:
    """Commit all that is in `folder`, in a new repository if there is none; gives the hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", ".")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")
