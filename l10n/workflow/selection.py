"""Choosing units: by id, article, target language and state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import UsageError
from l10n.model import State, Unit
from l10n.workflow.workspace import Workspace, pairs

MIN_PREFIX = 4


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty field asks for all."""

    slugs: Sequence[str]
    languages: Sequence[str]
    states: Sequence[State] = ()

    def units(self, workspace: Workspace) -> Iterator[Unit]:
        """The units, by article, target language and place."""
        for slug, language in pairs(self.slugs, self.languages):
            for unit in workspace.translation(slug, language):
                if not self.states or unit.state in self.states:
                    yield unit


def by_ids(workspace: Workspace, ids: Sequence[str], selection: Selection) -> list[Unit]:
    """The one unit for every id or unambiguous beginning of one.

    Raises `UsageError` for an id that no unit has, or that several have.
    """
    units = list(selection.units(workspace))
    found: dict[tuple[str, str, str], Unit] = {}
    for wanted in ids:
        hits = [u for u in units if u.id == wanted] or [
            u for u in units if len(wanted) >= MIN_PREFIX and u.id.startswith(wanted)
        ]
        if not hits:
            raise UsageError(f"no unit {wanted!r}", remedy="l10n unit list shows them")
        if len(hits) > 1:
            places = ", ".join(f"{u.article} ({u.language})" for u in hits[:4])
            raise UsageError(
                f"{wanted} is {len(hits)} units: {places}",
                remedy="narrow it with --article and --to",
            )
        found[hits[0].article, hits[0].language, hits[0].id] = hits[0]
    return list(found.values())


def to_review(
    workspace: Workspace, slugs: Sequence[str], languages: Sequence[str], *, everything: bool
) -> list[tuple[str, str]]:
    """The articles with target languages that have a catalog and, but for `everything`, work left.

    Raises `UsageError` where no article has a catalog.
    """
    drafted = [
        (slug, language, catalog)
        for slug, language in pairs(slugs, languages)
        if (catalog := workspace.catalog(slug, language)) is not None
    ]
    if not drafted:
        raise UsageError("nothing is drafted yet", remedy="l10n draft makes catalogs to review")
    return [
        (slug, language)
        for slug, language, catalog in drafted
        if everything or any(unit.state is not State.APPROVED for unit in catalog.units)
    ]
