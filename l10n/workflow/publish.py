"""Publish: put approved targets into the place of their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n import articles, catalogs, publishing
from l10n.model import Piece, State, Unit
from l10n.workflow import routes
from l10n.workflow.workspace import Cutting, Workspace, pairs


@dataclass(slots=True)
class Published:
    """What publishing did with one article in one target language."""

    article: str
    language: str
    path: Path | None = None
    """The file written, or None where the article was not ready."""
    missing: list[Unit] = field(default_factory=list)
    """The units that are not approved, or stale."""
    stale: list[Unit] = field(default_factory=list)
    """Those that were made from a text of their route that no longer stands."""
    conflicts: list[Unit] = field(default_factory=list)
    """Those in which a merge left two texts: nothing lets them through."""


def publish(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    *,
    form: str = "md",
    allow_drafts: bool = False,
) -> list[Published]:
    """Write the articles whose units are all approved; with `allow_drafts`, all but conflicts."""
    return [
        _publish(workspace, slug, language, publishing.FORMATS[form], allow_drafts)
        for slug, language in pairs(slugs, languages)
    ]


def _publish(
    workspace: Workspace, slug: str, language: str, form: publishing.Format, allow_drafts: bool
) -> Published:
    cutting = workspace.cutting(slug)
    units = workspace.translation(slug, language, cutting)
    result = Published(slug, language)
    result.stale = routes.stale(workspace, slug, language, units)
    stale = {unit.id for unit in result.stale}
    result.missing = [u for u in units if u.state is not State.APPROVED or u.id in stale]
    result.conflicts = [unit for unit in units if unit.conflict]
    if result.conflicts or (result.missing and not allow_drafts):
        return result
    text = render(cutting, units)
    changes: dict[str, str | bool] = {}
    if cutting.document.language is not None:
        changes["language"] = language
    if result.missing:
        changes["draft"] = True
    if changes:
        text = articles.edit_front_matter(text, changes)
    result.path = workspace.project.published(slug, language, form.suffix)
    catalogs.atomic_write(result.path, form.render(text, language))
    return result


def render(cutting: Cutting, units: Sequence[Unit]) -> str:
    """The article with the targets of `units` in place; what has none keeps its source."""
    targets = {unit.id: unit.target for unit in units if unit.target}
    pieces: defaultdict[int, list[Piece]] = defaultdict(list)
    for cut in cutting.cuts:
        if cut.unit.id in targets:
            pieces[cut.block].append(Piece(*cut.span, targets[cut.unit.id]))
    return articles.rebuild(cutting.document, pieces)
