"""Impact of a changed term at scale, against loading the same catalogs alone.

    python benchmarks/impact.py [--articles 300] [--units 34] [--everything]

Makes a project with about 10,000 units in a git repository, changes one concept that one unit in
ten contains (with `--everything`, all concepts), and prints seconds and how many times the bare
loading of all catalogs the search takes, in the same run; then the same for candidates.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from l10n.settings import find
from l10n.workflow import earlier
from l10n.workflow.candidates import candidates
from l10n.workflow.extract import extract
from l10n.workflow.impact import impact
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parent.parent
TERM = "Bộ Chính trị"


def article(number: int, units: int, words: list[str]) -> str:
    """An article of about `units` sentences, one in ten with the term."""
    chance = random.Random(number)

    def sentence() -> str:
        chosen = chance.choices(words, k=chance.randint(12, 32))
        if chance.random() < 0.1:
            chosen[chance.randrange(1, 10)] = TERM
        text = " ".join(chosen)
        return f"{text[0].upper()}{text[1:]} năm {chance.randint(1990, 2026)}."

    paragraphs = [" ".join(sentence() for _ in range(3)) for _ in range(units // 3)]
    head = f"---\ntitle: Bài viết số {number}\nlanguage: vi\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


def project(folder: Path, articles: int, units: int) -> Workspace:
    """A committed project with its catalogs."""
    prose = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "articles").glob("*.md"))
    words = [word for word in prose.split() if word.isalpha()]
    (folder / "articles").mkdir(parents=True)
    (folder / "l10n.yml").write_text("source: vi\ntargets: [en]\n", encoding="utf-8")
    shutil.copytree(ROOT / "glossary", folder / "glossary")
    for number in range(articles):
        text = article(number, units, words)
        (folder / "articles" / f"bai-{number}.md").write_text(text, encoding="utf-8")
    workspace = Workspace(find(project=folder))
    extract(workspace, workspace.project.slugs(), ["en"])
    environment = {
        **os.environ,
        **{
            f"GIT_{who}_{what}": "l10n"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    for call in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *call], cwd=folder, check=True, env=environment)
    return workspace


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--units", type=int, default=34)
    parser.add_argument("--everything", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        workspace = project(Path(name, "project"), given.articles, given.units)
        slugs = workspace.project.slugs()
        for path in workspace.project.glossary_files:
            text = path.read_text(encoding="utf-8")
            text = text.replace("    - Politburo\n", "    - Political Office\n    - Politburo\n")
            if given.everything:
                text = text.replace("\n- id: ", "\n- id: x-")
            path.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        loaded = [workspace.catalog(slug, "en") for slug in slugs]
        units = sum(len(catalog.units) for catalog in loaded if catalog)
        bare = time.perf_counter() - start
        fresh = Workspace(workspace.project)
        start = time.perf_counter()
        found = impact(fresh, earlier.at_revision(fresh, "HEAD"), slugs, ["en"])
        whole = time.perf_counter() - start
        counts = found.counts()
        start = time.perf_counter()
        terms = candidates(fresh, slugs)
        mining = time.perf_counter() - start
    print(f"{units} units in {len(slugs)} catalogs: loading {bare:.2f} s")
    print(
        f"impact      {whole:.2f} s, {whole / bare:.1f} times that: "
        f"{counts['concepts']} concepts, {counts['units']} units"
    )
    print(f"candidates  {mining:.2f} s, {mining / bare:.1f} times that: {len(terms)} found")


if __name__ == "__main__":
    main()
