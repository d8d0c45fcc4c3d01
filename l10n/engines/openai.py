"""Any service with OpenAI's chat interface: a llama.cpp server, vLLM, Ollama, the real one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.numerals import fold
from l10n.engines.prompting import answered, conversation, conversed
from l10n.engines.service import Options, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.model import Draft, DraftRequest, EngineInfo

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
        """One conversation for all, and another for what lost something."""
        client, model = self.client, {"model": self._options.model}
        pair = source_language, target_language

        def ask(texts: Sequence[DraftRequest]) -> list[Draft]:
            return answered(texts, client.post(self._url, json=model | conversation(texts, pair)))

        return conversed(requests, self.patient(ask), fold(*pair), self.again)


def _made(
    name: str, model: str, settings: Mapping[str, object], _cache: Path | None, project: Path | None
) -> Engine:
    options = read_options(name, settings, ("url", "key_env", "key_file", "model"))
    options = replace(options, model=options.model or model)
    return ServiceEngine(OpenAI(options, project or Path(), name), options)


openai = partial(_made, "openai", "")
chatgpt = partial(_made, "chatgpt", "gpt-4o-mini")
"""The same, at OpenAI's own address and with one of its models where none is named."""
