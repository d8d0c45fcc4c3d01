"""Sets single values of an article's front matter."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.articles.front_matter import Format, FrontMatter, read_front_matter
from l10n.articles.scalars import encode_scalar, inline_scalar
from l10n.articles.yaml_tree import Scalar
from l10n.errors import InputError


def edit_front_matter(text: str, changes: Mapping[str, str | bool]) -> str:
    """The article's text with these values set or, where a key is missing, added at the end.

    All other bytes stay; an article without front matter gets one. Raises InputError where
    the front matter is not YAML, is a flow mapping, or has a list or mapping under such a key.
    """
    front = read_front_matter(text)
    if front.format is Format.NONE:
        return _add_front_matter(text, changes)
    if front.format is not Format.YAML or front.root.flow:
        raise InputError(
            f"front matter in {front.format.value} that cannot be edited",
            line=1,
            remedy="write it as YAML between lines of three dashes, one key a line",
        )
    edits = [
        _replace(text, front, key, value)
        for key, value in changes.items()
        if key in front.root.items
    ]
    added = "".join(
        f"{_indent(text, front)}{inline_scalar(key)}: {_written(value)}{_line_end(text)}"
        for key, value in changes.items()
        if key not in front.root.items
    )
    edits.append((front.end, front.end, added))
    for start, end, written in sorted(edits, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def _replace(text: str, front: FrontMatter, key: str, value: str | bool) -> tuple[int, int, str]:
    node = front.root.items[key]
    if not isinstance(node, Scalar):
        raise InputError(
            f"front matter: '{key}' is a list or a mapping",
            line=text.count("\n", 0, front.start) + front.root.keys[key].line + 1,
            remedy="write a single value",
        )
    start, end = front.start + node.start, front.start + node.end
    raw = text[start:end]
    if isinstance(value, bool):
        tail = raw[len(raw.rstrip()) :]
        return start, end, _written(value) + tail
    written = encode_scalar(value, node, raw)
    return start, end, written if raw else f" {written}"


def _written(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else inline_scalar(value)


def _indent(text: str, front: FrontMatter) -> str:
    first = next(iter(front.root.keys.values()), None)
    if first is None:
        return ""
    start = front.start + first.start
    return text[text.rfind("\n", 0, start) + 1 : start]


def _line_end(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _add_front_matter(text: str, changes: Mapping[str, str | bool]) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = [f"{inline_scalar(key)}: {_written(value)}" for key, value in changes.items()]
    end = _line_end(text)
    return mark + end.join(["---", *lines, "---", "", text[len(mark) :]])
