"""Boundary F1 and speed of segmentation.

    python benchmarks/segmentation.py DATA_DIR [--errors SET]

DATA_DIR holds `segmentation/` (UD_Vietnamese-VTB, pySBD's cases) and `news_parallel/`. A boundary
is the end of a segment that isn't the last of its document; F1 counts boundaries over all
documents of a set. Each set is joined in several ways, so that nothing is fitted to one of them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from l10n import segmentation
from l10n.segmentation import segment

Documents = list[list[str]]
"""Documents, each the list of its sentences."""
Cut = Callable[[str, str], list[str]]
"""Cuts a text in a language into sentences."""

_CLOSED = re.compile(r"[.?!…][\"”’»)\]']*$")
_SPLIT = re.compile(r"(?<=[.?!…])\s+(?=[\"“‘(]?[A-ZÀ-ỸĐ0-9])")


def own(text: str, language: str) -> list[str]:
    """What is measured."""
    return [text[start:end] for start, end in segment(text, language)]


def bare(text: str, _: str) -> list[str]:
    """The simplest thing that works: a split by one regular expression."""
    return _SPLIT.split(text)


def ends(pieces: list[str], text: str) -> set[int]:
    """Ends of the pieces in `text` but for the last, found in order."""
    found, at = set(), 0
    for piece in pieces:
        at = text.index(piece, at) + len(piece)
        found.add(at)
    return found - {at}


def f1(documents: Documents, language: str, cut: Cut, *, show: bool = False) -> float:
    """Boundary F1 over all documents; `show` prints what is missed and what is too much."""
    right = proposed = wanted = 0
    for sentences in documents:
        text = " ".join(sentences)
        gold, ours = ends(sentences, text), ends(cut(text, language), text)
        right += len(gold & ours)
        proposed += len(ours)
        wanted += len(gold)
        if show:
            for at in sorted(gold ^ ours):
                sign = "MISSED" if at in gold else "EXTRA "
                print(f"  {sign} {text[max(0, at - 50) : at]}|{text[at : at + 40]}")
    return 2 * right / (proposed + wanted) if proposed + wanted else 1.0


def ntrex(folder: Path, column: int) -> Documents:
    """NTREX's documents in the language of a column."""
    lines = (folder / "news_parallel/documents.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [[r[column].strip() for r in rows] for _, rows in groupby(rows, key=lambda r: r[0])]


def vtb(folder: Path, part: str) -> list[str]:
    """The treebank's sentences, its tokenisation undone."""
    lines = (folder / f"segmentation/vi_vtb-ud-{part}.conllu").read_text(encoding="utf-8")
    sentences = re.findall(r"(?m)^# text = ?(.*)$", lines)
    return [s for s in map(detokenised, sentences) if s]


def detokenised(sentence: str) -> str:
    """`sentence` as it was printed: brackets, quotation marks and punctuation attached."""
    text = sentence.replace("LBKT", "(").replace("RBKT", ")")
    count = 0

    def quote(match: re.Match[str]) -> str:
        nonlocal count
        closes = count % 2 == 1 or not re.search(r"\w", text[match.end() :])
        count += 1
        return '"\x02' if closes and match.start() else '\x01"\x03'

    text = re.sub('"', quote, text)
    text = re.sub(r"\s*\"\x02", '"', text)
    text = re.sub('\x01"\x03\\s*', '"', text)
    text = re.sub(r"\s+(\.\.\.|[.,;:?!…)\]])", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    text = re.sub(r"(\d) ([-–/]) (\d)", r"\1\2\3", text)
    return " ".join(text.split())


def attached(sentence: str) -> str:
    """`sentence` with punctuation attached to the word before it, and nothing else undone."""
    return re.sub(r"\s+(\.\.\.|[.,;:?!…)\]])", r"\1", " ".join(sentence.split()))


def chunks(sentences: list[str], low: int, high: int, *, shuffle: bool = False) -> Documents:
    """Documents of `low` to `high` sentences."""
    rng = random.Random(7)
    sentences = list(sentences)
    if shuffle:
        rng.shuffle(sentences)
    documents, at = [], 0
    while at < len(sentences):
        size = rng.randint(low, high)
        documents.append(sentences[at : at + size])
        at += size
    return documents


def sets(folder: Path) -> Iterator[tuple[str, str, Documents]]:
    """Name, language and documents of every set."""
    for language, column in (("vi", 2), ("en", 1), ("es", 3), ("fr", 4)):
        documents = ntrex(folder, column)
        yield f"ntrex-{language}", language, documents
        closed = [[s for s in d if _CLOSED.search(s)] for d in documents]
        yield f"ntrex-{language}-no-titles", language, closed
        flat = [s for d in documents for s in d]
        yield f"ntrex-{language}-pairs", language, chunks(flat, 2, 2)
        yield f"ntrex-{language}-shuffled", language, chunks(flat, 3, 9, shuffle=True)
    for part in ("train", "dev"):
        sentences = vtb(folder, part)
        yield f"vtb-{part}", "vi", [sentences]
        yield f"vtb-{part}-chunks", "vi", chunks(sentences, 3, 9)
        yield f"vtb-{part}-shuffled", "vi", chunks(sentences, 2, 5, shuffle=True)
        lines = (folder / f"segmentation/vi_vtb-ud-{part}.conllu").read_text(encoding="utf-8")
        raw = re.findall(r"(?m)^# text = ?(.*\S)\s*$", lines)
        yield f"vtb-{part}-attached", "vi", [[attached(s) for s in raw]]
        yield f"vtb-{part}-tokenised", "vi", [[" ".join(s.split()) for s in raw]]


def folded(pieces: list[str]) -> list[str]:
    """The pieces with white space folded."""
    return [" ".join(piece.split()) for piece in pieces]


def golden(folder: Path, show: str) -> None:
    """Cases of pySBD that come out exactly, by language."""
    lines = (folder / "segmentation/pysbd_cases.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    for (language, name), group in groupby(cases, key=lambda c: (c["lang"], c["set"])):
        listed = list(group)
        right = 0
        for case in listed:
            got = own(case["text"], language.partition("-")[0])
            ok = [" ".join(s.split()) for s in got] == [
                " ".join(s.split()) for s in case["sentences"]
            ]
            right += ok
            if show == language and not ok:
                print(f"  WANT {case['sentences']}\n  GOT  {got}")
        print(f"{language:9} {name:28} {right:3} of {len(listed):3}")


def seconds(cut: Cut, texts: list[str], language: str) -> float:
    """Best of five runs over all texts."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for text in texts:
            cut(text, language)
        best = min(best, time.perf_counter() - start)
    return best


def others() -> Iterator[tuple[str, Cut]]:
    """The peers, as far as they are installed."""
    yield "re.split", bare
    if find_spec("pysbd"):
        pysbd = import_module("pysbd")
        english = pysbd.Segmenter(language="en", clean=False)
        yield "pysbd", lambda text, _: list(english.segment(text))
    if find_spec("choppa"):
        documents = import_module("choppa.srx_parser").SrxDocument(
            ruleset=Path(segmentation.__file__).with_name("shipped.srx")
        )
        iterator = import_module("choppa.iterators").SrxTextIterator
        yield "choppa", lambda text, language: list(iterator(documents, language, text))


def speed(folder: Path) -> None:
    """Time a character, and the ratio to the bare split."""
    sentences = vtb(folder, "train")
    texts = [" ".join(d) for d in chunks(sentences, 20, 20)]
    ours = seconds(own, texts, "vi")
    print(f"\n20 sentences: {ours / len(texts) * 1e3:.3f} ms")
    for name, cut in others():
        theirs = seconds(cut, texts, "vi")
        print(f"time against {name}: {ours / theirs:.2f}")


def main() -> None:
    """Prints every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", default="", help="set or language whose errors are listed")
    options = parser.parse_args()
    for name, language, documents in sets(options.data):
        ours = f1(documents, language, own, show=options.errors == name)
        print(f"{name:22} {ours:.4f}   re.split {f1(documents, language, bare):.4f}")
    golden(options.data, options.errors)
    speed(options.data)


if __name__ == "__main__":
    main()
