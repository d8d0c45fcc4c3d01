"""Bytes of a web page -> a tree in which every text stands in a block of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.etree import _Element

from l10n.errors import InputError
from l10n.importers.decoding import MAX_BYTES, decode, gunzip, too_large

_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})"""
    rb"""|^\s*<\?xml\b[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{1,40})""",
    re.IGNORECASE,
)
_UTF8 = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii", b"unicode-1-1-utf-8"))
_WESTERN = frozenset(
    [b"iso-8859-1", b"iso-8859-15", b"latin1", b"latin-1", b"windows-1252", b"cp1252"]
)
_ANY_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table|section)\b", re.IGNORECASE
)
_WRAPPERS = re.compile(
    r"</?(?:div|span|font|section|center|b|i|em|strong|ul|ol|blockquote)\b[^<>]*>"
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b")
# TCVN3 and VNI put letters where Latin-1 has signs: "C«ng ty", "Vieät" never does Unicode text.
_SIGN_IN_WORD = re.compile("[A-Za-z][\xa1-\xa9\xab-\xb6\xb8\xb9\xbb-\xbf\xd7\xf7]+[A-Za-z]")
_VIETNAMESE = re.compile("[ạ-ỹĂăĐđƠơƯư]")
_OLD_FONT = re.compile(
    r"""(?:face|font-family)\s*[=:]\s*["']?(?:\.Vn|VNI-|VNtimes)""", re.IGNORECASE
)
_REMEDY = "convert it to UTF-8 first"

BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
"""Elements that end the line of text they stand in."""

_NO_TEXT = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button"]
)


def parse(data: bytes, name: str) -> _Element:
    """The page's tree.

    Raises `InputError` for what is empty, too large, binary, not HTML, or in (or declared as)
    another encoding than UTF-8. Nothing is loaded from outside, entities are those of HTML.
    """
    data = gunzip(data, name)
    if len(data) > MAX_BYTES:
        raise too_large(name)
    refuse_declared(data, name)
    text = decode(data, name).removeprefix("\ufeff")
    _refuse_legacy(text, name)
    if _FEED.match(text):
        raise InputError("is a feed, not a page", file=name, remedy="import one of its articles")
    if not _ANY_TAG.search(text):
        raise InputError("is not an HTML page", file=name, remedy="save the page as HTML")
    tree = _tree(text)
    if not "".join(map(str, tree.itertext())).strip():
        raise InputError("is an empty page", file=name, remedy="save it again after it has loaded")
    return tree


def _tree(text: str) -> _Element:
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    tree = html.document_fromstring(text.encode(), parser=parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # Nested deeper than the parser goes: it leaves out the rest, so the nesting is given up.
        return html.document_fromstring(_WRAPPERS.sub(" ", text).encode(), parser=parser)
    return tree


def refuse_declared(data: bytes, name: str) -> None:
    """Raises `InputError` where the page says of itself that it isn't UTF-8.

    A Western label on a page whose letters are valid UTF-8 is a left-over of the page's server:
    tools that save pages write UTF-8 and leave the label alone.
    """
    for match in _DECLARED.finditer(data[:8_000]):
        declared = (match[1] or match[2]).lower()
        stale = declared in _WESTERN and _is_utf8_beyond_ascii(data)
        if declared not in _UTF8 and not stale:
            raise InputError(
                f"is declared as {declared.decode('ascii', 'replace')}, not UTF-8",
                file=name,
                line=data.count(b"\n", 0, match.start()) + 1,
                remedy=_REMEDY,
            )


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _refuse_legacy(text: str, name: str) -> None:
    """Text in TCVN3 or VNI that somebody saved as UTF-8 is still unreadable."""
    if _VIETNAMESE.search(text):
        return
    suspicious = len(_SIGN_IN_WORD.findall(text[:200_000]))
    if suspicious > 20 or (suspicious and _OLD_FONT.search(text[:200_000])):
        raise InputError("is in a legacy Vietnamese encoding", file=name, remedy=_REMEDY)


def separate(root: _Element) -> None:
    """Puts every run of text that stands beside blocks into a `p` of its own.

    After that, whatever has text has no blocks inside, so a block is one thing to keep or drop.
    """
    for element in list(root.iter(*BLOCKS)):
        if element.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "tr"):
            continue
        if holds_blocks(element):
            _wrap_runs(element)


def holds_blocks(element: _Element) -> bool:
    """Whether a block stands anywhere inside."""
    return next(element.iterdescendants(*BLOCKS), None) is not None


def _wrap_runs(parent: _Element) -> None:
    run: _Element | None = None
    if (parent.text or "").strip():
        run = parent.makeelement("p")
        run.text, parent.text = parent.text, None
        parent.insert(0, run)
    for child in list(parent):
        if child is run:
            continue
        if child.tag in BLOCKS or child.tag in ("img", "picture", *_NO_TEXT) or holds_blocks(child):
            run = None
            if (child.tail or "").strip():
                run = parent.makeelement("p")
                run.text, child.tail = child.tail, None
                child.addnext(run)
        else:
            if run is None:
                run = parent.makeelement("p")
                child.addprevious(run)
            run.append(child)  # lxml moves the tail along


def leaves(root: _Element) -> Iterator[_Element]:
    """The blocks under `root` that hold text and no further blocks, in order."""
    for element in root.iter(*BLOCKS):
        if not holds_blocks(element) and "".join(map(str, element.itertext())).strip():
            yield element


def drop(element: _Element) -> None:
    """Takes `element` out of its tree; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    previous = element.getprevious()
    if tail and previous is not None:
        previous.tail = (previous.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def ancestors(element: _Element) -> list[_Element]:
    """The elements around `element`, innermost first."""
    return list(element.iterancestors())


def strip_invisible(root: _Element) -> None:
    """Takes out what is never seen as text."""
    etree.strip_elements(root, "script", "style", "template", "svg", with_tail=False)
