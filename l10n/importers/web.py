"""A newspaper's web page as an article."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.etree import _Element

from l10n.errors import InputError
from l10n.importers import body as finding
from l10n.importers.body import Block
from l10n.importers.credits import split_credit
from l10n.importers.datelines import dateline
from l10n.importers.inline import one_line
from l10n.importers.markup import text_of, to_markdown
from l10n.importers.metadata import Metadata, read_metadata
from l10n.importers.page import drop, parse, separate, strip_invisible
from l10n.model import ArticleContent

MIN_PROSE = 150
"""Characters of running text that an article has at least."""

_BELIEVED = 0.5
"""Share of trafilatura's text that must be left when boilerplate is taken out."""

_LEAD = re.compile(
    r"sapo|standfirst|lead\b|(?:^|[\s_-])(?:intro|summary|chapeau|dek)", re.IGNORECASE
)
_CAPTION = re.compile(r"caption|chu-?thich|photo-?desc|pcaption", re.IGNORECASE)
_PHOTO = re.compile(r"type-?photo|vcsortable|image|photo|picture|figure", re.IGNORECASE)
_LAZY = ("data-original", "data-src", "data-lazy-src", "data-srcset")
_TINY = re.compile(r"icon|logo|avatar|pixel|spacer|1x1|blank\.", re.IGNORECASE)


def from_html(
    data: bytes, address: str = "", *, name: str = "", language: str | None = None
) -> ArticleContent:
    """The article of a page; `address` is where it came from, or the file's name.

    Raises `InputError` for what is no page, and for a page that lists articles.
    """
    name = name or address
    root = parse(data, name)
    spoken = (root.get("lang") or "").split("-")[0].lower()
    language = language or spoken or "vi"
    where = address if address.startswith("http") else ""
    known = read_metadata(root, where, language)
    root, blocks = _marked(data, name)
    _refuse_list(blocks, known, name)
    lead = _take_lead(blocks, known)
    _drop_masthead(blocks, known, lead, language)
    _prune(root, blocks)
    title = known.title or _first_line(blocks)
    if not title:
        raise InputError("no title found", file=name, remedy="paste the page's text instead")
    return ArticleContent(
        title=title,
        body=to_markdown(root, known.address or where),
        language=language,
        lead=lead,
        date=known.date,
        author=known.author,
        source=known.address,
        tags=known.tags,
    )


def _marked(data: bytes, name: str) -> tuple[_Element, list[Block]]:
    """The page's tree and its blocks, those of the article marked.

    Names of classes are believed unless they take away most of the text that trafilatura finds.
    """
    found = 0
    for believe in (True, False):
        root = parse(data, name)
        strip_invisible(root)
        if believe:
            found = sum(map(len, finding.main_text(root)))
            finding.remove_boilerplate(root)
        _make_figures(root)
        separate(root)
        blocks = finding.find_blocks(root)
        finding.mark(root, blocks)
        if sum(len(b.text) for b in blocks if b.kept) >= _BELIEVED * found:
            break
    return root, blocks


def _refuse_list(blocks: list[Block], known: Metadata, name: str) -> None:
    """A section page has many short texts in links, and no run of prose."""
    prose = sum(len(b.text) for b in blocks if b.kept and b.running)
    linked = sum(len(b.text) for b in blocks if b.kept and b.links > 0.7)
    listing = linked > prose or (not known.is_article and _scattered(blocks))
    if prose >= MIN_PROSE and not listing and (known.date or not _scattered(blocks)):
        return
    if sum(b.links > 0.7 for b in blocks) > 10:
        message, remedy = "is a list of articles, not an article", "import one of its articles"
    else:
        message, remedy = "has no article in it", "paste the page's text instead"
    raise InputError(message, file=name, remedy=remedy)


def _scattered(blocks: list[Block]) -> bool:
    """Whether the running texts stand apart, each beside links, as teasers do."""
    running = [i for i, b in enumerate(blocks) if b.running]
    together = sum(after - before == 1 for before, after in pairwise(running))
    links = sum(b.links > 0.7 for b in blocks)
    return links > 20 and together < 0.35 * len(running)


def _take_lead(blocks: list[Block], known: Metadata) -> str:
    """The standfirst, by its name or because the metadata have it too; taken off the body."""
    start = next((i for i, b in enumerate(blocks) if b.kept and b.running), len(blocks))
    said = _bare(known.description)
    for block in blocks[: start + 3]:
        named = any(_LEAD.search(e.get("class") or "") for e in _up(block.element, 2))
        own = _bare(block.text)
        confirmed = len(own) > 40 and bool(said) and (own.startswith(said[:60]))
        if (named or confirmed) and 30 < len(block.text) < 1200 and block.links < 0.5:
            block.kept = False
            return block.text
    return ""


def _drop_masthead(blocks: list[Block], known: Metadata, lead: str, language: str) -> None:
    """Takes off what the front matter says already: title, date, author, a second lead."""
    said = {_bare(text) for text in (known.title, known.author, lead) if text}
    for block in blocks:
        if not block.kept:
            continue
        short = len(block.text) <= 120 and not block.running
        if _bare(block.text) in said or (short and dateline(block.text, language) is not None):
            block.kept = False


def _make_figures(root: _Element) -> None:
    """Gives every photo its caption as `figcaption` and its credit as `title`."""
    for image in list(root.iter("img")):
        for name in _LAZY:
            if image.get(name):
                image.set("src", (image.get(name) or "").split()[0])
                break
        if _TINY.search(image.get("src") or "") or image.get("width") in ("1", "0"):
            drop(image)
            continue
        home = next((e for e in _up(image, 5) if e.tag == "figure" or _is_photo(e)), None)
        caption = _caption(home) if home is not None else None
        if home is None or caption is None:
            continue
        text = one_line(text_of(caption))
        parts = split_credit(text)
        if parts is not None:
            text = parts[0]
            image.set("title", parts[1])
        _rebuild(home, image, caption, text)


def _is_photo(element: _Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('type') or ''}"
    return element.tag in ("div", "table", "p") and _PHOTO.search(names) is not None


def _caption(home: _Element) -> _Element | None:
    if len(list(home.iter("img"))) != 1:
        return None
    for element in home.iter("figcaption", "p", "div", "td", "span", "em"):
        is_one = element.tag == "figcaption" or _CAPTION.search(element.get("class") or "")
        if is_one and next(element.iter("img"), None) is None and text_of(element).strip():
            return element
    return None


def _rebuild(home: _Element, image: _Element, caption: _Element, text: str) -> None:
    """Makes `home` a figure of one image and one caption, with nothing else in it."""
    if len(text_of(home).strip()) > len(text_of(caption).strip()) + 200:
        return  # more than a photo
    tail, image.tail = home.tail, None
    source = {name: image.get(name) or "" for name in ("src", "alt", "title")}
    home.clear()
    home.tag, home.tail = "figure", tail
    photo = home.makeelement("img", {k: v for k, v in source.items() if v})
    line = home.makeelement("figcaption")
    line.text = text
    home.extend([photo, line])


def _prune(root: _Element, blocks: list[Block]) -> None:
    """Leaves the kept blocks, and the photos that stand between or beside them."""
    kept = {id(b.element) for b in blocks if b.kept}
    for block in blocks:
        # What is kept was hidden by a paywall's script, and is to be seen.
        for element in _up(block.element, 60) if block.kept else ():
            element.attrib.pop("hidden", "")
            element.attrib.pop("style", "")
    order = {id(e): i for i, e in enumerate(root.iter())}
    places = [order[id(b.element)] for b in blocks if b.kept and b.running]
    first, last = (places[0], places[-1]) if places else (0, 0)
    for block in blocks:
        if id(block.element) not in kept and block.element.tag != "figcaption":
            drop(block.element)
    for image in list(root.iter("img")):
        home = next((e for e in _up(image, 6) if e.tag == "figure"), None)
        slack = 40 if home is not None else 0
        if not first - slack <= order.get(id(image), -1) <= last + slack:
            drop(home if home is not None else image)
    for head in list(root.iter("head", "h1")):
        drop(head)


def _first_line(blocks: list[Block]) -> str:
    return next((b.text[:200] for b in blocks if b.kept), "")


def _up(element: _Element, levels: int) -> list[_Element]:
    """The element and those around it, `levels` in all."""
    found = [element]
    while len(found) < levels and (parent := found[-1].getparent()) is not None:
        found.append(parent)
    return found


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
