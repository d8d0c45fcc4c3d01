"""Draft one unit again, with an engine of the person's choice."""

from __future__ import annotations

from datetime import date

from l10n import engines
from l10n.model import Unit
from l10n.workflow.translate import translate
from l10n.workflow.workspace import Workspace


def ready_engines(workspace: Workspace) -> dict[str, str]:
    """What each engine that can be used now says of itself, by name."""
    project = workspace.project
    return {
        info.id: f"{info.id}: {info.description}"
        + (" (sends the text away)" if info.online else "")
        for info in engines.available(project.settings.engines, project=project.root)
        if info.ready and info.id != "none"
    }


def redraft(workspace: Workspace, unit: Unit, engine: str, on: date | None) -> Unit:
    """The unit as `engine` drafts it, nothing written; raises `EngineError`."""
    return translate(workspace, unit.source, unit.language, engine=engine, on=on).unit
