"""Status: how far every target is, and whether a gate lets it through."""

from __future__ import annotations

import difflib
import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.errors import FileError, UsageError
from l10n.model import State, counted
from l10n.settings import Project
from l10n.workflow.build import NO_FILE, signatures
from l10n.workflow.counts import STATES, Counts, Remembered
from l10n.workflow.progress import Progress, silent
from l10n.workflow.spread import spread

if TYPE_CHECKING:
    from l10n.catalogs import States
    from l10n.workflow.workspace import Workspace

LEAST = 150
"""Articles that are worth a process of their own."""


@dataclass(slots=True)
class Tally:
    """Units by state."""

    states: Counter[State] = field(default_factory=Counter)
    words: int = 0
    """White-space separated words of the sources."""
    conflicts: int = 0
    """Units in which a merge left two texts."""
    stale: int = 0
    """Units of a route that were made from a text that no longer stands."""

    @classmethod
    def of(cls, counts: Counts) -> Tally:
        """The tally of counts."""
        words, conflicts, stale, *states = counts
        return cls(Counter(dict(zip(STATES, states, strict=True))), words, conflicts, stale)

    @property
    def units(self) -> int:
        """How many units there are."""
        return self.states.total()

    def share(self, state: State) -> float:
        """Per cent of the units that are in `state` or beyond; 0 where there are none."""
        units = self.units
        reached = sum(self.states[s] for s in STATES[state.rank :])
        return 100 * reached / units if units else 0.0


@dataclass(slots=True)
class TargetStatus:
    """How far one target language is."""

    language: str
    total: Tally = field(default_factory=Tally)
    articles: dict[str, Tally] = field(default_factory=dict)
    """By slug."""
    unreadable: list[FileError] = field(default_factory=list)
    """What could not be counted: an article is without units then, a catalog without targets."""

    @property
    def complete(self) -> bool:
        """Whether there is something, and all of it is approved as it is."""
        return not (self.unreadable or self.total.stale) and self.reaches(State.APPROVED, 100)

    @property
    def stale(self) -> str | None:
        """What is to be said of its stale units, or None where there are none."""
        if not self.total.stale:
            return None
        return (
            f"{self.language}: units made from a text that no longer stands: "
            f"{self.total.stale}; l10n draft sends them back"
        )

    def reaches(self, state: State, percent: float) -> bool:
        """Whether there is something, and so much of it is in `state` or beyond."""
        return self.total.units > 0 and self.total.share(state) >= percent


@dataclass(frozen=True, slots=True)
class Requirement:
    """A gate: so many per cent of the units are in `state` or beyond."""

    state: State
    percent: float

    @classmethod
    def parse(cls, text: str) -> Requirement:
        """Read `approved=100`; `UsageError` for anything else."""
        name, given, number = text.partition("=")
        if not given and name.strip() not in STATES:
            remedy = f"write STATE=PERCENT, with one of {', '.join(STATES)}"
            raise UsageError(f"{text!r} is no requirement", remedy=remedy)
        if name.strip() not in STATES:
            near = difflib.get_close_matches(name.strip().lower(), STATES, 1, 0.5)
            known = f"did you mean {near[0]}?" if near else f"one of {', '.join(STATES)}"
            raise UsageError(f"{text!r} is no requirement: no state {name.strip()!r}", remedy=known)
        try:
            percent = float(number.strip().removesuffix("%"))
        except ValueError:
            percent = -1
        if not 0 <= percent <= 100:
            raise UsageError(
                f"{text!r} is no requirement: {number.strip()!r} is no number from 0 to 100",
                remedy=f"write it like {name.strip()}=100",
            )
        return cls(State(name.strip()), percent)

    @property
    def nothing(self) -> str | None:
        """What is wrong with it where every unit meets it."""
        if self.state is not State.UNTRANSLATED:
            return None
        return (
            f"untranslated={self.percent:g} lets every unit through; "
            "draft=100 asks that no unit is untranslated"
        )

    def unmet(self, status: TargetStatus) -> str | None:
        """Why `status` does not meet it, or None where it does."""
        conflicts = status.total.conflicts
        if conflicts:
            return f"{status.language}: units in conflict: {conflicts}; l10n review shows them"
        if status.stale:
            return status.stale
        if status.reaches(self.state, self.percent) and not status.unreadable:
            return None
        units = status.total.units
        if not units and not status.unreadable:
            return f"{status.language}: nothing to translate, so nothing is {self.state}"
        # Never "100%" of what is not quite all.
        share = math.floor(status.total.share(self.state) * 10) / 10
        reason = (
            f"{status.language}: {share:.1f}% of {counted(units, 'unit is', 'units are')} "
            f"{self.state} or beyond, {self.percent:g}% required"
        )
        files = len(status.unreadable)
        return reason + (f"; {counted(files, 'file')} cannot be read" if files else "")


def status(
    project: Project,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
) -> dict[str, TargetStatus]:
    """How far each of `languages` is.

    The article decides which units there are, the catalog what is done with them. What was
    counted before is not counted again while these files are the same. A file that cannot be
    read is told, and the rest is counted all the same.
    """
    remembered = Remembered(project)
    # Before anything is read: what changes meanwhile looks changed the next time.
    files = _signatures(project, slugs, languages)
    counts = {
        key: known
        for key, signature in files.items()
        if (known := remembered.get(key, signature)) is not None
    }
    new = [slug for slug in slugs if any(f"{lang}/{slug}" not in counts for lang in languages)]
    unreadable: dict[str, FileError] = {}
    if new:
        for part, broken in spread(_Counting(project, languages), new, progress, least=LEAST):
            for key in part.keys() - broken.keys():
                remembered.put(key, files[key], part[key])
            counts |= part
            unreadable |= broken
    remembered.keep_only({f"{lang}/{s}" for lang in project.settings.targets for s in slugs})
    remembered.save()
    result = {language: TargetStatus(language) for language in languages}
    for language, target in result.items():
        for slug in slugs:
            target.articles[slug] = Tally.of(counts[f"{language}/{slug}"])
        rows = [counts[f"{language}/{slug}"] for slug in slugs]
        if rows:
            target.total = Tally.of(tuple(map(sum, zip(*rows, strict=True))))
        found = [unreadable.get(f"{language}/{slug}") for slug in slugs]
        target.unreadable = [error for error in found if error]
    return result


def _signatures(
    project: Project, slugs: Sequence[str], languages: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """The signatures of all files that counts come from: the route's catalog is one, too."""
    articles = signatures(project.articles, ".md")
    found: dict[str, tuple[int, ...]] = {}
    for language in languages:
        route = project.settings.routes.get(language)
        folders = [language, route.via] if route else [language]
        catalogs = [signatures(project.catalog("x", folder).parent, ".po") for folder in folders]
        for slug in slugs:
            signature: tuple[int, ...] = articles.get(slug, NO_FILE)
            for catalog in catalogs:
                signature += catalog.get(slug, NO_FILE)
            found[f"{language}/{slug}"] = signature
    return found


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts articles from their files."""

    project: Project
    languages: Sequence[str]

    def __call__(
        self, slugs: Sequence[str], progress: Progress[str]
    ) -> tuple[dict[str, Counts], dict[str, FileError]]:
        # Here, because nothing of it is needed where all is remembered.
        from l10n.workflow.workspace import Workspace

        workspace = Workspace(self.project)
        _ = workspace.rules  # broken ones are an error of the settings, not of each article
        counts: dict[str, Counts] = {}
        broken: dict[str, FileError] = {}
        for slug in progress(slugs, "status"):
            keys = [f"{language}/{slug}" for language in self.languages]
            try:
                units = workspace.sources(slug)
            except FileError as error:
                counts |= dict.fromkeys(keys, (0,) * (len(STATES) + 3))
                broken |= dict.fromkeys(keys, error)
                continue
            words = sum(len(source.split()) for _, source in units)
            for key, language in zip(keys, self.languages, strict=True):
                states, wrong = _states(workspace, slug, language)
                known = [states[unit] for unit in units if unit in states]
                found = Counter(one.state for one in known)
                found[State.UNTRANSLATED] += len(units) - len(known)
                conflicts = sum(one.conflict for one in known)
                stale, unknown = _stale(workspace, slug, language, frozenset(units))
                counts[key] = (words, conflicts, stale, *(found[state] for state in STATES))
                wrong = wrong or unknown
                broken |= {key: wrong} if wrong else {}
        return counts, broken


def _states(workspace: Workspace, slug: str, language: str) -> tuple[States, FileError | None]:
    """The states of the article's units, or why they cannot be read."""
    try:
        return workspace.states(slug, language), None
    except FileError as error:
        return {}, error


def _stale(
    workspace: Workspace, slug: str, language: str, units: Collection[tuple[str, str]]
) -> tuple[int, FileError | None]:
    """How many of the article's units are stale, or why that cannot be known."""
    if language not in workspace.project.settings.routes:
        return 0, None
    from l10n.workflow import routes

    try:
        catalog = workspace.catalog(slug, language)
        mine = [u for u in catalog.units if (u.context, u.source) in units] if catalog else []
        return len(routes.stale(workspace, slug, language, mine)), None
    except FileError as error:
        return 0, error
