"""The Markdown article: its text out as blocks, their translations back in, byte exact."""

from l10n.articles.document import Document, Head, parse
from l10n.articles.editing import edit_front_matter
from l10n.articles.files import load, load_head
from l10n.articles.rebuilding import rebuild
from l10n.articles.serializing import serialize

__all__ = [
    "Document",
    "Head",
    "edit_front_matter",
    "load",
    "load_head",
    "parse",
    "rebuild",
    "serialize",
]
