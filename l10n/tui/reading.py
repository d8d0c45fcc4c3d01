"""The whole article in both languages side by side, as it will be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from l10n.tui.text import MARKS, shown
from l10n.workflow.sitting import Sitting


class Reading(Screen[None]):
    """Block by block: source on the left, target on the right; what has none keeps its source."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v,q", "dismiss(None)", "Back"),
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        """A line at the top, and the table."""
        sitting = self._sitting
        yield Static(f"{sitting.slug}: Esc goes back", id="title", markup=False)
        with VerticalScroll(id="both"):
            yield Static(side_by_side(sitting))

    def action_page_down(self) -> None:
        """A page on."""
        self.query_one("#both", VerticalScroll).scroll_page_down()


def side_by_side(sitting: Sitting) -> Table:
    """A row for each block of the article."""
    table = Table(
        sitting.source_language,
        sitting.language,
        expand=True,
        show_lines=False,
        padding=(0, 1, 1, 0),
    )
    for style, source, target in _blocks(sitting):
        table.add_row(Text(shown(source), style), Text(shown(target), style))
    return table


def _blocks(sitting: Sitting) -> Iterator[tuple[str, str, str]]:
    units = {unit.id: unit for unit in sitting.units}
    for index, block in enumerate(sitting.cutting.document.blocks):
        target, end, marks = "", 0, ""
        for cut in sitting.cutting.cuts:
            if cut.block != index:
                continue
            unit = units.get(cut.unit.id, cut.unit)
            marks += MARKS[unit.state]
            target += block.text[end : cut.span[0]] + (unit.target or unit.source)
            end = cut.span[1]
        style = {"title": "bold", "heading": "bold", "caption": "italic"}.get(block.role, "")
        yield style, block.text, f"{marks} {target}{block.text[end:]}"
