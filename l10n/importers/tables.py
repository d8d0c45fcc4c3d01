"""HTML tables -> GFM tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml.etree import _Element

MAX_CELLS = 20_000
"""Cells of one table; what comes after is cut off."""
_MAX_SPAN = 50


def rows_of(table: _Element) -> list[_Element]:
    """The rows of `table` itself, not those of tables inside it, header first."""
    rows: list[_Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def is_layout(table: _Element) -> bool:
    """Whether the table only arranges things: photos, columns of a page, one boxed text."""
    if next(table.iterdescendants("table", "figure", "iframe"), None) is not None:
        return True
    rows = rows_of(table)
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    if len(rows) < 2 or max((len(row) for row in rows), default=0) < 2:
        return True
    images = sum(1 for _ in table.iterdescendants("img"))
    worded = sum(1 for cell in cells if "".join(map(str, cell.itertext())).strip())
    return images * 2 > worded


def table_markdown(table: _Element, cell_text: Callable[[_Element], str]) -> str:
    """`table` as GFM; `cell_text` gives a cell's inline Markdown on one line.

    The first row is the header. A cell over several columns or rows stands in the first of
    them; rows without text are left out.
    """
    grid = _grid(rows_of(table), cell_text)
    grid = [row for row in grid if any(row)]
    if not grid:
        return ""
    width = max(len(row) for row in grid)
    lines = [_row(row + [""] * (width - len(row))) for row in grid]
    lines.insert(1, _row(["---"] * width))
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _grid(rows: Sequence[_Element], cell_text: Callable[[_Element], str]) -> list[list[str]]:
    grid: list[list[str]] = []
    hanging: dict[int, int] = {}
    """Column -> further rows that a cell above reaches into."""
    count = 0
    for row in rows:
        line: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th") or count >= MAX_CELLS:
                continue
            _skip(line, hanging)
            columns, depth = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(line), len(line) + columns):
                hanging[column] = depth - 1
            line += [cell_text(cell).replace("|", "\\|")] + [""] * (columns - 1)
            count += columns
        _skip(line, hanging)
        grid.append(line)
    return grid


def _skip(line: list[str], hanging: dict[int, int]) -> None:
    """Leaves a cell empty where one above reaches down to it."""
    while hanging.get(len(line), 0) > 0:
        hanging[len(line)] -= 1
        line.append("")


def _span(cell: _Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isascii() and value.isdigit() else 1
