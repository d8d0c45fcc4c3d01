"""Markdown: taken as it is where it says its title, else the title is found."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from l10n.errors import InputError
from l10n.importers.language import language_of
from l10n.model import ArticleContent

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_OPEN = re.compile(r"\A\ufeff?---[ \t]*\r?\n[\"']?[\w-]+[\"']?[ \t]*:")
_TITLE = re.compile(
    r"^([\"']?)title\1[ \t]*:[ \t]*(?!(?:\"\"|''|~|null)?[ \t]*(?:#.*)?$)\S", re.MULTILINE
)
_TITLE_BELOW = re.compile(r"^([\"']?)title\1[ \t]*:[ \t]*\r?\n[ \t]+\S", re.MULTILINE)
_EMPTY_TITLE = re.compile(r"^([\"']?)title\1[ \t]*:.*\r?\n", re.MULTILINE)


def from_text(text: str, *, name: str = "", language: str | None = None) -> ArticleContent | str:
    """The article in a Markdown text.

    With a title in its YAML front matter the text is the article, byte for byte, and comes back
    as it is. With front matter that lacks a title, the title is added to it and the rest kept.
    Without front matter the title is the first heading of level 1 (else the first line) and the
    body is the rest, unchanged.

    Raises `InputError` for front matter that is not closed or is not YAML, and where there is
    nothing to take as a title.
    """
    front = _FRONT_MATTER.match(text)
    if front is None:
        _refuse(text, name)
        title, body = _split(text.removeprefix("\ufeff"), name)
        return ArticleContent(title, body, language or language_of(text))
    if _TITLE.search(front["yaml"]) or _TITLE_BELOW.search(front["yaml"]):
        return text
    if not re.search(r"^[\w\"'-]+[ \t]*:", front["yaml"], re.MULTILINE):
        title, body = _split(text.removeprefix("\ufeff"), name)
        return ArticleContent(title, body, language or language_of(text))
    title, body = _split(text[front.end() :], name)
    newline = "\r\n" if "\r\n" in front[0] else "\n"
    start, end = front.span("yaml")
    line = f"title: {json.dumps(title, ensure_ascii=False)}{newline}"
    others = _EMPTY_TITLE.sub("", front["yaml"])
    return text[:start] + line + others + text[end : front.end()] + newline + body


def _refuse(text: str, name: str) -> None:
    if _OPEN.match(text):
        raise InputError(
            "the front matter is not closed", file=name, line=1, remedy="end it with a line ---"
        )
    if re.match(r"\ufeff?\+\+\+[ \t]*\r?\n", text):
        raise InputError(
            "the front matter is TOML", file=name, line=1, remedy="write it as YAML between ---"
        )


def _split(text: str, name: str) -> tuple[str, str]:
    """The title, in plain text, and what is left of `text` without it."""
    lines = text.splitlines(keepends=True)
    title, start, end = _heading(text) or _first_line(lines)
    if not title:
        raise InputError("no title found", file=name, remedy="put the title on the first line")
    before, after = lines[:start], lines[end:]
    if not "".join(before).strip():
        before = []
        while after and not after[0].strip():
            after.pop(0)
    body = "".join(before + after)
    return title, body if not body or body.endswith(("\n", "\r")) else body + "\n"


def _heading(text: str) -> tuple[str, int, int] | None:
    """Text, first line and end line of the first heading of level 1."""
    from markdown_it import MarkdownIt

    for opening, inline in pairwise(MarkdownIt().parse(text)):
        if opening.type == "heading_open" and opening.tag == "h1" and opening.map:
            title = "".join(
                t.content for t in inline.children or () if t.type in ("text", "code_inline")
            )
            if title.strip() and opening.level == 0:
                return " ".join(title.split()), opening.map[0], opening.map[1]
    return None


def _first_line(lines: list[str]) -> tuple[str, int, int]:
    for number, line in enumerate(lines):
        title = line.strip().strip("#*_ ").strip()
        if title:
            return title, number, number + 1
    return "", 0, 0
