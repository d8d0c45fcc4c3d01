"""An engine, ready to be asked for a pair of languages, and closed again."""

from __future__ import annotations

from l10n import engines
from l10n.errors import EngineError
from l10n.model import EngineInfo
from l10n.workflow.workspace import Workspace


class opened:  # noqa: N801 - reads as a function
    """An engine, made ready and closed again."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        told = workspace.project.settings.engines
        engines.check(told)
        self.engine = engines.create(name, told.get(name, {}), project=workspace.project.root)

    def __enter__(self) -> engines.Engine:
        info = self.engine.info
        if not info.ready:
            raise EngineError(f"the engine {info.id} is not ready", remedy=info.missing)
        return self.engine

    def __exit__(self, *_: object) -> None:
        self.engine.close()


def check_languages(info: EngineInfo, *tags: str) -> None:
    """Raises `EngineError` where the engine says itself that it lacks one of the languages."""
    lacking = missing_languages(info, *tags)
    if lacking:
        raise EngineError(
            f"the engine {info.id} does not know {' and '.join(lacking)}",
            remedy=f"it knows {', '.join(sorted(info.languages))}; choose another with --engine",
        )


def missing_languages(info: EngineInfo, *tags: str) -> list[str]:
    """Those of the languages that the engine says itself that it lacks."""
    known = info.languages
    return [t for t in dict.fromkeys(tags) if known and t.partition("-")[0].lower() not in known]
