"""The services that deep-translator knows, each wrapped in the same way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from l10n.engines.base import Engine
from l10n.engines.deep.asking import ask
from l10n.engines.deep.kinds import Kind
from l10n.engines.deep.web import Requests
from l10n.engines.languages import plain
from l10n.engines.numerals import fold
from l10n.engines.service import Options, ServiceEngine, read_options
from l10n.engines.service.connection import Connection
from l10n.engines.service.texts import translated
from l10n.model import Draft, DraftRequest, EngineInfo


class DeepTranslator(Connection):
    """One of the services."""

    def __init__(self, kind: Kind, options: Options, project: Path) -> None:
        super().__init__(options, project)
        self._kind = kind
        self.usual_key, self.key_parts = kind.key, len(kind.parts)

    @property
    def info(self) -> EngineInfo:
        """Ready where its key is there, if it wants one."""
        return self.declared(
            self._kind.name,
            self._options.url,
            description=self._kind.description,
            max_characters=self._kind.longest,
        )

    def answer(
        self, requests: Sequence[DraftRequest], source_language: str, target_language: str
    ) -> Sequence[Draft]:
        """One call for each text."""
        kind, codes = self._kind, self._kind.codes
        source, target = plain(source_language), plain(target_language)
        pair = codes.get(source, source), codes.get(target, target)
        told = dict(zip(kind.parts, self.key.split(":", len(kind.parts) - 1), strict=False))
        if self._options.region:
            told["region"] = self._options.region
        web = Requests(self.client, self._options.url)
        say = self.patient(partial(ask, kind, pair, web, told))
        numerals = fold(source_language, target_language)
        return translated(requests, lambda ts: [say(text) for text in ts], numerals, self.again)


def factory(kind: Kind) -> Callable[[Mapping[str, object], Path | None, Path | None], Engine]:
    """What makes the engine of that kind."""
    known = ("url", "key_env", "key_file", "region")

    def make(settings: Mapping[str, object], _cache: Path | None, project: Path | None) -> Engine:
        # A call takes one text, and each answer is kept before the next is asked for.
        options = replace(read_options(kind.name, settings, known), batch=1)
        return ServiceEngine(DeepTranslator(kind, options, project or Path()), options)

    return make
