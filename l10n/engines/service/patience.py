"""Trying again, but not too often: backoff with jitter, pauses that a service asks for, a pace."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from l10n.engines.service.errors import Busy, Failed

T = TypeVar("T")

MAX_PAUSE = 60.0
"""Seconds that are waited at most before a call is tried again."""


class Pace:
    """Lets calls begin no faster than `rate` a second, over all threads."""

    def __init__(self, rate: float) -> None:
        """`rate`: calls a second, 0 for no limit."""
        self._gap = 1 / rate if rate else 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def wait(self, stop: threading.Event) -> None:
        """Returns when the next call may begin, or `stop` is set."""
        if not self._gap:
            return
        with self._lock:
            now = time.monotonic()
            begin = max(now, self._next)
            self._next = begin + self._gap
        stop.wait(begin - now)

    def hold(self, seconds: float) -> None:
        """Lets no call begin for so long: one answer of "too many" is meant for all."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + min(seconds, MAX_PAUSE))


class Patience:
    """Calls again what may work another time."""

    def __init__(self, retries: int, pace: Pace, stop: threading.Event) -> None:
        self._retries = retries
        self._pace = pace
        self._stop = stop

    def call(self, action: Callable[[], T]) -> T:
        """What `action` gives, tried up to `retries` times more. Raises the last `Failed`."""
        for attempt in range(self._retries + 1):
            self._pace.wait(self._stop)
            if self._stop.is_set():
                raise Failed("stopped")
            try:
                return action()
            except Failed as error:
                if attempt == self._retries:
                    raise
                self._stop.wait(self._pause(error, attempt))
        raise AssertionError  # the last attempt returns or raises

    def _pause(self, error: Failed, attempt: int) -> float:
        if isinstance(error, Busy) and error.pause is not None:
            self._pace.hold(error.pause)
            return min(error.pause, MAX_PAUSE)
        # Full jitter: many that failed together shall not come back together.
        return random.uniform(0.1, 1.0) * min(MAX_PAUSE, 0.5 * float(2**attempt))  # noqa: S311
