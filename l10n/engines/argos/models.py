"""The models that a user has installed for Argos.

The package `argos-translate-lt` is Argos without torch. Nothing is fetched: models come with
`argospm` or LibreTranslate. Argos has dropped its Vietnamese models at times, so a pair that is
not there is told.
"""

from __future__ import annotations

import importlib
from typing import Any

from l10n.engines.languages import plain
from l10n.errors import EngineUnavailable

PACKAGE = "argostranslate"


def translator(source_language: str, target_language: str) -> Any:
    """What translates one text; raises `EngineUnavailable` with what there is instead."""
    source, target = _code(source_language), _code(target_language)
    try:
        translate = importlib.import_module(f"{PACKAGE}.translate")
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
