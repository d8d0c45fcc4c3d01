"""Check: run every QA check on every unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from l10n import checks, glossary
from l10n.errors import FileError, InputError, SettingsError
from l10n.model import Finding, Unit
from l10n.settings import SETTINGS_FILE
from l10n.workflow import routes
from l10n.workflow.file_findings import misfits, place, unreadable
from l10n.workflow.workspace import Cutting, Progress, Workspace, silent

Others = Mapping[str, Mapping[str, str]]
"""Targets by unit id, by language."""
Wanted = Callable[[str, str], Callable[[str], bool] | None]
"""Says which units of an article in a target language are looked at, by id; None for none."""


def check(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
    wanted: Wanted = lambda _slug, _language: lambda _id: True,
) -> list[Finding]:
    """All findings, by article, target language and place in the article.

    A file that cannot be read is a finding too, and the rest is checked all the same.
    """
    _known_checks(workspace)
    # Broken ones are told even where nothing is translated yet.
    _ = workspace.glossary, workspace.rules
    findings: list[Finding] = []
    for slug in progress(slugs, "check"):
        findings += _article(workspace, slug, languages, wanted)
    return findings


def _article(
    workspace: Workspace, slug: str, languages: Sequence[str], wanted: Wanted
) -> list[Finding]:
    asked = {language: wanted(slug, language) for language in languages}
    if not any(asked.values()):
        return []
    try:
        cutting = workspace.cutting(slug)
    except (FileError, InputError) as error:
        return [unreadable(error, slug, "")]
    findings: list[Finding] = []
    targets = {language: _targets(workspace, slug, language) for language in languages}
    for language, want in asked.items():
        if want is not None:
            others = {tag: theirs for tag, theirs in targets.items() if tag != language}
            found = _catalog(workspace, cutting, language, others)
            findings += [f for f in found if not f.unit or want(f.unit)]
    return findings


def _targets(workspace: Workspace, slug: str, language: str) -> dict[str, str]:
    """The article's translations into a language, by unit; none where they cannot be read."""
    with suppress(FileError, InputError):
        catalog = workspace.catalog(slug, language)
        return {unit.id: unit.target for unit in catalog.units if unit.target} if catalog else {}
    return {}


def _catalog(
    workspace: Workspace, cutting: Cutting, language: str, others: Others | None = None
) -> list[Finding]:
    try:
        catalog = workspace.catalog(cutting.slug, language)
    except (FileError, InputError) as error:
        return [unreadable(error, cutting.slug, language)]
    units = workspace.translated(cutting, language, catalog)
    return [
        *misfits(workspace, cutting, language, catalog),
        *_findings(workspace, cutting, units, language, others),
    ]


def _findings(
    workspace: Workspace,
    cutting: Cutting,
    units: Sequence[Unit],
    language: str,
    others: Others | None,
) -> list[Finding]:
    project = workspace.project
    source_language = workspace.source_language(cutting.document)
    verdicts = [
        workspace.verdicts(unit, source_language=source_language, on=cutting.document.date)
        for unit in units
    ]
    marks = routes.marks(workspace, cutting, language)
    findings: list[Finding] = []
    four_eyes = project.settings.workflow.four_eyes
    company = checks.companies(units, others)
    mixes = glossary.mixes(verdicts)
    for unit, told, mixed, beside in zip(units, verdicts, mixes, company, strict=True):
        via = marks.get(unit.id, "")
        file, line = place(workspace, unit)
        placed = replace(unit, line=line)
        subject = checks.Subject(placed, told, source_language, via, mixed, beside, four_eyes)
        findings += checks.run(subject, project.settings.checks, file=file)
    return findings


def findings_of(
    workspace: Workspace, units: Sequence[Unit]
) -> Mapping[tuple[str, str, str], list[str]]:
    """Ids of the checks that find fault with `units`, by article, target language and unit."""
    by_catalog: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        by_catalog[unit.article, unit.language].append(unit)
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for (slug, language), members in by_catalog.items():
        asked = {unit.id for unit in members}
        for finding in _catalog(workspace, workspace.cutting(slug), language):
            if finding.unit in asked:
                found[slug, language, finding.unit].append(finding.check)
    return found


def _known_checks(workspace: Workspace) -> None:
    known = [check.id for check in checks.CHECKS]
    for name in workspace.project.settings.checks:
        if name not in known:
            raise SettingsError(
                f"unknown check {name!r}", file=SETTINGS_FILE, remedy=f"known: {', '.join(known)}"
            )
