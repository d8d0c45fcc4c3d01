"""Trying again, but not too often: backoff with jitter, pauses that a service asks for, a pace."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from l10n.engines.service.errors import Busy, Closed, Failed

T = TypeVar("T")

MAX_PAUSE = 60.0
"""Seconds that are waited at most before a call is tried again."""


class Pace:
    """Lets calls begin no faster than `rate` a second, over all threads, and holds all back."""

    def __init__(self, rate: float) -> None:
        """`rate`: calls a second, 0 for no limit."""
        self._gap = 1 / rate if rate else 0.0
        self._next = 0.0
        self._lock = threading.Lock()
        self.stop = threading.Event()
        """Once set, nobody waits any more."""

    def wait(self) -> None:
        """Returns when the next call may begin; raises `Failed` where none may any more."""
        with self._lock:
            now = time.monotonic()
            begin = max(now, self._next)
            self._next = begin + self._gap
        if begin > now:
            self.stop.wait(begin - now)
        if self.stop.is_set():
            raise Failed("stopped")

    def hold(self, seconds: float) -> None:
        """Lets no call begin for so long: one answer of "too many" is meant for all."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)


class Patience:
    """Calls again what may work another time."""

    def __init__(self, retries: int, pace: Pace) -> None:
        self._retries = retries
        self._pace = pace

    def call(self, action: Callable[[], T]) -> T:
        """What `action` gives, tried up to `retries` times more.

        Raises the last `Failed`, or `Closed` where the service asks for a pause that is too long.
        """
        for attempt in range(self._retries + 1):
            try:
                return action()
            except Failed as error:
                if isinstance(error, Busy) and (error.pause or 0) > MAX_PAUSE:
                    raise Closed(f"{error}; it asks for {error.pause:,.0f} seconds") from None
                if attempt == self._retries or self._pace.stop.is_set():
                    raise
                self._pace.stop.wait(self._pause(error, attempt))
        raise AssertionError  # the last attempt returns or raises

    def _pause(self, error: Failed, attempt: int) -> float:
        """Seconds, with chance in them: many that failed together shall not come back together."""
        if isinstance(error, Busy) and error.pause is not None:
            self._pace.hold(error.pause)
            return error.pause + random.uniform(0.0, 0.5)  # noqa: S311 - nothing is secret here
        return random.uniform(0.1, 1.0) * min(MAX_PAUSE, 0.5 * float(2**attempt))  # noqa: S311
