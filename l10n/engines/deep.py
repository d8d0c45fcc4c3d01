"""The services that deep-translator knows, each wrapped in the same way.

What deep-translator lacks is mended from outside: its modules get a client with limits in place of
`requests`, a call has an object of its own, echoes are answers, every error is ours, and languages
go by the services' own codes, since its lists are short of Vietnamese here and there.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from l10n.engines.base import Engine
from l10n.engines.libretranslate import is_local
from l10n.engines.service import Failed, Options, Refused, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.errors import ServiceError
from l10n.engines.service.texts import STRATEGIES, translated
from l10n.errors import EngineUnavailable
from l10n.model import Draft, DraftRequest, EngineInfo

if TYPE_CHECKING:
    from l10n.engines.service.http import Client

_CHINESE = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_LATIN = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}
_MYMEMORY = {
    "de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ja": "ja-JP", "km": "km-KM",
    "ko": "ko-KR", "lo": "lo-LA", "ru": "ru-RU", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_BAIDU = {"fr": "fra", "ja": "jp", "ko": "kor", "es": "spa", "vi": "vie", "lo": "lao", "km": "hkm"}


@dataclass(frozen=True, slots=True)
class _Kind:
    """One service of deep-translator's."""

    name: str
    module: str
    type_: str
    description: str
    key: str = ""
    """Usual environment variable of the key."""
    parts: tuple[str, ...] = ()
    """What the constructor calls the key; two are written `one:two`."""
    codes: Mapping[str, str] | None = None
    """The service's codes where they are not the base language."""
    longest: int = 4_900
    built_with: tuple[str, str] = ("en", "de")
    """A pair that the constructor lets pass."""


KINDS = (
    _Kind("google", "google", "GoogleTranslator", "Google Translate's page", codes=_CHINESE,
          built_with=("auto", "en")),
    _Kind("mymemory", "mymemory", "MyMemoryTranslator", "MyMemory", codes=_MYMEMORY, longest=490,
          built_with=("auto", "en-GB")),
    _Kind("microsoft", "microsoft", "MicrosoftTranslator", "Microsoft Translator",
          "MICROSOFT_API_KEY", ("api_key",), _LATIN, 9_900, ("auto", "en")),
    _Kind("yandex", "yandex", "YandexTranslator", "Yandex Translate", "YANDEX_API_KEY",
          ("api_key",)),
    _Kind("papago", "papago", "PapagoTranslator", "Papago", "PAPAGO_KEY",
          ("client_id", "secret_key"), _CHINESE, built_with=("auto", "en")),
    _Kind("baidu", "baidu", "BaiduTranslator", "Baidu", "BAIDU_KEY", ("appid", "appkey"), _BAIDU,
          built_with=("en", "zh")),
    _Kind("qcri", "qcri", "QcriTranslator", "QCRI", "QCRI_API_KEY", ("api_key",),
          built_with=("en", "en")),
)  # fmt: skip
"""Those of deep-translator that translate sentences, but LibreTranslate, DeepL and ChatGPT."""


class DeepTranslator(Connection):
    """One of the services."""

    def __init__(self, kind: _Kind, options: Options, project: Path) -> None:
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
        return EngineInfo(
            id=self._kind.name,
            description=self._kind.description,
            ready=not missing,
            missing=missing,
            online=not is_local(self._options.url),
            max_characters=self._kind.longest,
            takes_terms=True,
            strategies=STRATEGIES,
            concurrency=self._options.concurrency,
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
        return translated(requests, lambda texts: [self._translate(text, pair) for text in texts])

    def _code(self, language: str) -> str:
        codes = self._kind.codes or {}
        base = language.partition("-")[0]
        return codes.get(language) or codes.get(base) or base

    def _translate(self, text: str, pair: tuple[str, str]) -> str:
        if not re.search(r"\w", text):
            return text
        module = importlib.import_module(f"deep_translator.{self._kind.module}")
        # Only this module's name: the requests of other programs stay what they are.
        module.requests = _Requests(self.client, self._options.url)  # type: ignore[attr-defined]
        source, target = self._kind.built_with
        try:
            options: dict[str, object] = {**self._keys}
            if self._options.region:
                options["region"] = self._options.region
            translator = getattr(module, self._kind.type_)(source=source, target=target, **options)
            translator._source, translator._target = pair
            answer = translator.translate(text, domain="news")  # QCRI wants one
        except ServiceError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it raises, its message may hold the key
            raise _ours(error) from None
        # It gives None for a text that comes back as it went, and Yandex's answer as a list.
        return text if answer is None else " ".join(answer) if isinstance(answer, list) else answer


def _ours(error: Exception) -> ServiceError:
    name = type(error).__name__
    if name in ("LanguageNotSupportedException", "InvalidSourceOrTargetLanguage"):
        return Refused("it lacks one of the languages")
    if name in ("AuthorizationException", "ApiKeyException", "MicrosoftAPIerror", "BaiduAPIerror"):
        return Refused(f"the service refuses ({name})")
    return Failed(f"no usable answer ({name})")


class _Requests:
    """Stands in for the module `requests`: as much of it as deep-translator uses."""

    def __init__(self, client: Client, url: str) -> None:
        """`url`: scheme and host to ask in place of the service's own."""
        from requests import exceptions

        self.exceptions = exceptions
        self._client = client
        self._place = urlsplit(url) if url else None

    def get(self, url: str, params: Any = None, headers: Any = None, **_: Any) -> _Response:
        return self._fetch("GET", url, params=params, headers=headers)

    def post(self, url: str, params: Any = None, headers: Any = None, **content: Any) -> _Response:
        body = {key: content[key] for key in ("json", "data") if content.get(key) is not None}
        return self._fetch("POST", url, params=params, headers=headers, **body)

    def _fetch(self, method: str, url: str, **content: Any) -> _Response:
        parts = urlsplit(url)
        if self._place is not None:
            parts = parts._replace(scheme=self._place.scheme, netloc=self._place.netloc)
        elif parts.scheme == "http":
            parts = parts._replace(scheme="https")
        # httpx drops an address's own query where parameters are given.
        query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
        content["params"] = {**query, **(content["params"] or {})}
        address = parts._replace(query="").geturl()
        return _Response(self._client.fetch(method, address, **content))


class _Response:
    """An answer that is well; others were raised."""

    status_code = 200

    def __init__(self, body: bytes) -> None:
        self.text = body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON."""
        try:
            return loads(self.text)
        except (ValueError, RecursionError):
            raise Failed("the answer is no JSON") from None

    def close(self) -> None:
        """Nothing is open any more."""


def factory(kind: _Kind) -> Callable[[Mapping[str, object], Path | None, Path | None], Engine]:
    """What makes the engine of that kind."""
    known = ("url", "key_env", "key_file", "region")

    def make(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
        options = read_options(kind.name, settings, known)
        return ServiceEngine(DeepTranslator(kind, options, project or Path()), options)

    return make
