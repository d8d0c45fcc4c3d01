"""A question in a box over the review, which stays in sight around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

Answer = TypeVar("Answer")


class Dialog(VerticalScroll, Generic[Answer], can_focus=False):
    """Lies on the screen itself and not on one of its own: what is around is not drawn anew.

    Its parts are there at once, so that the first key typed finds its place.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel"),
        Binding("tab", "go_on(1)", show=False),
        Binding("shift+tab", "go_on(-1)", show=False),
    ]

    def __init__(self, *parts: Widget, tall: bool = False) -> None:
        super().__init__(classes="dialog tall" if tall else "dialog")
        self._parts = parts
        self.answer: Callable[[Answer | None], object] = lambda _answer: None
        """What is to be called with the answer; None where the person gives up."""

    def open(self, screen: Screen[None]) -> None:
        """Lie down on a screen, and have the focus."""
        first = next(part for part in self._parts if part.can_focus)
        # It looks so from the beginning, which saves working out its looks twice.
        first.set_reactive(Widget.has_focus, True)
        # Before all else: what is arranged after it keeps its order, and needs no drawing.
        screen.mount(self, before=0)
        self.mount_all(self._parts)
        screen.set_focus(first)

    def action_give_up(self) -> None:
        """Close without an answer."""
        self.answer(None)

    def action_go_on(self, step: int) -> None:
        """To the next place within the question."""
        go = self.screen.focus_next if step > 0 else self.screen.focus_previous
        go("Dialog *")
