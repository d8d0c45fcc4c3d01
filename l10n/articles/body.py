"""Finds the places of the body that hold translatable text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from l10n.articles.folding import fold_lines, further_indent, strip_span
from l10n.articles.inline import Mark, Markup
from l10n.articles.markdown import parse_blocks
from l10n.articles.places import Kind, Place, Reference, Run, Runs, cut, locate
from l10n.articles.text import find_marks, is_images_only
from l10n.model import Span

_ALERT = re.compile(r"\[![A-Za-z]+\][+-]?[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_BAR = re.compile(r"(?<!\\)\|")
_DEFINITION_TITLE = re.compile(
    r"""[ \t](?:"(?P<double>(?:\\.|[^"\\])*)"
      | '(?P<single>(?:\\.|[^'\\])*)'
      | \((?P<round>(?:\\.|[^()\\])*)\))[ \t]*$""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place with its text, its marks and its line (from 0, of the body)."""

    place: Place
    text: str
    marks: list[Mark]
    line: int


def find_places(text: str, base: int) -> list[Found]:
    """All places of `text[base:]` in the order of the file, be there a letter in them or not."""
    return _Finder(text, base).find()


class _Finder:
    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        # The same length as the text, so that offsets agree; trailing spaces mean nothing to
        # blocks, and hard breaks are read from the text itself.
        self.source = text[base:].replace("\r\n", " \n").replace("\r", "\n")
        self.source = self.source.replace("\0", "\ufffd")
        self.tokens, self.env, self.lines = parse_blocks(self.source)
        self.starts = [start for start, _ in self.lines]
        self.cells: list[Span] = []

    def find(self) -> list[Found]:
        found: list[Found] = []
        quotes = column = 0
        for number, token in enumerate(self.tokens):
            if token.type == "inline":
                column += 1
                found += self._inline(number, token, column - 1, quotes > 0)
            elif token.type == "tr_open":
                column = 0
            elif token.type == "blockquote_open":
                quotes += 1
            elif token.type == "blockquote_close":
                quotes -= 1
        found += self._definitions()
        found.sort(key=lambda item: item.place.start)
        return found

    def _inline(self, number: int, token: Token, column: int, quoted: bool) -> Iterator[Found]:
        parent = self.tokens[number - 1]
        if parent.type == "heading_open":
            yield from self._heading(token, parent.markup)
        elif parent.type == "paragraph_open":
            in_item = number > 1 and self.tokens[number - 2].type == "list_item_open"
            yield from self._paragraph(token.meta["cut"], quoted, in_item)
        else:
            yield from self._cell(token, column)

    def _heading(self, token: Token, markup: str) -> Iterator[Found]:
        if not markup.startswith("#"):
            text, runs = self._fold(token.meta["cut"])
            yield from self._text("heading", Kind.TEXT, text, runs)
        elif token.content:
            start = self.source.index(token.content, token.meta["line"][0] + len(markup))
            span = (start, start + len(token.content))
            yield from self._line("heading", Kind.ATX, span)

    def _cell(self, token: Token, column: int) -> Iterator[Found]:
        if column == 0:
            self.cells = _cells(self.source, *token.meta["row"])
        if column < len(self.cells):
            yield from self._line("cell", Kind.CELL, self.cells[column])

    def _paragraph(self, lines: list[Span], quoted: bool, in_item: bool) -> Iterator[Found]:
        if quoted and len(lines) > 1 and self._matches(_ALERT, lines[0]):
            lines = lines[1:]
        elif quoted and self._matches(_ALERT, lines[0]):
            return
        if in_item and (task := _TASK.match(self.source, *lines[0])):
            lines = [(task.end(), lines[0][1]), *lines[1:]]
        text, runs = self._fold(lines)
        marks = find_marks(text, self.env)
        if is_images_only(text, marks):
            yield from self._images(text, runs, marks)
        else:
            yield from self._text("", Kind.TEXT, text, runs, marks)

    def _matches(self, pattern: re.Pattern[str], span: Span) -> bool:
        return pattern.fullmatch(self.source, *span) is not None

    def _images(self, text: str, runs: Runs, marks: list[Mark]) -> Iterator[Found]:
        for mark in marks:
            if mark.markup is not Markup.IMAGE:
                continue
            for caption in self._part("caption", Kind.ALT, text, runs, mark.inner):
                reference = _reference(text, runs, mark)
                yield replace(caption, place=replace(caption.place, reference=reference))
            if mark.title is not None:
                yield from self._part("credit", Kind.TITLE, text, runs, mark.title)

    def _part(self, role: str, kind: Kind, text: str, runs: Runs, span: Span) -> Iterator[Found]:
        start, end = strip_span(text, *span)
        quote = text[span[1]] if kind is Kind.TITLE else ""
        yield from self._text(role, kind, text[start:end], cut(runs, start, end), quote=quote)

    def _line(self, role: str, kind: Kind, span: Span, quote: str = "") -> Iterator[Found]:
        start, end = strip_span(self.source, *span)
        offset = self.base + start
        runs = (Run(0, offset, end - start),) if start < end else ()
        yield from self._text(role, kind, self.text[offset : self.base + end], runs, quote=quote)

    def _text(
        self,
        role: str,
        kind: Kind,
        text: str,
        runs: Runs,
        marks: list[Mark] | None = None,
        quote: str = "",
    ) -> Iterator[Found]:
        if not runs:
            return
        if marks is None:
            marks = find_marks(text, self.env)
        line = bisect_right(self.starts, runs[0].offset - self.base) - 1
        indent = ""
        if kind is Kind.TEXT:
            indent = further_indent(self.text, self.base + self.starts[line], runs)
        yield Found(Place(role, kind, runs, indent, quote), text, marks, line)

    def _fold(self, lines: list[Span]) -> tuple[str, Runs]:
        return fold_lines(self.text, [(self.base + a, self.base + b) for a, b in lines])

    def _definitions(self) -> Iterator[Found]:
        for definition in self.env.get("references", {}).values():
            yield from self._definition(definition)

    def _definition(self, definition: dict[str, Any]) -> Iterator[Found]:
        """The title, where it stands on one line."""
        if not definition["title"]:
            return
        start, end = self.lines[definition["map"][1] - 1]
        match = _DEFINITION_TITLE.search(self.source, start, end)
        if match is not None and match.lastgroup is not None:
            group = match.lastgroup
            if unescapeAll(match[group]) == definition["title"]:
                quote = self.source[match.end(group)]
                yield from self._line("link-title", Kind.TITLE, match.span(group), quote)


def _reference(text: str, runs: Runs, mark: Mark) -> Reference | None:
    start, end = mark.inner
    if text[end : mark.end] not in ("]", "][]"):
        return None
    return Reference(*locate(runs, end, mark.end), text[start:end])


def _cells(source: str, start: int, end: int) -> list[Span]:
    """The cells of a table's row as markdown-it cuts them."""
    start, end = strip_span(source, start, end)
    bars = [match.start() for match in _BAR.finditer(source, start, end)]
    edges = [start - 1, *bars, end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    if cells and cells[0][0] == cells[0][1]:
        cells.pop(0)
    if cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return cells
