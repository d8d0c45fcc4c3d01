"""A question over the review, which stays in sight behind it, dimmed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """As Textual's, but soon there: a colour is dimmed once and not at every place it stands."""

    def render(self) -> RenderableType:
        """The screen behind."""
        behind = super().render()
        if isinstance(behind, BackgroundScreen):
            return _Dimmed(behind.screen, behind.color)
        return behind


class _Dimmed(BackgroundScreen):
    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Each segment in dimmed colours."""
        for segment in segments:
            text, style, control = segment
            yield segment if control else Segment(text, _dimmed(style, color))


@lru_cache(1024)
def _dimmed(style: Style | None, color: Color) -> Style | None:
    [(_, dimmed, _)] = BackgroundScreen.process_segments([Segment(" ", style)], color)
    return dimmed
