"""The only module that knows xllamacpp: a llama.cpp server inside this process."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n.errors import EngineError, EngineUnavailable

CONTEXT = 4096
"""Tokens of prompt and answer together; a longer prompt is an error."""

BATCH = 64
"""Tokens of a prompt that are read in one go: no interrupt is seen meanwhile (about a second)."""


@dataclass(slots=True)
class Completion:
    """What the model wrote on."""

    text: str = ""
    log_probabilities: list[float] = field(default_factory=list)
    """One a token."""
    finished: bool = False
    """Whether it came to an end by itself, and was not cut off."""

    @property
    def confidence(self) -> float | None:
        """Mean log-probability of the tokens."""
        values = self.log_probabilities
        return sum(values) / len(values) if values else None

    def take(self, chunk: dict[str, Any]) -> None:
        """Appends one chunk of a streamed answer."""
        for choice in chunk.get("choices", ()):
            self.text += choice.get("text") or choice.get("delta", {}).get("content") or ""
            for token in (choice.get("logprobs") or {}).get("content") or ():
                self.log_probabilities.append(float(token["logprob"]))
            self.finished = choice.get("finish_reason") == "stop"


class Llama:
    """A loaded model. One call at a time; not for two threads."""

    def __init__(self, path: Path, *, threads: int) -> None:
        """Loads the file (seconds); EngineUnavailable where it is no model or does not fit."""
        # Threads that spin for long take each other's core as soon as another program runs, and
        # drafting becomes ten times slower; that short is no loss alone. Read at the import.
        os.environ.setdefault("GOMP_SPINCOUNT", "2000")
        try:
            import xllamacpp
        except ImportError as error:
            raise EngineUnavailable(
                "llama.cpp is not installed", remedy="pip install 'l10n[local]'"
            ) from error
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_ctx = CONTEXT
        params.n_parallel = 1
        params.n_batch = params.n_ubatch = BATCH
        params.cpuparams.n_threads = threads
        params.cpuparams_batch.n_threads = threads
        # Models with a sliding window lose the shared prefix without it.
        params.swa_full = True
        # It adds up in parts, a thread each: answers would depend on the number of threads.
        params.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
        # States kept beside the slot would make answers depend on what was asked before.
        params.cache_ram_mib = 0
        params.n_ctx_checkpoints = 0
        params.warmup = False
        # The server opens a port whatever one does: nobody else gets an answer there.
        params.hostnames = ["127.0.0.1"]
        params.api_keys = [secrets.token_urlsafe(32)]
        params.ui = False
        params.endpoint_slots = False
        params.verbosity = -1
        try:
            self._server: Any = xllamacpp.Server(params)
        except RuntimeError as error:
            raise EngineUnavailable(
                f"llama.cpp could not load the model: {error}", file=path
            ) from error
        self._cancelled = threading.Event()
        self.stopped = threading.Event()
        """Set while nobody wants answers any more: calls end, and none begins."""
        self._done = threading.Event()
        self._done.set()
        self._asked = False

    def complete(
        self, request: dict[str, Any], watch: Callable[[str], bool] = lambda _: False
    ) -> Completion:
        """The model's continuation of `request`, in the terms of llama.cpp's server.

        `watch` sees the text after each token and stops the model by returning True. Raises
        EngineError where the server refuses. An interrupt stops the model too.
        """
        if self.stopped.is_set():
            raise EngineError("stopped")
        self._settle()
        self._asked = True
        answer = Completion()
        refusal: list[str] = []

        def take(chunk: dict[str, Any]) -> bool:
            if "error" in chunk:
                refusal.append(str(chunk["error"].get("message", "refused")))
                return True
            answer.take(chunk)
            given_up = self._cancelled.is_set() or self.stopped.is_set()
            return given_up or watch(answer.text)

        chat = "messages" in request
        server = self._server
        handle = server.handle_chat_completions if chat else server.handle_completions
        # Progress calls `take` while the prompt is read, so that it can be stopped there too.
        request = {**request, "stream": True, "return_progress": True}
        self._done.clear()
        threading.Thread(target=self._run, args=(handle, request, take), daemon=True).start()
        try:
            # A signal gets through while waiting for an event, not inside llama.cpp; and a
            # thread whose join was interrupted counts as ended while it still runs.
            self._done.wait()
        except BaseException:
            self._cancelled.set()
            raise
        if refusal:
            raise EngineError(f"llama.cpp: {refusal[0]}")
        return answer

    def _run(
        self,
        handle: Callable[..., Any],
        request: dict[str, Any],
        take: Callable[[dict[str, Any]], bool],
    ) -> None:
        try:
            handle(request, take)
        except RuntimeError as error:
            take({"error": {"message": str(error)}})
        finally:
            self._done.set()

    def _settle(self) -> None:
        """Waits for a call that was interrupted, at most until its next token or batch."""
        self._done.wait()
        self._cancelled.clear()

    def stop(self) -> None:
        """Ends the call that another thread waits for, and lets none begin."""
        self.stopped.set()

    def start(self) -> None:
        """Lets calls begin again."""
        self.stopped.clear()

    def close(self) -> None:
        """Stops the model and frees its memory."""
        self._cancelled.set()
        # Never left running: a call that comes back into a finished interpreter crashes it.
        self._settle()
        if self._server is not None and not self._asked:
            # One that is ended before it has begun to answer never ends.
            self._server.handle_completions({"prompt": "1", "n_predict": 0})
        self._server = None
