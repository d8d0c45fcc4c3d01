"""Telling a page that lists articles from a page that is one."""

from __future__ import annotations

from collections import Counter

from l10n.errors import InputError
from l10n.importers.body import HEADINGS, Block

MIN_PROSE = 150
"""Characters of running text that an article has at least."""

_LINKED = 0.7
"""A block with more of its text in links is a link."""
_TEASERS = 0.6
_TEASERS_UNSAID = 0.3
"""Share of teasers that makes a list: of a page that calls itself an article, of another."""


def refuse_list(blocks: list[Block], is_article: bool, name: str) -> None:
    """Raises `InputError` where the kept blocks are no article.

    A list's texts are teasers: each stands beside the linked headline of its own article.
    """
    kept = [block for block in blocks if block.kept]
    prose = sum(len(block.text) for block in kept if block.running)
    linked = sum(len(block.text) for block in kept if block.links > _LINKED)
    share = _teaser_share(blocks)
    listing = linked > prose or share > (_TEASERS if is_article else _TEASERS_UNSAID)
    if prose >= MIN_PROSE and not listing:
        return
    if listing or sum(block.links > _LINKED for block in blocks) > 10:
        message, remedy = "is a list of articles, not an article", "import one of its articles"
    else:
        message, remedy = "has no article in it", "paste the page's text instead"
    raise InputError(message, file=name, remedy=remedy)


def _teaser_share(blocks: list[Block]) -> float:
    """Share of the kept running texts that stand alone beside a linked headline."""
    running = [i for i, block in enumerate(blocks) if block.kept and block.running]
    if len(running) < 3:
        return 0.0
    homes = Counter(blocks[i].element.getparent() for i in running)
    alone = [i for i in running if homes[blocks[i].element.getparent()] == 1]
    beside = sum(any(is_headline(b) for b in blocks[max(i - 2, 0) : i + 3]) for i in alone)
    # Some lists have all headlines and teasers in one element.
    under = sum(any(_heads(b) for b in blocks[max(i - 2, 0) : i]) for i in running)
    return max(beside, under if under > 0.8 * len(running) else 0) / len(running)


def _heads(block: Block) -> bool:
    return is_headline(block) and block.element.tag in HEADINGS


def is_headline(block: Block) -> bool:
    """Whether the block is a link with room for a headline."""
    return block.links > _LINKED and len(block.text) >= 20
