"""Check: run every QA check on every unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from l10n import checks, glossary
from l10n.errors import SettingsError
from l10n.model import Finding, Unit
from l10n.settings import SETTINGS_FILE
from l10n.workflow.workspace import Cutting, Progress, Workspace, silent


def check(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
) -> list[Finding]:
    """All findings, by article, target language and place in the article."""
    _known_checks(workspace)
    _ = workspace.glossary  # a broken one is told even where nothing is translated yet
    findings: list[Finding] = []
    for slug in progress(slugs, "check"):
        for language in languages:
            findings += _article(workspace, slug, language)
    return findings


def _article(workspace: Workspace, slug: str, language: str) -> list[Finding]:
    cutting = workspace.cutting(slug)
    units = workspace.translation(slug, language, cutting)
    return _findings(workspace, cutting, units, language)


def _findings(
    workspace: Workspace, cutting: Cutting, units: Sequence[Unit], language: str
) -> list[Finding]:
    project = workspace.project
    path = project.catalog(cutting.slug, language)
    place = project.relative(path if path.exists() else project.article(cutting.slug))
    source_language = workspace.source_language(cutting.document)
    verdicts = [
        workspace.verdicts(unit, source_language=source_language, on=cutting.document.date)
        for unit in units
    ]
    findings: list[Finding] = []
    for unit, told, mixes in zip(units, verdicts, glossary.mixes(verdicts), strict=True):
        subject = checks.Subject(unit, told, source_language, mixes)
        findings += checks.run(subject, project.settings.checks, file=place)
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
        wanted = {unit.id for unit in members}
        for finding in _article(workspace, slug, language):
            if finding.unit in wanted:
                found[slug, language, finding.unit].append(finding.check)
    return found


def _known_checks(workspace: Workspace) -> None:
    known = [check.id for check in checks.CHECKS]
    for name in workspace.project.settings.checks:
        if name not in known:
            raise SettingsError(
                f"unknown check {name!r}", file=SETTINGS_FILE, remedy=f"known: {', '.join(known)}"
            )
