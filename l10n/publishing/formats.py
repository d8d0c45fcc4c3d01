"""Which formats there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from l10n.publishing import html, markdown


@dataclass(frozen=True, slots=True)
class Format:
    """One output format."""

    suffix: str
    """Of its files, without the dot."""
    render: Callable[[str, str], bytes]
    """Makes a file of the article's Markdown text and its language."""


FORMATS: Mapping[str, Format] = {
    "md": Format("md", markdown.render),
    "html": Format("html", html.render),
}
"""By the name that `publish --format` takes."""
