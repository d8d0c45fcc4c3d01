"""The Markdown article: its text out as blocks, their translations back in, byte exact."""

from l10n.articles.document import Document, parse
from l10n.articles.editing import edit_front_matter
from l10n.articles.files import load
from l10n.articles.rebuilding import rebuild
from l10n.articles.serializing import serialize

__all__ = ["Document", "edit_front_matter", "load", "parse", "rebuild", "serialize"]
