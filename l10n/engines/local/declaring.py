"""What the embedded engine says of itself."""

from __future__ import annotations

from pathlib import Path

from l10n.engines.languages import LANGUAGES
from l10n.engines.local.models import PackagedModel, wanted
from l10n.engines.local.settings import LocalSettings
from l10n.errors import EngineUnavailable, FileError
from l10n.model import EngineInfo

MAX_CHARACTERS = 3000
"""Longest source; with examples and answer it still fits the context."""


def declared(settings: LocalSettings, project: Path) -> EngineInfo:
    """With the model that would be loaded, or what is missing."""
    missing = model = ""
    found: PackagedModel | Path | None = None
    try:
        found = wanted(settings.model, project)
        model = found.name
        if isinstance(found, Path):
            model += f", {found.stat().st_size:,} bytes"
    except (EngineUnavailable, FileError) as error:
        missing = str(error)
    return EngineInfo(
        id="local",
        description="embedded model, drafts on this machine",
        ready=not missing,
        missing=missing,
        max_characters=MAX_CHARACTERS,
        takes_terms=True,
        strategies=("inline", "sample", "placeholder"),
        takes_markup=True,
        takes_prompt=settings.prompt == "chat",
        takes_examples=True,
        model=model,
        languages=() if isinstance(found, Path) else tuple(LANGUAGES),
        usual_confidence=found.confidence if isinstance(found, PackagedModel) else None,
    )
