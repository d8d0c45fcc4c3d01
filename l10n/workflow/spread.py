"""Spreading work over the processors, where there is enough of it."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from l10n.workflow.progress import Progress, silent

T = TypeVar("T")
R = TypeVar("R")

MOST = 4
"""Processes at once."""

Work = Callable[[Sequence[T], Progress[T]], R]
"""Does a part; what it gives must be picklable."""


def spread(work: Work[T, R], items: Sequence[T], progress: Progress[T], *, least: int) -> list[R]:
    """What `work` gives for parts of `items`, each of at least `least` of them.

    This process does one part and shows its progress; for the others it forks itself. What a
    helper fails at is done again here, so that errors are raised as they would be without it.
    Helpers print nothing and end when they are done, whatever becomes of us; what `work` writes
    must bear others that write beside it.
    """
    count = min(_processors(), len(items) // least)
    # A fork takes one thread with it, and would leave the locks of others as they are.
    if count < 2 or not hasattr(os, "fork") or threading.active_count() > 1:
        return [work(items, progress)]
    parts = [items[number::count] for number in range(count)]
    helpers = [_Helper.start(work, part) for part in parts[1:]]
    try:
        results = [work(parts[0], progress)]
        for helper, part in zip(helpers, parts[1:], strict=True):
            answer = helper.answer()
            results += [pickle.loads(answer) if answer else work(part, silent)]  # noqa: S301 - our own
    finally:
        for helper in helpers:
            helper.end()
    return results


@dataclass(slots=True)
class _Helper:
    """A process of ours that does a part."""

    pid: int
    pipe: int
    """Where its answer comes from."""

    @classmethod
    def start(cls, work: Work[T, R], part: Sequence[T]) -> _Helper:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            _work(work, part, writing)
        os.close(writing)
        return cls(pid, reading)

    def answer(self) -> bytes:
        """Its answer, or nothing where it failed."""
        with os.fdopen(self.pipe, "rb") as pipe:
            self.pipe = -1
            data = pipe.read()
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return data if status == 0 else b""

    def end(self) -> None:
        """Stop it, where it is not done."""
        if self.pipe >= 0:
            os.close(self.pipe)
        if self.pid:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


def _work(work: Work[T, R], part: Sequence[T], writing: int) -> None:  # pragma: no cover - forked
    """What a helper does; it never returns."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(part, silent), pipe)
        code = 0
    finally:
        os._exit(code)


def _processors() -> int:
    """How many this process may use, at most `MOST`."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST, len(os.sched_getaffinity(0)))
    return min(MOST, os.cpu_count() or 1)
