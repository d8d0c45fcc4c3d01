"""Placeholders that an engine hands back: for terms, and for what has to survive byte for byte.

`XTERM1X` came back 336 of 336 times from Apertium and 28 of 28 from Qwen; brackets and braces are
split or lost (docs/engines.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.model import Span, TermHint

_PROTECTED = re.compile(
    r"`[^`\n]+`"  # code
    r"|\]\([^()\s]*\)"  # the address of a link
    r"|<[a-z][a-z+.-]{1,9}:[^>\s]+>"
    r"|</?[a-z][a-z0-9]{0,15}(?:\s[^<>\n]{0,300})?/?>"  # a tag
    r"|(?<!\w)(?:https?://|www\.)[^\s<>\"()]+[^\s<>\"().,;:!?]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|&(?:#\d{1,7}|#x[\da-f]{1,6}|[A-Za-z][A-Za-z\d]{1,20});"  # a character's name
    # a document's code: 57-KL/TW, 126/QĐ-UBND, 202/2025/QH15
    r"|(?<![\w/-])\d{1,5}(?:-[A-ZĐ][A-Za-zĐđ]{1,4})?/(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2}"
    r"(?:[-/][A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2})*"
)
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|~~)")
"""Marks that a language model copies, and other engines move about."""
_MARK = re.compile(r"X\s?TERM\s?(\d{1,4})\s?X", re.IGNORECASE)
_LEFT, _RIGHT = "\ue000", "\ue001"
"""Stand where a value is to be close to the word beside it; no answer holds them."""
_CLOSE = re.compile(rf"\s*{_LEFT}|{_RIGHT}\s*")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text for an engine, and what its placeholders stand for."""

    text: str
    values: tuple[str, ...] = ()
    first: int = 1
    """Number of the first placeholder."""
    capitals: frozenset[int] = frozenset()
    """Of the values, those that have a capital where they begin the answer."""

    def restored(self, answer: str) -> tuple[str, list[str]]:
        """The answer with the values in place, and the values that it lost."""
        used: set[int] = set()

        def value(hit: re.Match[str]) -> str:
            index = int(hit[1]) - self.first
            if not 0 <= index < len(self.values):
                return ""
            used.add(index)
            found = self.values[index]
            begins = hit.start() == 0 and index in self.capitals
            return found[:1].upper() + found[1:] if begins else found

        text = _CLOSE.sub("", _MARK.sub(value, answer))
        lost = [v.strip(_LEFT + _RIGHT) for i, v in enumerate(self.values) if i not in used]
        return text, lost

    @property
    def rest(self) -> str:
        """What the engine is to translate itself."""
        return _MARK.sub(" ", self.text)

    def foreign(self, answer: str) -> bool:
        """Whether the answer holds a placeholder of another text."""
        return bool({*map(int, _MARK.findall(answer))} - {*map(int, _MARK.findall(self.text))})


def is_masked(source: str) -> bool:
    """Whether it holds what looks like a placeholder, so that nothing could be told apart."""
    return _MARK.search(source) is not None


def protected(source: str, taken: Sequence[Span] = ()) -> list[Span]:
    """Where what is copied byte for byte stands in the source, but for what is `taken`."""
    return _free(_PROTECTED, source, taken)


def _free(pattern: re.Pattern[str], source: str, taken: Sequence[Span]) -> list[Span]:
    return [
        hit.span()
        for hit in pattern.finditer(source)
        if all(hit.end() <= start or end <= hit.start() for start, end in taken)
    ]


def masked(source: str, terms: Sequence[TermHint] = (), *, first: int = 1) -> Masked:
    """The source with placeholders for its terms and for what no engine may touch."""
    if is_masked(source):
        return Masked(source)  # it holds what looks like one: nothing can be told apart
    hits = [(term.start, term.end, term.equivalent) for term in terms if term.equivalent]
    taken = [(start, end) for start, end, _ in hits]
    literals = protected(source, taken)
    marks = _free(_EMPHASIS, source, [*taken, *literals])
    hits += [(start, end, source[start:end]) for start, end in (*literals, *marks)]
    hits.sort()
    parts: list[str] = []
    values: list[str] = []
    at = 0
    for start, end, value in hits:
        closing = value.startswith("](") or ((start, end) in marks and _closes(source, start))
        left = closing and start > 0
        right = (start, end) in marks and not closing
        number = first + len(values)
        values.append(_LEFT * left + value + _RIGHT * right)
        # A word that a placeholder touches would be no word any more.
        parts += [source[at:start], " " * left, f"XTERM{number}X", " " * right]
        parts += " " * (closing and source[end : end + 1].isalnum())
        at = end
    names = {n for n, (start, end, _) in enumerate(hits) if (start, end) in taken}
    capitals = frozenset(names) if source[:1].isupper() else frozenset[int]()
    return Masked("".join([*parts, source[at:]]), tuple(values), first, capitals)


def _closes(source: str, start: int) -> bool:
    """Whether a mark ends what it emphasises: a word or a mark stands before it."""
    return not source[:start].endswith((" ", "\u00a0", "(", "“", "‘", "«", "[")) and start > 0


def inlined(source: str, terms: Sequence[TermHint] = (), fold: Callable[[str], str] = str) -> str:
    """The source with the equivalents in place of its terms; `fold` is done to the rest."""
    chosen = [term for term in sorted(terms, key=lambda t: t.start) if term.equivalent]
    edges = [0, *(edge for term in chosen for edge in (term.start, term.end)), len(source)]
    gaps = [fold(source[a:b]) for a, b in list(pairwise(edges))[::2]]
    names = [*(term.equivalent for term in chosen), ""]
    return "".join(part for pair in zip(gaps, names, strict=True) for part in pair)
