"""Choosing units: by id, article, target language, state, risk, finding, concept and text."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from l10n.errors import UsageError
from l10n.model import Risk, State, Unit
from l10n.settings import Project
from l10n.workflow.filtering import folded
from l10n.workflow.workspace import Cutting, Workspace, pairs

MIN_PREFIX = 4


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty field asks for all."""

    slugs: Sequence[str]
    languages: Sequence[str]
    states: Sequence[State] = ()
    risks: Sequence[Risk] = ()
    checks: Sequence[str] = ()
    """Ids of checks; units with a finding of one of them."""
    concepts: Sequence[str] = ()
    """Ids of concepts; units whose source has one of them."""
    text: str = ""
    """Words that stand in source or target, in any capitals and in this order."""

    def units(self, workspace: Workspace) -> Iterator[Unit]:
        """The units, by article, target language and place.

        Raises `UsageError` for a check or a concept that there is none of.
        """
        self._refuse_unknown(workspace)
        cutting: Cutting | None = None
        for slug, language in pairs(self.slugs, self.languages):
            if cutting is None or cutting.slug != slug:
                cutting = workspace.cutting(slug)
            units = [u for u in workspace.translation(slug, language, cutting) if self._fits(u)]
            if self.concepts:
                units = [u for u in units if self._has_concept(workspace, cutting, u)]
            yield from self._found(workspace, units) if self.checks else units

    def _fits(self, unit: Unit) -> bool:
        """Whether state, risk and text are what is asked for."""
        if self.states and unit.state not in self.states:
            return False
        if self.risks and unit.risk not in self.risks:
            return False
        return folded(self.text) in folded(f"{unit.source}\n{unit.target}")

    def _has_concept(self, workspace: Workspace, cutting: Cutting, unit: Unit) -> bool:
        document = cutting.document
        language = workspace.source_language(document)
        matches = workspace.glossary.match(unit.source, language=language, on=document.date)
        return any(match.concept.id in self.concepts for match in matches)

    def _found(self, workspace: Workspace, units: Sequence[Unit]) -> Iterator[Unit]:
        """Those of `units`, all of one catalog, that one of the checks finds fault with."""
        from l10n.workflow.check import findings_of

        found = findings_of(workspace, units)
        for unit in units:
            if set(self.checks) & set(found.get((unit.article, unit.language, unit.id), ())):
                yield unit

    def _refuse_unknown(self, workspace: Workspace) -> None:
        if self.checks:
            from l10n.checks import CHECKS

            _known("check", self.checks, [check.id for check in CHECKS])
        if self.concepts:
            _known("concept", self.concepts, workspace.glossary.concepts)


def _known(what: str, asked: Sequence[str], known: Collection[str]) -> None:
    for name in asked:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.5)
            remedy = (
                f"did you mean {near[0]!r}?" if near else f"l10n {what}s are named by their ids"
            )
            raise UsageError(f"no {what} {name!r}", remedy=remedy)


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


def with_catalog(project: Project) -> list[tuple[str, str]]:
    """The articles with target languages that have a catalog; none of them is read."""
    every = pairs(project.slugs(), project.languages(None))
    return [
        (slug, language) for slug, language in every if project.catalog(slug, language).is_file()
    ]


def to_review(
    workspace: Workspace, slugs: Sequence[str], languages: Sequence[str], *, everything: bool
) -> list[tuple[str, str]]:
    """The articles with target languages that have a catalog and, but for `everything`, work left.

    Raises `UsageError` where no article has a catalog.
    """
    every = pairs(slugs, languages)
    drafted = [pair for pair in every if workspace.project.catalog(*pair).exists()]
    if not drafted:
        raise UsageError("nothing is drafted yet", remedy="l10n draft makes catalogs to review")
    return [
        pair
        for pair in drafted
        if everything
        or any(unit.state is not State.APPROVED for unit in workspace.states(*pair).values())
    ]
