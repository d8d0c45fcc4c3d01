"""YAML read as a tree that knows where in the text its scalars stand.

Only what front matter needs, and nothing that can do harm: no anchors or aliases, no tags but
those of YAML itself, bounded depth, no key twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.resolver import Resolver

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 32
_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)
_RESOLVER = Resolver()
_CONSTRUCTOR = SafeConstructor()


class TreeError(Exception):
    """The text is no YAML that we accept: what is wrong, and the line (from 0)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(slots=True)
class Scalar:
    """A value with its place in the text."""

    value: str
    start: int
    end: int
    line: int
    """From 0."""
    style: str
    """`'`, `"`, `|`, `>`, or "" for a plain one."""
    flow: bool
    """Whether it stands in a flow collection, where commas and brackets count."""

    @property
    def tag(self) -> str:
        """What the value is by YAML's rules: `int`, `bool`, `null`…, or `str`."""
        if self.style:
            return "str"
        tag: str = _RESOLVER.resolve(yaml.ScalarNode, self.value, (True, False))  # type: ignore[no-untyped-call]
        return tag.removeprefix(_TAG)


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A mapping, in order."""

    flow: bool = False
    keys: dict[str, Scalar] = field(default_factory=dict)
    items: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def compose(text: str) -> Node | None:
    """The only document of `text`, or None where there is none. Raises TreeError."""
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        raise TreeError("a character that YAML does not allow", line) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise TreeError(error.problem or "no YAML", mark.line if mark else 0) from error
    except UnicodeEncodeError as error:
        raise TreeError("half of a surrogate pair", text.count("\n", 0, error.start)) from error
    return builder.root


def value_of(node: Node) -> object:
    """The node as plain Python; a date stays text, because its notation is the article's."""
    if isinstance(node, Scalar):
        return _scalar_value(node)
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    return {key: value_of(item) for key, item in node.items.items()}


def _scalar_value(scalar: Scalar) -> object:
    build = {
        "null": SafeConstructor.construct_yaml_null,
        "bool": SafeConstructor.construct_yaml_bool,
        "int": SafeConstructor.construct_yaml_int,
        "float": SafeConstructor.construct_yaml_float,
    }.get(scalar.tag)
    if build is None:
        return scalar.value
    try:
        return build(_CONSTRUCTOR, yaml.ScalarNode(_TAG + scalar.tag, scalar.value))
    except (ValueError, OverflowError, ConstructorError):
        return scalar.value


class _Builder:
    """Makes the tree from the parser's events, with a stack of its own."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._flow = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line if event.start_mark else 0
        _refuse(event, line)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise TreeError("a second YAML document", line)
        elif isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event), line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._descend(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
            self._flow = max(0, self._flow - 1)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None  # noqa: S101, PT018
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        return Scalar(event.value, start.index, end.index, start.line, style, self._flow > 0)

    def _descend(self, event: yaml.CollectionStartEvent, line: int) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise TreeError(f"nested more than {_MAX_DEPTH} deep", line)
        flow = bool(event.flow_style)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Mapping(flow) if is_mapping else Sequence()
        self._add(node, line)
        self._open.append(node)
        self._keys.append(None)
        # Inside a flow collection everything is flow, so counting depth is enough.
        self._flow += flow

    def _add(self, node: Node, line: int) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._keys[-1]) is not None:
            parent.items[key.value] = node
            self._keys[-1] = None
        elif not isinstance(node, Scalar):
            raise TreeError("a key that is a list or a mapping", line)
        elif node.value in parent.keys:
            raise TreeError(f"the key '{node.value}' stands twice", line)
        else:
            parent.keys[node.value] = node
            self._keys[-1] = node


def _refuse(event: yaml.Event, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise TreeError("an anchor or alias", line)
    tag = getattr(event, "tag", None)
    if isinstance(tag, str) and tag not in _PLAIN_TAGS:
        raise TreeError(f"the tag '{tag}'", line)


def strings(node: Node) -> Iterator[Scalar]:
    """The scalars that hold text: the node itself or the items of the list that it is."""
    for item in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(item, Scalar) and item.tag != "null":
            yield item
