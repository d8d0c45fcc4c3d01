"""Any service with OpenAI's chat interface: a llama.cpp server, vLLM, Ollama, the real one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.engines.answers import clean, fault
from l10n.engines.base import Engine
from l10n.engines.languages import language_name
from l10n.engines.masking import Masked, inlined, masked
from l10n.engines.numerals import fold
from l10n.engines.prompting import messages, translations, with_equivalents
from l10n.engines.service import Options, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.errors import Rejected
from l10n.engines.service.texts import out_of_step
from l10n.engines.wanted import Wanted
from l10n.model import Draft, DraftRequest, EngineInfo

_KEY = "OPENAI_API_KEY"
CHATGPT = "gpt-4o-mini"
"""What `chatgpt` asks where no model is named."""
USUAL = "https://api.openai.com/v1"


class OpenAI(Connection):
    """A chat model: it is shown the terms, and answers by the units' ids."""

    def __init__(self, options: Options, project: Path, name: str = "openai") -> None:
        super().__init__(options, project)
        self._name = name
        self._url = (options.url or USUAL).rstrip("/") + "/chat/completions"

    @property
    def info(self) -> EngineInfo:
        """Ready where a model is named, and a key where one is needed."""
        options, missing = self._options, ""
        if options.key_env or options.key_file or not options.url:
            missing = self.lacking(_KEY)
        if missing and not options.url:
            missing += f", or name a server: engines.{self._name}.url"
        if not options.model:
            missing = f"name a model: engines.{self._name}.model in l10n.yml"
        return self.declared(
            self._name,
            self._url,
            description=f"{options.model or 'a chat model'} at {options.url or USUAL}",
            missing=missing,
            batch_size=8,
            max_characters=6_000,
            strategies=("prompt", "inline"),
            takes_markup=True,
            takes_prompt=True,
            takes_examples=True,
            model=options.model,
        )

    def headers(self) -> Mapping[str, str]:
        """The key, where there is one."""
        key = self._options.key(self._project, usual=_KEY)
        return {"Authorization": f"Bearer {key}"} if key else {}

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One conversation for all; what is no answer or lost something is asked for again.

        The second time the equivalents stand in the texts: what a model forgets of a list, it
        copies from a sentence.
        """
        names = language_name(source_language), language_name(target_language)
        wanted = {request.id: Wanted.of(request) for request in requests}
        best = self._asked(requests, names)
        again = [r for r in requests if wanted[r.id].worth(best[r.id].target) < 0]
        if again:
            numerals = fold(source_language, target_language)
            told = [with_equivalents(request, numerals) for request in again]
            for id_, draft in self._asked(told, names).items():
                known = wanted[id_]
                if known.worth(draft.target) > known.worth(best[id_].target):
                    best[id_] = draft
        return list(best.values())

    def _asked(self, requests: Sequence[DraftRequest], names: tuple[str, str]) -> dict[str, Draft]:
        """What comes back, by the requests' ids; what comes under an unknown number is dropped."""
        body = {
            "model": self._options.model,
            "temperature": 0,
            "messages": messages(requests, *names),
            "response_format": {"type": "json_object"},
        }
        found = translations(self.client.post(self._url, json=body), len(requests))
        answers = [clean(found.get(str(n), "")) for n in range(1, len(requests) + 1)]
        if out_of_step([Masked(request.source) for request in requests], answers):
            raise Rejected("the model gave answers under the numbers of others")
        drafts = {}
        for request, target in zip(requests, answers, strict=True):
            asked = inlined(request.source, request.terms)
            wrong = fault(target, request.source, asked, masked(request.source, request.terms).rest)
            drafts[request.id] = (
                Draft(request.id, error=wrong) if wrong else Draft(request.id, target)
            )
        return drafts


def openai(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
    """The engine `openai`."""
    return _made("openai", settings, project)


def chatgpt(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
    """The engine `chatgpt`: the same, at OpenAI's own address and with one of its models."""
    return _made("chatgpt", settings, project, CHATGPT)


def _made(
    name: str, settings: Mapping[str, object], project: Path | None, model: str = ""
) -> Engine:
    options = read_options(name, settings, ("url", "key_env", "key_file", "model"))
    options = replace(options, model=options.model or model)
    return ServiceEngine(OpenAI(options, project or Path(), name), options)
