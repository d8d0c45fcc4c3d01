"""What stands around an article's text on its page: lead, date line, author, source, tags."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element

from l10n.importers.body import HEADINGS, Block
from l10n.importers.credits import signature
from l10n.importers.datelines import dateline
from l10n.importers.metadata import Metadata, bare

_LEAD = re.compile(
    r"sapo|standfirst|chapp?eau|(?:^|[\s_-])(?:intro|summary|dek|deck|strap\w*|stand|excerpt|lead|lede"
    r"|teaser|desc|description|subtitle|sub-?title|subhead\w*|entradilla|bajada|ladillo|tldr)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(?:^|[\s_-])(?:source|nguon|author|tac-?gia|byline|tags?|keywords?|copyright)(?=$|[\s_-])",
    re.IGNORECASE,
)
_LINKED = 0.7
_SHORT = 80


def take_lead(blocks: list[Block], known: Metadata) -> str:
    """The standfirst, taken off the kept blocks: named so, or set apart before the text.

    What is set apart is a heading right under the title, a paragraph all in bold type, or
    what the page's description repeats and has another home than the text.
    """
    start = next((i for i, b in enumerate(blocks) if b.kept and b.running), len(blocks))
    title = bare(known.title)
    after_title = next((i + 1 for i, b in enumerate(blocks) if bare(b.text) == title), 0)
    first = after_title if after_title <= start else 0
    for index in range(first, min(start + 3, len(blocks))):
        block = blocks[index]
        if not 30 < len(block.text) < 1200 or block.links >= 0.5 or bare(block.text) == title:
            continue
        if _is_lead(block, blocks[index + 1 :], known):
            _forget(blocks, block.text)
            return block.text
    return ""


def _is_lead(block: Block, rest: Iterable[Block], known: Metadata) -> bool:
    parent = block.element.getparent()
    names = [block.element.get("class"), block.element.get("data-role")]
    names += [block.element.get("data-slot"), block.element.get("itemprop")]
    if parent is not None and _only_text(parent, block.element):
        names.append(parent.get("class"))
    if any(name and _LEAD.search(name) for name in names):
        return True
    following = next((b for b in rest if b.kept and b.running), None)
    if following is None:
        return False
    apart = following.element.getparent() is not parent
    said = bare(known.description)
    if apart and said and bare(block.text)[:60] == said[:60]:
        return True
    heading = block.element.tag in ("h2", "h3") and len(block.text) >= 100
    return block.kept and (heading or (_all_bold(block) and not _all_bold(following)))


def _only_text(parent: _Element, element: _Element) -> bool:
    return (
        sum(1 for child in parent if child is not element and len(child) + len(child.text or ""))
        < 2
    )


def _all_bold(block: Block) -> bool:
    bold = sum(
        len("".join(map(str, e.itertext())).strip()) for e in block.element.iter("b", "strong")
    )
    return len(block.text) >= _SHORT and bold >= 0.9 * len(block.text)


def _forget(blocks: list[Block], text: str) -> None:
    """Drops a text wherever it stands."""
    own = bare(text)
    for block in blocks:
        if bare(block.text) == own:
            block.kept = False


def drop_masthead(blocks: list[Block], known: Metadata, language: str) -> None:
    """Drops what stands before the text and says what the front matter says already."""
    _forget(blocks, known.title)
    prose = [i for i, b in enumerate(blocks) if b.kept and b.running]
    if not prose:
        return
    title = bare(known.title)
    heading = max(
        (i for i, b in enumerate(blocks[: prose[0]]) if bare(b.text) == title), default=-1
    )
    for index, block in enumerate(blocks[: prose[0]]):
        block.kept = block.kept and index > heading and not _is_notice(block, known, language)


def drop_colophon(blocks: list[Block], known: Metadata, language: str) -> str:
    """Drops what stands after the text; the author's name where one signs there, else ""."""
    prose = [i for i, b in enumerate(blocks) if b.kept and b.running]
    if not prose:
        return ""
    author = ""
    last = blocks[prose[-1]].element.getparent()
    for block in blocks[prose[-1] + 1 :]:
        if not block.kept and block.element.getparent() is not last:
            continue
        signed = signature(block.text) if block.element.tag not in HEADINGS else ""
        author = author or signed
        if signed or _is_notice(block, known, language) or _is_named(block.element):
            block.kept = False
    return author


def _is_notice(block: Block, known: Metadata, language: str) -> bool:
    """A date line, an author's name, a link to a section."""
    if len(block.text) > _SHORT or block.element.tag == "li":
        return block.links > _LINKED
    if block.element.tag in HEADINGS:
        return block.links > _LINKED
    author = bare(known.author)
    return (
        block.links > _LINKED
        or dateline(block.text, language) is not None
        or bool(author and bare(block.text) in author)
        or (
            len(block.text) <= 40
            and not re.search(r"[.!?…:;”\"»)]$", block.text)
            and not _all_bold(block)
        )
    )


def _is_named(element: _Element) -> bool:
    parent = element.getparent()
    names = (
        f"{element.get('class') or ''} {parent.get('class') or '' if parent is not None else ''}"
    )
    return _AFTERWARDS.search(names) is not None
