"""Measures the glossary: loading 20,000 concepts, and matching against the bare automaton.

    python benchmarks/glossary.py [SENTENCES]

Prints seconds of processor time, and how many times the bare Aho-Corasick scan of the same
sentences matching takes, JSON output included: for the command on a file, its start and load
counted, sentence by sentence, and for a text in one piece.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from l10n.cli.glossary import as_json
from l10n.glossary import Glossary, load
from l10n.glossary.folding import folded

SHIPPED = Path(__file__).parent.parent / "glossary"
SYLLABLES = re.findall(
    r"\w+",
    "và các của cho trong với được một những này đó khi người năm ngày công việc tại theo từ "
    "hội nghị phát triển kinh tế văn hóa giáo dục thông tin tuyên truyền địa phương nhiệm vụ",
)


def sentences(glossary: Glossary, count: int) -> list[str]:
    """Sentences of about 30 syllables with one or two terms each."""
    chance = random.Random(1)
    terms = [c.terms["vi"][0].text for c in glossary.concepts.values() if "vi" in c.terms]
    result = []
    for _ in range(count):
        words = chance.choices(SYLLABLES, k=26)
        words[chance.randrange(10)] = chance.choice(terms)
        if chance.random() < 0.5:
            words[chance.randrange(12, 24)] = chance.choice(terms)
        result.append(" ".join(words).capitalize() + ".")
    return result


def large(folder: Path, count: int) -> Path:
    """A glossary of `count` concepts."""
    chance = random.Random(2)
    path = folder / "large.yml"
    entries = (
        f"- id: c{i}\n  vi: [{' '.join(chance.choices(SYLLABLES, k=4))} {i}]\n"
        f"  en:\n    - term {i}\n    - {{text: word {i}, status: deprecated}}\n"
        f"  valid: {{from: 2020-01-01, to: null}}\n  verified: true\n  source: book {i}\n"
        for i in range(count)
    )
    path.write_text("".join(entries), encoding="utf-8")
    return path


def report(name: str, glossary: Glossary, texts: list[str]) -> None:
    """Times the bare scan and the match of the same texts."""
    automaton = bare_automaton(glossary)
    glossary.match("")
    begun = time.process_time()
    for text in texts:
        automaton.find_matches_as_indexes(text, overlapping=True)
    bare = time.process_time() - begun
    begun = time.process_time()
    for text in texts:
        ",\n".join(map(as_json, glossary.match(text)))
    full = time.process_time() - begun
    each = full / len(texts) * 1e6
    print(f"{name}: bare {bare:.2f} s, match {full:.2f} s ({each:.0f} µs each), {full / bare:.1f}x")
    whole = "\n".join(texts)
    begun = time.process_time()
    automaton.find_matches_as_indexes(whole, overlapping=True)
    bare = time.process_time() - begun
    begun = time.process_time()
    for match in glossary.find([whole]):
        as_json(match)
    full = time.process_time() - begun
    print(f"{name}, as one text: bare {bare:.2f} s, match {full:.2f} s, {full / bare:.1f}x")


def command(texts: list[str], automaton: AhoCorasick) -> None:
    """Times the command on a file, its start and the glossary's load included."""
    begun = time.process_time()
    for text in texts:
        automaton.find_matches_as_indexes(text, overlapping=True)
    bare = time.process_time() - begun
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(texts))
        file.flush()
        call = [sys.executable, "-m", "l10n", "--project", str(SHIPPED.parent), "glossary", "match"]
        call += ["--file", file.name, "--format", "json"]
        subprocess.run(call, stdout=subprocess.DEVNULL, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    print(f"command: bare {bare:.2f} s, all {used:.2f} s, {used / bare:.1f}x")


def bare_automaton(glossary: Glossary) -> AhoCorasick:
    """An automaton of the source forms alone."""
    forms = {folded(t.text) for c in glossary.concepts.values() for t in c.terms.get("vi", ())}
    return AhoCorasick(sorted(forms))


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    shipped = load([SHIPPED])
    texts = sentences(shipped, count)
    command(texts, bare_automaton(shipped))
    report(f"{len(shipped)} concepts", shipped, texts)
    with tempfile.TemporaryDirectory() as folder:
        path = large(Path(folder), 20_000)
        begun = time.process_time()
        glossary = load([path])
        print(f"load {len(glossary)} concepts: {time.process_time() - begun:.2f} s")
        begun = time.process_time()
        glossary.match("")
        print(f"automaton: {time.process_time() - begun:.2f} s")
        report(f"{len(glossary)} concepts", glossary, texts)
    tracemalloc.start()
    for text in texts[:5_000]:
        shipped.match(text)
    print(f"memory kept after 5,000 sentences: {tracemalloc.get_traced_memory()[0] / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
