"""LibreTranslate, by its documented HTTP interface.

Spoken to directly: deep-translator sends text and key in the address, and its list of languages
lacks Vietnamese (docs/engines.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.languages import plain
from l10n.engines.numerals import fold
from l10n.engines.service import Failed, Options, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.texts import translated
from l10n.model import Draft, DraftRequest, EngineInfo

USUAL = "http://127.0.0.1:5000"


class LibreTranslate(Connection):
    """A server of one's own, or a public one with a key."""

    usual_key = "LIBRETRANSLATE_KEY"

    def __init__(self, options: Options, project: Path) -> None:
        super().__init__(options, project)
        self._url = (options.url or USUAL).rstrip("/") + "/translate"

    @property
    def info(self) -> EngineInfo:
        """Ready as far as can be told without asking."""
        return self.declared(
            "libretranslate",
            self._url,
            description=f"LibreTranslate at {self._options.url or USUAL}",
            batch_size=10,
            max_characters=10_000,
        )

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One call for all."""
        pair = {"source": plain(source_language), "target": plain(target_language)}
        ask = self.patient(partial(self._translate, pair))
        return translated(requests, ask, fold(source_language, target_language), self.again)

    def _translate(self, pair: Mapping[str, str], texts: Sequence[str]) -> list[str]:
        client = self.client  # has the key read
        body = {"q": list(texts), **pair, "format": "text"}
        answer = client.post(self._url, json=body | ({"api_key": self.key} if self.key else {}))
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
            raise Failed("the answer holds no translations")
        return found


def libretranslate(
    settings: Mapping[str, object], _cache: Path | None, project: Path | None
) -> Engine:
    """The engine `libretranslate`."""
    options = read_options("libretranslate", settings, ("url", "key_env", "key_file"))
    return ServiceEngine(LibreTranslate(options, project or Path()), options)
