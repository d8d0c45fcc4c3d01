"""Status and check at scale, against translate-toolkit's pocount in the same run.

    python benchmarks/status.py [--articles 3000] [--units 30] [--keep DIR] [--check]

Needs `pocount` and `pofilter` on the PATH: `pip install translate-toolkit`, in any environment.
Makes a project with a catalog for each article, in which every state occurs, in a git repository.
Prints what the first and the second `l10n status` take beside pocount over the same catalogs, and
what `l10n check` of one changed article takes more than in a project of one article. With
`--check`, also what a first and a second `l10n check` of everything take beside pofilter.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from l10n import catalogs
from l10n.model import State, Unit
from l10n.settings import find
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parent.parent
STATES = (State.UNTRANSLATED, State.DRAFT, State.TRANSLATED, State.REVIEWED, State.APPROVED)
GIT = ("git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")


def article(number: int, units: int, words: list[str]) -> str:
    """An article of a title, a lead and sentences, three in a paragraph."""
    chance = random.Random(number)

    def sentence() -> str:
        chosen = " ".join(chance.choices(words, k=chance.randint(12, 32)))
        return f"{chosen[0].upper()}{chosen[1:]} năm {chance.randint(1990, 2026)}."

    sentences = [sentence() for _ in range(units - 2)]
    body = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, units - 2, 3))
    head = f"---\ntitle: Bài viết số {number}\nlanguage: vi\nlead: {sentence()}\n---\n\n"
    return f"{head}{body}\n"


def translated(unit: Unit, state: State, words: list[str]) -> Unit:
    """The unit with a made-up translation of its length, in this state."""
    if state is State.UNTRANSLATED:
        return unit
    chance = random.Random(unit.id)
    chosen = " ".join(chance.choices(words, k=len(unit.source.split()) - 2))
    people = {"translator": "lan", "reviewer": "minh", "approver": "ha"}
    if state in (State.DRAFT, State.TRANSLATED):
        people = {}
    target = f"{chosen.capitalize()} in {unit.source.rstrip('.').split()[-1]}."
    return replace(unit, target=target, state=state, origin="local", **people)


def project(folder: Path, articles: int, units: int) -> Path:
    """A project of so many articles with their catalogs, committed."""
    prose = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "articles").glob("*.md"))
    words = [word for word in prose.split() if word.isalpha()]
    english = [w for w in (ROOT / "README.md").read_text(encoding="utf-8").split() if w.isalpha()]
    (folder / "articles").mkdir(parents=True)
    settings = "source: vi\ntargets: [en]\nengine: none\n"
    (folder / "l10n.yml").write_text(settings, encoding="utf-8")
    (folder / ".gitignore").write_text(".l10n/\n", encoding="utf-8")
    shutil.copytree(ROOT / "glossary", folder / "glossary")
    for number in range(articles):
        text = article(number, units, words)
        (folder / "articles" / f"bai-{number}.md").write_text(text, encoding="utf-8")
    workspace = Workspace(find(project=folder))
    slugs = workspace.project.slugs()
    extract(workspace, slugs, ["en"])
    for slug in slugs:
        catalog = catalogs.load(workspace.project.catalog(slug, "en"))
        for number, unit in enumerate(catalog.units):
            catalog.replace(translated(unit, STATES[number % len(STATES)], english))
        catalogs.save(catalog)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "all")):
        subprocess.run([*GIT, *command], cwd=folder, check=True)
    shutil.rmtree(folder / ".l10n", ignore_errors=True)
    return folder


class Taken(NamedTuple):
    """What a command takes."""

    seconds: float
    work: float
    """Seconds of all processors together, which a busy machine changes less."""


def timed(folder: Path, *command: str, times: int = 1) -> Taken:
    """What a command takes, the least of so many times."""
    taken = []
    for _ in range(times):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        taken.append(Taken(seconds, work))
        if done.returncode not in (0, 1):
            sys.exit(done.stderr.decode())
    return Taken(*map(min, zip(*taken, strict=True)))


def checked(large: Path, check: tuple[str, ...]) -> None:
    """Print what checking everything takes."""
    with tempfile.TemporaryDirectory() as name:
        filtering = ("pofilter", "--progress=none", "translations", f"{name}/found")
        pofilter = timed(large, *filtering)
    shutil.rmtree(large / ".l10n", ignore_errors=True)
    print("\n| | seconds | of pofilter | work | of pofilter | at most |\n|---|--:|--:|--:|--:|--:|")
    for name, (seconds, work), most in (
        ("pofilter", pofilter, ""), ("l10n check, first run", timed(large, *check), "0.5"),
        ("l10n check, second run", timed(large, *check), ""),
    ):  # fmt: skip
        shares = f"{seconds / pofilter.seconds:.3f} | {work:.2f} | {work / pofilter.work:.3f}"
        print(f"| {name} | {seconds:.2f} | {shares} | {most} |")


def report(large: Path, small: Path, *, everything: bool) -> None:
    """Print the tables."""
    program = (sys.executable, "-m", "l10n")
    status, check = (*program, "status"), (*program, "check")
    pocount = timed(large, "pocount", "--short", "translations", times=2)
    first = timed(large, *status)
    second = timed(large, *status, times=3)
    print("| | seconds | of pocount | work | of pocount | at most |\n|---|--:|--:|--:|--:|--:|")
    for name, (seconds, work), most in (
        ("pocount", pocount, ""), ("l10n status, first run", first, "1"),
        ("l10n status, second run", second, "0.1"),
    ):  # fmt: skip
        shares = f"{seconds / pocount.seconds:.3f} | {work:.2f} | {work / pocount.work:.3f}"
        print(f"| {name} | {seconds:.2f} | {shares} | {most} |")
    if everything:
        checked(large, (*program, "check"))
    for folder in (small, large):
        with (folder / "articles" / "bai-0.md").open("a", encoding="utf-8") as file:
            file.write("\nThêm một câu về nông thôn mới năm 2025.\n")
    print("\n| | seconds | more than start-up | work | more than start-up |\n|---|--:|--:|--:|--:|")
    start = timed(large, *program, "--help", times=3)
    print(f"| l10n --help | {start.seconds:.2f} | | {start.work:.2f} | |")
    for words in (("bai-0",), ("--since", "HEAD")):
        for name, folder in (("one article", small), ("all articles", large)):
            seconds, work = timed(folder, *check, *words, times=3)
            call = f"l10n check {' '.join(words)}, {name}"
            more = (seconds - start.seconds, work - start.work)
            print(f"| {call} | {seconds:.2f} | {more[0]:.2f} | {work:.2f} | {more[1]:.2f} |")


def main() -> None:
    """Make the projects, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--units", type=int, default=30)
    parser.add_argument("--check", action="store_true", help="check everything too")
    parser.add_argument("--keep", type=Path, help="a folder for the projects, used again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        for size, count in (("large", given.articles), ("small", 1)):
            if not (folder / size).exists():
                project(folder / size, count, given.units)
        print(f"{given.articles} articles of {given.units} units\n")
        time.sleep(3)  # what has only just been written is not remembered
        report(folder / "large", folder / "small", everything=given.check)


if __name__ == "__main__":
    main()
