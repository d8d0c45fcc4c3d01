"""Measures the memory against brute force: rapidfuzz over every entry, 75 and up.

    python benchmarks/memory.py [--entries 500000] [--queries 200] [FILE]

FILE has a source a line; without it, sentences are put together from parts of the shipped articles.
Entries are those sentences with words changed, queries are entries with words or letters changed.
Prints entries indexed a second, the share of queries whose best match is as good as brute force's,
and how many times as long brute force takes, all by the processor's time.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from pathlib import Path

from rapidfuzz import fuzz, process

from l10n.memory import Entry, Memory, Segment, build, folded, read_tmx, write_tmx

ARTICLES = Path(__file__).parent.parent / "articles"


def parts() -> list[str]:
    """The clauses of the shipped articles."""
    texts = [p.read_text(encoding="utf-8").split("---", 2)[2] for p in ARTICLES.glob("*.md")]
    return [c.strip() for text in texts for c in re.split(r"[,.;:\n]+", text) if len(c.split()) > 2]


def changed(text: str, words: list[str], share: float, chance: random.Random) -> str:
    """The text with some of its words replaced, left out, doubled or misspelt."""
    result: list[str] = []
    for word in text.split():
        if chance.random() >= share:
            result.append(word)
            continue
        kind = chance.randrange(4)
        result += [[chance.choice(words)], [], [word, chance.choice(words)], [word[:-1]]][kind]
    return " ".join(result)


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--entries", type=int, default=500_000)
    options.add_argument("--queries", type=int, default=200)
    given = options.parse_args()
    chance = random.Random(1)
    if given.file:
        known = given.file.read_text(encoding="utf-8").splitlines()
    else:
        clauses = parts()
        known = [", ".join(chance.choices(clauses, k=chance.randint(1, 4))) for _ in range(20_000)]
    words = [word for text in known for word in text.split()]
    sources = known[: given.entries]
    while len(sources) < given.entries:
        sources.append(changed(chance.choice(known), words, chance.random() * 0.6, chance))
    entries = [Entry(source, f"translation of {source}") for source in sources]

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "segment")
        begun = time.process_time()
        build(place, entries)
        taken = time.process_time() - begun
        print(f"{len(entries):,} entries indexed at {len(entries) / taken:,.0f} a second")
        file = Path(folder, "m.tmx")
        file.write_text("\n".join(write_tmx(entries, "vi", "en")), encoding="utf-8")
        begun = time.process_time()
        build(place, read_tmx(file, "vi", "en"))
        taken = time.process_time() - begun
        print(f"the same from a TMX file at {len(entries) / taken:,.0f} a second")
        memory = Memory([Segment(place)])
        compare(memory, sources, words, given.queries, chance)


def compare(
    memory: Memory, sources: list[str], words: list[str], count: int, chance: random.Random
) -> None:
    """Asks both the same."""
    queries = [
        folded(changed(chance.choice(sources), words, chance.random() * 0.35, chance))
        for _ in range(count)
    ]
    keys = [folded(source) for source in sources]
    begun = time.process_time()
    ours = [memory.lookup(query, limit=1) for query in queries]
    mine = time.process_time() - begun
    begun = time.process_time()
    theirs = [
        process.extractOne(query, keys, scorer=fuzz.ratio, score_cutoff=75) for query in queries
    ]
    brute = time.process_time() - begun
    wanted = [(a, b) for a, b in zip(ours, theirs, strict=True) if b]
    found = sum(bool(a) and a[0].score >= (100 if b[1] == 100 else int(b[1])) for a, b in wanted)
    print(f"{found} of {len(wanted)} queries: the best match is brute force's")
    print(
        f"{mine / count * 1000:.2f} ms a query, brute force {brute / count * 1000:.0f} ms: "
        f"{brute / mine:.0f} times as long"
    )


if __name__ == "__main__":
    main()
