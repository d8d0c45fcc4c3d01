"""Apertium, through its web service APy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.service import Failed, Options, Refused, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.errors import Rejected
from l10n.engines.service.texts import translated
from l10n.model import Draft, DraftRequest, EngineInfo

USUAL = "http://127.0.0.1:2737"
_ISO3 = {
    "ar": "ara", "ca": "cat", "de": "deu", "en": "eng", "es": "spa", "eu": "eus", "fr": "fra",
    "gl": "glg", "it": "ita", "nl": "nld", "oc": "oci", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sv": "swe", "uk": "ukr",
}  # fmt: skip
"""ISO 639-3 names, which APy wants, of languages that it has pairs for."""
_PARAGRAPH = "\n\n"


class Apertium(Connection):
    """Rules and dictionaries: quick, for near languages; English to Spanish or Catalan."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._url = (options.url or USUAL).rstrip("/") + "/translate"

    @property
    def info(self) -> EngineInfo:
        """Ready as far as can be told without asking."""
        return self.declared(
            "apertium",
            self._url,
            description=f"Apertium at {self._options.url or USUAL}",
            batch_size=20,
            max_characters=20_000,
            languages=tuple(_ISO3),
        )

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One call for all, as paragraphs: six times as quick as one by one."""
        tags = source_language, target_language
        pair = "|".join(_ISO3.get(tag.partition("-")[0], tag) for tag in tags)
        return translated(requests, self.patient(partial(self._translate, pair)), again=self.again)

    def _check(self, pair: str) -> None:
        """Raises `Refused` for a pair that the server lacks."""
        answer = self.client.get(self._url.removesuffix("translate") + "listPairs")
        with suppress(TypeError, KeyError):  # in another form it tells nothing
            found = answer["responseData"]  # type: ignore[index]
            there = sorted(f"{i['sourceLanguage']}|{i['targetLanguage']}" for i in found)
            if pair not in there:
                raise Refused(f"the server has no pair {pair}; it has {', '.join(there)}")

    def _translate(self, pair: str, texts: Sequence[str]) -> list[str]:
        asked = _PARAGRAPH.join(" ".join(text.split()) for text in texts)
        try:
            form = {"langpair": pair, "q": asked, "markUnknown": "no"}
            answer = self.client.post(self._url, form=form)
            found = answer["responseData"]["translatedText"].strip()  # type: ignore[index]
        except Rejected:
            self._check(pair)
            raise
        except (TypeError, KeyError, AttributeError):
            raise Failed("the answer holds no translation") from None
        return [part.strip() for part in found.split(_PARAGRAPH)]


def apertium(settings: Mapping[str, object], _cache: Path | None, _project: Path | None) -> Engine:
    """The engine `apertium`."""
    options = read_options("apertium", settings, ("url",))
    return ServiceEngine(Apertium(options), options)
