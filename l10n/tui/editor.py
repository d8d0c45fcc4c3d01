"""The editor of a target: a text area that keeps the keys of the review for the review."""

from __future__ import annotations

import unicodedata

from rich.text import Text
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from l10n.tui.steady import Steady


class Editor(TextArea, Steady):
    """Edits one target. Enter is done with it, unless the source has several lines."""

    def __init__(self, **arguments: str) -> None:
        super().__init__(soft_wrap=True, highlight_cursor_line=False, **arguments)  # type: ignore[arg-type]  # id
        self.match_cursor_bracket = False
        self._lines = False
        self.given = ""
        """What was put into it; `changed` says whether the person changed it."""

    def give(self, text: str, given: str, *, lines: bool) -> None:
        """Show `text` in the place of `given`, the unit's own; `lines`: Enter makes a line."""
        again = (self.text, self.given) == (text, given)
        self.given, self._lines = given, lines
        if again:
            return
        if self.text != text:
            # The person typed nothing: there is nothing to judge or to keep.
            with self.prevent(TextArea.Changed):
                self.load_text(text)
        self.move_cursor(self.document.end)
        self._look()

    def watch_has_focus(self, has_focus: bool) -> None:
        """What is written is in sight at the cursor, what is only read from its beginning."""
        super().watch_has_focus(has_focus)
        self._look()

    def _look(self) -> None:
        if self.has_focus:
            self.scroll_cursor_visible()
        else:
            self.scroll_to(0, 0, animate=False, immediate=True)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """As Textual's; without the focus there is no cursor to see."""
        return super().scroll_cursor_visible(center, animate) if self.has_focus else Offset()

    def fit(self) -> None:
        """Wrap what was given before it had its place."""
        super()._rewrap_and_refresh_virtual_size()
        self.refresh()

    def _rewrap_and_refresh_virtual_size(self) -> None:
        # A box of another height has the same lines.
        if self.wrapped_document._width != self.wrap_width:
            super()._rewrap_and_refresh_virtual_size()

    def _refresh_size(self) -> None:
        # Its box has a fixed height: more lines are no reason to lay out the whole screen anew.
        self.set_reactive(Widget.virtual_size, Size(0, self.wrapped_document.height))
        self._refresh_scrollbars()

    def render_line(self, y: int) -> Strip:
        """As Textual's, which styles and cuts a whole paragraph anew for each of its rows."""
        place, theme, wrapped = self.scroll_offset.y + y, self._theme, self.wrapped_document
        if place >= wrapped.height or theme is None or theme.base_style is None:
            return super().render_line(y)
        row, section = wrapped._offset_to_line_info[place]
        line = self.document.get_line(row)
        top, bottom = sorted(self.selection)
        if "\t" in line or top[0] != bottom[0]:
            return super().render_line(y)
        # After the last letter there is room for the cursor.
        cuts = [0, *wrapped.get_offsets(row), len(line) + 1]
        start, end = cuts[section], cuts[section + 1]
        text = Text(f"{line} "[start:end], end="", no_wrap=True)
        if theme.selection_style and row == top[0] and top[1] < end and bottom[1] > start:
            text.stylize(theme.selection_style, max(top[1] - start, 0), bottom[1] - start)
        at = self.cursor_location[1] - start
        if theme.cursor_style and self._draw_cursor and self.cursor_location[0] == row and at >= 0:
            text.stylize(theme.cursor_style, at, at + 1)
        strip = Strip(text.render(self.app.console), text.cell_len)
        width = self.scrollable_content_region.size.width
        return strip.extend_cell_length(width).apply_style(theme.base_style)

    @property
    def changed(self) -> bool:
        """Whether it shows another text than the unit's own."""
        return self.text != self.given

    @property
    def result(self) -> str:
        """The text as a target: NFC, on one line where the source is."""
        text = unicodedata.normalize("NFC", self.text)
        return text.strip() if self._lines else " ".join(text.splitlines()).strip()

    def put(self, text: str) -> None:
        """Write `text` at the cursor, parted by blanks where words would touch."""
        start, end = sorted((self.selection.start, self.selection.end))
        before = self.document.get_line(start[0])[: start[1]]
        after = self.document.get_line(end[0])[end[1] :]
        if before and text and _parted(before[-1], text[0]):
            text = f" {text}"
        if after and text and _parted(text[-1], after[0]):
            text = f"{text} "
        self.replace(text, start, end, maintain_selection_offset=False)

    def take(self, text: str) -> None:
        """Write `text` in the place of all; one step for the editor's undo."""
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.move_cursor(self.document.end)

    def action_delete_to_start_of_line(self) -> None:
        """As Textual's, but of the whole line: where it is wrapped is no matter of the text."""
        row, column = self.cursor_location
        if column:
            self.delete((row, 0), (row, column), maintain_selection_offset=False)
        else:
            super().action_delete_to_start_of_line()

    async def action_delete_to_end_of_line_or_delete_line(self) -> None:
        """The same to the end."""
        row, column = self.cursor_location
        if column < (end := len(self.document.get_line(row))):
            self.delete((row, column), (row, end), maintain_selection_offset=False)
        else:
            await super().action_delete_to_end_of_line_or_delete_line()

    @property
    def on_one_line(self) -> bool:
        """Whether Enter is done with the text, and makes no line."""
        return not self._lines


def _parted(one: str, other: str) -> bool:
    """Whether a blank stands between a word that ends so and one that begins so."""
    wide = any(unicodedata.east_asian_width(sign) in "WF" for sign in (one, other))
    return not wide and other.isalnum() and (one.isalnum() or one in ",;:.!?)]}”»%")
