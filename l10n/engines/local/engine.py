"""The embedded engine."""

from __future__ import annotations

import atexit
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from l10n.engines.answers import fault, loops, untranslated
from l10n.engines.local import models
from l10n.engines.local.answers import clean
from l10n.engines.local.assembly import assembled
from l10n.engines.local.languages import LANGUAGES
from l10n.engines.local.llama import Completion, Llama
from l10n.engines.local.prompt import Prompter
from l10n.engines.local.session import Session
from l10n.engines.local.settings import parse
from l10n.engines.masking import Masked, is_masked, masked
from l10n.engines.wanted import Wanted
from l10n.errors import EngineError, EngineUnavailable, FileError
from l10n.model import Draft, DraftRequest, EngineInfo, Example

MAX_CHARACTERS = 3000
"""Longest source; with examples and answer it still fits the context."""

GREEDY = {"temperature": 0, "seed": 1}
SAMPLED = {"temperature": 0.5, "top_p": 0.95, "seed": 7}


class LocalEngine:
    """Drafts in this process, with a model of its own; no text leaves the machine.

    The same request gets the same draft, whatever was drafted before.
    """

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
        self._session: Session | None = None

    @property
    def info(self) -> EngineInfo:
        """Ready where llama.cpp and a model are installed; loads neither."""
        missing = model = ""
        found: models.PackagedModel | Path | None = None
        try:
            found = self._model()
            model = found.name
            if isinstance(found, Path):
                model += f", {found.stat().st_size:,} bytes"
        except (EngineUnavailable, FileError) as error:
            missing = str(error)
        return EngineInfo(
            id="local",
            description="embedded model, drafts on this machine",
            ready=not missing,
            missing=missing,
            max_characters=MAX_CHARACTERS,
            takes_terms=True,
            strategies=("inline", "sample", "placeholder"),
            takes_markup=True,
            takes_prompt=self._settings.prompt == "chat",
            takes_examples=True,
            model=model,
            languages=() if isinstance(found, Path) else tuple(LANGUAGES),
            usual_confidence=found.confidence if isinstance(found, models.PackagedModel) else None,
        )

    def _model(self) -> models.PackagedModel | Path:
        """The model to use."""
        for module in ("xllamacpp", "psutil"):
            if importlib.util.find_spec(module) is None:
                raise EngineUnavailable(f"{module} is not installed", remedy=models.REMEDY)
        name = self._settings.model
        if not name.endswith(".gguf"):
            return models.choose(name)
        path = self._project / name
        if not path.is_file():
            raise FileError("there is no such model", file=path, remedy="see engines.local.model")
        return path

    def _load(self) -> Session:
        if self._session is None:
            found = self._model()
            path = found if isinstance(found, Path) else assembled(found, self._cache)
            self._llama = Llama(path, threads=self._settings.threads or models.physical_cores())
            self._session = Session(self._llama)
            atexit.register(self.close)
        return self._session

    def draft(
        self,
        requests: Sequence[DraftRequest],
        *,
        source_language: str,
        target_language: str,
    ) -> Iterator[Draft]:
        """Drafts one by one, requests with the same examples together."""
        if not requests:
            return
        session = self._load()
        prompter = Prompter(source_language, target_language)
        for examples, group in _by_examples(requests, prompter).items():
            for request in group:
                yield self._draft_one(session, prompter, examples, request)

    def _draft_one(
        self,
        session: Session,
        prompter: Prompter,
        examples: tuple[Example, ...],
        request: DraftRequest,
    ) -> Draft:
        """The best of up to four; a later one is tried only where those before lost something.

        A sample often keeps what the likeliest answer lost; a placeholder is a word that no model
        knows better, but it costs some of the meaning.
        """
        if len(request.source) > MAX_CHARACTERS:
            return Draft(request.id, error=f"longer than {MAX_CHARACTERS} characters")
        wanted = Wanted.of(request)

        def ask(asked: DraftRequest, decoding: Mapping[str, object], values: Masked) -> Draft:
            return self._ask(session, prompter, examples, asked, decoding, values)

        def better(*drafts: Draft) -> Draft:
            return max(drafts, key=lambda draft: wanted.worth(draft.target))

        best = ask(wanted.request, GREEDY, _NOTHING)
        if wanted.worth(best.target) < 0:
            best = better(best, ask(wanted.request, SAMPLED, _NOTHING))
        for decoding in (GREEDY, SAMPLED):
            missing = wanted.missing(best.target) if best.target else []
            if missing and not is_masked(request.source):
                masked, values = wanted.masked(missing)
                best = better(best, ask(masked, decoding, values))
        return best

    def _ask(
        self,
        session: Session,
        prompter: Prompter,
        examples: tuple[Example, ...],
        request: DraftRequest,
        decoding: Mapping[str, object],
        values: Masked,
    ) -> Draft:
        try:
            if self._settings.prompt == "chat":
                messages = prompter.messages(request)
                answer = session.reply(messages, _options(request, decoding), loops)
            else:
                head, question = prompter.prefix(examples), prompter.question(request)
                options = {**_options(request, decoding), "stop": ["\n"]}
                answer = session.go_on(head, question, options, loops)
        except EngineError as error:
            return Draft(request.id, error=error.message)
        return _judged(request, answer, prompter, values)

    def close(self) -> None:
        """Frees the model."""
        self._session = None
        if self._llama is not None:
            self._llama.close()
            self._llama = None
            atexit.unregister(self.close)


def _by_examples(
    requests: Sequence[DraftRequest], prompter: Prompter
) -> dict[tuple[Example, ...], list[DraftRequest]]:
    groups: dict[tuple[Example, ...], list[DraftRequest]] = {}
    for request in requests:
        groups.setdefault(prompter.examples(request), []).append(request)
    return groups


def _options(request: DraftRequest, decoding: Mapping[str, object]) -> dict[str, Any]:
    # Twice the tokens that a translation of this length usually takes.
    return {"n_predict": 32 + len(request.source) // 2, "n_probs": 1, **decoding}


def _judged(request: DraftRequest, answer: Completion, prompter: Prompter, values: Masked) -> Draft:
    target = clean(answer.text, request.source, prompter.target_name)
    asked = prompter.source(request.source, request.terms)
    wrong = fault(target, request.source, asked, masked(request.source, request.terms).rest)
    if not wrong and untranslated(target, request.source):
        wrong = "the engine left the source untranslated"
    if wrong:
        return Draft(request.id, error=wrong)
    target, lost = values.restored(target) if values.values else (target, [])
    if lost:
        return Draft(request.id, error="the model lost a placeholder")
    return Draft(request.id, target=target, confidence=answer.confidence)


_NOTHING = Masked("")
