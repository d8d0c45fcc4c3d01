"""Any service with OpenAI's chat interface: a llama.cpp server, vLLM, Ollama, the real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.engines.answers import clean
from l10n.engines.base import Engine
from l10n.engines.languages import language_name
from l10n.engines.masking import Masked, inlined
from l10n.engines.numerals import fold
from l10n.engines.prompting import messages, translations, with_equivalents
from l10n.engines.service import Options, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.errors import Rejected
from l10n.engines.service.texts import out_of_step
from l10n.engines.service.twice import asked_twice
from l10n.engines.wanted import judged
from l10n.model import Draft, DraftRequest, EngineInfo

CHATGPT = "gpt-4o-mini"
"""What `chatgpt` asks where no model is named."""
USUAL = "https://api.openai.com/v1"


class OpenAI(Connection):
    """A chat model: it is shown the terms, and answers by the units' ids."""

    usual_key = "OPENAI_API_KEY"

    def __init__(self, options: Options, project: Path, name: str) -> None:
        super().__init__(options, project)
        self.key_parts = 0 if options.url else 1  # a server of one's own may want none
        self._name = name
        self._url = (options.url or USUAL).rstrip("/") + "/chat/completions"

    @property
    def info(self) -> EngineInfo:
        """Ready where a model is named, and a key where one is needed."""
        options, missing = self._options, self.lacking()
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
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One conversation for all; what is no answer or lost something is asked for again.

        The second time the equivalents stand in the texts: what a model forgets of a list, it
        copies from a sentence.
        """
        names = language_name(source_language), language_name(target_language)
        numerals = fold(source_language, target_language)
        return asked_twice(
            requests,
            lambda texts: self._asked(texts, names),
            lambda texts: self._asked([with_equivalents(r, numerals) for r in texts], names),
        )

    def _asked(self, requests: Sequence[DraftRequest], names: tuple[str, str]) -> list[Draft]:
        """What comes back for each; what comes under an unknown number is dropped."""
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
        return [
            judged(request, target, inlined(request.source, request.terms))
            for request, target in zip(requests, answers, strict=True)
        ]


def _factory(name: str, model: str = "") -> Callable[..., Engine]:
    def make(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
        options = read_options(name, settings, ("url", "key_env", "key_file", "model"))
        options = replace(options, model=options.model or model)
        return ServiceEngine(OpenAI(options, project or Path(), name), options)

    return make


openai = _factory("openai")
chatgpt = _factory("chatgpt", CHATGPT)
"""The same, at OpenAI's own address and with one of its models."""
