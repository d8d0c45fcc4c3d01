"""Where code, links, images and emphasis stand in a text.

markdown-it's own inline rules do the reading, so that what counts as a link is what CommonMark
says; this parser only notes at which positions they succeeded.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline, link_pairs
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from l10n.model import Span


class Markup(enum.Enum):
    """What an inline construct is."""

    CODE = "code"
    HTML = "html"
    ADDRESS = "address"
    REFERENCE = "reference"
    LINK = "link"
    IMAGE = "image"
    NOTE = "note"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline construct: `start` to `end` in all, `inner` what is text of it."""

    markup: Markup
    start: int
    end: int
    inner: Span
    title: Span | None = None
    """What stands between the quotes of an image's title."""


_OPAQUE = {
    "code_inline": Markup.CODE,
    "html_inline": Markup.HTML,
    "footnote_ref": Markup.REFERENCE,
}


# The first characters of all constructs; what stands between them is text.
_SIGN = re.compile(r"[`*_\[<\\]|~~|!\[|\^\[")


class InlineState(StateInline):
    """Keeps the marks beside the tokens."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.marks: list[Mark] = []
        self.positions: dict[int, Span] = {}
        """Start and end of the delimiter that a token stands for."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """As in markdown-it; a closing link stands right after its text."""
        token = super().push(ttype, tag, nesting)
        if ttype == "link_close":
            token.meta["label_end"] = self.pos
        return token


class InlineParser(ParserInline):
    """The inline parser of markdown-it, without output."""

    def marks(self, source: str, md: MarkdownIt, env: Any) -> list[Mark]:
        """All constructs of a text, in no particular order; they nest, but never cross."""
        state = InlineState(source, md, env, [])
        self.tokenize(state)
        link_pairs(state)
        delimiters = [state.delimiters]
        delimiters += [meta["delimiters"] for meta in state.tokens_meta if meta]
        for group in delimiters:
            state.marks += _pairs(group, state.positions)
        return state.marks

    def tokenize(self, state: StateInline) -> None:
        """The loop of markdown-it, noting what each rule took.

        The rules of images and notes ask for their inside with a state of markdown-it's own;
        nobody needs the outcome.
        """
        if not isinstance(state, InlineState):
            return
        rules = self.ruler.getRules("")
        end = state.posMax
        deepest = state.md.options["maxNesting"]
        while (sign := _SIGN.search(state.src, state.pos, end)) is not None:
            start = sign.start()
            # Without the text between them, markdown-it takes two delimiters for one run.
            state.append_pending(state.src[state.pos : start])
            state.pos = start
            tokens, delimiters = len(state.tokens), len(state.delimiters)
            if state.level < deepest and _apply(rules, state):
                if len(state.tokens) > tokens:
                    _note(state, start, delimiters)
            else:
                state.append_pending(state.src[start])
                state.pos = start + 1
        state.append_pending(state.src[state.pos : end])
        state.pos = end


def _apply(rules: list[RuleFuncInlineType], state: InlineState) -> bool:
    for rule in rules:  # noqa: SIM110 - parsing spends its time here, and a loop takes less
        if rule(state, False):
            return True
    return False


def _note(state: InlineState, start: int, delimiters: int) -> None:
    token, end = state.tokens[-1], state.pos
    if token.type in _OPAQUE:
        markup = _OPAQUE[token.type]
        inner = (end, end)
        if state.src.startswith("^[", start):
            markup, inner = Markup.NOTE, (start + 2, end - 1)
        state.marks.append(Mark(markup, start, end, inner))
    elif token.type == "link_close" and token.info == "auto":
        state.marks.append(Mark(Markup.ADDRESS, start, end, (end, end)))
    elif token.type == "link_close":
        inner = (start + 1, token.meta["label_end"])
        state.marks.append(Mark(Markup.LINK, start, end, inner))
    elif token.type == "image":
        inner = (start + 2, start + 2 + len(token.content))
        title = _title(state.src, inner[1] + 1, end)
        state.marks.append(Mark(Markup.IMAGE, start, end, inner, title))
    else:
        _note_delimiters(state, end, state.delimiters[delimiters:])


def _note_delimiters(state: InlineState, end: int, new: list[Delimiter]) -> None:
    """A run of delimiters ends at `end`; a tilde's are two characters wide, the others' one."""
    for delimiter in reversed(new):
        width = 2 if delimiter.marker == ord("~") else 1
        state.positions[delimiter.token] = (end - width, end)
        end -= width


def _pairs(delimiters: list[Delimiter], positions: dict[int, Span]) -> Iterator[Mark]:
    for opener in delimiters:
        if opener.end >= 0:
            first = positions[opener.token]
            last = positions[delimiters[opener.end].token]
            yield Mark(Markup.EMPHASIS, first[0], last[1], (first[1], last[0]))


def _title(source: str, position: int, end: int) -> Span | None:
    """The title in `(address "title")`, which begins at `position`."""
    if not source.startswith("(", position):
        return None
    start = _skip_space(source, position + 1, end)
    destination = parseLinkDestination(source, start, end)
    start = _skip_space(source, destination.pos if destination.ok else start, end)
    title = parseLinkTitle(source, start, end, None)
    return (start + 1, title.pos - 1) if title.ok else None


def _skip_space(source: str, position: int, end: int) -> int:
    while position < end and source[position] in " \t\n":
        position += 1
    return position
