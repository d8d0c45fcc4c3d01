"""Edits concepts inside the text of a glossary file; everything else stays as it was typed.

Only what changed is written anew: a term in its place in the list, a value behind its key.
Comments, blank lines, quotes and the order of keys are nobody's business but the editor's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from l10n.glossary import rendering
from l10n.glossary.spans import comments_between, compose, end_of, is_nothing, line_end
from l10n.glossary.wording import regular_term
from l10n.model import Concept, Status, Term

_LISTS = frozenset({"guards", "ambiguous", "source"})
_NAMES = frozenset({"domain", *rendering.ORDER})

Edit = tuple[int, int, str]
"""Start, end, and what takes the place of the text between them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a concept should become."""

    old: Concept
    new: Concept
    anew: bool = False
    """Whether to write it anew as a whole; its comments then stand below the id."""


def edited(text: str, wanted: Mapping[str, Wanted]) -> str:
    """The text of a glossary file with these concepts changed, by id.

    The file has been read before, so it is what a glossary file may be.
    """
    root = compose(text)
    edits: list[Edit] = []
    for node in root.value:
        id_ = next(value.value for key, value in node.value if key.value == "id")
        if id_ in wanted:
            editor = _Editor(text, node)
            edits += editor.anew(wanted[id_].new) if wanted[id_].anew else editor.edits(wanted[id_])
    pieces, done = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def appended(text: str, concepts: Sequence[Concept]) -> str:
    """The text of a glossary file with new concepts behind the others."""
    root = compose(text)
    empty = not isinstance(root, yaml.SequenceNode) or not root.value
    if not empty and root.flow_style:
        return _appended_between_brackets(text, root, concepts)
    indent = " " * root.start_mark.column if not empty else ""
    new = "\n".join(rendering.concept(concept, indent=indent) for concept in concepts)
    if empty:
        # `[]` or nothing at all, with comments perhaps.
        head = text[: root.start_mark.index] + text[root.end_mark.index :] if root else text
        text = head.strip("\n") + "\n" if head.strip() else ""
    return f"{text}{_ending(text)}{new}"


def _ending(text: str) -> str:
    """What has to come between a text and the next concept."""
    if not text:
        return ""
    return "" if text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"


def _appended_between_brackets(
    text: str, root: yaml.SequenceNode, concepts: Sequence[Concept]
) -> str:
    end = end_of(text, root.value[-1])
    return text[:end] + "".join(f", {_flow(concept)}" for concept in concepts) + text[end:]


def _flow(concept: Concept) -> str:
    pairs = [f"id: {rendering.scalar(concept.id, flow=True)}"]
    names = ("domain", *concept.terms, *rendering.ORDER)
    pairs += [f"{name}: {value}" for name in names if (value := _value(concept, name))]
    return f"{{{', '.join(pairs)}}}"


def _value(concept: Concept, name: str) -> str:
    """The value of any key, as it can stand between brackets."""
    if name in concept.terms:
        terms = concept.terms[name]
        marks = rendering.said([term.status for term in terms])
        items = [rendering.term(t, mark, flow=True) for t, mark in zip(terms, marks, strict=True)]
        return f"[{', '.join(items)}]"
    if name == "source":
        return rendering.flow_list(concept.source) if concept.source else ""
    if name in {"domain", "note"}:
        text = getattr(concept, name)
        return rendering.scalar(text, flow=True) if text else ""
    return rendering.value_of(concept, name)


class _Editor:
    """Edits one concept."""

    def __init__(self, text: str, node: yaml.MappingNode) -> None:
        self._text = text
        self._node = node
        self._values = {key.value: value for key, value in node.value}
        self._column = node.value[0][0].start_mark.column

    def anew(self, concept: Concept) -> list[Edit]:
        """The whole concept written anew, with the comments that were in it below its id."""
        start, end = self._node.start_mark.index, end_of(self._text, self._node)
        if self._node.flow_style:
            return [(start, end, _flow(concept))]
        end = line_end(self._text, end)
        notes = list(comments_between(self._text, self._node, start, end))
        lines = rendering.concept(concept).splitlines()
        body = [lines[0][2:], *(line[2:] for line in lines[1:])]
        pad = "\n" + " " * self._column
        return [(start, end, pad.join([body[0], *notes, *body[1:]]))]

    def edits(self, wanted: Wanted) -> Iterator[Edit]:
        """What has to be replaced so that the concept becomes the new one."""
        old, new = wanted.old, wanted.new
        for name in ("domain", *new.terms, *rendering.ORDER):
            if _field(old, name) == _field(new, name):
                continue
            node = self._values.get(name)
            if node is None:
                yield self._key(name, new)
            elif name in new.terms:
                yield from self._terms(node, new.terms[name])
            elif name in _LISTS and not is_nothing(node):
                more = [text for text in _field(new, name) if text not in _field(old, name)]
                yield from self._behind(node, [self._text_item(node, text) for text in more])
            else:
                yield self._put(node, self._rendered(name, new))

    def _terms(self, node: yaml.Node, terms: Sequence[Term]) -> Iterator[Edit]:
        """Says of every term what it should be; those that are there keep their places."""
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        wanted = {term.text: term for term in terms}
        order = [wanted.pop(_wording(item)) for item in items] + list(wanted.values())
        marks = rendering.said([term.status for term in order])
        rendered = [
            rendering.term(term, mark, flow=self._flow(node))
            for term, mark in zip(order, marks, strict=True)
        ]
        for item, term, mark, text in zip(items, order, marks, rendered, strict=False):
            if not _says(item, term, mark):
                yield self._put(item, text)
        if wanted:
            yield from self._behind(node, rendered[len(items) :])

    def _text_item(self, node: yaml.Node, text: str) -> str:
        return rendering.scalar(text, flow=self._flow(node))

    def _flow(self, node: Any) -> bool:
        """Whether the items of a value stand between brackets."""
        inside = isinstance(node, yaml.SequenceNode) and bool(node.flow_style)
        return inside or bool(self._node.flow_style)

    def _rendered(self, name: str, new: Concept) -> str:
        """The value of a key in one line; a default is written out, for it replaces another."""
        return _value(new, name) or str(getattr(new, name))

    def _put(self, node: yaml.Node, value: str) -> Edit:
        start, end = node.start_mark.index, end_of(self._text, node)
        space = "" if start == 0 or self._text[start - 1].isspace() else " "
        return (start, end, f"{space}{value}")

    def _behind(self, node: yaml.Node, items: Sequence[str]) -> Iterator[Edit]:
        """Puts items behind those of a list, or behind a single value, which becomes a list."""
        if self._flow(node):
            last = node.value[-1] if isinstance(node, yaml.SequenceNode) else node
            end = end_of(self._text, last)
            opening, closing = ("", "") if last is not node else ("[", "]")
            yield (node.start_mark.index, node.start_mark.index, opening)
            yield (end, end, "".join(f", {item}" for item in items) + closing)
            return
        single = isinstance(node, yaml.ScalarNode | yaml.MappingNode)
        column = self._column + 2 if single else node.start_mark.column
        pad = "\n" + " " * column + "- "
        end = end_of(self._text, node)
        if single:
            yield (self._key_end(node), node.start_mark.index, pad)
        else:
            end = line_end(self._text, end)
        yield (end, end, "".join(f"{pad}{item}" for item in items))

    def _key_end(self, node: yaml.Node) -> int:
        """The place behind the colon of a value's key."""
        return self._text.rindex(":", 0, node.start_mark.index) + 1

    def _key(self, name: str, new: Concept) -> Edit:
        """A new key, behind the last one that comes before it in the usual order."""
        order = ("id", "domain", *new.terms, *rendering.ORDER)
        before = [key for key in self._values if key in order[: order.index(name)]]
        previous = self._values[before[-1]] if before else self._node.value[0][1]
        end = end_of(self._text, previous)
        if self._node.flow_style:
            return (end, end, f", {name}: {self._rendered(name, new)}")
        end = line_end(self._text, end)
        pad = "\n" + " " * self._column
        return (end, end, pad + pad.join(self._lines(name, new)))

    def _lines(self, name: str, new: Concept) -> list[str]:
        if name in new.terms:
            short = list(new.terms).index(name) > 1
            return [line[2:] for line in rendering.language(name, new.terms[name], short=short)]
        if name == "domain":
            return [f"domain: {rendering.scalar(new.domain)}"]
        lines = [line[2:] for line in rendering.field(new, name)]
        return lines or [f"{name}: {self._rendered(name, new)}"]


def _field(concept: Concept, name: str) -> Any:
    if name == "valid":
        return concept.valid_from, concept.valid_to
    return concept.terms.get(name) if name not in _NAMES else getattr(concept, name)


def _entries(item: yaml.Node) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in item.value}


def _wording(item: yaml.Node) -> str:
    """The text of a term, as the reader has it."""
    node = _entries(item)["text"] if isinstance(item, yaml.MappingNode) else item
    return regular_term(node.value)


def _says(item: yaml.Node, term: Term, mark: Status | None) -> bool:
    """Whether an item says already what it should; saying a default needlessly is no harm."""
    given = _entries(item) if isinstance(item, yaml.MappingNode) else {}
    kind = given["kind"].value if "kind" in given else "term"
    status = given["status"].value if "status" in given else None
    forms = given.get("forms")
    known = [] if forms is None or is_nothing(forms) else forms.value
    texts = [known] if isinstance(known, str) else [part.value for part in known]
    fits = status is None if mark is None else status == mark
    return (
        kind == term.kind
        and (fits or status == term.status)
        and tuple(map(regular_term, texts)) == term.forms
    )
