"""Writes a text as a YAML scalar, in the style that stands there if that can hold it."""

from __future__ import annotations

from l10n.articles.yaml_tree import Mapping, Scalar, Sequence, TreeError, compose
from l10n.patterns import late

_TRAILING_SPACE = late(r"\s*\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
# What a YAML stream must not hold, its line ends, and the byte order mark.
_UNPRINTABLE = late("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def encode_scalar(value: str, scalar: Scalar, raw: str) -> str:
    """`value` as it should stand instead of `raw`, the text of `scalar`."""
    if scalar.style in ("|", ">"):
        return _block(value, scalar.style, raw) or double_quoted(value) + _tail(raw)
    if scalar.style == "'" and not _UNPRINTABLE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return inline_scalar(value, flow=scalar.flow) if not scalar.style else double_quoted(value)


def inline_scalar(value: str, *, flow: bool = False, dates: bool = False) -> str:
    """`value` as a plain scalar where YAML reads that as the same text, else quoted.

    `dates`: leave dates plain as well, which YAML takes for more than text.
    """
    tags = ("str", "timestamp") if dates else ("str",)
    return value if _is_plain(value, flow, tags) else double_quoted(value)


def double_quoted(value: str) -> str:
    """`value` in double quotes on one line; letters of all scripts stay as they are."""
    escaped = "".join(_ESCAPES.get(c, c) for c in value)
    return '"' + _UNPRINTABLE.sub(lambda match: _escape(ord(match[0])), escaped) + '"'


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _is_plain(value: str, flow: bool, tags: tuple[str, ...]) -> bool:
    if not value or value.startswith(("!", "&", "*", "---", "...")) or _UNPRINTABLE.search(value):
        return False
    try:
        node = compose(f"[{value}]" if flow else f"k: {value}\n")
    except TreeError:
        return False
    if isinstance(node, Sequence) and len(node.items) == 1:
        scalar = node.items[0]
    elif isinstance(node, Mapping):
        scalar = node.items["k"]
    else:
        return False
    return (
        isinstance(scalar, Scalar)
        and not scalar.style
        and scalar.value == value
        and scalar.tag in tags
    )


def _block(value: str, style: str, raw: str) -> str | None:
    """A block scalar with the header and indent of `raw`, or None where it cannot hold it."""
    header, _, content = raw.partition("\n")
    first = next((line for line in content.split("\n") if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    lines = value.split("\n")
    if not indent or _UNPRINTABLE.search(value.replace("\n", "")):
        return None
    if any(line != line.strip() for line in lines):
        return None
    end = "\r\n" if header.endswith("\r") else "\n"
    if style == ">":
        lines = [part for line in lines for part in (line, "")][:-1]
    written = end.join(indent + line if line else "" for line in lines)
    return f"{header}\n{written}{_tail(raw)}"


def _tail(raw: str) -> str:
    """The line ends that a block scalar's place takes in."""
    tail = _TRAILING_SPACE.search(raw)
    return tail[0] if tail else ""
