"""The embedded engine."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from l10n.engines.local import models
from l10n.engines.local.asking import Asker
from l10n.engines.local.assembly import assembled
from l10n.engines.local.crew import Crew
from l10n.engines.local.declaring import MAX_CHARACTERS, declared
from l10n.engines.local.prompt import Prompter
from l10n.engines.local.settings import parse
from l10n.model import Draft, DraftRequest, EngineInfo


class LocalEngine:
    """Drafts in this process, with a model of its own; no text leaves the machine.

    The same request gets the same draft, whatever was drafted before.
    """

    def __init__(
        self, settings: Mapping[str, object], *, cache: Path | None = None,
        project: Path | None = None,
    ) -> None:  # fmt: skip
        self._settings = parse(settings)
        self._cache = cache
        self._project = project or Path()
        self._crew: Crew | None = None
        self.keep: Callable[[Draft], None] | None = None
        """See `Keeping`."""

    @property
    def info(self) -> EngineInfo:
        """Ready where llama.cpp and a model are installed; loads neither."""
        return declared(self._settings, self._project)

    def _load(self, requests: int) -> Crew:
        """The model, in as many copies as so many requests are worth and there is room for."""
        threads = self._settings.threads or models.physical_cores()
        if self._crew is None or len(self._crew.sessions) < min(requests, threads):
            self.close()
            found = models.wanted(self._settings.model, self._project)
            path = found if isinstance(found, Path) else assembled(found, self._cache)
            copies = max(1, min(requests, threads, models.room(found)))
            self._crew = Crew(path, copies=copies, threads=threads)
            atexit.register(self.close)
        return self._crew

    def draft(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> Iterator[Draft]:
        """Drafts as they are finished; requests with the same examples together."""
        fitting = [r for r in requests if len(r.source) <= MAX_CHARACTERS]
        for request in requests:
            if len(request.source) > MAX_CHARACTERS:
                yield Draft(request.id, error=f"longer than {MAX_CHARACTERS} characters")
        if not fitting:
            return
        prompter = Prompter(source_language, target_language)
        asker = Asker(prompter, chat=self._settings.prompt == "chat")
        jobs = [
            partial(asker.draft, examples=examples, request=request)
            for examples, group in prompter.by_examples(fitting).items()
            for request in group
        ]
        yield from self._load(len(jobs)).run(jobs, self.keep)

    def close(self) -> None:
        """Frees the model."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None
            atexit.unregister(self.close)
