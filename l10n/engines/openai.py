"""Any service with OpenAI's chat interface: a llama.cpp server, vLLM, Ollama, the real one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.libretranslate import is_local
from l10n.engines.local.languages import language_name
from l10n.engines.service import Failed, Options, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.texts import clean, fault
from l10n.errors import EngineUnavailable
from l10n.model import Draft, DraftRequest, EngineInfo

CHATGPT = "gpt-4o-mini"
"""What `chatgpt` asks where no model is named."""
USUAL = "https://api.openai.com/v1"
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)


class OpenAI(Connection):
    """A chat model: it is shown the terms, and answers by the units' ids."""

    def __init__(self, options: Options, project: Path, name: str = "openai") -> None:
        super().__init__(options, project)
        self._name = name
        self._url = (options.url or USUAL).rstrip("/") + "/chat/completions"

    @property
    def info(self) -> EngineInfo:
        """Ready where a model is named, and a key where one is needed."""
        missing = (
            "" if self._options.model else f"name a model: engines.{self._name}.model in l10n.yml"
        )
        try:
            key = self._options.key(self._project, usual="OPENAI_API_KEY")
            if not key and not self._options.url:
                server = f"or name a server: engines.{self._name}.url"
                missing = missing or f"no key: export OPENAI_API_KEY=…, {server}"
        except EngineUnavailable as error:
            missing = str(error)
        return EngineInfo(
            id=self._name,
            description=f"{self._options.model or 'a chat model'} at {self._options.url or USUAL}",
            ready=not missing,
            missing=missing,
            online=not is_local(self._url),
            batch_size=8,
            max_characters=6_000,
            takes_terms=True,
            takes_examples=True,
            concurrency=self._options.concurrency,
        )

    def headers(self) -> Mapping[str, str]:
        """The key, where there is one."""
        key = self._options.key(self._project, usual="OPENAI_API_KEY")
        return {"Authorization": f"Bearer {key}"} if key else {}

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One conversation for all; what comes back under an unknown id is dropped."""
        numbers = {str(n): request for n, request in enumerate(requests, 1)}
        names = language_name(source_language), language_name(target_language)
        body = {
            "model": self._options.model,
            "temperature": 0,
            "messages": _messages(numbers, names),
            "response_format": {"type": "json_object"},
        }
        found = _translations(self.client.post(self._url, json=body))
        drafts = []
        for number, request in numbers.items():
            target = clean(found.get(number, ""))
            wrong = fault(target, request.source)
            drafts.append(Draft(request.id, error=wrong) if wrong else Draft(request.id, target))
        return drafts


def _messages(numbers: Mapping[str, DraftRequest], names: tuple[str, str]) -> list[dict[str, str]]:
    source, target = names
    task = (
        f"You translate news of the State and the Party from {source} into {target}, in the formal "
        "style of a newspaper. The user sends a JSON object: each number has a text and the "
        "equivalents of its terms, which you use exactly. Keep numbers, names, addresses, document "
        "codes and Markdown as they are. Answer with one JSON object that has the translation "
        "of each text under its number, and nothing else."
    )
    messages = [{"role": "system", "content": task}]
    examples = next((r.examples for r in numbers.values() if r.examples), ())
    for example in examples:
        asked = {"1": {"text": example.source}}
        messages.append({"role": "user", "content": _json(asked)})
        messages.append({"role": "assistant", "content": _json({"1": example.target})})
    texts = {
        number: {
            "text": request.source,
            **({"terms": _terms(request)} if request.terms else {}),
        }
        for number, request in numbers.items()
    }
    return [*messages, {"role": "user", "content": _json(texts)}]


def _terms(request: DraftRequest) -> dict[str, str]:
    return {request.source[t.start : t.end]: t.equivalent for t in request.terms if t.equivalent}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _translations(answer: object) -> dict[str, str]:
    """The texts by number, wherever in its words the model has put the object."""
    try:
        content = answer["choices"][0]["message"]["content"]  # type: ignore[index]
        found = json.loads(_OBJECT.search(content)[0])  # type: ignore[index]
    except (KeyError, IndexError, TypeError, ValueError, RecursionError):
        raise Failed("the model did not answer in the form that was asked for") from None
    return {
        str(number): text if isinstance(text, str) else str(text.get("text", ""))
        for number, text in found.items()
        if isinstance(text, str | dict)
    }


def openai(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
    """The engine `openai`."""
    options = read_options("openai", settings, ("url", "key_env", "key_file", "model"))
    return ServiceEngine(OpenAI(options, project or Path()), options)


def chatgpt(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
    """The engine `chatgpt`: the same, at OpenAI's own address and with one of its models."""
    options = read_options("chatgpt", settings, ("url", "key_env", "key_file", "model"))
    options = replace(options, model=options.model or CHATGPT)
    return ServiceEngine(OpenAI(options, project or Path(), "chatgpt"), options)
