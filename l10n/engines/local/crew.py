"""Several copies of a model that work side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

from l10n.engines.local.llama import Llama
from l10n.engines.local.session import Session
from l10n.model import Draft

Job = Callable[[Session], Draft]
Keep = Callable[[Draft], None]


class Crew:
    """Copies of one model, each with its share of the threads.

    The threads of one llama.cpp wait for one another many times a token. That costs a small model
    a fifth of its speed, and more as soon as another program wants a core. Copies wait for nobody.
    """

    def __init__(self, path: Path, *, copies: int, threads: int) -> None:
        """Loads the file; `threads` are those of all copies together."""
        self.llamas: list[Llama] = []
        try:
            for _ in range(copies):
                self.llamas.append(Llama(path, threads=max(1, threads // copies)))
        except BaseException:
            self.close()
            raise
        self.sessions = [Session(llama) for llama in self.llamas]

    def run(self, jobs: Sequence[Job], keep: Keep | None) -> Iterator[Draft]:
        """What the jobs give, as they end; `keep` gets each before its copy goes on."""
        if len(self.sessions) == 1 or len(jobs) == 1:
            for job in jobs:
                draft = job(self.sessions[0])
                if keep is not None:
                    keep(draft)
                yield draft
            return
        yield from self._side_by_side(jobs, keep)

    def _side_by_side(self, jobs: Sequence[Job], keep: Keep | None) -> Iterator[Draft]:
        free: SimpleQueue[Session] = SimpleQueue()
        for session in self.sessions:
            free.put(session)
        for llama in self.llamas:
            llama.start()

        def work(job: Job) -> Draft:
            session = free.get()
            try:
                draft = job(session)
                # What was cut off in the middle is no draft.
                if keep is not None and not session.stopped:
                    keep(draft)
                return draft
            finally:
                free.put(session)

        pool = ThreadPoolExecutor(len(self.sessions), thread_name_prefix="l10n-local")
        try:
            for future in as_completed([pool.submit(work, job) for job in jobs]):
                yield future.result()
        finally:
            for llama in self.llamas:
                llama.stop()
            pool.shutdown(cancel_futures=True)
            for llama in self.llamas:
                llama.start()

    def close(self) -> None:
        """Frees the models."""
        for llama in self.llamas:
            llama.close()
        self.llamas = []
        self.sessions = []
