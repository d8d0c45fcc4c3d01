"""Markdown: the article as it is."""

from __future__ import annotations


def render(text: str, _language: str) -> bytes:
    """The article's text, encoded."""
    return text.encode()
