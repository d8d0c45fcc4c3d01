"""How well pages come in: body, title, date and author against gold, beside bare trafilatura.

    python benchmarks/web_import.py DATA_DIR [--worst N] [--only SUBSTRING]

DATA_DIR holds `vi/` (`*.html.gz` and `expected.json`) and `fundus/<country>/` (`*.html.gz`,
`meta.info` with addresses, and one gold JSON a publisher). Body F1 is over the set of 4-word
shingles of lead and body, photos left out, against all of the gold's text. A date is right when
it is the gold's instant; a gold without offset is compared by local time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import trafilatura

from l10n.errors import InputError
from l10n.importers.web import from_html
from l10n.model import ArticleContent


@dataclass
class Page:
    """One page and what it should give."""

    name: str
    data: bytes
    address: str
    title: str
    body: str
    date: str
    authors: list[str]


@dataclass
class Score:
    """Figures of one page."""

    name: str
    ours: float
    theirs: float
    title: bool
    date: bool
    author: bool | None
    seconds: float
    their_seconds: float
    notes: list[str] = field(default_factory=list)


def shingles(text: str) -> set[tuple[str, ...]]:
    """The 4-word shingles of `text`."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 4]) for i in range(max(len(words) - 3, 1))}


def f1(found: str, gold: str) -> float:
    """Harmonic mean of precision and recall over shingles."""
    ours, theirs = shingles(found), shingles(gold)
    common = len(ours & theirs)
    return 2 * common / (len(ours) + len(theirs))


def plain(markdown: str) -> str:
    """Markdown without photos, link addresses and marks."""
    text = re.sub(r"(?m)^!\[.*$", "", markdown)
    text = re.sub(r"\]\([^)\s]*\)", "]", text)
    return re.sub(r"[*\\|#>]|(?m:^\d+\\?\. )", "", text).replace("---", "")


def pages(folder: Path) -> Iterator[tuple[str, list[Page]]]:
    """Sets of pages by name."""
    yield "vi", list(_vietnamese(folder / "vi"))
    for country in sorted((folder / "fundus").iterdir()):
        if country.is_dir():
            yield country.name, list(_fundus(country))


def _vietnamese(folder: Path) -> Iterator[Page]:
    for name, gold in json.loads((folder / "expected.json").read_text("utf-8")).items():
        data = (folder / f"{name}.gz").read_bytes()
        yield Page(
            name, data, gold["url"], gold["title"], gold["content_text"], gold["published_at"], []
        )


def _fundus(folder: Path) -> Iterator[Page]:
    meta = json.loads((folder / "meta.info").read_text("utf-8"))
    for path in sorted(folder.glob("*.html.gz")):
        publisher = path.name.split("_")[0]
        versions = json.loads((folder / f"{publisher}.json").read_text("utf-8"))
        raw = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        text = shingles(re.sub(r"<[^>]*>", "", raw))
        gold = max(versions.values(), key=lambda v: len(shingles(_gold_body(v)) & text))
        yield Page(
            f"{folder.name}/{path.name}",
            path.read_bytes(),
            meta[path.name]["url"],
            gold["title"] or "",
            _gold_body(gold),
            gold["publishing_date"] or "",
            gold.get("authors") or [],
        )


def _gold_body(gold: dict[str, Any]) -> str:
    body = gold["body"] or {"summary": [], "sections": []}
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += section["headline"] + section["paragraphs"]
    return "\n".join(parts)


def same_instant(found: str, gold: str) -> bool:
    """Whether two dates agree, as exactly as the gold tells it."""
    if not found or not gold:
        return found == gold
    ours, theirs = datetime.fromisoformat(found), datetime.fromisoformat(gold)
    if ours.tzinfo is None or theirs.tzinfo is None:
        ours, theirs = ours.replace(tzinfo=None), theirs.replace(tzinfo=None)
    return abs((ours - theirs).total_seconds()) < 60


def squash(text: str) -> str:
    """`text` for comparing titles and names: words in lower case."""
    return " ".join(re.findall(r"\w+", text.lower()))


def score(page: Page) -> Score:
    """Imports one page and compares."""
    raw = gzip.decompress(page.data)
    start = time.perf_counter()
    theirs = trafilatura.extract(raw, url=page.address, include_comments=False) or ""
    middle = time.perf_counter()
    try:
        ours = from_html(page.data, address=page.address, name=page.name)
    except InputError as error:
        ours = ArticleContent("", "")
        print(error, file=sys.stderr)
    end = time.perf_counter()
    notes = []
    title, date = squash(ours.title) == squash(page.title), same_instant(ours.date, page.date)
    author = squash(ours.author) == squash(" ".join(page.authors)) if page.authors else None
    if not title:
        notes.append(f"title {ours.title!r}, gold {page.title!r}")
    if not date:
        notes.append(f"date {ours.date!r}, gold {page.date!r}")
    if author is False:
        notes.append(f"author {ours.author!r}, gold {page.authors!r}")
    body = f1(f"{ours.lead}\n{plain(ours.body)}", page.body)
    their_body = f1(theirs, page.body)
    return Score(
        page.name, body, their_body, title, date, author, end - middle, middle - start, notes
    )


def main() -> None:
    """Prints one line a set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="pages to list a set")
    parser.add_argument("--only", default="", help="part of the pages' names")
    arguments = parser.parse_args()
    print(
        f"{'set':8} {'n':>3} {'traf.':>6} {'ours':>6} {'title':>6} {'date':>6} {'author':>6} time"
    )
    total: list[Score] = []
    for name, group in pages(arguments.folder):
        scores = [score(page) for page in group if arguments.only in page.name]
        if scores:
            print(line(name, scores))
            total += scores
        worst = sorted(scores, key=lambda s: s.ours - s.theirs)[: arguments.worst]
        for one in worst:
            print(f"    {one.ours:.3f} ({one.theirs:.3f}) {one.name}  {'; '.join(one.notes)}")
    print(line("all", total))


def line(name: str, scores: list[Score]) -> str:
    """Means of a set."""

    def mean(values: list[float]) -> float:
        return sum(values) / len(values) if values else float("nan")

    authors = [float(s.author) for s in scores if s.author is not None]
    ratio = sum(s.seconds for s in scores) / max(sum(s.their_seconds for s in scores), 1e-9)
    return (
        f"{name:8} {len(scores):3} {mean([s.theirs for s in scores]):6.3f}"
        f" {mean([s.ours for s in scores]):6.3f} {mean([float(s.title) for s in scores]):6.3f}"
        f" {mean([float(s.date) for s in scores]):6.3f} {mean(authors):6.3f} {ratio:4.1f}x"
    )


if __name__ == "__main__":
    main()
