"""The review in a real terminal: used, killed, refused."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n.settings import find
from l10n.workflow.workspace import Workspace
from tests.conftest import Outcome, call_program
from tests.engines.services import Services
from tests.tui.conftest import drafted

Call = Callable[..., Outcome]

needs_tmux = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="needs tmux, which make test installs where it may"
)


class Terminal:
    """A tmux session with the review in it."""

    def __init__(self, folder: Path, width: int = 80, height: int = 24) -> None:
        self.name = f"l10n-{uuid.uuid4().hex[:8]}"
        shell = f"{sys.executable} -m l10n review --as lan; echo ended with $?; sleep 60"
        size = ("-x", str(width), "-y", str(height))
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

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-t", self.name, "-l", text)

    def wait_for(self, text: str) -> str:
        for _ in range(150):
            screen = self.tmux("capture-pane", "-p", "-t", self.name)
            if text in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{text!r} never came; the screen shows:\n{screen}")

    def kill(self) -> None:
        """As a machine that goes down: the program gets no word of it."""
        shell = int(self.tmux("list-panes", "-t", self.name, "-F", "#{pane_pid}"))
        told = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(shell)], capture_output=True, text=True, check=True
        )
        os.kill(int(told.stdout.split()[0]), signal.SIGKILL)

    def close(self) -> None:
        subprocess.run(["tmux", "-L", self.name, "kill-server"], timeout=20, check=False)


@pytest.fixture(params=[(80, 24), (140, 40)], ids=["80x24", "140x40"])
def terminal(project: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    drafted(project)
    opened = Terminal(project, *request.param)
    yield opened
    opened.close()


def units(project: Path) -> list[dict[str, object]]:
    done = call_program("unit", "list", "--format", "json", cwd=project)
    return list(json.loads(done.out)["units"])


def until(true: Callable[[], object]) -> None:
    for _ in range(60):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("it never came")


@needs_tmux
def test_accept_edit_undo_and_leave(terminal: Terminal, project: Path) -> None:
    screen = terminal.wait_for("Conference on external information")
    assert "Hội nghị thông tin đối ngoại" in screen
    assert "1/8" in screen
    terminal.press("a")
    terminal.wait_for("2/8")
    until(lambda: [u["state"] for u in units(project)] == ["translated", *["draft"] * 7])
    terminal.press("e")
    terminal.type(" và 中文, кириллица")
    terminal.press("Enter")
    terminal.wait_for("3/8")
    until(lambda: units(project)[1]["translator"] == "lan")
    assert str(units(project)[1]["target"]).endswith(" và 中文, кириллица")
    terminal.press("u", "u")
    terminal.wait_for("1/8")
    terminal.press("n", "r")
    terminal.wait_for("is draft")
    terminal.press("q")
    terminal.wait_for("ended with 0")
    assert [u["state"] for u in units(project)] == ["draft"] * 8


@needs_tmux
def test_a_kill_loses_no_act_and_no_text(terminal: Terminal, project: Path) -> None:
    terminal.wait_for("1/8")
    terminal.press("a")
    terminal.wait_for("2/8")
    terminal.press("e")
    terminal.type(" chưa xong")
    terminal.wait_for("not accepted")
    time.sleep(1)
    terminal.kill()
    terminal.wait_for("ended with 137")
    assert units(project)[0]["state"] == "translated"
    again = Terminal(project)
    try:
        again.wait_for("chưa")
        again.wait_for("not accepted")
        again.press("q")
        again.wait_for("ended with 0")
        again.wait_for("offered again")
    finally:
        again.close()


def test_no_terminal_and_no_name_are_one_line(project: Path, l10n: Call) -> None:
    drafted(project)
    done = call_program("review", "--as", "lan", cwd=project)
    assert done.code == 2
    assert "this is no terminal; l10n unit does the same acts by script" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("prepare", "environment", "arguments", "code", "told"),
    [
        (True, {"TERM": "dumb"}, ["--as", "lan"], 2, "the terminal is TERM=dumb"),
        (True, {"TERM": "xterm"}, [], 2, "nobody signs this act"),
        (False, {"TERM": "xterm"}, ["--as", "lan"], 2, "nothing is drafted yet"),
        (True, {"TERM": "xterm"}, ["khong-co", "--as", "lan"], 4, "khong-co"),
    ],
)
def test_what_cannot_be_reviewed_is_one_line(
    project: Path,
    prepare: bool,
    environment: dict[str, str],
    arguments: list[str],
    code: int,
    told: str,
) -> None:
    if prepare:
        drafted(project)
    assert find(project).slugs() == ["hoi-nghi"]
    said, ended = on_a_terminal(project, arguments, environment)
    assert told in said
    assert said.strip().count("\n") == 0
    assert ended == code


def test_all_approved_is_nothing_to_review(project: Path) -> None:
    workspace = drafted(project)
    ids = [unit.id for unit in Workspace(workspace.project).translation("hoi-nghi", "en")]
    for act, who in (("accept", "lan"), ("approve", "ha")):
        assert call_program("unit", act, *ids, "--as", who, cwd=project).code == 0
    said, ended = on_a_terminal(project, ["--as", "lan"], {"TERM": "xterm"})
    assert (ended, "Nothing to review" in said) == (0, True)


def test_a_broken_glossary_ends_the_review_with_one_line(project: Path) -> None:
    drafted(project)
    (project / "glossary" / "broken.yml").write_text("- id: [\n", encoding="utf-8")
    said, ended = on_a_terminal(project, ["--as", "lan"], {"TERM": "xterm"})
    last = said.strip().splitlines()[-1]
    assert "glossary/broken.yml:2: is not YAML" in last
    assert "Traceback" not in said
    assert ended == 2


def on_a_terminal(
    project: Path, arguments: list[str], environment: dict[str, str]
) -> tuple[str, int]:
    """What `l10n review` says on a terminal of the system, and how it ends."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "review", *arguments],
        cwd=project,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **environment},
    )
    os.close(theirs)
    said = b""
    try:
        while chunk := os.read(ours, 4096):
            said += chunk
    except OSError:  # Linux says so when the other end is closed.
        pass
    os.close(ours)
    return said.decode(), process.wait(timeout=20)


@needs_tmux
def test_who_leaves_does_not_wait_for_an_engine(
    make_project: Callable[..., Path], services: Services
) -> None:
    services.pause = 60
    told = services.settings("libretranslate", timeout=60)
    project = drafted(make_project({"l10n.yml": told})).project.root
    opened = Terminal(project)
    try:
        opened.wait_for("1/8")
        opened.press("a", "d")
        opened.wait_for("Draft again with")
        opened.press("Enter")
        until(lambda: services.seen)
        opened.press("q")
        opened.wait_for("ended with 0")
        assert units(project)[0]["state"] == "translated"
    finally:
        opened.close()
