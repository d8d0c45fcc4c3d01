"""The embedded engine."""

from __future__ import annotations

import atexit
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from l10n.engines.local import models
from l10n.engines.local.answers import clean, fault, loops
from l10n.engines.local.assembly import assembled
from l10n.engines.local.examples import shipped
from l10n.engines.local.llama import Completion, Llama
from l10n.engines.local.prompt import inline, language_name, prefix, question
from l10n.engines.local.settings import parse
from l10n.errors import EngineError, EngineUnavailable, FileError
from l10n.model import Draft, DraftRequest, EngineInfo, Example

MAX_CHARACTERS = 3000
"""Longest source; with examples and answer it still fits the context."""


class LocalEngine:
    """Drafts in this process, with a model of its own; no text leaves the machine."""

    def __init__(
        self,
        settings: Mapping[str, object],
        *,
        cache: Path | None = None,
        project: Path | None = None,
    ) -> None:
        self._settings = parse(settings)
        self._cache = cache
        self._project = project or Path()
        self._llama: Llama | None = None

    @property
    def info(self) -> EngineInfo:
        """Ready where llama.cpp and a model are installed; loads neither."""
        missing = ""
        try:
            self._check()
        except (EngineUnavailable, FileError) as error:
            missing = str(error)
        return EngineInfo(
            id="local",
            description="embedded model, drafts on this machine",
            ready=not missing,
            missing=missing,
            max_characters=MAX_CHARACTERS,
            takes_terms=True,
        )

    def _check(self) -> models.PackagedModel | Path:
        """The model to use."""
        for module in ("xllamacpp", "psutil"):
            if importlib.util.find_spec(module) is None:
                raise EngineUnavailable(f"{module} is not installed", remedy=models.REMEDY)
        name = self._settings.model
        if name.endswith(".gguf"):
            path = self._project / name
            if not path.is_file():
                raise FileError("there is no such model", file=path)
            return path
        return models.choose(name)

    def _load(self) -> Llama:
        if self._llama is None:
            found = self._check()
            path = found if isinstance(found, Path) else assembled(found, self._cache)
            self._llama = Llama(path, threads=self._settings.threads or _cores())
            atexit.register(self.close)
        return self._llama

    def draft(
        self,
        requests: Sequence[DraftRequest],
        *,
        source_language: str,
        target_language: str,
    ) -> Iterator[Draft]:
        """Drafts one by one; requests with the same examples together."""
        if not requests:
            return
        llama = self._load()
        names = language_name(source_language), language_name(target_language)
        own = shipped(source_language, target_language)
        for examples, group in _by_examples(requests, own).items():
            head = prefix(examples, *names)
            # What the model kept of the prefix must not depend on what it was asked before: it
            # is read anew, and its last token once more alone, as before every request.
            llama.complete({"prompt": head, "n_predict": 0, "cache_prompt": False})
            for request in group:
                yield self._draft_one(llama, head, request, names[1])

    def _draft_one(self, llama: Llama, head: str, request: DraftRequest, label: str) -> Draft:
        if len(request.source) > MAX_CHARACTERS:
            return Draft(request.id, error=f"longer than {MAX_CHARACTERS} characters")
        llama.complete({"prompt": head, "n_predict": 0})
        try:
            answer = llama.complete(_asking(head + question(request, label), request), loops)
        except EngineError as error:
            return Draft(request.id, error=error.message)
        target = clean(answer.text, request.source, label)
        wrong = fault(target, request.source, inline(request.source, request.terms))
        if wrong:
            return Draft(request.id, error=wrong)
        return Draft(request.id, target=target, confidence=_confidence(answer))

    def close(self) -> None:
        """Frees the model."""
        if self._llama is not None:
            self._llama.close()
            self._llama = None
            atexit.unregister(self.close)


def _by_examples(
    requests: Sequence[DraftRequest], own: tuple[Example, ...]
) -> dict[tuple[Example, ...], list[DraftRequest]]:
    groups: dict[tuple[Example, ...], list[DraftRequest]] = {}
    for request in requests:
        groups.setdefault(request.examples or own, []).append(request)
    return groups


def _asking(prompt: str, request: DraftRequest) -> dict[str, object]:
    return {
        "prompt": prompt,
        "n_predict": 32 + len(request.source) // 2,
        "temperature": 0,
        "seed": 1,
        "stop": ["\n"],
        "n_probs": 1,
    }


def _confidence(answer: Completion) -> float | None:
    values = answer.log_probabilities
    return sum(values) / len(values) if values else None


def _cores() -> int:
    import psutil

    return psutil.cpu_count(logical=False) or 1
