"""All that the review can do, with its keys: to read, to search, and to carry out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from l10n.tui.dialog import Dialog
from l10n.tui.key_names import readable
from l10n.tui.keys import COMMANDS, Command
from l10n.tui.pane import Pane


class Commands(Dialog[str]):
    """What is typed narrows them down; gives the id of the one that is to be carried out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", priority=True),
        Binding("up", "go(-1)", priority=True),
        Binding("pagedown", "go(10)", priority=True),
        Binding("pageup", "go(-10)", priority=True),
    ]

    def __init__(self, keys: Mapping[str, str]) -> None:
        hint = "type to search; Up and Down choose, Enter does it, Esc closes"
        self._all = Pane(id="all")
        super().__init__(Input(placeholder=hint, compact=True), self._all, tall=True)
        self._keys = keys
        self._found: Sequence[Command] = COMMANDS
        self._at = 0

    def on_mount(self) -> None:
        """Show all."""
        self._show()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._found, self._at = found(self._keys, event.value), 0
        self._show()

    @on(Input.Submitted)
    def _chosen(self) -> None:
        if self._found:
            self.answer(self._found[self._at].id)

    def action_go(self, rows: int) -> None:
        """Choose another one, while the hands stay on the search."""
        self._at = min(max(self._at + rows, 0), max(len(self._found) - 1, 0))
        self._show()

    def on_click(self, event: events.Click) -> None:
        """A click carries out what is clicked."""
        name = event.style.meta.get("command")
        if name:
            self.answer(name)

    def _show(self) -> None:
        text, line = listed(self._keys, self._found, self._at)
        self._all.show(text)
        self._all.reveal(line)


def found(keys: Mapping[str, str], wanted: str) -> list[Command]:
    """The commands in whose name, title or keys all words of `wanted` are."""
    words = wanted.casefold().split()

    def fits(command: Command) -> bool:
        told = f"{command.title} {_pressed(keys, command)} {command.id}".casefold()
        return all(word in told for word in words)

    return [command for command in COMMANDS if fits(command)]


def listed(keys: Mapping[str, str], commands: Sequence[Command], at: int) -> tuple[Text, int]:
    """The commands by group with their keys, and the line that the chosen one stands in."""
    text, group, here = Text(), "", 0
    for number, command in enumerate(commands):
        if command.group != group:
            group = command.group
            text.append(f"{group}\n", "bold")
        chosen = number == at
        row = Text("›" if chosen else " ")
        row.append(f"{_pressed(keys, command):>16}", "l10n.key")
        row.append(f"{' ✎' if command.while_editing else '  '} {command.title}")
        if chosen:
            here = text.plain.count("\n")
            row.stylize("reverse")
        row.stylize(Style(meta={"command": command.id}))
        text.append_text(row).append("\n")
    return text.append("✎ while you type, too", "dim") if text else Text("No such key."), here


def _pressed(keys: Mapping[str, str], command: Command) -> str:
    return ", ".join(map(readable, keys[command.id].split(",")))
