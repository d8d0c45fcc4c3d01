"""DeepL, spoken to directly: deep-translator has its key in addresses (docs/engines.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.languages import plain, primary
from l10n.engines.numerals import fold
from l10n.engines.service import Failed, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.texts import translated
from l10n.model import Draft, DraftRequest, EngineInfo

_PAID, _FREE = "https://api.deepl.com", "https://api-free.deepl.com"
_TARGETS = {"EN": "EN-GB", "PT": "PT-PT"}
"""Languages that need a variant as a target, with the one for those that name none."""
_VARIANTS = {"EN-US", "EN-GB", "PT-BR", "PT-PT", "ES-419"}


class DeepL(Connection):
    """The paid service, or the free one, whose keys end in `:fx`."""

    usual_key = "DEEPL_API_KEY"
    key_parts = 1

    @property
    def info(self) -> EngineInfo:
        """Ready where its key is there."""
        return self.declared(
            "deepl",
            self._options.url,
            description="DeepL",
            batch_size=20,
            max_characters=20_000,
            model=self._options.glossary,
        )

    def headers(self) -> Mapping[str, str]:
        """The key, which stands in no address."""
        return {"Authorization": f"DeepL-Auth-Key {self.key}"}

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One call for all, with the sentences before and after, which cost nothing."""
        around = dict.fromkeys(t for r in requests for t in (r.before, r.after) if t)
        asked = {
            "source_lang": primary(source_language).upper(),
            "target_lang": _target(target_language),
            "context": " ".join(around)[:4000],
            "glossary_id": self._options.glossary,
        }
        given = {key: value for key, value in asked.items() if value}
        folded = fold(source_language, target_language)
        ask = self.patient(partial(self._translate, given))
        return translated(requests, ask, folded, self.again)

    def _translate(self, asked: Mapping[str, str], texts: Sequence[str]) -> list[str]:
        client = self.client  # has the key read
        place = self._options.url or (_FREE if self.key.endswith(":fx") else _PAID)
        url = f"{place.rstrip('/')}/v2/translate"
        answer = client.post(url, json={"text": list(texts), **asked})
        try:
            return [str(item["text"]) for item in answer["translations"]]  # type: ignore[index]
        except (TypeError, KeyError):
            raise Failed("the answer holds no translations") from None


def _target(language: str) -> str:
    base = plain(language).upper()
    return language.upper() if language.upper() in _VARIANTS else _TARGETS.get(base, base)


def deepl(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
    """The engine `deepl`."""
    options = read_options("deepl", settings, ("url", "key_env", "key_file", "glossary"))
    return ServiceEngine(DeepL(options, project or Path()), options)
