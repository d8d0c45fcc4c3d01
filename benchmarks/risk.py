"""Whether the drafts that are marked as doubtful are the bad ones.

    python benchmarks/risk.py [--engine local] [--model gemma3-270m] [--units 1000]
                              [--write FILE] [FILE]

FILE has a Vietnamese source and a reference a line, with a tab between; without it, the sentences
of `tests/quality/official` are taken. Each source is drafted with the glossary's terms. A draft is
bad if its chrF against the reference is in the lowest quarter of its engine. Prints the share of
bad drafts in the quarter with the highest risk and in the rest, and by level. `--write` keeps
drafts as JSON lines; a FILE of such lines is read instead of drafting.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from l10n import engines
from l10n.model import EngineInfo, Unit
from l10n.settings import find
from l10n.workflow.risk import Evidence, assessed, faults, points
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parent.parent
OFFICIAL = ROOT / "tests/quality/official"


def chrf(target: str, reference: str, *, order: int = 6, beta: float = 2) -> float:
    """Character n-gram F-score of one sentence (Popović 2015), 0 to 100, spaces left out."""
    precision, recall = [], []
    for size in range(1, order + 1):
        ours, theirs = (_grams("".join(text.split()), size) for text in (target, reference))
        if ours and theirs:
            common = (ours & theirs).total()
            precision.append(common / ours.total())
            recall.append(common / theirs.total())
    if not any(precision):
        return 0.0
    p, r = (math.fsum(values) / len(values) for values in (precision, recall))
    return 100 * (1 + beta**2) * p * r / (beta**2 * p + r)


def _grams(text: str, size: int) -> Counter[str]:
    return Counter(text[i : i + size] for i in range(len(text) - size + 1))


def drafts(given: argparse.Namespace, workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Source, reference, draft and confidence."""
    if given.file and given.file.suffix == ".jsonl":
        yield from map(json.loads, given.file.read_text(encoding="utf-8").splitlines())
        return
    if given.file:
        lines = given.file.read_text(encoding="utf-8").splitlines()
        pairs = [tuple(line.split("\t")[:2]) for line in lines]
    else:
        texts = [(OFFICIAL / f"{tag}.txt").read_text(encoding="utf-8") for tag in ("vi", "en")]
        pairs = list(zip(*(text.splitlines() for text in texts), strict=True))
    from l10n.model import DraftRequest

    engine = engines.create(given.engine, {"model": given.model} if given.model else {})
    requests = []
    for number, (source, _) in enumerate(pairs[: given.units]):
        hints = workspace.glossary.hints(source, language="vi", target_language="en")
        judge = faults(source, "en", "vi")
        requests.append(DraftRequest(str(number), source, terms=tuple(hints), faults=judge))
    for draft in engine.draft(requests, source_language="vi", target_language="en"):
        source, reference = pairs[int(draft.id)]
        yield {
            "source": source, "reference": reference, "target": draft.target,
            "confidence": draft.confidence, "usual": engine.info.usual_confidence,
        }  # fmt: skip
    engine.close()


def measured(rows: list[dict[str, Any]], workspace: Workspace) -> list[tuple[float, str, float]]:
    """Points, level and chrF of each draft."""
    result = []
    for row in rows:
        usual = tuple(row["usual"]) if row["usual"] else None
        info = EngineInfo("local", "", ready=True, usual_confidence=usual)  # type: ignore[arg-type] # two numbers
        unit = Unit(source=row["source"], target=row["target"], language="en")
        verdicts = workspace.verdicts(unit)
        added = workspace.added(unit, verdicts, frozenset)
        evidence = Evidence(info, verdicts, row["confidence"], added=added)
        level = str(assessed(unit, evidence).risk)
        result.append((points(unit, evidence), level, chrf(row["target"], row["reference"])))
    return result


def shares(found: list[tuple[float, str, float]]) -> tuple[float, float]:
    """Share of bad drafts in the quarter with the highest risk, and in the rest."""
    quarter = len(found) // 4
    limit = sorted(score for _, _, score in found)[quarter]
    bad = [score < limit for _, _, score in sorted(found, reverse=True)]
    return sum(bad[:quarter]) / quarter, sum(bad[quarter:]) / (len(bad) - quarter)


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--engine", default="local")
    options.add_argument("--model", default="")
    options.add_argument("--units", type=int, default=1000)
    options.add_argument("--write", type=Path)
    given = options.parse_args()
    workspace = Workspace(find(project=ROOT))
    rows = [row for row in drafts(given, workspace) if row["target"]]
    if given.write:
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        given.write.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = measured(rows, workspace)
    highest, rest = shares(found)
    mean = sum(score for _, _, score in found) / len(found)
    print(f"{len(found)} drafts, mean chrF {mean:.1f}")
    print(f"bad drafts: {highest:.0%} of the quarter with the highest risk, {rest:.0%} of the rest")
    for level in ("high", "medium", "low"):
        scores = [score for _, told, score in found if told == level]
        if scores:
            print(f"{level:7} {len(scores):4} drafts, mean chrF {sum(scores) / len(scores):.1f}")


if __name__ == "__main__":
    main()
