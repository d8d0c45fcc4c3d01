"""An article, read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from l10n.articles.dates import read_date
from l10n.articles.front_matter import FrontMatter, read_front_matter, translatable_scalars
from l10n.articles.places import Place
from l10n.articles.yaml_tree import Scalar
from l10n.model import Block

if TYPE_CHECKING:
    from l10n.articles.inline import Mark


@dataclass(frozen=True, slots=True)
class FrontPlace:
    """A value of the front matter that holds translatable text."""

    role: str
    scalar: Scalar
    start: int
    """Offset in the file's text, as is `end`."""
    end: int


AnyPlace: TypeAlias = FrontPlace | Place


@dataclass(frozen=True, slots=True)
class Head:
    """What an article's front matter says of it as a whole."""

    language: str | None
    """BCP 47 tag, or None where the front matter has none."""
    date: date | None
    """Day of publication, or None where there is none or it cannot be read."""


@dataclass(frozen=True, slots=True)
class Document(Head):
    """An article and its translatable text."""

    text: str
    """The whole file as it is, with byte order mark and line ends."""
    name: str
    """Name of the file, for errors, or ""."""
    title: str
    """Title of the front matter, or ""."""
    front_matter: Mapping[str, object]
    """All values of the front matter; dates are text as written."""
    blocks: tuple[Block, ...]
    """In the order of the file, those of the front matter first."""
    places: tuple[AnyPlace, ...]
    """Where text can stand, in the same order, be there a letter in it or not."""
    block_places: tuple[int, ...]
    """For every block the index of its place."""
    translatable: tuple[str, ...]
    """Keys of the front matter whose values are translated, beside the article's own."""


def parse(text: str, *, name: str = "", translatable: Sequence[str] = ()) -> Document:
    """Reads an article.

    `name` is the file's, for errors; `translatable` names keys of the front matter that are
    translated beside its title, lead, tags and those that it names itself. Raises InputError
    where the front matter is broken or not closed.
    """
    front = read_front_matter(text, name)
    collected = _Blocks()
    _collect_front(collected, text, front, translatable)
    _collect_body(collected, text, front.body)
    head = _head(front)
    return Document(
        language=head.language,
        date=head.date,
        text=text,
        name=name,
        title=" ".join(front.text("title").split()),
        front_matter=front.values,
        blocks=tuple(collected.blocks),
        places=tuple(collected.places),
        block_places=tuple(collected.indices),
        translatable=tuple(translatable),
    )


def parse_head(text: str, *, name: str = "") -> Head:
    """Reads an article's front matter alone, which is much faster; raises as `parse` does."""
    return _head(read_front_matter(text, name))


def _head(front: FrontMatter) -> Head:
    return Head(front.text("language").strip() or None, read_date(front.text("date")))


class _Blocks:
    """Collects places, and a block for each that has text."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: list[AnyPlace] = []
        self.indices: list[int] = []

    def add(self, place: AnyPlace, text: str, marks: list[Mark], line: int) -> None:
        from l10n.articles.text import has_text, protected

        self.places.append(place)
        if has_text(text, marks):
            number = len(self.blocks) + 1
            self.indices.append(len(self.places) - 1)
            self.blocks.append(Block(place.role, text, line, protected(marks), number))


def _collect_front(
    into: _Blocks, text: str, front: FrontMatter, translatable: Sequence[str]
) -> None:
    from l10n.articles.text import find_marks

    first = text.count("\n", 0, front.start) + 1
    for role, scalar in translatable_scalars(front, translatable):
        place = FrontPlace(role, scalar, front.start + scalar.start, front.start + scalar.end)
        value = scalar.value.strip()
        into.add(place, value, find_marks(value, {}), first + scalar.line)


def _collect_body(into: _Blocks, text: str, base: int) -> None:
    # Here, because markdown-it takes a while to load and `l10n --help` has no use for it.
    from l10n.articles.body import find_places

    first = text.count("\n", 0, base) + 1
    for found in find_places(text, base):
        into.add(found.place, found.text, found.marks, first + found.line)
