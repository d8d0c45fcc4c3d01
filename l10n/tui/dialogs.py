"""Questions that the review asks: a line of text, one of several, the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from l10n.tui.dialog import Dialog
from l10n.tui.key_names import readable
from l10n.tui.keys import COMMANDS
from l10n.tui.pane import Pane
from l10n.tui.text import shown

_CLOSE: list[BindingType] = [Binding("escape", "dismiss(None)", "Cancel")]


class Ask(Dialog[str | None]):
    """Asks for one line; None where the person gives up."""

    BINDINGS: ClassVar[list[BindingType]] = _CLOSE

    def __init__(
        self,
        question: str,
        text: str = "",
        *,
        empty: bool = False,
        wrong: Callable[[str], str] = lambda _text: "",
    ) -> None:
        super().__init__()
        self._question, self._text, self._empty, self._wrong = question, text, empty, wrong
        self._early = ""

    def on_key(self, event: events.Key) -> None:
        """Fast hands type before the line is there: nothing of it gets lost."""
        if event.is_printable and event.character and not self.query("#answer:focus"):
            event.stop()
            self._early += event.character
            self._take_early()

    def on_mount(self) -> None:
        """Show what was typed already."""
        self._take_early()

    def _take_early(self) -> None:
        if self._early and self.is_mounted and self.query("#answer"):
            self.query_one("#answer", Input).insert_text_at_cursor(self._early)
            self._early = ""

    def compose(self) -> ComposeResult:
        """Question, line, complaint."""
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            yield Input(self._text, id="answer")
            yield Static("", id="wrong", markup=False)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        complaint = self._wrong(text) or ("" if text or self._empty else "It cannot be empty.")
        if complaint:
            self.query_one("#wrong", Static).update(complaint)
        else:
            self.dismiss(text)


class Choose(Dialog[str | None]):
    """Asks for one of several, by key or mouse; None where the person gives up."""

    BINDINGS: ClassVar[list[BindingType]] = _CLOSE

    def __init__(self, question: str, options: Mapping[str, str], chosen: str = "") -> None:
        super().__init__()
        self._question, self._options, self._chosen = question, options, chosen

    def compose(self) -> ComposeResult:
        """Question and options."""
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            yield OptionList(
                *(Option(Text(shown(text)), id=key) for key, text in self._options.items())
            )

    def on_mount(self) -> None:
        """Stand on what is usual."""
        if self._chosen in self._options:
            self.query_one(OptionList).highlighted = list(self._options).index(self._chosen)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


class Differ(Dialog[str | None]):
    """Shows two texts of which one must go: `mine`, `theirs`, or None for later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_CLOSE,
        Binding("m", "dismiss('mine')", "Mine"),
        Binding("t", "dismiss('theirs')", "Theirs"),
    ]

    def __init__(self, why: str, mine: str, theirs: str) -> None:
        super().__init__()
        self._parts = why, mine, theirs

    def compose(self) -> ComposeResult:
        """Why, both texts, the keys."""
        why, mine, theirs = self._parts
        with VerticalScroll(classes="dialog"):
            yield Static(why, markup=False)
            yield Static(f"\nYours:\n{shown(mine)}", markup=False)
            yield Static(f"\nTheirs:\n{shown(theirs)}", markup=False)
            yield Static("\nm keeps yours   t takes theirs   Esc decides later", markup=False)


class Help(Dialog[None]):
    """All keys; what is typed narrows them down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down", "roll(1)", priority=True),
        Binding("up", "roll(-1)", priority=True),
        Binding("pagedown", "roll(10)", priority=True),
        Binding("pageup", "roll(-10)", priority=True),
    ]

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A line to search by, and the keys."""
        with Vertical(classes="dialog tall"):
            yield Input(placeholder="type to search; Up and Down scroll, Esc closes", id="search")
            yield Pane(id="all")

    def on_mount(self) -> None:
        """Show all."""
        self._show("")

    def action_roll(self, lines: int) -> None:
        """Scroll, while the hands stay on the search."""
        self.query_one("#all", Pane).roll(lines)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        self.query_one("#all", Pane).show(help_text(self._keys, wanted))


def help_text(keys: Mapping[str, str], wanted: str = "") -> Text:
    """The commands that `wanted` is in, by group, with their keys."""
    text, group = Text(), ""
    for command in COMMANDS:
        pressed = ", ".join(map(readable, keys[command.id].split(",")))
        if wanted.casefold() not in f"{command.title} {pressed} {command.id}".casefold():
            continue
        if command.group != group:
            group = command.group
            text.append(f"{group}\n", "bold")
        also = " ✎" if command.while_editing else "  "
        text.append(f"{pressed:>17}", "l10n.key").append(f"{also} {command.title}\n")
    return text.append("✎ while you type, too", "dim") if text else Text("No such key.")
