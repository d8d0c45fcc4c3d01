"""Lines of a file folded into the text of a block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.articles.places import Run, Runs
from l10n.model import Span

_LINE_SPACE = " \t\r"
_NOTE_LABEL = re.compile(r"\[\^[^\]\s]+\]:")
_NO_PREFIX = re.compile(r"[^>\t]")


def fold_lines(text: str, lines: Sequence[Span]) -> tuple[str, Runs]:
    """The text of the lines, which are spans of `text`, and where it stands.

    Soft line breaks become a space; a hard break stays: two spaces or a backslash, and a
    newline. Space at the edges is no part of the text.
    """
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for start, end in _trim(text, lines):
        line = text[start:end]
        content = line.rstrip(_LINE_SPACE)
        if runs:
            parts.append("\n" if _is_hard(parts[-1]) else " ")
            length += 1
        if line[len(content) : len(content) + 2] == "  ":
            content = line[: len(content) + 2]
        parts.append(content)
        runs.append(Run(length, start, len(content)))
        length += len(content)
    return "".join(parts), tuple(runs)


def strip_span(text: str, start: int, end: int) -> Span:
    """The span without the space at its edges."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return start, max(start, end - len(part) + len(part.rstrip()))


def further_indent(text: str, start: int, runs: Runs) -> str:
    """What a further line has to begin with, for a block in the line that begins at `start`.

    The marks of quotations are kept; those of list items and notes become spaces.
    """
    prefix = text[start : runs[0].offset]
    if not prefix or prefix.isspace():
        return prefix
    prefix = _NOTE_LABEL.sub(lambda match: " " * len(match[0]), prefix)
    return _NO_PREFIX.sub(" ", prefix)


def _trim(text: str, lines: Sequence[Span]) -> list[Span]:
    """The lines that are not blank; the outer edges lose their space altogether."""
    full = [(start, end) for start, end in lines if text[start:end].strip(_LINE_SPACE)]
    if full:
        full[0] = (strip_span(text, *full[0])[0], full[0][1])
        full[-1] = (full[-1][0], strip_span(text, *full[-1])[1])
    return [(start, end) for start, end in full if start < end]


def _is_hard(line: str) -> bool:
    return line.endswith("  ") or (len(line) - len(line.rstrip("\\"))) % 2 == 1
