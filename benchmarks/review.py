"""How fast the terminal review opens, and how soon a key shows: `python benchmarks/review.py`.

Makes articles of 500 and of 2,000 units from the repository's own, drafts them with their
sources, and drives the program through Textual's pilot. Prints milliseconds; `open` is what the
review takes in a process of its own until its first screen stands, less what `l10n status` takes.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from l10n.model import State
from l10n.settings import find
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parents[1]
KEYS = {
    "next unit": ["j"] * 60,
    "accept and next": ["a"] * 60,
    "undo": ["u"] * 40,
    "typing": ["e", *"The Politburo of the Party Central Committee met in Hanoi", "ctrl+g"],
}


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
    body = "\n\n".join(f"Lần {n}: {sentences[n % len(sentences)]}" for n in range(units))
    (folder / "articles" / "a.md").write_text(f"---\nlanguage: vi\n---\n\n{body}\n")
    workspace = Workspace(find(folder))
    extract(workspace, ["a"], ["en"])
    with workspace.editing("a", "en") as catalog:
        for unit in catalog.units:
            target = f"[en] {unit.source}"
            catalog.replace(replace(unit, target=target, state=State.DRAFT, origin="local"))
    return workspace


def opening(folder: Path) -> float:
    """Seconds that opening takes more than `l10n status`; the least of five."""
    program = (
        "import asyncio, sys; from pathlib import Path; from l10n.settings import find;"
        "from l10n.workflow.workspace import Workspace; from l10n.tui.app import ReviewApp\n"
        "async def main():\n"
        "    app = ReviewApp(Workspace(find(Path())), [('a', 'en')], 'lan')\n"
        "    async with app.run_test(size=(120, 40)): pass\n"
        "asyncio.run(main())"
    )
    review = timed([sys.executable, "-c", program], folder)
    return review - timed([sys.executable, "-m", "l10n", "status"], folder)


def timed(command: list[str], folder: Path) -> float:
    """Seconds of a command, the least of five."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


async def pressing(workspace: Workspace, pause: float) -> dict[str, list[float]]:
    """Seconds from a key to its first picture, by what it does."""
    from textual import events

    from l10n.tui.app import ReviewApp

    painted: list[float] = []

    class Watched(ReviewApp):
        def _display(self, *arguments: object, **named: object) -> None:
            super()._display(*arguments, **named)  # type: ignore[arg-type]
            painted.append(time.perf_counter())

    app = Watched(workspace, [("a", "en")], "lan")
    times: dict[str, list[float]] = {name: [] for name in KEYS}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1)
        for name, keys in KEYS.items():
            for key in keys:
                painted.clear()
                start = time.perf_counter()
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                while not painted:
                    await asyncio.sleep(0)
                times[name].append(painted[0] - start)
                await asyncio.sleep(pause)
    app.close_sittings()
    return times


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        for units in (500, 2000):
            folder = Path(name) / str(units)
            workspace = project(folder, units)
            if units == 500:
                print(f"{units} units: open {opening(folder) * 1000:.0f} ms more than status")
            for pause, hands in ((0.25, "four keys a second"), (0.05, "a key held down")):
                for what, times in asyncio.run(pressing(workspace, pause)).items():
                    print(
                        f"{units} units, {hands}: {what}: "
                        f"median {statistics.median(times) * 1000:.0f} ms, "
                        f"95 % under {sorted(times)[int(len(times) * 0.95)] * 1000:.0f} ms"
                    )


if __name__ == "__main__":
    main()
