"""The whole article in both languages side by side, as it will be published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from rich.console import Console
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from l10n.tui.pane import Pane
from l10n.tui.text import MARKS, shown
from l10n.workflow.sitting import Sitting

_BETWEEN = " │ "
_STYLES = {"title": "bold", "heading": "bold", "caption": "italic"}


class BothPane(Pane):
    """Block by block: source on the left, target on the right; what has none keeps its source."""

    def __init__(self, sitting: Sitting, unit: str) -> None:
        super().__init__(id="both")
        self._sitting, self._unit = sitting, unit

    def wrap(self) -> None:
        """Lay the blocks out in the width that there is, and go to that of the unit."""
        width = (self.content_size.width - len(_BETWEEN)) // 2
        if width <= 0:
            return
        console = self.app.console
        self._lines, here = [], 0
        for style, source, target, units in _blocks(self._sitting):
            if self._unit in units:
                here = len(self._lines)
            for sides in zip_longest(
                *(_cut(text, style, width, console) for text in (source, target))
            ):
                left, right = (side if side is not None else Text() for side in sides)
                left.truncate(width, pad=True)
                line = left.append(_BETWEEN, "dim").append_text(right)
                self._lines.append(Strip(list(line.render(console))))
            self._lines.append(Strip(list(Text(f"{' ' * width}{_BETWEEN}", "dim").render(console))))
        self._top = 0
        self.roll(here)


def _cut(text: str, style: str, width: int, console: Console) -> list[Text]:
    return list(Text(shown(text), style).wrap(console, width))


class Reading(Screen[None]):
    """See the module; it opens where the person was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v,q", "dismiss(None)", "Back"),
        Binding("j,down", "roll(1)", show=False),
        Binding("k,up", "roll(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "roll(-1000000)", show=False),
        Binding("G,end", "roll(1000000)", show=False),
    ]

    def __init__(self, sitting: Sitting, unit: str) -> None:
        super().__init__()
        self._sitting, self._unit = sitting, unit

    def compose(self) -> ComposeResult:
        """A line at the top, and the blocks."""
        yield Pane(id="title")
        yield BothPane(self._sitting, self._unit)

    def on_resize(self, event: events.Resize) -> None:
        """Say what it is, on one line."""
        sitting = self._sitting
        title = Text(
            f"{sitting.source_language} │ {sitting.language}  "
            f"j, k, Space, b, g, G move; Esc goes back  {sitting.slug}"
        )
        title.truncate(event.size.width - 2, overflow="ellipsis")
        self.query_one("#title", Pane).show(title)

    def action_roll(self, lines: int) -> None:
        """So many lines on."""
        self.query_one(BothPane).roll(lines)

    def action_page(self, pages: int) -> None:
        """A page on."""
        both = self.query_one(BothPane)
        both.roll(pages * max(both.content_size.height - 2, 1))


def _blocks(sitting: Sitting) -> Iterator[tuple[str, str, str, set[str]]]:
    """Style, source, target and units of each block."""
    units = {unit.id: unit for unit in sitting.units}
    cuts: dict[int, list[int]] = {}
    for number, cut in enumerate(sitting.cutting.cuts):
        cuts.setdefault(cut.block, []).append(number)
    for index, block in enumerate(sitting.cutting.document.blocks):
        target, end, marks, ids = "", 0, "", set()
        for number in cuts.get(index, ()):
            cut = sitting.cutting.cuts[number]
            unit = units.get(cut.unit.id, cut.unit)
            ids.add(unit.id)
            marks += MARKS[unit.state]
            target += block.text[end : cut.span[0]] + (unit.target or unit.source)
            end = cut.span[1]
        yield _STYLES.get(block.role, ""), block.text, f"{marks} {target}{block.text[end:]}", ids
