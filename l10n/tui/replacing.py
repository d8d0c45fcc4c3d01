"""Search and replace over the targets of an article, seen before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from l10n.model import State, Unit
from l10n.tui.dialog import Dialog
from l10n.tui.text import difference

_PREVIEWED = 100


class Replace(Dialog[Mapping[int, str] | None]):
    """Gives the new targets by place, or None where the person gives up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+s", "apply", "Replace all", priority=True),
    ]

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__()
        self._units = units
        self._texts: dict[int, str] = {}

    def compose(self) -> ComposeResult:
        """Two lines and a preview."""
        with Vertical(classes="dialog tall"):
            yield Input(placeholder="search (capitals count)", id="search")
            yield Input(placeholder="replace by", id="instead")
            yield Static(id="count", markup=False)
            with VerticalScroll():
                yield Static(id="preview", markup=False)

    @on(Input.Changed)
    def _typed(self) -> None:
        wanted = self.query_one("#search", Input).value
        instead = self.query_one("#instead", Input).value
        self._texts, signed = replaced(self._units, wanted, instead)
        left = f"; {signed} signed ones stay as they are" if signed else ""
        self.query_one("#count", Static).update(
            f"{len(self._texts)} targets change; drafts stay drafts{left}. "
            "Enter or Ctrl+S replaces, Esc gives up."
            if wanted
            else ""
        )
        preview = Text()
        for place, text in list(self._texts.items())[:_PREVIEWED]:
            preview.append(f"{place + 1:>4} ", "bold")
            preview.append_text(difference(self._units[place].target, text)).append("\n")
        self.query_one("#preview", Static).update(preview)

    @on(Input.Submitted, "#search")
    def _on(self) -> None:
        self.query_one("#instead", Input).focus()

    @on(Input.Submitted, "#instead")
    def action_apply(self) -> None:
        """Done with looking."""
        self.dismiss(self._texts or None)


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
