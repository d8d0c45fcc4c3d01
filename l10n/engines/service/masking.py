"""Placeholders that a service hands back: for terms, and for what has to survive byte for byte.

`XTERM1X` came back 336 of 336 times from Apertium and 28 of 28 from Qwen; brackets and braces are
split or lost (docs/engines.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.model import Span, TermHint

_PROTECTED = re.compile(
    r"`[^`\n]+`"  # code
    r"|\]\([^()\s]*\)"  # the address of a link
    r"|<[a-z][a-z+.-]{1,9}:[^>\s]+>"
    r"|(?<!\w)(?:https?://|www\.)[^\s<>\"()]+[^\s<>\"().,;:!?]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    # a document's code: 57-KL/TW, 126/QĐ-UBND, 202/2025/QH15
    r"|(?<![\w/-])\d{1,5}(?:-[A-ZĐ][A-Za-zĐđ]{1,4})?/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2}"
    r"(?:[-/][A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2})*"
)
_MARK = re.compile(r"X\s?TERM\s?(\d{1,4})\s?X", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text for a service, and what its placeholders stand for."""

    text: str
    values: tuple[str, ...] = ()

    def restored(self, answer: str) -> tuple[str, list[str]]:
        """The answer with the values in place, and the values that it lost."""
        used: set[int] = set()

        def value(hit: re.Match[str]) -> str:
            index = int(hit[1]) - 1
            if 0 <= index < len(self.values):
                used.add(index)
                return self.values[index]
            return ""

        text = _MARK.sub(value, answer)
        return text, [v for i, v in enumerate(self.values) if i not in used]


def is_masked(source: str) -> bool:
    """Whether it holds what looks like a placeholder, so that nothing could be told apart."""
    return _MARK.search(source) is not None


def protected(source: str, taken: Sequence[Span] = ()) -> list[Span]:
    """Where what is copied byte for byte stands in the source, but for what is `taken`."""
    return [
        hit.span()
        for hit in _PROTECTED.finditer(source)
        if all(hit.end() <= start or end <= hit.start() for start, end in taken)
    ]


def masked(source: str, terms: Sequence[TermHint] = ()) -> Masked:
    """The source with placeholders for its terms and for what no engine may touch."""
    if is_masked(source):
        return Masked(source)  # it holds what looks like one: nothing can be told apart
    hits = [(term.start, term.end, term.equivalent) for term in terms if term.equivalent]
    taken = [(start, end) for start, end, _ in hits]
    hits += [(start, end, source[start:end]) for start, end in protected(source, taken)]
    parts: list[str] = []
    values: list[str] = []
    at = 0
    for start, end, value in sorted(hits):
        values.append(value)
        parts += [source[at:start], f"XTERM{len(values)}X"]
        at = end
    return Masked("".join([*parts, source[at:]]), tuple(values))
