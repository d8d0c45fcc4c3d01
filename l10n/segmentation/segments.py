"""Cuts texts into segments."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence

import regex

from l10n.model import Span
from l10n.segmentation.breaks import breaker
from l10n.segmentation.rules import Rules

_BLANK_LINE = regex.compile(r"\n[^\S\n]*+(?=\n)")
_CLUSTER = regex.compile(r"\X")


def segment(
    text: str, language: str, *, protected: Sequence[Span] = (), rules: Rules | None = None
) -> list[Span]:
    """The segments of `text`, in order, as spans without the white space between them.

    Together they cover every character that isn't white space. None ends inside one of the
    `protected` spans. A newline counts as a space, a blank line ends a segment. `rules` are
    the project's own, for the languages that they map. The text is matched in its composed
    form (NFC), so that rules needn't care; spans count the characters of `text` as given.
    Raises InputError where a project's rule takes too long.
    """
    positions = _positions(text, language, rules)
    if protected:
        positions = _outside(positions, protected)
    return list(_trimmed(text, positions))


def lines(text: str, language: str, rules: Rules | None = None) -> Iterator[str]:
    """The segments of every line of `text`, white space inside them folded to one space."""
    for line in text.splitlines():
        for start, end in segment(line, language, rules=rules):
            yield " ".join(line[start:end].split())


def _positions(text: str, language: str, rules: Rules | None) -> list[int]:
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        return _positions_decomposed(text, language, rules)
    positions = breaker(rules, language).positions(text)
    if "\n" in text:
        blank = [m.start() for m in _BLANK_LINE.finditer(text)]
        positions = sorted({*positions, *blank}) if blank else positions
    return positions


def _positions_decomposed(text: str, language: str, rules: Rules | None) -> list[int]:
    """Cluster by cluster, so that positions in the composed text can be led back."""
    clusters: list[str] = _CLUSTER.findall(text)
    composed = [unicodedata.normalize("NFC", c) for c in clusters]
    ends = dict(
        zip(
            itertools.accumulate(map(len, composed)),
            itertools.accumulate(map(len, clusters)),
            strict=True,
        )
    )
    found = _positions("".join(composed), language, rules)
    return [ends[at] for at in found if at in ends]


def _outside(positions: list[int], protected: Sequence[Span]) -> list[int]:
    """The positions that are strictly inside no protected span; both lists are walked once."""
    spans = sorted(protected)
    kept: list[int] = []
    at = reach = 0
    for position in positions:
        while at < len(spans) and spans[at][0] < position:
            reach = max(reach, spans[at][1])
            at += 1
        if position >= reach:
            kept.append(position)
    return kept


def _trimmed(text: str, positions: list[int]) -> Iterator[Span]:
    start = 0
    for end in (*positions, len(text)):
        piece = text[start:end]
        bare = piece.lstrip()
        if bare:
            first = end - len(bare)
            yield first, first + len(bare.rstrip())
        start = end
