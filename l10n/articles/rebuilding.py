"""Puts targets in the place of their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.articles.document import Document, FrontPlace, parse
from l10n.articles.scalars import double_quoted, encode_scalar
from l10n.articles.targets import Edges, encode_target, one_line
from l10n.errors import InputError
from l10n.model import Piece

_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class _Edit:
    """`text[start:end]` of the file becomes `target`."""

    start: int
    end: int
    target: str


def rebuild(document: Document, pieces: Mapping[int, Sequence[Piece]]) -> str:
    """The article's text with the targets of `pieces`, by index of the block.

    What no piece covers, and what a piece's target repeats or leaves blank, keeps its bytes.
    The result is read again: a target that would change the blocks around it is escaped.
    Raises InputError where even that does not help, and ValueError where pieces of a block
    overlap or leave its text.
    """
    changed = {
        document.block_places[block]: kept
        for block, given in pieces.items()
        if (kept := _changes(document.blocks[block].text, given))
    }
    strict: set[int] = set()
    for _ in range(_ATTEMPTS):
        text, starts = _assemble(document, changed, strict)
        wrong = _first_difference(document, text, starts) if changed else None
        if wrong is None:
            return text
        suspects = sorted(changed.keys() - strict, key=lambda place: (place > wrong, -place))
        if not suspects:
            break
        strict.add(suspects[0])
    return _with_all_strict(document, changed)


def _changes(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that change something, in order."""
    ordered = sorted(pieces, key=lambda piece: piece.start)
    position = 0
    for piece in ordered:
        if not position <= piece.start <= piece.end <= len(text):
            raise ValueError(f"a piece covers {piece.start} to {piece.end}, where none may")
        position = piece.end
    return [
        piece
        for piece in ordered
        if piece.start < piece.end
        # A target of nothing but byte order marks is as empty as one of blanks.
        and piece.target.strip().strip("\ufeff").strip()
        and piece.target != text[piece.start : piece.end]
    ]


def _with_all_strict(document: Document, changed: Mapping[int, list[Piece]]) -> str:
    text, starts = _assemble(document, changed, set(changed))
    wrong = _first_difference(document, text, starts)
    if wrong is not None:
        place = document.places[min(wrong, len(document.places) - 1)]
        raise InputError(
            "a target changes the structure of the article",
            file=document.name or None,
            line=document.text.count("\n", 0, place.start) + 1,
            remedy="translate this block as a whole",
        )
    return text


def _assemble(
    document: Document, changed: Mapping[int, list[Piece]], strict: set[int]
) -> tuple[str, list[int]]:
    """The new text, and where in it the places should begin."""
    parts: list[str] = []
    position = 0
    starts = [place.start for place in document.places]
    edits = [
        edit
        for index, pieces in changed.items()
        for edit in _edits(document, index, pieces, index in strict)
    ]
    edits.sort(key=lambda edit: edit.start)
    shift = 0
    pending = sorted(range(len(starts)), key=lambda index: starts[index])
    for edit in edits:
        while pending and starts[pending[0]] <= edit.start:
            starts[pending.pop(0)] += shift
        parts += [document.text[position : edit.start], edit.target]
        position = edit.end
        shift += len(edit.target) - (edit.end - edit.start)
    for index in pending:
        starts[index] += shift
    return "".join([*parts, document.text[position:]]), starts


def _edits(document: Document, index: int, pieces: list[Piece], strict: bool) -> list[_Edit]:
    place = document.places[index]
    if isinstance(place, FrontPlace):
        return [_front_edit(document, place, pieces, strict)]
    end_of_line = "\r\n" if "\r\n" in document.text else "\n"
    edits = []
    for piece in pieces:
        start, end = place.span(piece.start, piece.end)
        edges = Edges(place.begins_line(start), place.ends_line(end), end_of_line)
        encoded = encode_target(piece.target, place, edges, strict=strict)
        if encoded.strip():
            edits.append(_Edit(start, end, encoded))
    if edits and place.reference is not None:
        reference = place.reference
        edits.append(_Edit(reference.start, reference.end, f"][{reference.label}]"))
    return edits


def _front_edit(document: Document, place: FrontPlace, pieces: list[Piece], strict: bool) -> _Edit:
    value, position = "", 0
    source = place.scalar.value.strip()
    for piece in pieces:
        target = piece.target if "\n" in source else one_line(piece.target)
        value += source[position : piece.start] + target
        position = piece.end
    value += source[position:]
    raw = document.text[place.start : place.end]
    if strict:
        tail = raw[len(raw.rstrip()) :] if place.scalar.style in ("|", ">") else ""
        encoded = double_quoted(value) + tail
    else:
        encoded = encode_scalar(value, place.scalar, raw)
    return _Edit(place.start, place.end, encoded)


def _first_difference(document: Document, text: str, starts: list[int]) -> int | None:
    """Index of the first place that is another after reading `text` again, or None."""
    try:
        again = parse(text, translatable=document.translatable)
    except InputError:
        return 0
    expected = list(zip((place.role for place in document.places), starts, strict=True))
    found = [(place.role, place.start) for place in again.places]
    if expected == found:
        return None
    shared = zip(expected, found, strict=False)
    return next((i for i, (a, b) in enumerate(shared) if a != b), min(len(expected), len(found)))
