"""Extraction at scale, against mdpo in the same run.

    python benchmarks/extract.py [--articles 3000] [--units 30]

Needs `pip install mdpo`, which does not segment. Prints the ratio of the first extraction to
mdpo's over the same files (at most 3), and of an unchanged second one to the first (at most 0.25).
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
MDPO = """
import sys
from pathlib import Path
from mdpo.md2po import markdown_to_pofile
source, target = Path(sys.argv[1]), Path(sys.argv[2])
target.mkdir()
for path in sorted(source.glob("*.md")):
    markdown_to_pofile(str(path), save=True, po_filepath=str(target / (path.stem + ".po")))
"""


def article(number: int, units: int, words: list[str]) -> str:
    """An article of about `units` sentences, three in a paragraph."""
    chance = random.Random(number)

    def sentence() -> str:
        chosen = " ".join(chance.choices(words, k=chance.randint(12, 32)))
        return f"{chosen[0].upper()}{chosen[1:]} năm {chance.randint(1990, 2026)}."

    paragraphs = [" ".join(sentence() for _ in range(3)) for _ in range((units - 2) // 3)]
    head = f"---\ntitle: Bài viết số {number}\nlanguage: vi\nlead: {sentence()}\n---\n\n"
    return head + "\n\n".join(paragraphs) + "\n"


def timed(*command: str) -> float:
    """Seconds that a command takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print both ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--units", type=int, default=30)
    given = parser.parse_args()
    prose = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "articles").glob("*.md"))
    words = [word for word in prose.split() if word.isalpha()]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        (project / "articles").mkdir(parents=True)
        (project / "l10n.yml").write_text("source: vi\ntargets: [en]\n", encoding="utf-8")
        (project / "glossary").symlink_to(ROOT / "glossary")
        for number in range(given.articles):
            text = article(number, given.units, words)
            (project / "articles" / f"bai-{number}.md").write_text(text, encoding="utf-8")
        extract = (sys.executable, "-m", "l10n", "--project", str(project), "--quiet", "extract")
        mdpo = timed(sys.executable, "-c", MDPO, str(project / "articles"), f"{folder}/mdpo")
        first, second = timed(*extract), timed(*extract)
    print(f"{given.articles} articles of {given.units} units")
    print(f"mdpo           {mdpo:7.1f} s")
    print(f"first extract  {first:7.1f} s   {first / mdpo:.2f} of mdpo (at most 3)")
    print(f"second extract {second:7.1f} s   {second / first:.3f} of the first (at most 0.25)")


if __name__ == "__main__":
    main()
