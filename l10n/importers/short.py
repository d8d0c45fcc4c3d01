"""A page of a few sentences, in which nothing is found by its weight: one that a person wrote."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element

from l10n.importers.body import HEADINGS, Block
from l10n.importers.boilerplate import ends_article, is_set_phrase
from l10n.importers.listing import MIN_PROSE, is_headline
from l10n.importers.page import ancestors

FEWEST = 2
"""Sentences of an article."""
MOST = 300
"""Elements of a page that a person wrote; a newspaper's has thousands."""
_HEADLINES = 3
"""Links to other articles that such a page has at most."""
_LINKED = 0.4
"""Share of a block's text in links from which on it is none of the text."""
_DATA = "application/ld+json"
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+")


def is_plain(page: _Element) -> bool:
    """Whether a page is small, asks for nothing and runs nothing: no newspaper's, no log-in."""
    if next(islice(page.iter(), MOST, None), None) is not None:
        return False
    scripts = (element.get("type") != _DATA for element in page.iter("script"))
    return not any(scripts) and next(page.iter("input", "form", "frame", "iframe"), None) is None


def keep_all(blocks: list[Block]) -> bool:
    """Keeps the whole text of a plain page, if it has sentences and more of them than of links.

    Where there is prose enough, nothing is changed: that the page lists articles is believed.
    What is kept is what stands in its `article` or `main`, if it has one, and below its first `h1`.
    """
    prose = sum(len(block.text) for block in blocks if block.kept and block.running)
    if prose >= MIN_PROSE or sum(map(is_headline, blocks)) > _HEADLINES:
        return False
    home = _home(blocks, "article")
    home = _home(blocks, "main") if home is None else home
    mine = [b for b in blocks if home is None or home in ancestors(b.element)]
    first = next((n for n, block in enumerate(mine) if block.element.tag == "h1"), -1)
    last = next((n for n, b in enumerate(mine) if n > first and ends_article(b.text)), len(mine))
    text = [
        block
        for block in mine[first + 1 : last]
        if block.links < _LINKED and not is_set_phrase(block.text)
    ]
    told = [block.text for block in text if block.element.tag not in HEADINGS]
    sentences = [hit[0] for said in told for hit in _SENTENCE.finditer(said) if " " in hit[0][1:]]
    linked = sum(len(block.text) for block in blocks if block.links >= _LINKED)
    if len(sentences) < FEWEST or linked > sum(map(len, sentences)):
        return False
    for block in blocks:
        block.kept = False
    for block in text:
        block.kept = True
    return True


def _home(blocks: list[Block], tag: str) -> _Element | None:
    """The one element of this kind that has text, or None where there are more, or none."""
    homes = {e for block in blocks for e in ancestors(block.element) if e.tag == tag}
    return homes.pop() if len(homes) == 1 else None
