"""What drafting would ask an engine for: counted, with nothing asked and nothing written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.model import EngineInfo
from l10n.workflow import routes
from l10n.workflow.bought import Bought
from l10n.workflow.opening import opened
from l10n.workflow.requests import Planner, engine_of
from l10n.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Plan:
    """What drafting into one language would cost."""

    engine: EngineInfo
    source_language: str
    """What it would translate from."""
    units: int
    words: int
    characters: int
    reused: int
    """Units that need no engine."""
    bought: int
    """Units that the engine has drafted before."""


def plan(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    *,
    engine: str | None = None,
    redo: bool = False,
) -> dict[str, Plan]:
    """What drafting would ask an engine for, by target language; nothing is written."""
    settings = workspace.project.settings
    routes.check(settings)
    planner = Planner(workspace, engine, redo=redo)
    plans = {}
    for language in languages:
        route = settings.routes.get(language)
        name = engine_of(settings, language, engine)
        source = route.via if route else settings.source
        info = opened(workspace, name).engine.info
        known = Bought(workspace.project.cache, info, settings.engines.get(name, {}))
        texts: list[str] = []
        reused = bought = 0
        for planned, _ in planner.jobs(slugs, [language]):
            found, job = planner.split(planned)
            reused += len(found)
            for request in planner.requests(job):
                if not redo and known.get(request, (job.source_language, job.language)):
                    bought += 1
                else:
                    texts.append(request.source)
        known.close()
        words = sum(len(text.split()) for text in texts)
        plans[language] = Plan(
            info, source, len(texts), words, sum(map(len, texts)), reused, bought
        )
    return plans
