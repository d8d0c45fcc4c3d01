"""Search and replace over the targets of an article, seen before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from l10n.model import State, Unit, counted
from l10n.tui.dialog import Dialog
from l10n.tui.pane import Pane
from l10n.tui.text import replacement

_PREVIEWED = 100


class Replace(Dialog[Mapping[int, str]]):
    """Gives the new targets by place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "apply", "Replace all", priority=True),
        Binding("down", "roll(1)"),
        Binding("up", "roll(-1)"),
        Binding("pagedown", "roll(10)"),
        Binding("pageup", "roll(-10)"),
    ]

    def __init__(self, units: Sequence[Unit]) -> None:
        self._search = Input(placeholder="search (capitals count)", id="search", compact=True)
        self._instead = Input(placeholder="replace by", id="instead", compact=True)
        self._count, self._preview = Pane(id="count"), Pane(id="preview")
        super().__init__(self._search, self._instead, self._count, self._preview, tall=True)
        self._units = units
        self._texts: dict[int, str] = {}

    @on(Input.Changed)
    def _typed(self) -> None:
        wanted, instead = self._search.value, self._instead.value
        self._texts, signed = replaced(self._units, wanted, instead)
        stay = counted(signed, "signed one stays as it is", "signed ones stay as they are")
        left = f"; {stay}" if signed else ""
        change = counted(len(self._texts), "target changes", "targets change")
        self._count.show(
            f"{change}; drafts stay drafts{left}. Enter or Ctrl+S replaces, Esc gives up."
            if wanted
            else ""
        )
        preview = Text()
        for place in list(self._texts)[:_PREVIEWED]:
            preview.append(f"{place + 1:>4} ", "bold")
            old = self._units[place].target
            preview.append_text(replacement(old, wanted, instead)).append("\n")
        self._preview.show(preview)

    def action_roll(self, lines: int) -> None:
        """Scroll what is shown, while the hands stay where they are."""
        self._preview.roll(lines)

    @on(Input.Submitted, "#search")
    def _on(self) -> None:
        self._instead.focus()

    @on(Input.Submitted, "#instead")
    def action_apply(self) -> None:
        """Done with looking."""
        self.answer(self._texts or None)


def replaced(units: Sequence[Unit], wanted: str, instead: str) -> tuple[dict[int, str], int]:
    """The targets that change, by place, and how many do not because they are signed."""
    texts, signed = {}, 0
    for place, unit in enumerate(units):
        if not wanted or wanted not in unit.target or wanted == instead:
            continue
        if unit.state.rank > State.TRANSLATED.rank:
            signed += 1
        elif text := unit.target.replace(wanted, instead).strip():
            texts[place] = text
    return texts, signed
