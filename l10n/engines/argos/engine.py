"""Argos Translate: offline models that a user has installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from l10n.engines.argos.models import PACKAGE, translator
from l10n.engines.base import Engine
from l10n.engines.numerals import fold
from l10n.engines.service import read_options
from l10n.engines.service.texts import STRATEGIES, translated
from l10n.model import Draft, DraftRequest, EngineInfo

_LONGEST = 5000


class Argos:
    """Drafts in this process, text by text."""

    @property
    def info(self) -> EngineInfo:
        """Ready where the package is; which models there are shows when it is asked."""
        there = importlib.util.find_spec(PACKAGE) is not None
        return EngineInfo(
            id="argos",
            description="Argos Translate with the models that are installed",
            ready=there,
            missing="" if there else "pip install argos-translate-lt, then a model with argospm",
            max_characters=_LONGEST,
            takes_terms=True,
            strategies=STRATEGIES,
        )

    def draft(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> Iterator[Draft]:
        """Drafts one by one; raises `EngineUnavailable` where no model leads into the target."""
        if not requests:
            return
        model = translator(source_language, target_language)
        numerals = fold(source_language, target_language)

        def translate(texts: Sequence[str]) -> list[str]:
            return [model.translate(text) for text in texts]

        for request in requests:
            if len(request.source) > _LONGEST:
                yield Draft(request.id, error=f"longer than {_LONGEST} characters")
                continue
            try:
                yield from translated([request], translate, numerals)
            except Exception as error:  # noqa: BLE001 - a model's own failure is one unit's error
                yield Draft(request.id, error=f"argos: {type(error).__name__}")

    def close(self) -> None:
        """Holds nothing that Python would not free."""


def argos(settings: Mapping[str, object], _cache: Path | None, _project: Path | None) -> Engine:
    """The engine `argos`; it has no settings of its own."""
    read_options("argos", settings, ())
    return Argos()
