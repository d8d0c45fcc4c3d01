"""Finds front matter and reads it."""

from __future__ import annotations

import enum
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from l10n.articles import yaml_tree
from l10n.articles.yaml_tree import Node, Scalar, TreeError
from l10n.errors import InputError

_MAX_SIZE = 65_536
_OPENING = re.compile(r"\ufeff?(-{3,}|\+{3})[ \t]*\r?\n")
_YAML_END = re.compile(r"^(?:-{3,}|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_TOML_END = re.compile(r"^\+{3}[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
# A line that can hardly be anything but front matter: `key:`, the key being one word.
_YAML_KEY = re.compile(
    r"""(?:#.*\n)*(?:[\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:[ \t\r]|$)""", re.MULTILINE
)
_TOML_KEY = re.compile(r"[\w.\"'-]+[ \t]*=|\[")
_UNTRANSLATABLE = frozenset({"language", "translatable", "date"})


class Format(enum.Enum):
    """What the front matter is written in. Only YAML is translated and edited."""

    NONE = "no"
    YAML = "YAML"
    TOML = "TOML"
    JSON = "JSON"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Front matter and its place in the file's text."""

    format: Format
    start: int = 0
    """Offset of what stands between the lines of dashes."""
    end: int = 0
    """Offset of the closing line."""
    body: int = 0
    """Offset at which the body begins."""
    root: yaml_tree.Mapping = field(default_factory=yaml_tree.Mapping)
    """The YAML tree; its offsets count from `start`."""
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The value as written, without quotes, or "" where it is absent, empty or a list."""
        node = self.root.items.get(key)
        if isinstance(node, Scalar):
            return "" if node.tag == "null" else node.value
        value = self.values.get(key, "")
        return str(value) if not isinstance(value, (dict, list, bool)) else ""


def read_front_matter(text: str, name: str = "") -> FrontMatter:
    """The front matter of an article; InputError where it is broken or not closed."""
    opening = _OPENING.match(text)
    if opening is None:
        return _read_json(text)
    if opening[1] == "+++":
        return _read_toml(text, opening.end(), name)
    return _read_yaml(text, opening.end(), name)


def translatable_scalars(
    front: FrontMatter, further: Sequence[str] = ()
) -> list[tuple[str, Scalar]]:
    """Role and scalar of all that is translated: title, lead, then the rest in file order."""
    declared = front.root.items.get("translatable")
    keys = {"tags", *further}
    if declared is not None:
        keys.update(scalar.value for scalar in yaml_tree.strings(declared))
    order = ["title", "lead", *(k for k in front.root.items if k in keys)]
    found = []
    for key in dict.fromkeys(order):
        if key in front.root.items and key not in _UNTRANSLATABLE:
            role = "tag" if key == "tags" else key
            found += [(role, scalar) for scalar in yaml_tree.strings(front.root.items[key])]
    return found


def _none(text: str) -> FrontMatter:
    """No front matter; a byte order mark is no part of the body."""
    return FrontMatter(Format.NONE, body=int(text.startswith("\ufeff")))


def _read_yaml(text: str, start: int, name: str) -> FrontMatter:
    closing = _YAML_END.search(text, start)
    # Dashes also draw a line across the page; only a key right below them settles the matter.
    certain = _YAML_KEY.match(text, start) is not None
    if closing is None or closing.start() - start > _MAX_SIZE:
        if certain:
            raise _unfinished(closing is None, name)
        return _none(text)
    content = text[start : closing.start()]
    try:
        root = _compose(content)
    except TreeError as error:
        if certain:
            raise InputError(
                f"front matter: {error.message}",
                file=name or None,
                line=error.line + 2,
                remedy="write plain YAML: keys, texts and lists, each key once",
            ) from error
        root = None
    if root is None:
        return _none(text)
    values = {key: yaml_tree.value_of(node) for key, node in root.items.items()}
    return FrontMatter(Format.YAML, start, closing.start(), closing.end(), root, values)


def _compose(content: str) -> yaml_tree.Mapping | None:
    """The mapping that the content is, or None where it is something else."""
    if not content.strip():
        return yaml_tree.Mapping()
    node: Node | None = yaml_tree.compose(content)
    return node if isinstance(node, yaml_tree.Mapping) else None


def _unfinished(unclosed: bool, name: str) -> InputError:
    if unclosed:
        return InputError(
            "the front matter is not closed",
            file=name or None,
            line=1,
            remedy="end it with a line of three dashes, or put an empty line below the first one",
        )
    return InputError(
        f"the front matter is larger than {_MAX_SIZE} characters",
        file=name or None,
        line=1,
        remedy="shorten it",
    )


def _read_toml(text: str, start: int, name: str) -> FrontMatter:
    closing = _TOML_END.search(text, start)
    if closing is None or closing.start() - start > _MAX_SIZE:
        if _TOML_KEY.match(text, start):
            raise _unfinished(closing is None, name)
        return _none(text)
    try:
        values = tomllib.loads(text[start : closing.start()].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        values = {}
    return FrontMatter(Format.TOML, start, closing.start(), closing.end(), values=values)


def _read_json(text: str) -> FrontMatter:
    start = text.startswith("\ufeff")
    if not text.startswith("{", start):
        return _none(text)
    try:
        values, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return _none(text)
    line_end = re.compile(r"[ \t]*\r?(?:\n|\Z)").match(text, end)
    if line_end is None:
        return _none(text)
    return FrontMatter(Format.JSON, start, end, line_end.end(), values=values)
