"""An engine that asks a service: batches, several calls at once, and an end to patience."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

from l10n.engines.service.errors import Closed, Refused, Rejected, ServiceError
from l10n.engines.service.options import Options
from l10n.engines.service.patience import Pace
from l10n.errors import EngineError, EngineUnavailable
from l10n.model import Draft, DraftRequest, EngineInfo

GIVE_UP = 3
"""Calls that fail one after another, each tried again and again, before the engine is given up."""
USELESS = 10
"""Answers one after another that are no translations, before it is given up too."""


class Service(Protocol):
    """What answers."""

    pace: Pace
    """Of its calls."""

    @property
    def info(self) -> EngineInfo:
        """What the engine declares of itself."""

    def connect(self) -> None:
        """Makes ready; raises `EngineUnavailable` where something is missing."""

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """A draft for each request, in any order; tries again what may work another time.

        Raises a `ServiceError`.
        """

    def close(self) -> None:
        """Ends the connections."""


class ServiceEngine:
    """Drafts through a service.

    A call that fails is tried again; one that fails for good leaves its units without a draft;
    when several do in a row, or nothing but nonsense comes back, the engine is given up.
    """

    def __init__(self, service: Service, options: Options) -> None:
        self._service = service
        self._options = options
        self.keep: Callable[[Draft], None] | None = None
        """See `Keeping`."""

    @property
    def info(self) -> EngineInfo:
        """What the service declares."""
        return self._service.info

    def draft(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> Iterator[Draft]:
        """Drafts as the calls come back, in any order."""
        if not requests:
            return
        self._service.connect()
        pair = source_language, target_language
        stop = self._service.pace.stop = threading.Event()

        most = self.info.max_characters
        fitting = []
        for request in requests:
            if len(request.source) > most:
                yield Draft(request.id, error=f"longer than {most} characters")
            else:
                fitting.append(request)
        pool = ThreadPoolExecutor(self._options.concurrency, thread_name_prefix="l10n-engine")
        hurried = True
        try:
            yield from self._pooled(pool, pair, fitting)
            hurried = False
        except EngineError:
            hurried = False
            raise
        finally:
            # Who interrupts shall not wait for the last calls; their time is limited anyway.
            stop.set()
            pool.shutdown(wait=not hurried, cancel_futures=True)

    def _ask(self, pair: tuple[str, str], batch: Sequence[DraftRequest]) -> Sequence[Draft]:
        try:
            drafts = _matched(batch, self._service.answer(batch, *pair))
        except Rejected:
            if len(batch) == 1:
                raise
            # It may be one of them that it cannot take, or it mixes them up.
            return [draft for request in batch for draft in self._ask_alone(pair, request)]
        if self.keep is not None:
            for draft in drafts:
                self.keep(draft)
        return drafts

    def _ask_alone(self, pair: tuple[str, str], request: DraftRequest) -> Sequence[Draft]:
        """One that is refused costs the others nothing."""
        try:
            return self._ask(pair, [request])
        except Rejected as error:
            return [Draft(request.id, error=str(error))]

    def _pooled(
        self, pool: ThreadPoolExecutor, pair: tuple[str, str], requests: Sequence[DraftRequest]
    ) -> Iterator[Draft]:
        waiting = iter(self._batches(requests))
        running: dict[Future[Sequence[Draft]], Sequence[DraftRequest]] = {}
        record = _Record(self.info.id)
        while True:
            # Two more than can run, so that no caller waits for the next text.
            while len(running) < self._options.concurrency + 2 and (batch := next(waiting, None)):
                running[pool.submit(self._ask, pair, batch)] = batch
            if not running:
                record.close()
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                batch = running.pop(future)
                try:
                    answers = future.result()
                except ServiceError as error:
                    record.failed(error)
                    yield from (Draft(request.id, error=str(error)) for request in batch)
                else:
                    yield from answers
                    record.answered(answers)

    def _batches(self, requests: Sequence[DraftRequest]) -> Iterator[Sequence[DraftRequest]]:
        """Requests for one call each, as many as the service takes."""
        most = self._options.batch or self.info.batch_size
        batch: list[DraftRequest] = []
        size = 0
        for request in requests:
            length = len(request.source)
            if batch and (len(batch) == most or size + length > self.info.max_characters):
                yield batch
                batch, size = [], 0
            batch.append(request)
            size += length
        if batch:
            yield batch

    def close(self) -> None:
        """Ends the connections."""
        self._service.close()


class _Record:
    """How a service has done so far in one run, and when that is enough."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._failures = 0
        self._useless = 0
        self._good = 0
        self._last = ""

    def failed(self, error: ServiceError) -> None:
        """Notes a call that failed for good; raises `EngineError` where no other is worth it."""
        self._failures += 1
        self._last = str(error)
        if isinstance(error, Refused):
            raise EngineUnavailable(f"{self._name}: {error}", remedy=_MEND) from None
        if isinstance(error, Closed) or self._failures >= GIVE_UP:
            raise self._given_up() from None

    def answered(self, drafts: Sequence[Draft]) -> None:
        """Notes what came back; raises `EngineError` where it has been of no use for long."""
        self._failures = 0
        for draft in drafts:
            self._useless = self._useless + 1 if draft.error else 0
            self._good += not draft.error
            self._last = draft.error or self._last
        if self._useless >= USELESS:
            raise self._given_up()

    def close(self) -> None:
        """At the end of all: raises `EngineError` where nothing good has come, or no more."""
        if self._failures or (self._useless and not self._good):
            raise self._given_up()

    def _given_up(self) -> EngineError:
        return EngineError(f"{self._name} gave out: {self._last}", remedy=_GO_ON)


_MEND = "correct its settings or its key, or choose another --engine; what was drafted is saved"
_GO_ON = "what was drafted is saved; run the command again to go on, or choose another --engine"


def _matched(batch: Sequence[DraftRequest], answers: Sequence[Draft]) -> Sequence[Draft]:
    """One draft for each request, by id; what is missing is an error, what is foreign goes."""
    by_id = {answer.id: answer for answer in answers}
    return [
        by_id.get(request.id, Draft(request.id, error="the service gave no answer for it"))
        for request in batch
    ]
