"""The review in a real terminal."""

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Outcome

Call = Callable[..., Outcome]

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="needs tmux, which make test installs where it may"
)


class Terminal:
    """A tmux session of 80 by 24 cells."""

    def __init__(self, folder: Path) -> None:
        self.name = f"l10n-{uuid.uuid4().hex[:8]}"
        shell = f"{sys.executable} -m l10n review --as lan; echo ended with $?; sleep 60"
        size = ("-x", "80", "-y", "24")
        self.tmux("new-session", "-d", "-s", self.name, *size, "-c", str(folder), shell)

    def tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self.name, *arguments],
            env={**os.environ, "TERM": "screen-256color", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", "-t", self.name, *keys)

    def wait_for(self, text: str) -> str:
        for _ in range(100):
            screen = self.tmux("capture-pane", "-p", "-t", self.name)
            if text in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{text!r} never came; the screen shows:\n{screen}")

    def close(self) -> None:
        subprocess.run(["tmux", "-L", self.name, "kill-server"], timeout=20, check=False)


@pytest.fixture
def terminal(project: Path, l10n: Call) -> Iterator[Terminal]:
    l10n("extract")
    for unit in units(l10n):
        l10n("unit", "set", str(unit["unit"]), f"EN {unit['source']}", "--as", "kim")
        l10n("unit", "reject", str(unit["unit"]), "--comment", "again", "--as", "minh")
    opened = Terminal(project)
    yield opened
    opened.close()


def units(l10n: Call) -> list[dict[str, object]]:
    return list(json.loads(l10n("unit", "list", "--format", "json").out)["units"])


def states(l10n: Call) -> list[object]:
    return [unit["state"] for unit in units(l10n)]


def test_accept_edit_undo_and_leave(terminal: Terminal, l10n: Call) -> None:
    screen = terminal.wait_for("1/8")
    assert "Hội nghị thông tin đối ngoại" in screen
    assert "[a]ccept" in screen
    terminal.press("a")
    terminal.wait_for("2/8")
    assert states(l10n) == ["translated", *["draft"] * 7]
    terminal.press("e")
    terminal.wait_for("> EN Sáng")
    terminal.press(" và", "Enter")
    terminal.wait_for("3/8")
    edited = units(l10n)[1]
    assert str(edited["target"]).endswith(" và")
    assert edited["translator"] == "lan"
    terminal.press("u")
    terminal.wait_for("2/8")
    terminal.press("u")
    terminal.wait_for("1/8")
    assert states(l10n) == ["draft"] * 8
    terminal.press("n", "b", "p")
    terminal.wait_for("accept it first")
    terminal.press("n", "q")
    terminal.wait_for("ended with 0")
    assert states(l10n) == ["draft"] * 8
