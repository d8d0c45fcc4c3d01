"""How many of the glossary's terms an engine keeps, judged as drafts are judged.

    python benchmarks/terms.py [--engine local] [--model gemma3-270m] [--bare] [--units 40] [FILE]

FILE has a Vietnamese source a line; without it, the sentences of `tests/quality/official` are
taken. `--bare` gives the engine no terms. Prints the share of occurrences with verdict `ok`, the
terms that are lost and not flagged as high risk (there must be none), and seconds a sentence.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from l10n.model import Risk, VerdictKind
from l10n.settings import find
from l10n.workflow.translate import drafts
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parent.parent
SENTENCES = ROOT / "tests/quality/official/vi.txt"


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path, default=SENTENCES)
    options.add_argument("--engine", default="local")
    options.add_argument("--model", default="")
    options.add_argument("--units", type=int, default=1000)
    options.add_argument("--bare", action="store_true")
    options.add_argument("--show", action="store_true")
    given = options.parse_args()
    project = find(project=ROOT)
    if given.model:
        engines = {**project.settings.engines, given.engine: {"model": given.model}}
        project = replace(project, settings=replace(project.settings, engines=engines))
    sources = given.file.read_text(encoding="utf-8").splitlines()[: given.units]
    verdicts: Counter[str] = Counter()
    unflagged = failed = 0
    begun = time.perf_counter()
    for unit, judged, _ in drafts(
        Workspace(project), sources, "en", engine=given.engine, terms=not given.bare
    ):
        failed += not unit.target
        verdicts.update(v.verdict for v in judged)
        wrong = [v for v in judged if v.verdict is not VerdictKind.OK]
        unflagged += len(wrong) if unit.risk is not Risk.HIGH else 0
        if given.show:
            print(unit.risk, ",".join(unit.reasons), unit.source, unit.target, sep="\n  ")
    taken = time.perf_counter() - begun
    total = verdicts.total()
    print(f"{verdicts[VerdictKind.OK]} of {total} occurrences right", dict(verdicts))
    print(f"{unflagged} wrong and not flagged, {failed} sentences without a draft")
    print(f"{taken / len(sources):.1f} s a sentence")


if __name__ == "__main__":
    main()
