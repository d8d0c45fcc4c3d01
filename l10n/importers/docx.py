"""Word documents: headings, paragraphs, lists, tables, links and photos with captions."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from l10n.errors import InputError
from l10n.importers.credits import split_credit
from l10n.importers.inline import one_line
from l10n.importers.language import language_of
from l10n.importers.markup import text_of, to_markdown
from l10n.importers.naming import slug
from l10n.importers.package import checked
from l10n.model import ArticleContent

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.lead:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
comment-reference =>
"""
_SUFFIXES = {
    "image/jpeg": "jpg",
    "image/jpg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "image/svg+xml": "svg",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
}
_BASE = "http://document.invalid/"
"""Stands for the article's folder while addresses are made absolute (RFC 2606)."""
_MAX_CAPTION = 600
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class _Photos:
    """The pictures met so far."""

    contents: list[tuple[str, bytes]] = field(default_factory=list)

    def take(self, image: Any) -> dict[str, str]:
        """Keeps one picture; gives the attributes of its element."""
        suffix = _SUFFIXES.get(image.content_type or "", "bin")
        name = f"{len(self.contents) + 1}.{suffix}"
        with image.open() as stream:
            self.contents.append((name, stream.read()))
        return {"src": name}


def from_docx(data: bytes, *, name: str = "", language: str | None = None) -> ArticleContent:
    """The article in a .docx file.

    The title is the paragraph in style Title, else the first heading, else the first paragraph;
    a paragraph in style Subtitle is the lead. A paragraph below a photo in style Caption, or one
    that ends in a credit, is the photo's caption. Photos are in `attachments` under
    `images/<slug>-<n>.<suffix>`, the address that they have in the body. Nothing outside
    the file is followed.

    Raises `InputError` for what is no .docx file, is encrypted or damaged, or unpacks to more
    than it may (see `package`).
    """
    checked(data, name)
    photos = _Photos()
    root = _root(_html(data, name, photos))
    _set_captions(root)
    _drop_bookmarks(root)
    title = _take_title(root)
    if not title:
        raise InputError("has no text", file=name, remedy="give a document with an article in it")
    lead = _take_lead(root)
    stem = f"images/{slug(title)}-"
    for image in root.iter("img"):
        image.set("src", _BASE + stem + (image.get("src") or ""))
    body = to_markdown(root, _BASE).replace(_BASE, "")
    return ArticleContent(
        title,
        body,
        language or language_of(f"{title}\n{text_of(root)}"),
        lead=lead,
        attachments=tuple((stem + file, content) for file, content in photos.contents),
    )


def _html(data: bytes, name: str, photos: _Photos) -> str:
    import mammoth

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(photos.take),
        )
    except RecursionError as error:
        raise InputError("is nested too deeply", file=name, remedy="simplify it in Word") from error
    except Exception as error:
        raise InputError(
            f"is a damaged Word file: {error}", file=name, remedy="open it in Word and save it anew"
        ) from error
    return str(result.value)


def _root(page: str) -> _Element:
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root: _Element = html.fragment_fromstring(page.encode(), create_parent="div", parser=parser)
    return root


def _set_captions(root: _Element) -> None:
    """Puts every photo, with the caption that stands in or below its paragraph, into a figure."""
    for image in list(root.iter("img")):
        block = image
        while block.getparent() is not root and block.getparent() is not None:
            block = block.getparent()  # type: ignore[assignment]
        if block.tag != "p" or len(list(block.iter("img"))) > 1:
            continue
        own, below = one_line(text_of(block)), block.getnext()
        caption = own
        if not own and below is not None and _is_caption(below):
            caption = one_line(text_of(below))
            _remove(below)
        _make_figure(block, image, caption)


def _is_caption(paragraph: _Element) -> bool:
    text = one_line(text_of(paragraph))
    if paragraph.tag != "p" or not 0 < len(text) <= _MAX_CAPTION:
        return False
    return paragraph.get("class") == "caption" or split_credit(text) is not None


def _make_figure(block: _Element, image: _Element, text: str) -> None:
    """Turns the paragraph of a photo into a figure; caption and credit are told apart."""
    caption, credit = split_credit(text) or (text or image.get("alt") or "", "")
    source = image.get("src") or ""
    block.clear()
    block.tag = "figure"
    made = block.makeelement("img")
    made.set("src", source)
    if credit:
        made.set("title", credit)
    below = block.makeelement("figcaption")
    below.text = caption
    block.extend([made, below])


def _drop_bookmarks(root: _Element) -> None:
    """Drops the anchors that Word sets as bookmarks: they have neither text nor address."""
    for anchor in list(root.iter("a")):
        if not anchor.get("href") and not len(anchor) and not (anchor.text or ""):
            anchor.drop_tag()  # type: ignore[attr-defined]


def _take_title(root: _Element) -> str:
    """The title's text; its element is taken out."""
    titles = [e for e in root.iter("h1") if e.get("class") == "title"]
    headings = list(root.iter(*_HEADINGS))
    paragraphs = list(root.iter("p"))
    for element in [*titles, *headings, *paragraphs]:
        text = one_line(text_of(element))
        if text:
            _remove(element)
            return text
    return ""


def _take_lead(root: _Element) -> str:
    for element in root.iter("p"):
        text = one_line(text_of(element))
        if element.get("class") == "lead" and text:
            _remove(element)
            return text
    return ""


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
