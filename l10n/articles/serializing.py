"""Writes a new article."""

from __future__ import annotations

from l10n.articles.scalars import inline_scalar
from l10n.model import ArticleContent


def serialize(content: ArticleContent) -> str:
    """The file of an article: YAML front matter, an empty line, the body.

    Values that are empty are left out; every value stands on one line.
    """
    values = {
        "title": content.title,
        "language": content.language,
        "date": content.date,
        "lead": content.lead,
        "author": content.author,
        "source": content.source,
    }
    lines = [
        f"{key}: {inline_scalar(value, dates=key == 'date')}"
        for key, value in values.items()
        if value
    ]
    if content.tags:
        lines.append(f"tags: [{', '.join(inline_scalar(tag, flow=True) for tag in content.tags)}]")
    body = f"\n{content.body}" if content.body else ""
    return "\n".join(["---", *lines, "---", body])
