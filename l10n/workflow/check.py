"""Check: run every QA check on every unit."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from l10n import checks, glossary
from l10n.catalogs import Catalog
from l10n.errors import FileError, InputError, SettingsError
from l10n.model import Finding, Unit
from l10n.settings import SETTINGS_FILE
from l10n.workflow import routes
from l10n.workflow.file_findings import files, misfits, undated, unreadable
from l10n.workflow.found import Found
from l10n.workflow.spread import spread
from l10n.workflow.workspace import Cutting, Progress, Workspace, silent

LEAST = 40
"""Articles from which on it pays to start another process."""
Others = Mapping[str, Mapping[str, str]]
"""Targets by unit id, by language."""
Wanted = Callable[[str, str], Callable[[str], bool] | None]
"""Says which units of an article in a target language are looked at, by id; None for none."""


def everything(_slug: str, _language: str) -> Callable[[str], bool]:
    """Wants every unit."""
    return lambda _id: True


def check(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
    wanted: Wanted = everything,
) -> list[Finding]:
    """All findings, by article, target language and place in the article.

    A file that cannot be read is a finding too, and the rest is checked all the same.
    """
    _known_checks(workspace)
    # Broken ones are told even where nothing is translated yet.
    _ = workspace.glossary, workspace.rules

    choices = {slug: {tag: wanted(slug, tag) for tag in languages} for slug in slugs}
    asked = [slug for slug, choice in choices.items() if any(choice.values())]
    earlier = Found(workspace.project, languages)
    keys = earlier.keys(asked)
    found = earlier.get(keys)

    def work(part: Sequence[str], shown: Progress[str]) -> dict[str, list[Finding]]:
        looked = ((slug, _article(workspace, slug, languages)) for slug in shown(part, "check"))
        return earlier.noted(keys, looked)

    for part in spread(work, [s for s in asked if s not in found], progress, least=LEAST):
        found |= part
    return [f for slug in asked for f in found[slug] if _is_wanted(f, choices[slug])]


def _is_wanted(finding: Finding, choices: Mapping[str, Callable[[str], bool] | None]) -> bool:
    if not finding.language:  # the article's own
        return True
    choice = choices[finding.language]
    return choice is not None and (not finding.unit or choice(finding.unit))


def _article(workspace: Workspace, slug: str, languages: Sequence[str]) -> list[Finding]:
    try:
        cutting = workspace.cutting(slug)
    except (FileError, InputError) as error:
        return [unreadable(error, slug, "")]
    findings = list(undated(workspace, cutting))
    read = {language: _read(workspace, slug, language) for language in languages}
    targets = {
        language: {unit.id: unit.target for unit in catalog.units if unit.target}
        for language, catalog in read.items()
        if isinstance(catalog, Catalog) and len(languages) > 1
    }
    for language in languages:
        others = {tag: theirs for tag, theirs in targets.items() if tag != language}
        findings += _catalog(workspace, cutting, language, read[language], others)
    return findings


def _read(workspace: Workspace, slug: str, language: str) -> Catalog | Finding | None:
    """The catalog, None where there is none yet, or a finding where it cannot be read."""
    try:
        return workspace.catalog(slug, language)
    except (FileError, InputError) as error:
        return unreadable(error, slug, language)


def _catalog(
    workspace: Workspace,
    cutting: Cutting,
    language: str,
    catalog: Catalog | Finding | None,
    others: Others | None = None,
) -> list[Finding]:
    if isinstance(catalog, Finding):
        return [catalog]
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
    on, abroad = cutting.document.date, workspace.abroad(cutting)
    verdicts = [
        ()
        if checks.is_long(unit)
        else workspace.verdicts(unit, source_language=source_language, on=on, abroad=abroad)
        for unit in units
    ]
    around = workspace.named((unit.source for unit in cutting.units), source_language)
    added = [
        () if checks.is_long(unit) else workspace.added(unit, told, around, source_language)
        for unit, told in zip(units, verdicts, strict=True)
    ]
    marks = routes.marks(workspace, cutting, units, language)
    four_eyes = project.settings.workflow.four_eyes
    style = project.settings.style.get(language)
    choices = style.choices if style else {}
    house = choices.get("title_case", ""), choices.get("diacritics_in_names", "")
    company = checks.companies(units, others)
    mixes = glossary.mixes(verdicts)
    catalog, article = files(workspace, cutting.slug, language)
    subjects: list[checks.Subject] = []
    known = zip(units, verdicts, added, mixes, company, strict=True)
    for unit, told, names, mixed, beside in known:
        via = marks.get(unit.id, "") if marks else ""
        # What the catalog lacks is told where it stands in the article.
        placed = unit if unit.line else replace(unit, line=min(unit.lines, default=1))
        subject = checks.Subject(
            placed, told, source_language, via, mixed, beside, four_eyes, *house, added=names
        )
        subjects.append(subject)
    checks.prepare(subjects)
    return [
        finding
        for unit, subject in zip(units, subjects, strict=True)
        for finding in checks.run(
            subject, project.settings.checks, file=catalog if unit.line else article
        )
    ]


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
        catalog = _read(workspace, slug, language)
        for finding in _catalog(workspace, workspace.cutting(slug), language, catalog):
            if finding.unit in asked:
                found[slug, language, finding.unit].append(finding.check)
    return found


def _known_checks(workspace: Workspace) -> None:
    known = [check.id for check in checks.CHECKS]
    for name, change in workspace.project.settings.checks.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            told = f"unknown check {name!r}"
            raise SettingsError(told, file=SETTINGS_FILE, line=change.line, remedy=hint)
        limits = [change.limit, *(other.limit for other in change.targets.values())]
        if any(limits) and name not in checks.LIMITED:
            has = ", ".join(sorted(checks.LIMITED))
            told = f"the check {name} has no limit"
            raise SettingsError(
                told, file=SETTINGS_FILE, line=change.line, remedy=f"only {has} has"
            )
