"""A newspaper's web page as an article."""

from __future__ import annotations

import copy

from lxml.etree import _Element

from l10n.errors import InputError
from l10n.importers.body import (
    Block,
    find_blocks,
    main_text,
    mark,
    remove_boilerplate,
    running_length,
)
from l10n.importers.framing import drop_colophon, drop_masthead, take_lead
from l10n.importers.listing import refuse_list
from l10n.importers.markup import to_markdown
from l10n.importers.metadata import Metadata, read_metadata
from l10n.importers.page import ancestors, drop, parse, separate, strip_invisible
from l10n.importers.photos import photos_of, settle_photos
from l10n.importers.short import is_plain, keep_all
from l10n.model import ArticleContent

_BELIEVED = 0.5
"""Share of trafilatura's text that must be left when boilerplate is taken out."""


def from_html(
    data: bytes, address: str = "", *, name: str = "", language: str | None = None
) -> ArticleContent:
    """The article of a page; `address` is where it came from, or the file's name.

    Raises `InputError` for what is no page, and for a page that lists articles.
    """
    name = name or address
    page = parse(data, name)
    plain = is_plain(page)
    language = language or _spoken(page) or "vi"
    where = address if address.startswith(("http://", "https://")) else ""
    known = read_metadata(page, where, language)
    root, blocks = _marked(page, known)
    try:
        refuse_list(blocks, known.is_article, name)
    except InputError:
        if not (plain and keep_all(blocks)):
            raise
    lead = take_lead(blocks, known)
    drop_masthead(blocks, known, language)
    signed = drop_colophon(blocks, known, language)
    _prune(root, blocks)
    if not known.title:
        raise InputError("has no title", file=name, remedy="paste the page's text instead")
    return ArticleContent(
        title=known.title,
        body=to_markdown(root, known.base or known.address or where),
        language=language,
        lead=lead,
        date=known.date,
        author=known.author or signed,
        source=known.address,
        tags=known.tags,
    )


def _spoken(page: _Element) -> str:
    """The primary language that the page declares."""
    declared = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for meta in page.iter("meta"):
        if not declared and (meta.get("http-equiv") or "").lower() == "content-language":
            declared = meta.get("content") or ""
    tag = declared.replace("_", "-").partition("-")[0].strip().lower()
    return tag if tag.isascii() and tag.isalpha() and 2 <= len(tag) <= 3 else ""


def _marked(page: _Element, known: Metadata) -> tuple[_Element, list[Block]]:
    """A copy of the page without what is never seen, and its blocks, the article's marked.

    Names of classes are believed unless they take away most of the text that trafilatura finds.
    """
    strip_invisible(page)
    root = copy.deepcopy(page)
    remove_boilerplate(root)
    doubtful = running_length(root) < _BELIEVED * running_length(page)
    blocks = _mark(root, known)
    if doubtful:
        found = sum(map(len, main_text(page)))
        if sum(len(b.text) for b in blocks if b.kept) < _BELIEVED * found:
            return page, _mark(page, known)
    return root, blocks


def _mark(root: _Element, known: Metadata) -> list[Block]:
    settle_photos(root, known.title)
    separate(root)
    blocks = find_blocks(root)
    mark(root, blocks)
    return blocks


def _prune(root: _Element, blocks: list[Block]) -> None:
    """Leaves the kept blocks and the photos among them."""
    order = {element: place for place, element in enumerate(root.iter())}
    places = [order[b.element] for b in blocks if b.kept]
    first, last = (places[0], places[-1]) if places else (0, 0)
    start = max((order[h] for h in root.iter("h1") if order[h] < first), default=0)
    holders = {a for b in blocks if b.kept for a in ancestors(b.element)}
    near = {a for b in blocks if b.kept and b.running for a in ancestors(b.element)[:2]}
    dropped = {b.element for b in blocks if not b.kept}
    links = {b.element for b in blocks if not b.kept and b.links > 0.7}
    for photo in photos_of(root):
        among = start <= order.get(photo, -1) <= last or near & set(ancestors(photo)[:3])
        if not among or _is_card(photo, holders, links):
            drop(photo)
    for element in dropped:
        drop(element)
    for element in list(root.iter("head", "h1")):
        drop(element)
    for element in holders | {b.element for b in blocks if b.kept}:
        # What a script would show, or hide behind a paywall, is in the text and so is seen.
        element.attrib.pop("hidden", "")
        element.attrib.pop("style", "")


def _is_card(photo: _Element, holders: set[_Element], links: set[_Element]) -> bool:
    """Whether the photo belongs to the linked headline of another article."""
    card = photo
    for element in ancestors(photo):
        if element in holders:
            break
        card = element
    return any(element in links for element in card.iter())
