"""Telling a page that lists articles from a page that is one."""

from __future__ import annotations

from l10n.errors import InputError
from l10n.importers.body import Block

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
    prose = set(running)
    alone = [i for i in running if not prose & {i - 1, i + 1}]
    teasers = sum(any(_is_headline(b) for b in blocks[max(i - 2, 0) : i + 3]) for i in alone)
    return teasers / len(running)


def _is_headline(block: Block) -> bool:
    return block.links > _LINKED and len(block.text) >= 20
