"""What a change touches: the units that differ from a revision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from l10n import catalogs
from l10n.errors import L10nError
from l10n.model import State, Unit
from l10n.settings import SETTINGS_FILE
from l10n.workflow import revisions
from l10n.workflow.check import Wanted
from l10n.workflow.workspace import Workspace

_BATCH = 500
"""Files that are asked of git at once."""

Before = dict[str, bytes]
"""What files of the project held, by path."""


def _all(_id: str) -> bool:
    return True


def since(
    workspace: Workspace, revision: str, slugs: Sequence[str], languages: Sequence[str]
) -> tuple[Wanted, str]:
    """Which units are new or changed since the revision, and why it is all of them, if it is.

    A change of the settings or of the glossary may touch every unit. Raises `UsageError` where
    git cannot tell.
    """
    project = workspace.project
    then = revisions.at(project.root, revision)
    rules = [SETTINGS_FILE, *(project.relative(p) for p in project.glossary_files)]
    rules += [f"glossary/{name}" for name in then.names("glossary")]
    before = _read(then, list(dict.fromkeys(rules)))
    for path in dict.fromkeys(rules):
        if _now(project.root / path) != before.get(path):
            return (lambda _slug, _language: _all), f"{path} has changed"
    paths = {slug: project.relative(project.article(slug)) for slug in slugs}
    places = {
        (slug, language): project.relative(project.catalog(slug, language))
        for slug in slugs
        for language in languages
    }
    before |= _read(then, [*paths.values(), *places.values()])

    def wanted(slug: str, language: str) -> Callable[[str], bool] | None:
        place = places[slug, language]
        now, old = _now(project.root / place), before.get(place)
        same_article = _now(project.root / paths[slug]) == before.get(paths[slug])
        if same_article and now == old:
            return None
        if now is None or old is None:
            return _all
        known = _units(old, project.root / place)
        fresh = _units(now, project.root / place)
        if known is None or fresh is None:
            return _all
        return lambda unit: unit not in fresh or fresh[unit] != known.get(unit)

    return wanted, ""


def _units(data: bytes, path: Path) -> dict[str, tuple[str, str, State]] | None:
    """Source, target and state by id, or None for what is no catalog."""
    try:
        units: Sequence[Unit] = catalogs.from_bytes(data, path).units
    except L10nError:
        return None
    return {unit.id: (unit.source, unit.target, unit.state) for unit in units}


def _read(then: revisions.Revision, paths: Sequence[str]) -> Before:
    found: Before = {}
    for first in range(0, len(paths), _BATCH):
        found |= then.read(paths[first : first + _BATCH])
    return found


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
