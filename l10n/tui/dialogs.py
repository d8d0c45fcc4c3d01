"""Questions that the review asks: a line of text, one of several, which of two texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Literal

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from l10n.tui.dialog import Dialog
from l10n.tui.text import shown


class Ask(Dialog[str]):
    """Asks for one line."""

    def __init__(
        self,
        question: str,
        text: str = "",
        *,
        empty: bool = False,
        wrong: Callable[[str], str] = lambda _text: "",
    ) -> None:
        self._wrong = Static("", id="wrong", markup=False)
        # What another question interrupts is not typed over when the hands come back.
        line = Input(text, compact=True, select_on_focus=bool(text))
        super().__init__(Static(question, markup=False), line, self._wrong)
        self._empty, self._complaint = empty, wrong

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        wrong = self._complaint(text) or ("" if text or self._empty else "It cannot be empty.")
        if wrong:
            self._wrong.update(wrong)
        else:
            self.answer(text)


class Options(OptionList):
    """A list that takes keys before it has its place, where Textual's has no page to go by."""

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        if self.scrollable_content_region:
            super()._move_page(direction)


class Choose(Dialog[str]):
    """Asks for one of several, by key or mouse; a letter goes to the next that begins so."""

    def __init__(self, question: str, options: Mapping[str, str], chosen: str = "") -> None:
        self._all = [text.casefold() for text in options.values()]
        listed = Options(*(Option(Text(shown(text)), id=key) for key, text in options.items()))
        if chosen in options:
            listed.highlighted = list(options).index(chosen)
        super().__init__(Static(question, markup=False), listed)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.answer(event.option_id)

    def on_key(self, event: events.Key) -> None:
        """Type the beginning of what is meant."""
        if not event.is_printable or not event.character:
            return
        listed = self.query_one(OptionList)
        after = (listed.highlighted or 0) + 1
        for place in (*range(after, len(self._all)), *range(after)):
            if self._all[place].startswith(event.character.casefold()):
                listed.highlighted = place
                break


class Differ(Dialog[str]):
    """Shows two texts of which one must go: `mine`, `theirs`, or None for later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "choose('mine')", "Mine"),
        Binding("t", "choose('theirs')", "Theirs"),
    ]

    def __init__(self, why: str, mine: str, theirs: str) -> None:
        texts = f"Yours:\n{shown(mine)}\n\nTheirs:\n{shown(theirs)}\n"
        keys = "m keeps yours   t takes theirs   Esc decides later"
        super().__init__(
            Static(f"{why}\n", markup=False),
            VerticalScroll(Static(texts, markup=False)),
            Static(keys, markup=False),
        )

    def action_choose(self, which: str) -> None:
        """The one that stays."""
        self.answer(which)
