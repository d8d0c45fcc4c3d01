"""HTML: one page that stands alone, with nothing in it that could run."""

from __future__ import annotations

import re
from html import escape

import yaml

# The article is rebuilt from a file that was parsed before, so the block is well formed.
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<article>
{head}{body}</article>
</body>
</html>
"""


def render(text: str, language: str) -> bytes:
    """A page with title, lead and body; raw HTML of the article is shown as text."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    keys = yaml.safe_load(front[1]) if front else None
    keys = keys if isinstance(keys, dict) else {}
    title, lead = (str(keys.get(key) or "") for key in ("title", "lead"))
    head = f"<h1>{escape(title)}</h1>\n" if title else ""
    head += f'<p class="lead">{escape(lead)}</p>\n' if lead else ""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    body = parser.render(text[front.end() :] if front else text)
    page = _PAGE.format(
        language=escape(language), title=escape(title or language), head=head, body=body
    )
    return page.encode()
