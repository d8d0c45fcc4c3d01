"""The services that deep-translator knows, each wrapped in the same way.

What deep-translator lacks is mended from outside: its modules get a client with limits in place of
`requests`, a call has an object of its own, echoes are answers, every error is ours, and languages
go by the services' own codes, since its lists are short of Vietnamese here and there.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.deep.kinds import Kind
from l10n.engines.deep.web import Requests
from l10n.engines.numerals import fold
from l10n.engines.service import Failed, Options, Refused, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.errors import ServiceError
from l10n.engines.service.texts import translated
from l10n.errors import EngineUnavailable
from l10n.model import Draft, DraftRequest, EngineInfo


class DeepTranslator(Connection):
    """One of the services."""

    def __init__(self, kind: Kind, options: Options, project: Path) -> None:
        super().__init__(options, project)
        self._kind = kind
        self._keys: dict[str, str] = {}

    @property
    def info(self) -> EngineInfo:
        """Ready where its key is there, if it wants one."""
        missing = ""
        try:
            self._read_keys()
        except EngineUnavailable as error:
            missing = str(error)
        return self.declared(
            self._kind.name,
            self._options.url,
            description=self._kind.description,
            missing=missing,
            max_characters=self._kind.longest,
        )

    def _read_keys(self) -> dict[str, str]:
        names = self._kind.parts
        if not names:
            return {}
        key = self._options.key(self._project, usual=self._kind.key)
        values = key.split(":", 1) if len(names) == 2 else [key]
        if not key or len(values) != len(names):
            form = f"{'ID:SECRET' if len(names) == 2 else '…'}"
            raise EngineUnavailable("no key", remedy=f"export {self._kind.key}={form}")
        return dict(zip(names, values, strict=True))

    def connect(self) -> None:
        """Reads the key."""
        self._keys = self._read_keys()
        super().connect()

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One call for each text."""
        pair = self._code(source_language), self._code(target_language)
        return translated(
            requests,
            lambda texts: [self._translate(text, pair) for text in texts],
            fold(source_language, target_language),
        )

    def _code(self, language: str) -> str:
        codes = self._kind.codes or {}
        base = language.partition("-")[0]
        return codes.get(language) or codes.get(base) or base

    def _translate(self, text: str, pair: tuple[str, str]) -> str:
        if not re.search(r"\w", text):
            return text
        module = importlib.import_module(f"deep_translator.{self._kind.module}")
        # Only this module's name: the requests of other programs stay what they are.
        module.requests = Requests(self.client, self._options.url)  # type: ignore[attr-defined]
        source, target = self._kind.built_with
        try:
            options: dict[str, object] = {**self._keys}
            if self._options.region:
                options["region"] = self._options.region
            # Microsoft's asks for the languages each time.
            type_ = type("Ours", (getattr(module, self._kind.type_),), _NO_QUESTION)
            translator = type_(source=source, target=target, **options)
            translator._source, translator._target = pair
            answer = translator.translate(text, domain="news")  # QCRI wants one
        except ServiceError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it raises, its message may hold the key
            raise _ours(error) from None
        # It gives None for a text that comes back as it went, and Yandex's answer as a list.
        return text if answer is None else " ".join(answer) if isinstance(answer, list) else answer


_NO_QUESTION = {"_get_supported_languages": lambda _: {"english": "en"}}


def _ours(error: Exception) -> ServiceError:
    name = type(error).__name__
    if name in ("LanguageNotSupportedException", "InvalidSourceOrTargetLanguage"):
        return Refused("it lacks one of the languages")
    if name in ("AuthorizationException", "ApiKeyException", "MicrosoftAPIerror", "BaiduAPIerror"):
        return Refused(f"the service refuses ({name})")
    return Failed(f"no usable answer ({name})")


def factory(kind: Kind) -> Callable[[Mapping[str, object], Path | None, Path | None], Engine]:
    """What makes the engine of that kind."""
    known = ("url", "key_env", "key_file", "region")

    def make(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
        options = read_options(kind.name, settings, known)
        return ServiceEngine(DeepTranslator(kind, options, project or Path()), options)

    return make
