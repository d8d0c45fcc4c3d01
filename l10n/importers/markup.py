"""An HTML subtree -> CommonMark: headings, paragraphs, lists, quotations, tables, photos."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from lxml.etree import _Element

from l10n.importers.blocks import Group, Leaf, Outline, render
from l10n.importers.inline import (
    Run,
    clean,
    escape,
    inline_markdown,
    one_line,
    photo,
    plain_text,
    printable,
)
from l10n.importers.tables import is_layout, table_markdown

__all__ = ["address", "escape", "photo", "text_of", "to_markdown"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DROPPED = _words(
    "script style noscript template head iframe object embed applet svg math canvas button"
    " input select option textarea video audio track map area dialog nav"
)
_BLOCKS = _words(
    "address article aside body center dd details div dl dt fieldset figcaption figure footer"
    " form header hgroup html main p section summary caption tr td th tbody thead tfoot table"
)
_OWN_BLOCKS = ("table", "blockquote", "ul", "ol", "pre")
_NESTED = frozenset(("ul", "ol", "li", "blockquote"))
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite", "dfn", "var"))
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_SUPERSCRIPT = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BLANKS = re.compile(r"\s+")
_MAX_ADDRESS = 2_000


def to_markdown(element: _Element, base: str = "") -> str:
    """What stands in `element` as CommonMark; ends in one newline, or is "".

    A photo is an image on its own line: the `figcaption` of its `figure` (else the image's
    `alt`) is the alt text, the image's `title` the credit. Addresses are made absolute with
    `base`; links that are no http, https, mailto or tel address keep their text only. Headings
    begin at level 2. Scripts, form fields and embedded objects are left out; no HTML is written.
    """
    builder = _Builder(base)
    builder.walk(element)
    return render(builder.outline.document)


def address(value: str, base: str = "") -> str:
    """`value` as an absolute address for Markdown, or "" where it is none to follow."""
    value = "".join(c for c in value.strip() if c.isprintable())
    if not value or value.startswith("#") or len(value) > _MAX_ADDRESS:
        return ""
    try:
        absolute = urljoin(base, value)
        scheme = urlsplit(absolute).scheme.lower()
    except ValueError:
        return ""
    if scheme not in ("http", "https", "mailto", "tel"):
        return ""
    return quote(absolute, safe="!#$%&'*+,/:;=?@[]~-._|").replace("|", "%7C").replace("*", "%2A")


def text_of(element: _Element) -> str:
    """All text in `element`, as it stands."""
    return "".join(str(text) for text in element.itertext())


class _Builder:
    """Walks a tree once, without recursion, and builds blocks out of it."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.outline = Outline()
        self.runs: list[Run] = []
        self.level = 0
        self.bold = self.italic = self.code = 0
        self.links: list[str] = []

    def walk(self, root: _Element) -> None:
        """Feeds every element and text of `root` in document order."""
        stack: list[tuple[_Element, Iterator[_Element]]] = []
        if self.enter(root):
            self.text(root.text)
            stack.append((root, iter(root)))
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.leave(element)
                if stack:
                    self.text(element.tail)
            elif isinstance(child.tag, str) and self.enter(child):
                self.text(child.text)
                stack.append((child, iter(child)))
            else:
                self.text(child.tail)
        self.flush()

    def text(self, text: str | None) -> None:
        """Adds plain text in the present style."""
        if text:
            self.add(_BLANKS.sub(" ", clean(text)))

    def add(self, text: str) -> None:
        """Adds clean text, in which a line feed is a hard break."""
        href = self.links[-1] if self.links else ""
        bold = self.bold > 0 and not self.level
        self.runs.append(Run(text, bold, self.italic > 0, self.code > 0, href))

    def enter(self, element: _Element) -> bool:
        """Opens `element`; False where its children are not to be walked."""
        tag = element.tag
        if tag in _DROPPED or element.get("hidden") is not None:
            return False
        if tag in ("img", "br", "hr", "pre", "sup", "sub"):
            return self.single(element)
        if tag == "table" and not is_layout(element):
            self.table(element)
            return False
        if tag == "figure" and self.figure(element):
            return False
        if tag in _BLOCKS or tag in _HEADINGS or tag in _NESTED:
            self.flush()
            self.level = _HEADINGS.get(tag, self.level)
            self.nest(element)
        else:
            self.style(element, 1)
        return True

    def leave(self, element: _Element) -> None:
        """Closes what `enter` opened."""
        tag = element.tag
        if tag in _BLOCKS or tag in _HEADINGS or tag in _NESTED:
            self.flush()
            if tag in _HEADINGS:
                self.level = 0
            if tag in _NESTED:
                self.outline.end()
        else:
            self.style(element, -1)

    def style(self, element: _Element, step: int) -> None:
        """Begins (1) or ends (-1) an inline element."""
        tag, css = element.tag, element.get("style") or ""
        if tag in _BOLD or (css and _BOLD_STYLE.search(css)):
            self.bold += step
        if tag in _ITALIC or (css and _ITALIC_STYLE.search(css)):
            self.italic += step
        if tag in _CODE:
            self.code += step
        if tag == "q":
            self.add("“" if step > 0 else "”")
        if tag == "a":
            if step > 0:
                self.links.append(address(element.get("href") or "", self.base))
            else:
                self.links.pop()

    def single(self, element: _Element) -> bool:
        """An element that is taken whole; always False."""
        tag = element.tag
        if tag == "br":
            self.line_break()
        elif tag == "img":
            self.image(element, "", "")
        elif tag == "pre":
            self.preformatted(element)
        elif tag == "hr":
            self.flush()
            self.outline.put(Leaf("***"))
        else:
            self.raised(element)
        return False

    def raised(self, element: _Element) -> None:
        """`m<sup>2</sup>` becomes m²; anything that has no such characters stays as it is."""
        text = one_line(text_of(element))
        table = _SUPERSCRIPT if element.tag == "sup" else _SUBSCRIPT
        plain = all(ord(c) in table for c in text)
        self.add(text.translate(table) if plain else text)

    def line_break(self) -> None:
        """A new paragraph after a sentence or another break, else a hard break."""
        text = "".join(run.text for run in self.runs[-4:])
        if text.endswith("\n") or _SENTENCE_END.search(text.rstrip(" ")[-8:]):
            self.flush()
        elif text.strip():
            self.add("\n")

    def preformatted(self, element: _Element) -> None:
        """A fenced code block, its fence longer than any inside."""
        self.flush()
        lines = [line.rstrip() for line in printable(text_of(element)).split("\n")]
        text = "\n".join(lines).strip("\n")
        fence = "`" * max(3, 1 + max((len(m) for m in re.findall("`+", text)), default=0))
        if text.strip():
            self.outline.put(Leaf(f"{fence}\n{text}\n{fence}"))

    def table(self, element: _Element) -> None:
        """A GFM table, after its caption."""
        self.flush()
        for child in element.iterchildren("caption"):
            self.text(text_of(child))
            self.flush()
        markdown = table_markdown(element, self.cell)
        if markdown:
            self.outline.put(Leaf(markdown))

    def cell(self, element: _Element) -> str:
        """A cell's text on one line; `rows_of` gave the cell, no table stands inside it."""
        inner = _Builder(self.base)
        inner.walk(element)
        return " ".join(_cell_texts(inner.outline.document))

    def figure(self, element: _Element) -> bool:
        """A figure with photos and nothing else of its own; False for any other."""
        if next(element.iterdescendants(*_OWN_BLOCKS), None) is not None:
            return False
        images = list(element.iterdescendants("img"))
        if not images:
            return False
        self.flush()
        captions = [one_line(text_of(c)) for c in element.iterdescendants("figcaption")]
        caption = " ".join(c for c in captions if c)
        for image in images:
            self.image(image, caption if image is images[-1] else "", image.get("title") or "")
        return True

    def image(self, element: _Element, caption: str, credit: str) -> None:
        """A photo on its own line."""
        source = address(element.get("src") or "", self.base)
        if not source:
            return
        self.flush()
        caption = caption or element.get("alt") or ""
        self.outline.put(Leaf(photo(source, caption, credit)))

    def nest(self, element: _Element) -> None:
        """Opens a quotation, a list or an item."""
        tag = element.tag
        if tag == "blockquote":
            self.outline.begin(Group("quote"))
        elif tag in ("ul", "ol"):
            start = element.get("start") or "1"
            number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
            self.outline.begin(Group("list", ordered=tag == "ol", start=number))
        elif tag == "li":
            self.outline.begin(Group("item"))

    def flush(self) -> None:
        """Ends the paragraph or heading."""
        runs, self.runs = self.runs, []
        if not plain_text(runs):
            return
        markdown = inline_markdown(runs)
        if self.level:
            markdown = markdown.replace("\\\n", " ")
        self.outline.put(Leaf(markdown, self.level))


def _cell_texts(group: Group) -> Iterator[str]:
    for child in group.children:
        if isinstance(child, Group):
            yield from _cell_texts(child)
        else:
            yield child.markdown.replace("\\\n", " ").replace("\n", " ")
