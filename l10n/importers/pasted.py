"""Text that a person copied from a newspaper's page, with all that stood around the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.errors import InputError
from l10n.importers.composing import compose
from l10n.importers.core import Core, find_core
from l10n.importers.credits import signature
from l10n.importers.inline import one_line
from l10n.importers.language import language_of
from l10n.importers.lines import Kind, Line, lines_of
from l10n.importers.masthead import Masthead, is_caption, read_masthead, same
from l10n.model import ArticleContent

_LEAD_WORDS = 8
"""A line below the title with as many words is the lead even without a final stop."""
_MENU = 25
"""So many lines without one sentence are a menu or a list, not a short article."""
_MAX_TITLE = 300
_MAX_LENGTH = 1_000_000
"""Characters; a long novel has as many."""


def from_text(text: str, *, language: str | None = None, name: str = "") -> ArticleContent:
    """The article in text that was copied from a browser.

    Navigation, date, title, signature, share buttons, related articles, comments and the footer
    are told from the article by their wording, length, final stops and place, never by the name
    of a newspaper. The first paragraph is the lead. Without a title above it, the first line is
    the title. Photos are images on lines of their own; see `composing.NO_FILE`.

    Raises `InputError` where there is no text, or only a list of headlines.
    """
    if len(text) > _MAX_LENGTH:
        raise InputError(
            f"is longer than {_MAX_LENGTH:,} characters", file=name, remedy="copy one article alone"
        )
    language = language or language_of(text)
    lines = lines_of(text, language)
    if not lines:
        raise InputError("is empty", file=name, remedy="give a file with an article in it")
    core = find_core(lines)
    if core is None:
        return _short_note(lines, language, name)
    masthead = read_masthead(lines, core)
    if masthead is None:
        return _untitled(lines, core, language)
    return _article(masthead, [*_opening(lines, masthead, core), *core.lines], language)


def _article(masthead: Masthead, lines: Sequence[Line], language: str) -> ArticleContent:
    lead, body = _split_lead(lines, masthead.title)
    return ArticleContent(
        title=masthead.title,
        body=compose(body),
        language=language,
        lead=lead,
        date=masthead.date,
        author=masthead.author,
        tags=masthead.tags,
    )


def _opening(lines: Sequence[Line], masthead: Masthead, core: Core) -> list[Line]:
    """Paragraphs and photos that a date line or buttons part from the rest of the prose."""
    first, last = masthead.index + 1, core.start - 1
    kept: list[Line] = []
    for n in range(first, core.start):
        line = lines[n]
        if same(line.text) == same(masthead.title):
            continue
        if line.kind in (Kind.PROSE, Kind.IMAGE, Kind.CAPTION) or (
            line.kind is Kind.SHORT
            and (is_caption(lines, n) or (n in (first, last) and _is_lead(line)))
        ):
            kept.append(line)
    return kept


def _is_lead(line: Line) -> bool:
    return line.kind is Kind.SHORT and line.words >= _LEAD_WORDS and signature(line.text) == ""


def _split_lead(lines: Sequence[Line], title: str) -> tuple[str, list[Line]]:
    """The first paragraph, and the lines without it and without repetitions of it or the title."""
    captions = {id(line) for n, line in enumerate(lines) if is_caption(lines, n)}
    paragraphs = [
        line
        for line in lines
        if line.kind is Kind.PROSE or (_is_lead(line) and id(line) not in captions)
    ]
    texts = sum(line.kind in (Kind.PROSE, Kind.ITEM) for line in lines)
    photos = sum(line.kind is Kind.CAPTION for line in lines)
    if not paragraphs or (texts < 2 and photos < 2):
        return "", list(lines)
    lead = paragraphs[0].text
    printed = {same(title), same(lead)}
    return lead, [line for line in lines if same(line.text) not in printed]


def _untitled(lines: Sequence[Line], core: Core, language: str) -> ArticleContent:
    """The copy begins with its first paragraph: that, or its first sentence, is the title."""
    first, rest = core.lines[0].text, core.lines[1:]
    sentence = re.split(r"(?<=[.!?…])\s+", first, maxsplit=1)[0]
    masthead = read_masthead(
        [Line(sentence, Kind.SHORT, gap=True), *lines[core.start + 1 :]],
        Core(rest, 1, core.end - core.start, core.author, core.signed),
    )
    title = _cut(sentence.removesuffix("."))
    body = rest if sentence == first and rest else core.lines
    if masthead is None:
        return ArticleContent(title, compose(body), language, author=core.author)
    found = Masthead(title, 0, masthead.date, masthead.author, masthead.tags)
    return _article(found, body, language)


def _cut(title: str) -> str:
    if len(title) <= _MAX_TITLE:
        return title
    return title[:_MAX_TITLE].rpartition(" ")[0] or title[:_MAX_TITLE]


def _short_note(lines: Sequence[Line], language: str, name: str) -> ArticleContent:
    """A text without one paragraph: a short note, unless it is as long as a menu."""
    text = [
        line for line in lines if line.kind in (Kind.SHORT, Kind.ITEM, Kind.IMAGE, Kind.CAPTION)
    ]
    if not text or len(text) > _MENU:
        raise InputError(
            "no article found, only headlines or menu entries",
            file=name,
            remedy="copy the page from the title to the author's name",
        )
    date = next((line.date.iso for line in lines if line.date and line.date.iso), "")
    title = one_line(text[0].text)
    return ArticleContent(_cut(title), compose(text[1:]), language, date=date)
