"""How fast the terminal review opens, and how soon each key shows: `python benchmarks/review.py`.

Makes articles of 500 and of 2,000 units from the repository's own, drafts them with their
sources, and drives the program through Textual's pilot. Prints milliseconds; `open` is what
`l10n review` takes in a terminal of its own until its first unit is in sight, less what
`l10n status` does.
Of a key: until its first picture, until the last picture that it makes (the panels follow the
texts), and the processor time that the drawing thread takes for the first.
With words as arguments, only keys with one of them in their names, as `undo` or `typing`.
"""

from __future__ import annotations

import asyncio
import os
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from textual.screen import Screen

from l10n.model import State
from l10n.settings import find
from l10n.workflow import acts
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parents[1]
TIMES = 6
PAUSE = 0.25


@dataclass(frozen=True)
class Measured:
    """A key, or several of which each is measured, with what is pressed around it each time."""

    name: str
    keys: Sequence[str]
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    times: int = TIMES
    held: bool = False
    """Whether it is measured held down, too."""


TO_A_DRAFT = ("colon", *"200", "enter")

KEYS = (
    Measured("next unit", ["j"], times=30, held=True),
    Measured("previous unit", ["k"]),
    Measured("next that needs you", ["n"]),
    Measured("previous that needs you", ["b"]),
    Measured("page down", ["pagedown"]),
    Measured("page up", ["pageup"]),
    Measured("first, last", ["g", "G"]),
    Measured("jump: asks", ["colon"], after=["escape"]),
    Measured("jump: goes", ["enter"], before=["colon", "9", "9"], held=True),
    Measured("accept and next", ["a"], times=30, held=True),
    Measured("undo", ["u"] * 30, before=[*TO_A_DRAFT, *["a"] * 30], times=1, held=True),
    Measured("redo", ["U"], before=[*TO_A_DRAFT, "a", "u"], after=["u"]),
    Measured("edit", ["e"], after=["escape"]),
    Measured("typing", ["x"], before=["e"], times=1),
    Measured(
        "typing", list("The Politburo of the Party Central Committee met"), times=1, held=True
    ),
    Measured("leave", ["escape"], before=["x"], times=1),
    Measured("give up", ["ctrl+g"], before=["e", "x"]),
    Measured("accept what was typed", ["ctrl+s"], before=["e", "x"]),
    Measured("accept and edit next", ["ctrl+n"], before=["e", "x"], after=["escape"]),
    Measured("copy source", ["o"], after=["ctrl+g"]),
    Measured("insert term", ["1"], after=["ctrl+g"]),
    Measured("take match", ["f2"], before=["j"], after=["ctrl+g"]),
    Measured("draft again: asks", ["d"], after=["escape"]),
    Measured("comment: asks", ["c"], after=["escape"]),
    Measured("comment: done", ["enter"], before=["c", "o", "k"]),
    Measured("reject: asks", ["x"], after=["escape"]),
    Measured("replace: asks", ["percent_sign"], after=["escape"]),
    Measured("replace: typing", list("Hà Nội"), before=["percent_sign"], after=["escape"], times=2),
    Measured("filter: asks", ["slash"], after=["escape"]),
    Measured(
        "filter: typing", list("finding:numbers"), before=["slash"], after=["escape"], times=1
    ),
    Measured("filter: words", ["enter"], before=["slash", *"Chính"], after=["escape"]),
    Measured("filter: concept", ["enter"], before=["slash", *"concept:p"], after=["escape"]),
    Measured("filter: finding", ["enter"], before=["slash", *"finding:n"], after=["escape"]),
    Measured("filter: ends", ["escape"], before=["slash", *"Chính", "enter"]),
    Measured("order by risk, by place", ["s", "s"]),
    Measured("next panel", ["tab"]),
    Measured("scroll panel", ["J", "K"], before=["g"]),
    Measured("scroll source", ["alt+down", "alt+up"], before=["g"]),
    Measured("whole article: opens", ["v"], after=["q"]),
    Measured("whole article: moves", ["j", "space", "G"], before=["v"], after=["q"], times=4),
    Measured("other article: asks", ["A"], after=["escape"]),
    Measured("read again", ["ctrl+l"], after=["g"] * 10),
    Measured("dark, light", ["t", "t"], times=4),
    Measured("command palette", ["ctrl+p"], after=["escape"], times=4),
    Measured("help: opens", ["question_mark"], after=["escape"]),
    Measured("help: typing", list("undo"), before=["question_mark"], after=["escape"], times=3),
    Measured("review", ["r"], before=["g"], times=1),
    Measured("review", ["r"], times=TIMES),
    Measured("approve", ["p"], before=["g"], times=1),
    Measured("approve", ["p"], times=TIMES),
    Measured("reject: done", ["enter"], before=["x", "n", "o"]),
)


def project(folder: Path, units: int) -> Workspace:
    """A project with one article of so many units, all of them drafts."""
    (folder / "articles").mkdir(parents=True)
    shutil.copytree(ROOT / "glossary", folder / "glossary")
    (folder / "l10n.yml").write_text("source: vi\ntargets: [en]\nengine: none\n")
    sentences = [
        unit.source
        for path in sorted((ROOT / "articles").glob("*.md"))
        for unit in Workspace(find(ROOT)).cutting(path.stem).units
        if not unit.context
    ]
    long = ", ".join(sentence.rstrip(".") for sentence in sentences[:20])
    body = "\n\n".join(
        [long, *(f"Lần {n}: {sentences[n % len(sentences)]}" for n in range(1, units))]
    )
    (folder / "articles" / "a.md").write_text(f"---\nlanguage: vi\n---\n\n{body}\n")
    memory(folder / "memory" / "own.tmx", sentences)
    workspace = Workspace(find(folder))
    extract(workspace, ["a"], ["en"])
    with workspace.editing("a", "en") as catalog:
        for unit in catalog.units:
            target = f"[en] {unit.source}"
            catalog.replace(replace(unit, target=target, state=State.DRAFT, origin="local"))
    written = acts.act(workspace, "accept", workspace.translation("a", "en")[:100], "minh")
    # What is approved is in the memory; the others wait for a reviewer.
    acts.act(workspace, "approve", written[50:], "ha")
    return workspace


def memory(path: Path, sentences: Sequence[str]) -> None:
    """A TMX file with the sentences, so that there are matches to take."""
    units = "".join(
        f'<tu><tuv xml:lang="vi"><seg>{escape(s)}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{escape(f"[en] {s}")}</seg></tuv></tu>'
        for s in sentences
    )
    head = '<header srclang="vi" datatype="plaintext" segtype="sentence"/>'
    path.parent.mkdir()
    path.write_text(f'<tmx version="1.4">{head}<body>{units}</body></tmx>\n', encoding="utf-8")


def opening(folder: Path) -> float:
    """Seconds until the first unit is in sight, less those of `l10n status`; the least of five."""
    status = [sys.executable, "-m", "l10n", "status"]
    return min(in_sight(folder) for _ in range(5)) - timed(status, folder)


def in_sight(folder: Path) -> float:
    """Seconds that `l10n review` takes in a terminal of its own until it shows a target."""
    terminal, inner = pty.openpty()
    termios.tcsetwinsize(inner, (40, 120))
    command = [sys.executable, "-m", "l10n", "review", "a", "--as", "lan"]
    start, seen = time.perf_counter(), b""
    review = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color"},
        stdin=inner,
        stdout=inner,
        stderr=inner,
    )
    while b"[en] " not in seen:
        seen += os.read(terminal, 65536)
    taken = time.perf_counter() - start
    review.kill()
    review.wait()
    os.close(terminal)
    os.close(inner)
    return taken


def timed(command: list[str], folder: Path) -> float:
    """Seconds of a command, the least of five."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


Taken = tuple[float, float, float]
"""Seconds of a key: until its first picture, until its last one, processor time."""


class Hands:
    """Presses keys in a review that notes when it paints."""

    def __init__(self, workspace: Workspace, *, held: bool) -> None:
        from l10n.tui.app import ReviewApp

        painted = self.painted = list[tuple[float, float]]()

        class Watched(ReviewApp):
            def _display(self, screen: Screen[object], renderable: object) -> None:
                super()._display(screen, renderable)  # type: ignore[arg-type]
                if renderable is not None:
                    painted.append((time.perf_counter(), time.thread_time()))

        self.app = Watched(workspace, [("a", "en")], "lan")
        self.held = held

    def press(self, key: str) -> None:
        """As the terminal does."""
        from textual import events

        self.app.post_message(events.Key(key, key if len(key) == 1 else None))

    async def measured(self, key: str) -> list[Taken]:
        """Press a key, and wait for its pictures; empty where it changes nothing in sight."""
        self.painted.clear()
        start = time.perf_counter(), time.thread_time()
        self.press(key)
        while not self.painted:
            if time.perf_counter() > start[0] + 3:
                return []
            await asyncio.sleep(0)
        wall, own = self.painted[0]
        await asyncio.sleep(0.05 if self.held else PAUSE)
        return [(wall - start[0], self.painted[-1][0] - start[0], own - start[1])]

    async def all(self, keys: Sequence[Measured]) -> dict[str, list[Taken]]:
        """Every key as often as it is to be measured, by what it does."""
        times: dict[str, list[Taken]] = {}
        async with self.app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(1)
            for what in keys:
                for _ in range(what.times):
                    for key in what.before:
                        self.press(key)
                        await pilot.pause(0.05)
                    await pilot.pause(0.2 if what.before else 0)
                    for key in what.keys:
                        times.setdefault(what.name, []).extend(await self.measured(key))
                    for key in what.after:
                        self.press(key)
                        await pilot.pause(0.1)
        self.app.close_sittings()
        return times


def told(name: str, times: Sequence[Taken]) -> str:
    """A line of the table."""
    if not times:
        return f"{name:32} changes nothing"
    first, last, worked = (sorted(each) for each in zip(*times, strict=True))
    median, late, whole, own = (
        round(seconds * 1000)
        for seconds in (
            statistics.median(first),
            first[int(len(first) * 0.95)],
            statistics.median(last),
            statistics.median(worked),
        )
    )
    return f"{name:32} {median:5} {late:5} {whole:6} {own:6}"


def main(wanted: Sequence[str]) -> None:
    """Print the table."""
    keys = [key for key in KEYS if not wanted or any(word in key.name for word in wanted)]
    with tempfile.TemporaryDirectory() as name:
        if not wanted:
            folder = Path(name) / "500"
            project(folder, 500)
            print(f"500 units: open {opening(folder) * 1000:.0f} ms more than status")
        for held in (False, True):
            workspace = project(Path(name) / f"2000-{held}", 2000)
            print(f"\n2000 units, {'a key held down' if held else 'four keys a second'}, ms")
            print(f"{'':32}  shows   95%  whole  processor")
            chosen = [key for key in keys if key.held or not held]
            for what, times in asyncio.run(Hands(workspace, held=held).all(chosen)).items():
                print(told(what, times))


if __name__ == "__main__":
    main(sys.argv[1:])
