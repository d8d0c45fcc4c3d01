"""A box of wrapped text that scrolls; new text costs no layout of the screen, so keys stay fast."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.strip import Strip
from textual.widget import Widget


class Pane(Widget, can_focus=False):
    """Shows one text in a box of fixed height; the mouse wheel and `roll` move it."""

    def __init__(self, title: str = "", **arguments: str) -> None:
        super().__init__(**arguments)  # type: ignore[arg-type]  # id and classes
        self._title = title
        self._text = Text()
        self._lines: list[Strip] = []
        self._top = 0

    @property
    def text(self) -> str:
        """What it shows, without styles."""
        return self._text.plain

    def show(self, text: Text | str, amount: int = 0) -> None:
        """Show a text from its beginning, with an amount in the title; the same costs nothing."""
        text = Text(text) if isinstance(text, str) else text
        text.rstrip()
        if self._title:
            title = f"{self._title} {amount}" if amount else self._title
            if self.border_title != title:
                self.border_title = title
        if text == self._text and text.spans == self._text.spans and self._lines:
            return
        self._text, self._top = text, 0
        self._wrap()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._wrap()

    def _wrap(self) -> None:
        width = self.content_size.width
        if width > 0:
            console = self.app.console
            self._lines = [
                Strip(list(line.render(console))) for line in self._text.wrap(console, width)
            ]
            self.roll(0)

    def roll(self, lines: int) -> None:
        """Go down, or up, by so many lines; what is out of sight is told at the bottom."""
        hidden = max(len(self._lines) - self.content_size.height, 0)
        self._top = min(max(self._top + lines, 0), hidden)
        below = hidden - self._top
        told = f"{below} more" if below and self._title else ""
        if (self.border_subtitle or "") != told:
            self.border_subtitle = told
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Two lines down."""
        self.roll(2)

    def on_mouse_scroll_up(self) -> None:
        """Two lines up."""
        self.roll(-2)

    def render_line(self, y: int) -> Strip:
        """The line of text at a line of the box."""
        line, width, style = y + self._top, self.content_size.width, self.rich_style
        if line >= len(self._lines):
            return Strip.blank(width, style)
        return self._lines[line].apply_style(style).adjust_cell_length(width, style)
