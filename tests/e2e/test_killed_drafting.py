"""Drafting killed at any moment: catalogs are whole, and the next run goes on where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.model import State
from tests.conftest import call_program, write_tree
from tests.engines.services import Services

AT_ONCE = 2
SENTENCES = [f"Hội nghị lần thứ {n} khai mạc tại tỉnh số {n * 7}." for n in range(2, 32)]


@pytest.fixture
def newsroom(tmp_path: Path, services: Services) -> Path:
    services.pause = 0.04
    articles = {
        f"articles/a{n}.md": f"---\nlanguage: vi\n---\n\n{' '.join(SENTENCES[n::3])}\n"
        for n in range(3)
    }
    settings = services.settings("libretranslate", batch=1, concurrency=AT_ONCE, timeout=30)
    return write_tree(tmp_path / "newsroom", {"l10n.yml": settings, **articles})


def draft(newsroom: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "l10n", "draft"], cwd=newsroom,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip


def drafted(newsroom: Path) -> dict[str, str]:
    """The drafts by their sources; loading them fails for a file that is not whole."""
    found = {}
    for path in (newsroom / "translations/en").glob("*.po"):
        for unit in catalogs.load(path).units:
            if unit.state is State.DRAFT:
                found[unit.source] = unit.target
    return found


@pytest.mark.parametrize("moments", [[1, 9, 17], [4, 5, 6, 26]])
def test_sigkill_loses_nothing_and_nothing_is_done_twice(
    newsroom: Path, services: Services, moments: list[int]
) -> None:
    before: dict[str, str] = {}
    for moment in moments:
        child = draft(newsroom)
        end = time.monotonic() + 60
        while len(services.seen) < moment and child.poll() is None and time.monotonic() < end:
            time.sleep(0.005)
        child.send_signal(signal.SIGKILL)
        child.wait(30)
        now = drafted(newsroom)
        assert before.items() <= now.items()
        before = now
    done = call_program("draft", cwd=newsroom)
    assert done.code == 0, done.err
    after = drafted(newsroom)
    assert before.items() <= after.items()
    assert sorted(after) == sorted(SENTENCES)
    # Asked twice is at most what was on its way when it was killed.
    asked = Counter(body for _, body in services.seen)
    assert asked.total() <= len(SENTENCES) + AT_ONCE * len(moments)
    seen = len(services.seen)
    assert call_program("draft", cwd=newsroom).code == 0
    assert len(services.seen) == seen
