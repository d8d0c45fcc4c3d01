"""A document as a small tree of blocks, and the tree as CommonMark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Leaf:
    """One block of finished Markdown: a paragraph, heading, photo, table, rule or code block."""

    markdown: str
    level: int = 0
    """1-6 for a heading, whose `markdown` is then its text alone."""


@dataclass(slots=True)
class Group:
    """Blocks that stand inside something."""

    kind: str
    """`doc`, `quote`, `list` or `item`; a list holds items only."""
    ordered: bool = False
    start: int = 1
    children: list[Node] = field(default_factory=list)


Node: TypeAlias = Leaf | Group


MAX_NESTING = 12
"""Quotations, lists and items inside one another; deeper ones are not told apart."""


class Outline:
    """A document while it is written: new blocks go into the innermost open group."""

    def __init__(self) -> None:
        self.document = Group("doc")
        self._open = [self.document]
        self._opened: list[bool] = []

    def put(self, leaf: Leaf) -> None:
        """Adds a finished block."""
        self._place(leaf)

    def begin(self, group: Group) -> None:
        """Opens a group; an item outside of a list, and what is nested too deep, is passed over."""
        fits = len(self._open) <= MAX_NESTING
        fits = fits and (group.kind != "item" or self._open[-1].kind == "list")
        self._opened.append(fits)
        if fits:
            self._place(group)
            self._open.append(group)

    def end(self) -> None:
        """Closes the group that was begun last."""
        if self._opened.pop():
            self._open.pop()

    def _place(self, node: Node) -> None:
        parent = self._open[-1]
        if parent.kind == "list" and not (isinstance(node, Group) and node.kind == "item"):
            node = Group("item", children=[node])  # a list takes only items
        parent.children.append(node)


def render(document: Group) -> str:
    """The document as CommonMark that ends in one newline, or "" where it is empty.

    Headings are renumbered without gaps from level 2, since the title is level 1.
    """
    levels = sorted(_levels(document))
    ranks = {level: min(rank, 6) for rank, level in enumerate(levels, start=2)}
    text = "\n".join(_lines(document, ranks))
    return f"{text}\n" if text else ""


def _levels(group: Group) -> set[int]:
    found: set[int] = set()
    for child in group.children:
        if isinstance(child, Group):
            found |= _levels(child)
        elif child.level:
            found.add(child.level)
    return found


def _lines(group: Group, ranks: dict[int, int]) -> list[str]:
    lines: list[str] = []
    previous: Node | None = None
    alternate = False
    for child in group.children:
        alternate = _same_list(previous, child) and not alternate
        block = _block(child, ranks, alternate)
        if not block:
            continue
        if lines and not _tight(previous, child, group):
            lines.append("")
        lines += block
        previous = child
    return lines


def _block(node: Node, ranks: dict[int, int], alternate: bool) -> list[str]:
    if isinstance(node, Leaf):
        if node.level:
            return ["#" * ranks[node.level] + " " + node.markdown]
        return node.markdown.split("\n")
    if node.kind == "quote":
        return [f"> {line}".rstrip() for line in _lines(node, ranks)]
    if node.kind == "list":
        return _list(node, ranks, alternate)
    return _lines(node, ranks)


def _same_list(previous: Node | None, node: Node) -> bool:
    """Whether two lists follow one another, which CommonMark would read as one."""
    return (
        isinstance(previous, Group)
        and isinstance(node, Group)
        and previous.kind == node.kind == "list"
        and previous.ordered == node.ordered
    )


def _tight(previous: Node | None, node: Node, group: Group) -> bool:
    """A list stands right under the text of the item that it belongs to."""
    return (
        group.kind == "item"
        and isinstance(previous, Leaf)
        and isinstance(node, Group)
        and node.kind == "list"
    )


def _list(group: Group, ranks: dict[int, int], alternate: bool) -> list[str]:
    items = [_lines(item, ranks) for item in group.children if isinstance(item, Group)]
    items = [item for item in items if item]
    loose = any("" in item for item in items)
    lines: list[str] = []
    for number, item in enumerate(items, start=group.start):
        if group.ordered:
            marker = f"{number}{')' if alternate else '.'} "
        else:
            marker = "* " if alternate else "- "
        if loose and lines:
            lines.append("")
        lines.append(marker + item[0])
        lines += [" " * len(marker) + line if line else "" for line in item[1:]]
    return lines
