"""YAML from outside, read strictly: no tags, no aliases, no key twice, bounded, lines known.

YAML 1.2 allows all of these; files that people edit by hand are safer without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from l10n.errors import L10nError

MAX_DEPTH = 40
MAX_CHARACTERS = 10_000_000

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]
"""Keys and indexes that lead to a value."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value with the lines on which its parts stand."""

    value: object
    """Plain dictionaries, lists, strings, numbers, dates, True, False and None."""
    lines: Mapping[Path, int]
    """Line (from 1) of every key and item, by path."""

    def line(self, *path: str | int) -> int:
        """Line of the nearest known place at or above `path`."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(text: str, *, name: str, error: type[L10nError], first_line: int = 1) -> Parsed:
    """Read one YAML document.

    Raises `error` with `name` and line for anything that is not plain, bounded YAML.
    `first_line` is the line of the file on which `text` begins.
    """
    if len(text) > MAX_CHARACTERS:
        raise error("too large for YAML", file=name, remedy=f"keep it under {MAX_CHARACTERS} bytes")
    try:
        _refuse_tricks(text, name, error, first_line)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            lines = dict(_walk(node, name, error, first_line)) if node is not None else {}
            value = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = first_line + (mark.line if mark is not None else 0)
        message = problem.problem or "not YAML"
        raise error(f"not valid YAML: {message}", file=name, line=line) from None
    except (yaml.YAMLError, ValueError, OverflowError) as problem:
        message = str(problem).splitlines()[0]
        raise error(f"not valid YAML: {message}", file=name, line=first_line) from None
    return Parsed(value, lines)


def _refuse_tricks(text: str, name: str, error: type[L10nError], first_line: int) -> None:
    """Refuse aliases, anchors, tags and depth before any tree is built from them."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise error(
                "YAML anchors and aliases (&, *) are not allowed here",
                file=name,
                line=line,
                remedy="write the value out, or put it in quotes",
            )
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise error(
                f"the YAML tag {tag} is not allowed here",
                file=name,
                line=line,
                remedy="write a plain value",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise error("YAML nested too deeply", file=name, line=line)


def _walk(
    node: yaml.Node, name: str, error: type[L10nError], first_line: int, path: Path = ()
) -> Iterator[tuple[Path, int]]:
    """Every place below `node` with its line; refuses a key that stands twice."""
    yield path, first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, name, error, first_line, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = first_line + key.start_mark.line
            if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
                raise error("a key must be a plain word", file=name, line=line)
            if key.value in seen:
                raise error(
                    f"the key {key.value!r} stands twice",
                    file=name,
                    line=line,
                    remedy="keep one of them",
                )
            seen.add(key.value)
            yield from _walk(value, name, error, first_line, (*path, key.value))
            yield (*path, key.value), line
