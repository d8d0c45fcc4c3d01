"""The main screen's places: what stands where, at which size of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from l10n.errors import L10nError, UsageError
from l10n.tui import bars, panes
from l10n.tui.editor import Editor
from l10n.tui.key_names import readable
from l10n.tui.pane import Pane, entitle
from l10n.tui.text import shown
from l10n.tui.unit_list import Shown, UnitList
from l10n.workflow import acts
from l10n.workflow.sitting import Sitting

SMALLEST = (60, 16)
"""Columns and lines under which nothing would be in sight."""
LOW = 24
"""Lines under which a narrow terminal has no place for a unit's neighbours."""


class ReviewLayout(Screen[None]):
    """List, unit and panes; wide beside each other, narrow above each other."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (bars.WIDE, "-wide")]  # noqa: RUF012 - Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012 - Textual's way
    AUTO_FOCUS = "#units"
    # As Textual's, but what has the focus draws itself: no reason to draw all anew.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, sitting: Sitting, keys: Mapping[str, str]) -> None:
        super().__init__()
        self.sitting, self.keys = sitting, keys
        self._list = Shown({}, sitting.journal.texts)
        self._room = 0, 0
        self._tall = False
        self._focus_then: Widget | None = None
        self._amounts: dict[str, int] = {}
        self._keys_shown = False, 0
        self._forbidden = {name for name in acts.ACTS if not self._may(name)}

    def _may(self, act: str) -> bool:
        try:
            acts.may(self.sitting.workspace, act, self.sitting.who)
        except UsageError:
            return False
        return True

    def compose(self) -> ComposeResult:
        """The widgets; `review.tcss` puts them in their places, which are right at once."""
        self.set_class(self.app.size.width < bars.WIDE, "-narrow")
        self.set_class(self.app.size.height < LOW, "-low")
        yield Pane(id="title")
        yield Pane(id="small")
        with Horizontal(id="body"):
            yield UnitList(self._list, id="units", classes="yields")
            with Vertical(id="centre"):
                yield Pane(id="before", classes="neighbour yields", at_end=True)
                yield Pane(id="source")
                yield Editor(id="editor", classes="yields")
                yield Pane(id="status")
                yield Pane(id="after", classes="neighbour yields")
            with Vertical(id="side", classes="yields"):
                for name in panes.PANES:
                    yield Pane(id=name, classes="pane")
        yield Pane(id="keys")

    def pane(self, name: str) -> Pane:
        """The pane with this id."""
        return self.query_one(f"#{name}", Pane)

    @property
    def units(self) -> UnitList:
        """The list."""
        return self.query_one("#units", UnitList)

    @property
    def editor(self) -> Editor:
        """The editor of the target."""
        return self.query_one("#editor", Editor)

    @property
    def in_use(self) -> bool:
        """Whether it is not being closed: threads and timers may be done after that."""
        return self.app.is_running and self in self.app.screen_stack

    def from_thread(self, call: Callable[..., object], *args: object) -> None:
        """Call it between two keys, unless the screen is being closed by then."""
        # Where nothing runs any more, there is nobody to be told.
        with suppress(RuntimeError):
            self.call_later(lambda: self.in_use and call(*args))

    def complain(self, error: L10nError) -> None:
        """Tell an error in the corner."""
        self.notify(shown(str(error)), severity="error", timeout=8, markup=False)

    @property
    def small(self) -> bool:
        """Whether the terminal is too small to work in."""
        return self.has_class("-small")

    def key(self, command: str) -> str:
        """The first key of a command, for people."""
        return readable(self.keys[command].split(",")[0])

    def on_resize(self, event: events.Resize) -> None:
        """Where the terminal is too small, say so and show nothing else; the focus comes back."""
        width, height = event.size
        small = width < SMALLEST[0] or height < SMALLEST[1]
        if small and not self.small:
            self._focus_then = self.focused
        self.set_class(small, "-small")
        self.pane("small").show(
            f"This terminal is {width}x{height}; "
            f"make it {SMALLEST[0]}x{SMALLEST[1]} at least. Nothing is lost."
        )
        if not small and self._focus_then is not None:
            self.set_focus(self._focus_then)
            self._focus_then = None
        self._yield_room(tall=False)
        self.show_keys()
        self.call_after_refresh(self.entitle_panes)
        self.call_after_refresh(self.make_room)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def show_keys(self) -> None:
        """The line at the bottom."""
        editing = self.focused is self.editor
        if (shown := (editing, self.size.width)) == self._keys_shown:
            return
        self._keys_shown = shown
        self.units.set_class(not editing, "-current")
        self.pane("keys").show(
            bars.bottom(self.keys, self.size.width - 2, editing=editing, forbidden=self._forbidden)
        )

    def make_room(self) -> None:
        """Where a text is longer than its place, the neighbours and the list yield theirs."""
        source, editor = self.pane("source"), self.editor
        if not source.content_size.height:
            return
        if not self._tall:
            self._room = source.content_size.height, editor.content_size.height
        wanted = source.height_wanted, editor.wrapped_document.height
        self._yield_room(tall=any(w > r for w, r in zip(wanted, self._room, strict=True)))

    def _yield_room(self, *, tall: bool) -> None:
        # A class of the screen would have the looks of all that lies on it worked out anew.
        if self._tall != tall:
            self._tall = tall
            yielding = ".neighbour" if self.has_class("-wide") else ".yields"
            self.query(yielding if tall else ".-tall").set_class(tall, "-tall")

    def show_amount(self, name: str, amount: int) -> None:
        """How much is in a pane, which its title says."""
        if self._amounts.get(name) != amount:
            self._amounts[name] = amount
            self.entitle_panes()

    def entitle_panes(self) -> None:
        """Write the panes' titles; where one alone is in sight, its title names all."""
        narrow = self.has_class("-narrow")
        for name in panes.PANES:
            named = panes.tabs if narrow else panes.title
            entitle(self.pane(name), named(name, self._amounts))

    def action_panel(self) -> None:
        boxes = [self.pane(name) for name in panes.PANES]
        current = next(i for i, box in enumerate(boxes) if box.has_class("-current"))
        boxes[current].remove_class("-current")
        boxes[(current + 1) % len(boxes)].add_class("-current")

    def action_scroll_down(self) -> None:
        self._current.roll(1)

    def action_scroll_up(self) -> None:
        self._current.roll(-1)

    def action_source_down(self) -> None:
        self._roll_texts(1)

    def action_source_up(self) -> None:
        self._roll_texts(-1)

    def _roll_texts(self, lines: int) -> None:
        """Source and target, where they are longer than their places."""
        self.pane("source").roll(lines)
        self.editor.scroll_relative(y=lines, animate=False)

    @property
    def _current(self) -> Pane:
        return self.query_one(".pane.-current", Pane)
