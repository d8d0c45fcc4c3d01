"""Import: make an article of a page, a document or pasted text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from l10n import articles, catalogs, importers
from l10n.errors import FileError, InputError
from l10n.model import ArticleContent


def import_source(
    source: str,
    into: Path,
    *,
    language: str | None = None,
    force: bool = False,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Path:
    """Write the article that `source` holds into the folder `into`; returns its path.

    `source` is a path, an http(s) address or `-`. Raises `FileError` where the article is
    there already and `force` is not given.
    """
    found = importers.read_source(
        source, language=language, allow_private=allow_private, stdin=stdin
    )
    attachments: tuple[tuple[str, bytes], ...] = ()
    if isinstance(found, ArticleContent):
        title, text = found.title, articles.serialize(found)
        attachments = found.attachments
    else:
        text = found
        title = articles.parse(text, name=source).title or ""
    if not title.strip():
        raise InputError("no title found", file=source, remedy="put the title on the first line")
    path = into / f"{importers.slug(title)}.md"
    if path.exists() and not force:
        raise FileError(
            "is there already", file=path, remedy="--force overwrites it, or change the title"
        )
    for name, data in attachments:
        catalogs.atomic_write(into / name, data)
    catalogs.atomic_write(path, text.encode())
    return path
