"""What of a text is for translators, and where a segment must not end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from l10n.articles.inline import Mark, Markup
from l10n.articles.markdown import inline_marks
from l10n.model import Span

_LETTER = re.compile(r"[^\W\d_]")
_MAY_HAVE_MARKUP = re.compile(r"[`*_\[<]|~~")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,32};")
# Each with what a text must have to be searched for it, because searching takes longer.
_ADDRESSES = (
    ("://", re.compile(r"""(?:[Hh][Tt]{2}[Pp][Ss]?|[Ff][Tt][Pp])://[^\s<>"`|]+""")),
    ("www.", re.compile(r"""(?<![\w./])www\.[^\s<>"`|]+""")),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")),
)
_AFTER_ADDRESS = ".,;:!?)]}'\"*_~…”’»"
_SHELLS = frozenset({Markup.LINK, Markup.EMPHASIS})
_WHOLE = frozenset({Markup.IMAGE, Markup.HTML, Markup.REFERENCE})


def find_marks(text: str, env: dict[str, Any]) -> list[Mark]:
    """The inline constructs of a text and its bare addresses."""
    marks: list[Mark] = []
    if _MAY_HAVE_MARKUP.search(text):
        marks = inline_marks(text, env)
    for sign, pattern in _ADDRESSES:
        if sign in text:
            marks += _addresses(text, pattern)
    return marks


def has_text(text: str, marks: list[Mark]) -> bool:
    """Whether a letter stands outside markup, code and addresses."""
    if _LETTER.search(text) is None:
        return False
    if not marks and "&" not in text:  # as nearly always
        return True
    hidden = [
        span for mark in marks for span in ((mark.start, mark.inner[0]), (mark.inner[1], mark.end))
    ]
    hidden += [match.span() for match in _ENTITY.finditer(text)]
    return _LETTER.search(_blank(text, hidden)) is not None


def is_images_only(text: str, marks: list[Mark]) -> bool:
    """Whether nothing but images is to be seen, be they links or not."""
    if not any(mark.markup is Markup.IMAGE for mark in marks):
        return False
    hidden: list[Span] = []
    for mark in marks:
        if mark.markup in _WHOLE:
            hidden.append((mark.start, mark.end))
        elif mark.markup in _SHELLS:
            hidden += [(mark.start, mark.inner[0]), (mark.inner[1], mark.end)]
    return not _blank(text, hidden).strip()


def protected(marks: Iterable[Mark]) -> tuple[Span, ...]:
    """The outermost spans, in order."""
    spans: list[Span] = []
    for start, end in sorted((mark.start, mark.end) for mark in marks):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _addresses(text: str, pattern: re.Pattern[str]) -> list[Mark]:
    found = []
    for match in pattern.finditer(text):
        end = match.start() + len(match[0].rstrip(_AFTER_ADDRESS))
        found.append(Mark(Markup.ADDRESS, match.start(), end, (end, end)))
    return found


def _blank(text: str, spans: Iterable[Span]) -> str:
    parts, position = [], 0
    for start, end in sorted(spans):
        if end > position:
            parts += [text[position : max(start, position)], " "]
            position = end
    return "".join([*parts, text[position:]])
