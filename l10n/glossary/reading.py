"""Reads a YAML file into a small tree whose every node knows its line.

Works on the parser's events, not on its object tree: that is several times faster, keeps
plain words such as `No` as they are written, and lets nesting, aliases and tags be refused
before they cost anything.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import yaml

from l10n.errors import FileError, GlossaryError
from l10n.merge_marks import refuse_conflict

MAX_BYTES = 10_000_000
MAX_DEPTH = 12

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A single value, as written."""

    value: str
    line: int
    plain: bool
    """Whether it stands without quotes, so that `null` means nothing and not a word."""

    @property
    def empty(self) -> bool:
        """Whether it is YAML's null."""
        return self.plain and self.value in {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Items:
    """A list."""

    nodes: list[Node]
    line: int


@dataclass(slots=True)
class Entries:
    """A mapping; each key with its line."""

    pairs: dict[str, tuple[Node, int]]
    line: int


Node: TypeAlias = Scalar | Items | Entries


def read(path: Path) -> Node | None:
    """The tree of the file's one document, or None where it has none.

    Raises FileError where the file cannot be read, GlossaryError where it is not the YAML
    that a glossary may be.
    """
    text = _text(path)
    builder = _Builder(path)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise GlossaryError(
            f"is not YAML: {error.problem or error.context}",
            file=path,
            line=mark.line + 1 if mark else None,
            remedy="correct the line",
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        raise GlossaryError(
            "has a control character", file=path, line=line, remedy="take it out"
        ) from None
    return builder.root


def _text(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
            raise FileError("is not a file", file=path, remedy="take it out of the glossary")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileError(
            f"cannot be read: {error.strerror}",
            file=path,
            remedy="see that it is there and may be read",
        ) from None
    if len(raw) > MAX_BYTES:
        raise GlossaryError(
            f"is larger than {MAX_BYTES // 1_000_000} MB", file=path, remedy="split the file"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            "is not UTF-8", file=path, line=line, remedy="save the file as UTF-8"
        ) from None
    refuse_conflict(text, path, GlossaryError)
    for number, line_text in enumerate(text.split("\n"), 1) if _has_control(text) else ():
        if _has_control(line_text):
            raise GlossaryError(
                "has a control character", file=path, line=number, remedy="take it out"
            )
    return text


def _has_control(text: str) -> bool:
    return any(code in text for code in _CONTROLS)


_CONTROLS = [chr(c) for c in (*range(32), *range(127, 160)) if c not in (9, 10, 13, 0x85)]


class _Builder:
    """Puts nodes together from events, with a stack in place of recursion."""

    def __init__(self, path: Path) -> None:
        self.root: Node | None = None
        self._path = path
        self._open: list[Items | Entries] = []
        self._keys: list[tuple[str, int] | None] = []

    def take(self, event: yaml.Event) -> None:
        """Adds what one event stands for."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            line = _line(event)
            self._add(Scalar(event.value, line, event.style is None or event.style == ""))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event)
            self._enter(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            node = self._open.pop()
            self._keys.pop()
            self._add(node)
        elif isinstance(event, yaml.AliasEvent):
            self._fail("has an alias (*)", _line(event), "write the value out")
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._fail("has a second document", _line(event), "take out the `---`")

    def _enter(self, event: yaml.CollectionStartEvent) -> None:
        line = _line(event)
        if len(self._open) >= MAX_DEPTH:
            self._fail("is nested too deeply", line, "see the format in the documentation")
        is_map = isinstance(event, yaml.MappingStartEvent)
        self._open.append(Entries({}, line) if is_map else Items([], line))
        self._keys.append(None)

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._fail("has an anchor (&)", _line(event), "quote the text")
        if event.tag is not None:
            self._fail("has a tag (!)", _line(event), "quote the text")

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Items):
            parent.nodes.append(node)
            return
        key = self._keys[-1]
        if key is not None:
            parent.pairs[key[0]] = (node, key[1])
            self._keys[-1] = None
            return
        if not isinstance(node, Scalar):
            self._fail("has a key that is not a word", node.line, "quote the key")
        if node.value in parent.pairs:
            self._fail(f"key {node.value[:60]!r} stands twice", node.line, "keep one of the two")
        self._keys[-1] = (node.value, node.line)

    def _fail(self, message: str, line: int, remedy: str) -> NoReturn:
        raise GlossaryError(message, file=self._path, line=line, remedy=remedy)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
