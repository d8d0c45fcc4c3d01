"""Text that a person copied from a newspaper's page."""

from __future__ import annotations

from l10n.errors import InputError
from l10n.importers.inline import clean, escape
from l10n.importers.language import language_of
from l10n.model import ArticleContent


def from_text(text: str, *, language: str | None = None, name: str = "") -> ArticleContent:
    lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
    if not lines:
        raise InputError("is empty", file=name, remedy="give a file with an article in it")
    body = "\n\n".join(escape(line) for line in lines[1:])
    return ArticleContent(lines[0], body + "\n", language or language_of(text))
