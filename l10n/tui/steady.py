"""What scrolls, without a new scroll bar for every layout of the screen."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


class Steady(ScrollView):
    """A scroll view whose bar is drawn anew only where its length, size or place is another."""

    _scrolled = Size(), Size()

    def _scroll_update(self, virtual_size: Size) -> None:
        now = self.size, virtual_size
        if now != self._scrolled:
            self._scrolled = now
            super()._scroll_update(virtual_size)
