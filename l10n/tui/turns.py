"""One thing after the other, where Textual has each widget do its own in its own time."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual.widget import Widget

_LONGEST = 2.0
"""Seconds after which a widget is not waited for: it may have gone meanwhile."""


async def caught_up(*widgets: Widget | None) -> None:
    """Wait until each, one after the other, has taken all that it was sent."""
    for widget in filter(None, widgets):
        done = asyncio.Event()
        if widget.call_later(done.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _LONGEST)
