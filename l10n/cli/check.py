"""`l10n check`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Articles, Globals, Targets
from l10n.cli.output import one_line, progress, tell
from l10n.cli.reports import ReportForm
from l10n.errors import FileError, InputError, UsageError
from l10n.model import Finding, Severity, counted
from l10n.model.finding import UNREADABLE

if TYPE_CHECKING:
    from l10n.cli.reports import Report
    from l10n.settings import Project
    from l10n.workflow.since import Touched
    from l10n.workflow.workspace import Workspace


class FailOn(StrEnum):
    """Which findings make the command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


def check(
    context: typer.Context,
    articles: Articles = None,
    to: Targets = None,
    form: Annotated[
        ReportForm, typer.Option("--format", help="How findings are written.")
    ] = ReportForm.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="The least that exits with 1.")] = FailOn.ERROR,
    summary: Annotated[bool, typer.Option("--summary", help="Only count, by check.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Only what differs from a git revision.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Only what is not in this baseline.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Note all findings, and exit with 0.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="First put right what has one right text; show it.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --fix: only show what would be put right.")
    ] = False,
) -> None:
    """Find what is wrong with the translations.

    Example: l10n check --to en --since origin/main --format github
    """
    from l10n.cli.reports import Report

    if write_baseline and since:
        raise UsageError("a baseline has all findings", remedy="leave out --since")
    writer = _writer(form, summary=summary)
    if dry_run and not fix:
        raise UsageError("--dry-run shows what --fix would do", remedy="add --fix")
    given: Globals = context.obj
    workspace = given.workspace()
    slugs = workspace.project.select(articles)
    languages = workspace.project.languages(to)
    touched = _touched(workspace, since, slugs, languages)
    if fix:
        _fix(workspace, slugs, languages, touched, dry_run=dry_run)
    findings = _found(workspace, slugs, languages, touched, every=not articles)
    pairs = [(slug, language) for slug in slugs for language in languages]
    report = Report(findings, pairs, workspace.project.root)
    if write_baseline:
        _note(write_baseline, report)
        return
    if baseline:
        whole = not articles and not to and touched is None
        fresh = _fresh(workspace.project, baseline, findings, whole=whole)
        report = replace(report, findings=fresh)
    writer(report)
    _refuse_unreadable(report)
    if form is ReportForm.TEXT:
        tell(report.told)
    if fails(report.counts, fail_on):
        raise typer.Exit(1)


def _writer(form: ReportForm, *, summary: bool) -> Callable[[Report], None]:
    from l10n.cli.reports import SUMMARIES, WRITERS

    writers = SUMMARIES if summary else WRITERS
    if form not in writers:
        raise UsageError("a summary is text or json", remedy=f"leave out --format {form}")
    return writers[form]


def _note(path: Path, report: Report) -> None:
    from l10n.workflow import baseline as baselines

    number = baselines.write(path, report.findings)
    tell(f"{counted(number, 'finding')} noted in {path}")
    _refuse_unreadable(report)


def _refuse_unreadable(report: Report) -> None:
    if broken := report.unreadable:
        more = f" (and {counted(len(broken) - 1, 'more file')})" if len(broken) > 1 else ""
        raise InputError(broken[0].message + more, file=broken[0].file, line=broken[0].line or None)


def _touched(
    workspace: Workspace, since: str | None, slugs: list[str], languages: list[str]
) -> Touched | None:
    """What a change since the revision may have made; None where everything is asked for."""
    if since is None:
        return None
    from l10n.workflow.since import since as since_revision

    touched = since_revision(workspace, since, slugs, languages)
    if touched.reason:
        tell(f"every unit is checked: {touched.reason}")
    return touched


def _fix(
    workspace: Workspace,
    slugs: list[str],
    languages: list[str],
    touched: Touched | None,
    *,
    dry_run: bool,
) -> None:
    """Put right what has one right text, and tell each."""
    from l10n.workflow.check import everything
    from l10n.workflow.fixing import fix

    wanted = touched.wanted if touched else everything
    done = fix(workspace, slugs, languages, progress, wanted, dry_run=dry_run)
    for one in done:
        before, after = one.before, one.after
        tell(f"{before.id} {before.language} {before.article}: {', '.join(one.checks)}")
        tell(one_line(f"  - {before.target}"))
        tell(one_line(f"  + {after.target}"))
    would = "would be " if dry_run else ""
    tell(f"{counted(len(done), 'translation')} {would}put right; signed ones are never touched")


def _found(
    workspace: Workspace,
    slugs: list[str],
    languages: list[str],
    touched: Touched | None,
    *,
    every: bool,
) -> list[Finding]:
    """All findings, or those of what is touched."""
    from l10n.workflow.check import check as check_articles
    from l10n.workflow.file_findings import orphans

    alone = list(orphans(workspace, languages)) if every else []
    if touched is None:
        return check_articles(workspace, slugs, languages, progress) + alone
    found = check_articles(workspace, slugs, languages, progress, touched.wanted)
    return found + [f for f in alone if touched.orphan(f.article, f.language)]


def _fresh(project: Project, path: Path, findings: list[Finding], *, whole: bool) -> list[Finding]:
    """The findings that the baseline lacks; one that cannot be used is a finding itself.

    One that cannot be read is as bad as any other file of which nobody knows what stands in it.
    """
    from l10n.workflow import baseline as baselines

    try:
        known = baselines.read(path)
    except FileError as error:
        told = f"{error.message}; {error.remedy}"
        check_id = "baseline" if isinstance(error, InputError) else UNREADABLE
        file, line = project.relative(path), error.line or 0
        return [Finding(check_id, Severity.ERROR, told, file=file, line=line), *findings]
    fresh = baselines.fresh(findings, known)
    if whole and (mended := known.total() - len(findings) + len(fresh)):
        tell(f"{path}: {counted(mended, 'finding is', 'findings are')} mended; write it anew")
    return fresh


def fails(counts: dict[str, int], fail_on: FailOn) -> bool:
    """Whether there is a finding that the gate does not let through."""
    gate = {FailOn.NEVER: (), FailOn.ERROR: ("error",), FailOn.WARNING: ("error", "warning")}
    return any(counts[severity] for severity in gate[fail_on])
