"""Argos Translate: offline models that a user has installed.

The package `argos-translate-lt` is Argos without torch. Nothing is fetched: models come with
`argospm` or LibreTranslate. Argos has dropped its Vietnamese models at times, so a pair that is
not there is told.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from l10n.engines.base import Engine
from l10n.engines.languages import plain
from l10n.engines.numerals import fold
from l10n.engines.service import read_options
from l10n.engines.service.texts import STRATEGIES, translated
from l10n.errors import EngineUnavailable
from l10n.model import Draft, DraftRequest, EngineInfo

_PACKAGE = "argostranslate"
_LONGEST = 5000


class Argos:
    """Drafts in this process, text by text."""

    @property
    def info(self) -> EngineInfo:
        """Ready where the package is; which models there are shows when it is asked."""
        there = importlib.util.find_spec(_PACKAGE) is not None
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
        model = _model(_code(source_language), _code(target_language))
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


def _model(source: str, target: str) -> Any:
    """What translates; raises `EngineUnavailable` with what there is instead."""
    try:
        translate = importlib.import_module(f"{_PACKAGE}.translate")
        languages = {language.code: language for language in translate.get_installed_languages()}
    except Exception as error:  # whatever a broken installation raises
        raise EngineUnavailable(
            f"argos cannot be loaded ({type(error).__name__})",
            remedy="pip install argos-translate-lt",
        ) from error
    found = None
    if source in languages and target in languages:
        found = languages[source].get_translation(languages[target])
    if found is None:
        there = ", ".join(sorted(languages)) or "none"
        raise EngineUnavailable(
            f"argos has no model from {source} into {target}; its languages here: {there}",
            remedy="install one with argospm, or choose another --engine",
        )
    return found


def _code(language: str) -> str:
    name = plain(language)
    return {"zh-Hans": "zh", "zh-Hant": "zt"}.get(name, name)


def argos(settings: Mapping[str, object], _cache: Path | None, _project: Path | None) -> Engine:
    """The engine `argos`; it has no settings of its own."""
    read_options("argos", settings, ())
    return Argos()
