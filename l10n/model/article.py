"""An article as importers make it, and its translatable text as blocks and pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start and end of a stretch of a string, in characters, end excluded."""


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """What an importer found: front matter and a CommonMark body."""

    title: str
    """The headline, on one line."""
    body: str
    """CommonMark, without the title and the lead; ends in one newline, or is empty."""
    language: str = "vi"
    """BCP 47 tag of the source language."""
    lead: str = ""
    """The standfirst (sapo), on one line."""
    date: str = ""
    """ISO 8601, with time and offset where the page gives them."""
    author: str = ""
    """As printed."""
    source: str = ""
    """Canonical address of the page."""
    tags: tuple[str, ...] = ()
    """Category and tags, as printed."""
    attachments: tuple[tuple[str, bytes], ...] = ()
    """Photos that came inside the source: address as it stands in `body`, relative to the
    article's folder, and content."""


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of translatable text of an article: a title, a caption or a paragraph.

    `text` is the text as a translator should see it: inline Markdown as it is written, soft
    line breaks and the prefixes of continued lines (`> `, indents) folded to one space,
    hard breaks kept.
    """

    role: str
    """`title`, `lead`, `caption`, `credit`, `heading`, `tag`, `cell`… and "" for body text."""
    text: str
    """Logical text; a `Piece`'s offsets count its characters."""
    line: int
    """Line of the file (from 1) on which it begins."""
    protected: tuple[Span, ...] = ()
    """Stretches of `text` (emphasis, links, code, addresses) in which no segment may end."""
    paragraph: int = 0
    """Number of the block in the article, from 1."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A target for `block.text[start:end]`."""

    start: int
    end: int
    target: str
