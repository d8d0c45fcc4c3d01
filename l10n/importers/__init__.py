"""Makes articles of what newsrooms have: web pages, pasted page text, DOCX and Markdown."""

from l10n.importers.naming import slug
from l10n.importers.reading import read_source

__all__ = ["read_source", "slug"]
