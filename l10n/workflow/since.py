"""What a change touches: the units that differ from a revision, or that new rules judge anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from l10n import articles, catalogs, settings
from l10n.errors import L10nError, UsageError
from l10n.glossary.abroad import is_abroad
from l10n.model import Unit
from l10n.settings import SETTINGS_FILE, Settings
from l10n.workflow import revisions
from l10n.workflow.before import Before
from l10n.workflow.workspace import Workspace

_DECIDING = ("source", "units", "segmentation", "routes", "checks", "style")
"""Settings that decide what is found, with `workflow.four_eyes`."""

Pair = tuple[str, str]
"""An article and a target language."""
Choice = Callable[[str], bool]
"""Says of a unit, by its id, whether it is looked at."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touches."""

    reason: str = ""
    """Why it is every unit, if it is."""
    changed: Mapping[Pair, Choice] = field(default_factory=dict)
    """The units that are new or changed themselves."""
    judged: Mapping[Pair, set[str]] = field(default_factory=dict)
    """The units with a concept that is another one now."""
    orphans: frozenset[Pair] = frozenset()
    """Catalogs without an article that are new or changed, or that had one."""

    def wanted(self, slug: str, language: str) -> Choice | None:
        """Which units of an article are looked at; None for none."""
        if self.reason:
            return _all
        changed = self.changed.get((slug, language))
        judged = self.judged.get((slug, language), set())
        if changed is None:
            return judged.__contains__ if judged else None
        return lambda unit: unit in judged or changed(unit)

    def orphan(self, slug: str, language: str) -> bool:
        """Whether a catalog without an article is told."""
        return bool(self.reason) or (slug, language) in self.orphans


def since(
    workspace: Workspace, revision: str, slugs: Sequence[str], languages: Sequence[str]
) -> Touched:
    """What differs from the revision.

    Other settings of the checks touch every unit, a changed concept those that have it. Raises
    `UsageError` where git cannot tell.
    """
    project = workspace.project
    try:
        then = revisions.at(project.root, revision)
    except UsageError:
        if revision == "HEAD" and not revisions.has_commits(project.root):
            return Touched("nothing is committed yet")
        raise
    own = project.settings.segmentation
    places = ["articles", "translations", "glossary", SETTINGS_FILE, *([own] if own else [])]
    before = Before(project.root, then, places)
    old = _settings(workspace, before)
    reason = f"{own} has changed" if own and before.is_new(own) else _decided(workspace, old)
    if reason or old is None:
        return Touched(f"{reason} since {revision}")
    try:
        judged = _judged(workspace, before, revision, slugs, languages)
    except L10nError:  # of then or of now; what is wrong now will be told
        return Touched(f"the glossary has changed since {revision}, and not all can be compared")
    pairs = [(slug, language) for slug in slugs for language in languages]
    changed = [pair for pair in pairs if any(before.is_new(path) for path in _paths(pair))]
    before.fetch([path for pair in changed for path in _paths(pair)])
    choices = {pair: _choice(before, pair) for pair in changed}
    choices |= {pair: _all for pair in pairs if pair[1] not in old.targets}
    choices |= _routed(workspace, before, pairs, choices)
    return Touched("", choices, judged, _orphans(workspace, before, languages))


def _all(_id: str) -> bool:
    return True


def _none(_id: str) -> bool:
    return False


def _paths(pair: Pair) -> tuple[str, str]:
    """The article, and the catalog."""
    slug, language = pair
    return f"articles/{slug}.md", f"translations/{language}/{slug}.po"


def _settings(workspace: Workspace, before: Before) -> Settings | None:
    """The settings as they were, or None where they could not be read."""
    if not before.is_new(SETTINGS_FILE):
        return workspace.project.settings
    try:
        return settings.parse((before.was(SETTINGS_FILE) or b"").decode("utf-8-sig"))
    except (L10nError, UnicodeDecodeError):
        return None


def _decided(workspace: Workspace, old: Settings | None) -> str:
    """Why the settings let every unit be judged otherwise than before, or nothing."""
    if old is None:
        return f"{SETTINGS_FILE} has changed"
    new = workspace.project.settings
    names = [name for name in _DECIDING if getattr(new, name) != getattr(old, name)]
    if new.workflow.four_eyes != old.workflow.four_eyes:
        names.append("workflow.four_eyes")
    return f"{', '.join(names)} in {SETTINGS_FILE} changed" if names else ""


def _judged(
    workspace: Workspace,
    before: Before,
    revision: str,
    slugs: Sequence[str],
    languages: Sequence[str],
) -> Mapping[Pair, set[str]]:
    """The units with a concept that is another one now."""
    project = workspace.project
    files = {p for p in before.paths if Path(p).parent.as_posix() == "glossary"}
    files |= {project.relative(path) for path in project.glossary_files}
    if not any(before.is_new(path) for path in files):
        return {}
    from l10n.workflow import earlier
    from l10n.workflow.impact import impact

    found: defaultdict[Pair, set[str]] = defaultdict(set)
    for one in impact(
        workspace, earlier.at_revision(workspace, revision), slugs, languages
    ).touched:
        found[one.unit.article, one.unit.language].add(one.unit.id)
    return found


def _routed(
    workspace: Workspace, before: Before, pairs: Sequence[Pair], choices: Mapping[Pair, Choice]
) -> dict[Pair, Choice]:
    """What the texts touch that are drafted from: the units have the same ids in all targets."""
    found: dict[Pair, Choice] = {}
    for slug, language in pairs:
        route = workspace.project.settings.routes.get(language)
        if route and before.is_new(_paths((slug, route.via))[1]):
            theirs, own = _choice(before, (slug, route.via)), choices.get((slug, language), _none)
            found[slug, language] = partial(_either, theirs, own)
    return found


def _either(one: Choice, other: Choice, unit: str) -> bool:
    return one(unit) or other(unit)


def _orphans(workspace: Workspace, before: Before, languages: Sequence[str]) -> frozenset[Pair]:
    known, had = set(workspace.project.slugs()), set(before.paths)
    found = set()
    for language in languages:
        folder = workspace.project.catalog("x", language).parent
        for pair in ((path.stem, language) for path in folder.glob("*.po")):
            article, catalog = _paths(pair)
            if pair[0] not in known and (article in had or before.is_new(catalog)):
                found.add(pair)
    return frozenset(found)


def _choice(before: Before, pair: Pair) -> Choice:
    """Says of a changed article or catalog which units are new or changed."""
    article, catalog = _paths(pair)
    old, new = (_units(data, Path(catalog)) for data in (before.was(catalog), before.now(catalog)))
    heads = [_head(data) for data in (before.was(article), before.now(article))]
    if old is None or new is None or heads[0] != heads[1]:
        return _all
    return lambda unit: unit not in new or new[unit] != old.get(unit)


def _units(data: bytes | None, path: Path) -> dict[str, Unit] | None:
    """The units by id without their places, or None for what is no catalog."""
    try:
        units = catalogs.from_bytes(data or b"", path).units
    except L10nError:
        return None
    return {unit.id: replace(unit, line=0, lines=(), notes=()) for unit in units}


def _head(data: bytes | None) -> object:
    """What decides how an article's units are judged: its language, its date, and its country."""
    try:
        document = articles.parse((data or b"").decode("utf-8-sig"))
    except (L10nError, UnicodeDecodeError):
        return data
    abroad = is_abroad(block.text for block in document.blocks)
    return document.language, document.date, abroad
