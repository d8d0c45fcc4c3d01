"""The list of an article's units, drawn line by line: thousands cost no more than a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from l10n.model import Risk, Severity, Unit
from l10n.tui.colours import RISKS, SEVERITIES, STATES
from l10n.tui.steady import Steady
from l10n.tui.text import MARKS, shown

RISK_MARKS = {Risk.HIGH: "!", Risk.MEDIUM: "~", Risk.LOW: " "}
FINDINGS = {Severity.ERROR: "✗", Severity.WARNING: "?", Severity.INFO: "i"}


def doubt(unit: Unit) -> tuple[str, str]:
    """One sign with its style: `≠` for a conflict, else the risk's."""
    if unit.conflict:
        return "≠", "l10n.bad"
    return (RISK_MARKS[unit.risk], RISKS[unit.risk]) if unit.risk else (" ", "")


@dataclass(slots=True)
class Shown:
    """What the list draws besides the units."""

    worst: dict[str, Severity] = field(default_factory=dict)
    """The severest finding by unit id."""
    kept: Collection[str] = ()
    """Ids of the units with a text in the editor that is no act yet."""


_MOST_DRAWN = 1000


class UnitList(Steady, can_focus=True):
    """Rows: mark of the state, risk, finding, number, source."""

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, shown_with: Shown, **arguments: str) -> None:
        super().__init__(**arguments)  # type: ignore[arg-type]  # id and classes
        self._shown = shown_with
        self._units: Sequence[Unit] = ()
        self._rows: Sequence[int] = ()
        self._drawn: dict[tuple[object, ...], Strip] = {}
        """Rows as they were drawn, by all that they are made of."""
        self._style = Style()
        self.cursor = 0

    def watch_has_focus(self, _has_focus: bool) -> None:
        """`-current` says how it looks: a question takes the focus from it, but not that."""

    def on_focus(self, event: events.Focus) -> None:
        """As Textual's, but nothing is drawn anew."""
        self._focused(event, True, events.DescendantFocus)

    def on_blur(self, event: events.Blur) -> None:
        """As Textual's, but nothing is drawn anew."""
        self._focused(event, False, events.DescendantBlur)

    def _focused(
        self,
        event: events.Event,
        now: bool,
        told: type[events.DescendantFocus | events.DescendantBlur],
    ) -> None:
        event.prevent_default()
        self.has_focus = now
        self.screen.post_message(told(self))

    def show(self, units: Sequence[Unit], rows: Sequence[int]) -> None:
        """List `units[row]` for each of `rows`."""
        self._units, self._rows = units, rows
        self.virtual_size = Size(0, len(rows))
        self.cursor = min(self.cursor, max(len(rows) - 1, 0))
        self.refresh()

    def move(self, row: int) -> None:
        """Put the cursor on a row, in sight; where there is none so far, on the nearest."""
        before, top = self.cursor, self.scroll_offset.y
        self.cursor = min(max(row, 0), max(len(self._rows) - 1, 0))
        if self.size.height:
            # One row of company above and below, where there is room for it.
            company = min((self.size.height - 1) // 2, 1)
            top_row = max(self.cursor - company, 0)
            region = Region(0, top_row, 1, self.cursor + company + 1 - top_row)
            self.scroll_to_region(region, animate=False, force=True)
        if self.scroll_offset.y == top:
            self.refresh_lines(before)
            self.refresh_lines(self.cursor)
        else:
            self.refresh()

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self.move(self.cursor)

    def row_changed(self) -> None:
        """The unit at the cursor is another one, or has another mark."""
        self.refresh_lines(self.cursor)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the box; what all have in common is looked up once."""
        self._style = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The row at a line of the screen."""
        row = y + self.scroll_offset.y
        width = self.size.width
        if row >= len(self._rows):
            return Strip.blank(width, self._style)
        place = self._rows[row]
        unit = self._units[place]
        worst, kept = self._shown.worst.get(unit.id), unit.id in self._shown.kept
        made_of = place, unit, worst, kept, row == self.cursor, width, self._style
        if made_of not in self._drawn:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.clear()
            self._drawn[made_of] = self._row(place, unit, row == self.cursor)
        return self._drawn[made_of]

    def _row(self, place: int, unit: Unit, at_cursor: bool) -> Strip:
        style, width = self._style, self.size.width
        if at_cursor:
            style += Style(reverse=True, bold=True)
        worst = self._shown.worst.get(unit.id)
        parts = (
            (MARKS[unit.state], STATES[unit.state]),
            doubt(unit),
            (FINDINGS[worst], SEVERITIES[worst]) if worst else (" ", ""),
            ("*" if unit.id in self._shown.kept else " ", "l10n.key"),
            (f"{place + 1:>4} ", "" if at_cursor else "dim"),
            (shown(unit.source[: width * 2]), ""),
        )
        # Reversed colours would be hard to read: at the cursor the signs alone say it.
        look = self.app.console.get_style
        segments = [
            Segment(text, style if at_cursor or not name else style + look(name, default=""))
            for text, name in parts
        ]
        return Strip(segments).adjust_cell_length(width, style)

    def on_click(self, event: events.Click) -> None:
        """A click goes to the row."""
        offset = event.get_content_offset(self)
        if offset is not None and (row := offset.y + self.scroll_offset.y) < len(self._rows):
            self.post_message(self.Moved(row))
