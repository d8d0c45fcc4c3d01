"""Where the parts of a YAML text stand: values, ends of lines, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALARS: Any = (yaml.ScalarNode, yaml.ScalarEvent)
_COMMENT = re.compile(r"#[^\n]*")


def compose(text: str) -> Any:
    """The node of a text's one document, with the places of its parts; None where it has none.

    The text has been read before, strictly; so the nodes are what a glossary file may hold.
    """
    return yaml.compose(text, Loader=_LOADER)


def comments(text: str) -> list[str]:
    """All comments of a YAML text, in order."""
    found: list[str] = []
    done = 0
    events: Any = yaml.parse(text, Loader=_LOADER)
    for event in events:
        if isinstance(event, _SCALARS):
            found += _COMMENT.findall(text, done, event.start_mark.index)
            done = end_of(text, event)
    return found + _COMMENT.findall(text, done)


def comments_between(text: str, node: yaml.Node, start: int, end: int) -> Iterator[str]:
    """The comments between two places: what is not in a scalar and begins with `#`."""
    done = start
    for scalar in _scalars(node):
        yield from _COMMENT.findall(text, done, scalar.start_mark.index)
        done = end_of(text, scalar)
    yield from _COMMENT.findall(text, done, end)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    stack = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, yaml.ScalarNode):
            yield top
        elif isinstance(top, yaml.MappingNode):
            stack += [part for pair in reversed(top.value) for part in reversed(pair)]
        else:
            stack += reversed(top.value)


def end_of(text: str, node: Any) -> int:
    """Where a value ends; a block's own mark is where the next token begins."""
    if isinstance(node, _SCALARS):
        if node.style in {"|", ">"}:
            kept = text[node.start_mark.index : node.end_mark.index].rstrip()
            return int(node.start_mark.index) + len(kept)
        return int(node.end_mark.index)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end_of(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def line_end(text: str, index: int) -> int:
    """The place of the line feed that ends the line of `index`, or the end of the text."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def is_nothing(node: yaml.Node) -> bool:
    """Whether it is YAML's null, which stands for a key that is not there."""
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and node.value in {"", "~", "null", "Null", "NULL"}
    ) or (isinstance(node, yaml.SequenceNode) and not node.value)
