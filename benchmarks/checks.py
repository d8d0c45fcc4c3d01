"""False alarms, planted faults, agreement and speed of the checks, with translate-toolkit's beside.

    python benchmarks/checks.py DATA_DIR [--half 0|1] [--seeds 3] [--units 90000] [--show CHECK]

DATA_DIR holds `news_parallel/documents.tsv` (a Vietnamese column and others, which are right),
`qa_cases/cases.jsonl` (translate-toolkit's own test cases) and `news_memory/vi-en.tsv.gz` (pairs to
measure the speed on). `--half` takes every second article, so that one half can be looked at and
the other measured; `--show` prints the alarms of one check. Needs `translate-toolkit`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle, groupby, islice
from pathlib import Path

from planting import FAULTS
from translate.filters import checks as toolkit
from translate.storage import po

from l10n import checks
from l10n.model import Finding, Severity, Unit

Pairs = list[tuple[str, str]]
Judge = Callable[[str, str, str], set[tuple[str, str]]]
"""What a tool finds in source and target: check and message."""

COUNTERPARTS = {
    "acronyms": {"acronyms"}, "blank": {"untranslated"}, "doublespacing": {"spaces"},
    "doublewords": {"doubled-words"}, "emails": {"literals"}, "endwhitespace": {"spaces"},
    "numbers": {"numbers", "separators", "units"}, "startwhitespace": {"spaces"},
    "unchanged": {"equals-source"},
    "untranslated": {"untranslated"}, "urls": {"links"}, "xmltags": {"markup"},
    "sentencecount": {"sentences"},
}  # fmt: skip
"""By the name of translate-toolkit's check, ours that look for the same."""
_TOOLKIT = toolkit.StandardChecker()


def findings(source: str, target: str, language: str, origin: str = "vi") -> list[Finding]:
    """What our checks find in a pair that stands alone."""
    unit = Unit(source=source, target=target, language=language)
    return checks.run(checks.Subject(unit, source_language=origin), {})


def ours(source: str, target: str, language: str) -> set[tuple[str, str]]:
    """Our errors and warnings."""
    found = findings(source, target, language)
    return {(f.check, f.message) for f in found if f.severity is not Severity.INFO}


def theirs(source: str, target: str, _language: str) -> set[tuple[str, str]]:
    """What pofilter tells."""
    unit = po.pounit(source)
    unit.target = target
    return {(name, str(told)) for name, told in _TOOLKIT.run_filters(unit).items()}


def parallel(folder: Path, half: int | None) -> dict[str, Pairs]:
    """Vietnamese sentences with their translations, by language."""
    lines = (folder / "news_parallel/documents.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines]
    documents = [list(rows) for _, rows in groupby(rows, key=lambda row: row[0])]
    chosen = documents if half is None else documents[half::2]
    return {
        tag: [(row[head.index("vi")].strip(), row[at].strip()) for doc in chosen for row in doc]
        for at, tag in enumerate(head)
        if tag in {"en", "fr", "es"}
    }


def alarms(pairs: Pairs, language: str, show: str) -> str:
    """The shares of right translations that have an error, a warning, and a failure of pofilter."""
    told: Counter[str] = Counter()
    for source, target in pairs:
        found = findings(source, target, language)
        told.update({str(f.severity) for f in found})
        told.update(["pofilter"] if theirs(source, target, language) else [])
        for f in found:
            if f.check == show and f.severity is not Severity.INFO:
                print("   ", f.message, source, target, sep="\n        ")
    shares = (f"{100 * told[key] / len(pairs):.1f}" for key in ("error", "warning", "pofilter"))
    return " | ".join(shares)


def recall(pairs: Pairs, language: str, fault: str, seeds: int) -> str:
    """How many planted faults are told by what the right text does not raise."""
    plant, wanted = FAULTS[fault]
    planted, found = 0, Counter[str]()
    for seed in range(seeds):
        rng = random.Random(seed)
        for source, target in pairs:
            broken = plant(source, target, language, rng)
            if broken is None or broken == target:
                continue
            planted += 1
            for name, judge in (("ours", ours), ("pofilter", theirs)):
                new = judge(source, broken, language) - judge(source, target, language)
                found[name] += bool(new)
    ours_found, pofilter = (100 * found[name] / max(planted, 1) for name in ("ours", "pofilter"))
    return f"{planted} | {wanted} | {ours_found:.1f} | {pofilter:.1f}"


def agreement(folder: Path) -> dict[str, tuple[int, int]]:
    """By check of translate-toolkit, how many of its cases ours judge alike, and of how many."""
    told: dict[str, tuple[int, int]] = {}
    for line in (folder / "qa_cases/cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        same = COUNTERPARTS.get(case["check"])
        if same:
            tag = re.search("targetlanguage='([^']+)'", case["checker"])
            language = tag[1] if tag else ""
            found = {f.check for f in findings(case["source"], case["target"], language, "en")}
            agree = bool(found & same) == case["expect"].startswith("fails")
            right, total = told.get(case["check"], (0, 0))
            told[case["check"]] = right + agree, total + 1
            if not agree:
                print("  apart:", json.dumps(case, ensure_ascii=False)[:220])
    return told


def speed(folder: Path, count: int) -> tuple[float, float]:
    """Seconds of processor time for `count` units: ours, pofilter's checks."""
    with gzip.open(folder / "news_memory/vi-en.tsv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if len(row) == 2]
    pairs = [(f"{s} ({n})", f"{t} ({n})") for n, (s, t) in enumerate(islice(cycle(rows), count))]
    taken = []
    for judge in (ours, theirs):
        begun = time.process_time()
        for source, target in pairs:
            judge(source, target, "en")
        taken.append(time.process_time() - begun)
    return taken[0], taken[1]


def main() -> None:
    """Measures and prints tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--half", type=int, choices=(0, 1))
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--units", type=int, default=90_000)
    options.add_argument("--show", default="")
    given = options.parse_args()
    pairs = parallel(given.data, given.half)
    print("| target | units | error, % | warning, % | pofilter, % |\n|---|---|---|---|---|")
    for tag, rows in pairs.items():
        print(f"| {tag} | {len(rows)} | {alarms(rows, tag, given.show)} |")
    print("\n| fault | target | planted | wanted, % | found, % | pofilter, % |")
    print("|---|---|---|---|---|---|")
    for fault in FAULTS:
        for tag, rows in pairs.items():
            print(f"| {fault} | {tag} | {recall(rows, tag, fault, given.seeds)} |")
    print()
    judged = agreement(given.data)
    right, total = (sum(numbers) for numbers in zip(*judged.values(), strict=True))
    print(judged, f"\n{right} of {total} cases alike: {100 * right / total:.1f}%")
    if given.units:
        own, other = speed(given.data, given.units)
        print(
            f"{given.units} units: {own:.0f} s, pofilter's checks {other:.0f} s: {own / other:.2f}"
        )


if __name__ == "__main__":
    main()
