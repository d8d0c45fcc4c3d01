"""Round trips of Markdown files: byte-exact with unchanged targets, same blocks with changed ones.

    python benchmarks/articles_roundtrip.py DATA_DIR [-v]

DATA_DIR is searched for Markdown files; `commonmark.json` and the fixtures of markdown-it (blocks
between lines of one dot) are taken apart into an article an example. Prints a line for each
folder: files, examples, refused files, blocks, and the share for which each test holds.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from l10n.articles import Document, load, parse, rebuild
from l10n.errors import L10nError
from l10n.model import Block, Piece

FIXTURE = re.compile(r"^\.\n(.*?)^\.\n.*?^\.\n", re.MULTILINE | re.DOTALL)
SUFFIXES = {".md", ".mdx", ".txt", ".norm", ".trans", ".html"}


@dataclass
class Tally:
    """Counts of one folder."""

    texts: int = 0
    refused: int = 0
    blocks: int = 0
    exact: int = 0
    seconds: float = 0.0
    kept: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TARGETS, 0))


def _capitals(block: Block) -> str:
    parts, position = [], 0
    for start, end in block.protected:
        parts += [block.text[position:start].upper(), block.text[start:end]]
        position = end
    return "".join([*parts, block.text[position:].upper()])


TARGETS: dict[str, Callable[[Block], str]] = {
    "brackets": lambda block: f"[[{block.text}]]",
    "capitals": _capitals,
    "list item": lambda block: f"- 1. # {block.text}",
    "lines": lambda block: f"{block.text}\n\n    {block.text}\n---\n> {block.text}",
}


def _cuts(block: Block, chance: random.Random) -> list[Piece]:
    """The block in pieces, each with its source as target."""
    points = {chance.randrange(len(block.text) + 1) for _ in range(3)}
    edges = [0, *sorted(points), len(block.text)]
    return [Piece(a, b, block.text[a:b]) for a, b in pairwise(edges)]


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    if path.name == "commonmark.json":
        for example in json.loads(path.read_text(encoding="utf-8")):
            yield f"example {example['example']}", example["markdown"]
    elif "fixtures" in str(path.parent):
        text = path.read_bytes().decode()
        for number, part in enumerate(FIXTURE.findall(text)):
            yield f"{path.name} {number}", part
    if path.suffix in SUFFIXES:
        yield path.name, load(path).text


def _shape(document: Document) -> list[str]:
    return [block.role for block in document.blocks]


def _measure(label: str, text: str, tally: Tally, verbose: bool) -> None:
    tally.texts += 1
    started = time.perf_counter()
    document = parse(text)
    tally.seconds += time.perf_counter() - started
    tally.blocks += len(document.blocks)
    chance = random.Random(label)
    exact = text == rebuild(
        document, {i: _cuts(block, chance) for i, block in enumerate(document.blocks)}
    )
    tally.exact += exact
    if verbose and not exact:
        print("not exact:", label)
    for name, make in TARGETS.items():
        pieces = {
            i: [Piece(0, len(block.text), make(block))] for i, block in enumerate(document.blocks)
        }
        try:
            kept = _shape(parse(rebuild(document, pieces))) == _shape(document)
        except L10nError as error:
            kept = False
            print(label, error)
        tally.kept[name] += kept
        if verbose and not kept:
            print(f"{name}: blocks changed: {label}")


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("-v", "--verbose", action="store_true")
    given = options.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for path in sorted(p for p in given.data.rglob("*") if p.is_file()):
        tally = tallies[path.relative_to(given.data).parts[0]]
        try:
            for label, text in _texts(path):
                _measure(f"{path}: {label}", text, tally, given.verbose)
        except L10nError as error:
            tally.refused += 1
            print(f"refused: {error}", file=sys.stderr)
    for folder, tally in tallies.items():
        if not tally.texts:
            continue
        shares = ", ".join(f"{name} {kept / tally.texts:.2%}" for name, kept in tally.kept.items())
        print(
            f"{folder}: {tally.texts} texts, {tally.refused} refused, {tally.blocks} blocks, "
            f"parsed in {tally.seconds:.2f} s; exact {tally.exact / tally.texts:.2%}; "
            f"same blocks: {shares}"
        )
    return 0 if all(tally.exact == tally.texts for tally in tallies.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
