"""Questions over the main screen: while one is open, keys and clicks are for it alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self

from textual.geometry import Region
from textual.widget import Widget

from l10n.tui.dialog import Answer, Dialog
from l10n.tui.layout import ReviewLayout
from l10n.workflow.sitting import Sitting


class AskingView(ReviewLayout):
    """A view that asks; one question may come over another."""

    def __init__(self, sitting: Sitting, keys: Mapping[str, str]) -> None:
        super().__init__(sitting, keys)
        self._asked: list[Dialog[Any]] = []

    @property
    def asked(self) -> Dialog[Any] | None:
        """The question that is open."""
        return self._asked[-1] if self._asked else None

    def ask(self, dialog: Dialog[Answer], then: Callable[[Answer | None], object]) -> None:
        """Open a question; when it is answered, the focus goes back to where it was."""
        before = self.focused

        def answered(answer: Answer | None) -> None:
            if dialog in self._asked:
                self._asked.remove(dialog)
                if self.focused is not None and dialog in self.focused.ancestors:
                    # What goes needs no looks without the focus.
                    self.focused.set_reactive(Widget.has_focus, False)
                self.set_focus(before)
                dialog.remove()
                then(answer)

        dialog.answer = answered
        self._asked.append(dialog)
        dialog.open(self)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """As Textual's, but new places alone are no reason to draw all that lies on it anew."""
        return super().refresh(
            *regions, repaint=repaint and not layout, layout=layout, recompose=recompose
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """None of the review's own while a question is open."""
        return self.asked is None and super().check_action(action, parameters)

    def get_focusable_widget_at(self, x: int, y: int) -> Widget | None:
        """What a click gives the focus to: nothing beside an open question."""
        widget = super().get_focusable_widget_at(x, y)
        beside = self.asked is not None and widget and self.asked not in widget.ancestors_with_self
        return None if beside else widget
