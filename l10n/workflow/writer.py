"""Writing behind: jobs that are carried out in order, when the person's hands rest for a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

Job = TypeVar("Job")

QUIET = 0.3
"""Seconds of rest that are waited for, so that fast hands are not kept waiting."""
LONGEST = 0.65
"""Seconds after which it is written all the same."""
PATIENCE = 2.0
"""Seconds after which the person is told that writing takes long."""


class Writer(Generic[Job]):
    """Hands jobs, as many as have come together, to `write`, in a thread of its own."""

    def __init__(self, write: Callable[[list[Job]], None]) -> None:
        self._write = write
        self._jobs: list[Job] = []
        self._writing = False
        self._closing = False
        self._first = self._touched = self._began = 0.0
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Have a job done soon."""
        with self._changed:
            if not self._jobs:
                self._first = time.monotonic()
            self._jobs.append(job)
            self._changed.notify_all()

    def touch(self) -> None:
        """The person's hands are moving."""
        self._touched = time.monotonic()

    @property
    def busy(self) -> bool:
        """Whether a job is still to be done."""
        return bool(self._jobs) or self._writing

    @property
    def late(self) -> bool:
        """Whether writing takes long: somebody else may hold the file."""
        return self._writing and time.monotonic() - self._began > PATIENCE

    def close(self, late: Callable[[], object] = lambda: None) -> None:
        """Do what is left, and end; `late` is called where that takes long."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(PATIENCE)
        if self._thread.is_alive():
            late()
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._due():
                    if self._closing and not self._jobs:
                        return
                    self._changed.wait(QUIET if self._jobs else None)
                self._began = time.monotonic()
                jobs, self._jobs, self._writing = self._jobs, [], True
            try:
                self._write(jobs)
            finally:
                self._writing = False

    def _due(self) -> bool:
        """Whether it is time to write."""
        if not self._jobs:
            return False
        now = time.monotonic()
        rested = now - max(self._touched, self._first) >= QUIET
        return self._closing or rested or now - self._first >= LONGEST
