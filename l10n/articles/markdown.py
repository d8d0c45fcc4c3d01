"""CommonMark with GFM tables, strikethrough and footnotes, parsed so that positions are known.

markdown-it tells on which lines a block stands, not where its text begins on them; the block
state below notes that at the moment at which the parser cuts the text out.
"""

from __future__ import annotations

import functools
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from l10n.articles.inline import InlineParser, Mark
from l10n.model import Span

_MAX_NESTING = 60


class _Markdown(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address as it is: nobody reads it, and encoding it takes long."""
        return url


@functools.cache
def parser() -> MarkdownIt:
    """The one parser of the process; it keeps no state between texts."""
    md = _Markdown("zero")
    md.inline = InlineParser()
    md.configure("commonmark", options_update={"maxNesting": _MAX_NESTING})
    md.enable(["table", "strikethrough"])
    return md.use(footnote_plugin, move_to_end=False)


class BlockState(StateBlock):
    """Notes in the meta of every `inline` token where its text stands.

    `cut`: the lines of a paragraph or setext heading, without prefix; `line`: the line of an
    ATX heading; `row`: the line of a table's cell. All are spans of `src`.
    """

    cut: list[Span]

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
        """As in markdown-it, which asks for exactly the lines of one paragraph here."""
        lines = super().getLines(begin, end, indent, keepLastLF)
        if not keepLastLF:
            self.cut = [
                (self.eMarks[number] - len(line.lstrip(" \t")), self.eMarks[number])
                for number, line in enumerate(lines.split("\n"), begin)
            ]
        return lines

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """As in markdown-it."""
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            token.meta["cut"] = getattr(self, "cut", [])
            token.meta["line"] = self._content(self.line - 1)
        elif ttype == "table_close":
            self._note_rows()
        return token

    def _content(self, line: int) -> Span:
        return self.bMarks[line] + self.tShift[line], self.eMarks[line]

    def _note_rows(self) -> None:
        for token in reversed(self.tokens):
            if token.type == "table_open":
                return
            if token.type == "inline" and token.map:
                token.meta["row"] = self._content(token.map[0])


def parse_blocks(source: str) -> tuple[list[Token], dict[str, Any], list[Span]]:
    r"""Block tokens, the environment with its definitions, and the spans of the lines.

    `source` has only `\n` as line end.
    """
    md = parser()
    env: dict[str, Any] = {}
    state = BlockState(source, md, env, [])
    md.block.tokenize(state, 0, state.lineMax)
    return state.tokens, env, list(zip(state.bMarks, state.eMarks, strict=True))


def inline_marks(text: str, env: dict[str, Any]) -> list[Mark]:
    """The inline constructs of a text, read with the definitions of its file."""
    md = parser()
    inline: InlineParser = md.inline  # type: ignore[assignment]
    return inline.marks(text, md, env)
