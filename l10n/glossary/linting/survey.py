"""Reads all glossary files, going on behind whatever is wrong, and remembers where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from l10n.errors import FileError, GlossaryError, L10nError
from l10n.glossary.loading import KEYS, Reader, files
from l10n.glossary.reading import Entries, Items, Node, Scalar, read
from l10n.glossary.wording import regular_term
from l10n.model import Concept


@dataclass(slots=True)
class Survey:
    """A glossary with the lines of its parts, and all that keeps it from being loaded."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    """The concepts that could be read whole, by id, in the order of the files."""
    errors: list[L10nError] = field(default_factory=list)
    lines: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """Line of a concept's key or of a text under it, by the id, the key, and the text or ""."""
    untidy: list[tuple[str, str, str]] = field(default_factory=list)
    """The texts that are not written as they are kept: decomposed, with odd spaces…"""
    files: int = 0

    def line(self, concept: Concept, key: str = "", text: str = "") -> int:
        """The line of a text, else of its key, else that on which the concept begins."""
        of_key = self.lines.get((concept.id, key, ""), concept.line)
        return self.lines.get((concept.id, key, text), of_key)


def survey(paths: Iterable[Path]) -> Survey:
    """Read the glossary that stands in these files or folders of files; raises nothing."""
    found = Survey()
    try:
        for path in files(paths):
            found.files += 1
            _add(found, path)
    except FileError as error:
        found.errors.append(error)
    return found


def _add(found: Survey, path: Path) -> None:
    """Adds what stands in one file."""
    reader = Reader(path)
    try:
        nodes = reader.nodes(read(path))
    except L10nError as error:
        found.errors.append(error)
        return
    for node in nodes:
        try:
            concept = reader.concept(node)
            reader.once(concept, found.concepts, node)
        except GlossaryError:
            found.errors += _errors(reader, node, found.concepts)
            continue
        found.concepts[concept.id] = concept
        _locate(found, concept.id, node)


def _locate(found: Survey, id_: str, node: Node) -> None:
    """Notes the lines of a concept's keys and of its terms and look-alikes."""
    for key, (value, line) in node.pairs.items() if isinstance(node, Entries) else ():
        found.lines[id_, key, ""] = line
        if key not in KEYS or key in {"guards", "ambiguous"}:
            for text, text_line in _texts(value):
                kept = regular_term(text)
                found.lines.setdefault((id_, key, kept), text_line)
                if kept != text:
                    found.untidy.append((id_, key, kept))


def _texts(node: Node) -> Iterator[tuple[str, int]]:
    """The wordings of a language, or of a list of look-alikes, with their lines."""
    items = node.nodes if isinstance(node, Items) else (node,)
    values = (item.pairs["text"][0] if isinstance(item, Entries) else item for item in items)
    yield from ((value.value, value.line) for value in values if isinstance(value, Scalar))


def _errors(reader: Reader, node: Node, before: Mapping[str, Concept]) -> Iterator[GlossaryError]:
    """All that is wrong with a concept, each thing once: it is read whole, then part by part."""
    told = set()
    for part in (node, *_parts(node)):
        try:
            concept = reader.concept(part)
            if concept.id != _ANY:
                reader.once(concept, before, node)
        except GlossaryError as error:
            if str(error) not in told:
                told.add(str(error))
                yield error


def _parts(node: Node) -> Iterator[Entries]:
    """A concept of each key alone, and of each item of a list alone."""
    if not isinstance(node, Entries):
        return
    anything = (Scalar(_ANY, node.line, plain=False), node.line)
    needed = {"id": anything, "vi": anything}
    for key, (value, line) in node.pairs.items():
        for piece in (value, *_pieces(value)):
            yield Entries({**needed, key: (piece, line)}, node.line)


_ANY = "any"
"""Stands for what the other parts of a concept need."""


def _pieces(value: Node) -> Iterator[Node]:
    if isinstance(value, Items):
        yield from (Items([item], value.line) for item in value.nodes)
    elif isinstance(value, Entries):
        yield from (Entries({key: pair}, value.line) for key, pair in value.pairs.items())
