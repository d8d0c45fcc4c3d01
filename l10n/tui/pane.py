"""A box of wrapped text that scrolls; new text costs no layout of the screen, so keys stay fast."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_MORE = " ▾"
"""Where a box has no border that could say how much is out of sight."""


class Pane(Widget, can_focus=False):
    """Shows one text in a box of fixed height; the mouse wheel and `roll` move it."""

    def __init__(self, *, at_end: bool = False, **arguments: str) -> None:
        super().__init__(**arguments)  # type: ignore[arg-type]  # id and classes
        self._at_end = at_end
        """Whether the end of a longer text is what matters."""
        self._text = Text()
        self._lines: list[Strip] = []
        self._top = self._wrapped = 0
        self._sight: list[Strip | None] = []
        """What was drawn last, by line of the box."""
        self._drawn = 0, Style()
        """Width and style, while it is drawn."""

    @property
    def text(self) -> str:
        """What it shows, without styles."""
        return self._text.plain

    @property
    def height_wanted(self) -> int:
        """Lines that the text has, wrapped as it is."""
        return len(self._lines)

    def show(self, text: Text | str, title: str | None = None) -> None:
        """Show a text from its beginning, or to its end; the same again costs nothing."""
        text = Text(text) if isinstance(text, str) else text
        text.rstrip()
        if title is not None:
            entitle(self, title)
        if text == self._text and text.spans == self._text.spans and self._lines:
            return
        self._text, self._top = text, 0
        self.wrap()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew, where lines are to have another length."""
        if self.content_size.width != self._wrapped:
            self.wrap()
        else:
            self._settle()

    def wrap(self) -> None:
        """Cut the text into lines, in the colours that there are now."""
        self._wrapped = width = self.content_size.width
        if width > 0:
            console = self.app.console
            self._lines = [
                Strip(list(line.render(console))) for line in self._text.wrap(console, width)
            ]
            self._settle()

    def _settle(self) -> None:
        if self._at_end:
            self._top = len(self._lines)
        self.roll(0)

    def roll(self, lines: int) -> None:
        """Go down, or up, by so many lines; what is out of sight is told at the bottom."""
        height = self.content_size.height
        hidden = max(len(self._lines) - height, 0)
        self._top = min(max(self._top + lines, 0), hidden)
        below = hidden - self._top
        told = f"{below} more" if below and not self._at_end else ""
        if (self.border_subtitle or "") != told:
            self.border_subtitle = told
        sight = self._lines[self._top : self._top + height]
        if told and not self.has_class("neighbour") and not self.styles.border_bottom[0]:
            cut = self.content_size.width - len(_MORE)
            sight[-1] = Strip.join([sight[-1].adjust_cell_length(cut), Strip([Segment(_MORE)])])
        self._draw(sight)

    def reveal(self, line: int) -> None:
        """Have a line in sight, with one of company where there is one."""
        height = self.content_size.height
        below = max(line + 2 - height - self._top, 0)
        self.roll(below or min(line - 1 - self._top, 0))

    def _draw(self, lines: list[Strip]) -> None:
        """Draw the lines in sight that are others than before: drawing is what takes time."""
        width, height = self.content_size
        above = max(height - len(lines), 0)
        blank: list[Strip | None] = [None] * above
        now = [*blank, *lines] if self._at_end else [*lines, *blank]
        changed = [y for y in range(height) if y >= len(self._sight) or self._sight[y] != now[y]]
        self._sight = now
        for y in changed:
            self.refresh(Region(0, y, width, 1))

    def on_mouse_scroll_down(self) -> None:
        """Two lines down."""
        self.roll(2)

    def on_mouse_scroll_up(self) -> None:
        """Two lines up."""
        self.roll(-2)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the box; what all have in common is looked up once."""
        self._drawn = self.content_size.width, self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The line of text at a line of the box."""
        width, style = self._drawn
        line = self._sight[y] if y < len(self._sight) else None
        if line is None:
            return Strip.blank(width, style)
        return line.apply_style(style).adjust_cell_length(width, style)


def entitle(widget: Widget, title: Content | str) -> None:
    """Write a title into a widget's border, as it stands: none of it is markup."""
    content = Content(title) if isinstance(title, str) else title
    if (widget.border_title or "") != content.markup:
        widget.border_title = content or None
