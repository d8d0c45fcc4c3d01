"""Which blocks of a page are its article."""

from __future__ import annotations

import copy
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml.etree import _Element

from l10n.importers.boilerplate import ends_article, is_boilerplate, is_set_phrase, link_share
from l10n.importers.inline import one_line
from l10n.importers.markup import text_of
from l10n.importers.page import drop, leaves
from l10n.importers.tables import is_layout

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_WORD = re.compile(r"\w+")
_GUARD = 0.4
"""An element with more than this share of the page's running text is never boilerplate."""
_ENOUGH = 0.6
"""Share of a block's shingles that must stand in trafilatura's text."""
_MAX_GAP = 16
"""Blocks between two kept ones that are filled in."""
_MOST = 20_000
_MOST_IN_ONE = 1_000
"""Elements of a page, and of one paragraph, up to which trafilatura weighs it: it takes time by
the square of them. A newspaper's page has thousands, its paragraphs tens."""


@dataclass(slots=True)
class Block:
    """A block of text of the page."""

    element: _Element
    text: str
    links: float
    """Share of the text in links."""
    kept: bool = False

    @property
    def running(self) -> bool:
        """Whether it reads like a paragraph of prose."""
        return len(self.text) >= 80 and self.links < 0.4 and self.element.tag not in HEADINGS


def remove_boilerplate(root: _Element) -> None:
    """Takes out of the page what its names say is not the article."""
    whole = running_length(root)
    for element in list(root.iterdescendants()):
        if element.tag in ("body", "html", "article", "main", "h1", "head"):
            continue
        if not is_boilerplate(element) or _detached(element, root):
            continue
        if running_length(element) <= _GUARD * whole and next(element.iter("h1"), None) is None:
            drop(element)


def _detached(element: _Element, root: _Element) -> bool:
    """Whether the element went with an ancestor that was taken out before."""
    parent = element.getparent()
    while parent is not None and parent is not root:
        parent = parent.getparent()
    return parent is None


def running_length(element: _Element) -> int:
    """Characters of the longer paragraphs in `element`."""
    total = 0
    for paragraph in element.iter("p"):
        length = len(text_of(paragraph).strip())
        if length >= 80:
            total += length
    return total


def find_blocks(root: _Element) -> list[Block]:
    """All blocks of text under the page's body but captions, in order."""
    body = root.find("body")
    found = []
    for element in leaves(root if body is None else body):
        text = one_line(text_of(element)) if element.tag != "figcaption" else ""
        if text:
            found.append(Block(element, text, link_share(element)))
    return found


def mark(root: _Element, blocks: list[Block]) -> None:
    """Sets `kept` on the blocks that trafilatura finds, and mends its choice."""
    _mark_found(blocks, main_text(root))
    _fill_gaps(blocks)
    _keep_tables(blocks)
    _cut_tail(blocks)
    for block in blocks:
        if block.kept and (is_set_phrase(block.text) or _is_signpost(block)):
            block.kept = False


def _is_signpost(block: Block) -> bool:
    """Whether the block is nothing but the linked headline of another article."""
    if block.links < 0.95 or len(block.text) < 25 or block.text.endswith((".", ":", "?”", ".”")):
        return False
    if block.element.tag != "li":
        return True
    parent = block.element.getparent()
    return parent is not None and all(link_share(i) > 0.9 for i in parent.iterchildren("li"))


def main_text(root: _Element) -> list[str]:
    """The page's main text as trafilatura finds it, by block."""
    if _is_longer(root, _MOST) or any(_is_longer(p, _MOST_IN_ONE) for p in root.iter("p")):
        return _whole_text(root)
    import trafilatura

    found = trafilatura.bare_extraction(
        copy.deepcopy(root), include_comments=False, with_metadata=False, include_formatting=False
    )
    if found is None:
        return []
    text = getattr(found, "text", None) or ""
    return [one_line(line) for line in text.split("\n") if line.strip()]


def _is_longer(element: _Element, number: int) -> bool:
    return next(islice(element.iter(), number, None), None) is not None


def _whole_text(root: _Element) -> list[str]:
    """The texts that are no links: of the page's one `article` or `main`, if it has one."""
    homes = ([*root.iter(tag)] for tag in ("article", "main"))
    home = next((found[0] for found in homes if len(found) == 1), root)
    return [block.text for block in find_blocks(home) if block.links < 0.4]


def shingles(text: str) -> set[tuple[str, ...]]:
    """The 4-word shingles of a text; of a shorter one, all its words."""
    words = _WORD.findall(text.lower())
    return {tuple(words[i : i + 4]) for i in range(max(len(words) - 3, 1))} if words else set()


def _mark_found(blocks: list[Block], lines: list[str]) -> None:
    known: set[tuple[str, ...]] = set()
    for line in lines:
        known |= shingles(line)
    short = Counter(" ".join(_WORD.findall(line.lower())) for line in lines)
    for block in blocks:
        own = shingles(block.text)
        if len(own) > 1:
            block.kept = len(own & known) >= _ENOUGH * len(own)
        else:
            key = " ".join(_WORD.findall(block.text.lower()))
            block.kept = bool(own & known) or short[key] > 0


def _fill_gaps(blocks: list[Block]) -> None:
    """Keeps prose that stands among kept prose: same parent, or a parent of the same names."""
    homes = Counter[tuple[str, ...]]()
    for block in blocks:
        if block.kept and block.running:
            homes[_home(block.element)] += len(block.text)
    total = sum(homes.values())
    good = {home for home, length in homes.items() if length >= 0.3 * total}
    for block in blocks:
        if not block.kept and block.running and _home(block.element) in good:
            block.kept = True
    _fill_short_gaps(blocks)


def _fill_short_gaps(blocks: list[Block]) -> None:
    """Keeps list items and short lines that stand between kept blocks of the same element."""
    kept = [i for i, block in enumerate(blocks) if block.kept]
    frames = Counter(blocks[i].element.getparent() for i in kept if blocks[i].running)
    for before, after in pairwise(kept):
        for block in blocks[before + 1 : after] if after - before <= _MAX_GAP else ():
            around = [*block.element.iterancestors()][: 2 if block.element.tag == "li" else 1]
            plain = block.element.tag == "li" or (block.element.tag == "p" and not block.links)
            if plain and block.links < 0.5 and any(frames[a] > 1 for a in around):
                block.kept = True


def _keep_tables(blocks: list[Block]) -> None:
    """Keeps whole tables that stand among kept prose; of a table no single cell is dropped."""
    prose = [i for i, b in enumerate(blocks) if b.kept and b.running]
    homes = {a for i in prose for a in list(blocks[i].element.iterancestors())[:2]}
    tables: dict[_Element, list[int]] = {}
    for index, block in enumerate(blocks):
        table = next(block.element.iterancestors("table"), None)
        if table is not None:
            tables.setdefault(table, []).append(index)
    for table, cells in tables.items():
        if is_layout(table):
            continue
        linked = sum(blocks[i].links > 0.7 for i in cells) > 0.5 * len(cells)
        among = prose and prose[0] < cells[0] <= prose[-1] + 1
        near = not homes.isdisjoint(list(table.iterancestors())[:3])
        for index in cells:
            blocks[index].kept = bool(among and near and not linked)


def _home(element: _Element) -> tuple[str, ...]:
    parent = element.getparent()
    path = [element.tag]
    while parent is not None and len(path) < 4:
        path += [f"{parent.tag}.{parent.get('class') or ''}"]
        parent = parent.getparent()
    return tuple(path)


def _cut_tail(blocks: list[Block]) -> None:
    """Drops everything from the heading of related articles or comments on."""
    kept = [i for i, block in enumerate(blocks) if block.kept]
    if not kept:
        return
    prose = [i for i in kept if blocks[i].running]
    middle = prose[len(prose) // 2] if prose else kept[0]
    end = next((i for i in range(middle, len(blocks)) if ends_article(blocks[i].text)), None)
    if end is not None:
        for block in blocks[end:]:
            block.kept = False
