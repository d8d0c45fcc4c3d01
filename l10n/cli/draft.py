"""`l10n draft`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Articles, Engine, Globals, Targets
from l10n.cli.output import progress, say, tell, write

if TYPE_CHECKING:
    from l10n.workflow.draft import DraftReport
    from l10n.workflow.workspace import Workspace

LISTED = 5
"""Units not drafted for one reason, up to which each has a line of its own."""


def draft(
    context: typer.Context,
    articles: Articles = None,
    to: Targets = None,
    engine: Engine = None,
    redo: Annotated[bool, typer.Option("--redo", help="Draft again what is a draft.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Count what would be drafted; ask and write nothing.")
    ] = False,
) -> None:
    """Draft what is untranslated: from approved text, else by machine with the glossary's terms.

    Example: l10n draft --to en --engine local
    """
    from l10n.workflow.draft import draft as draft_articles

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    if dry_run:
        _tell_plan(workspace, project.select(articles), project.languages(to), engine, redo=redo)
        return
    report = draft_articles(
        workspace,
        project.select(articles),
        project.languages(to),
        engine=engine,
        redo=redo,
        progress=progress,
    )
    tell_report(report)


def _tell_plan(
    workspace: Workspace, slugs: list[str], languages: list[str], engine: str | None, *, redo: bool
) -> None:
    """Say what a run would ask for, and where the text would go."""
    from l10n.workflow.draft import opened, plan

    for language, found in plan(workspace, slugs, languages, engine=engine, redo=redo).items():
        info = opened(workspace, found.engine).engine.info
        where = "leave this machine" if info.online else "stay on this machine"
        write(
            f"{language}: {found.units} units, {found.words} words, {found.characters} characters "
            f"for {info.id} (texts {where}); {found.reused} units from memory and glossary"
        )
        if not info.ready:
            say(f"{info.id} is not ready: {info.missing}")


def tell_report(report: DraftReport) -> None:
    """Say what drafting did."""
    reasons = Counter(reason for _, reason in report.failed)
    for unit, reason in report.failed:
        if reasons[reason] <= LISTED:
            say(f"not drafted: {unit.article} {unit.language} {unit.id}: {reason}")
    for reason, count in reasons.items():
        if count > LISTED:
            say(f"not drafted: {count} units: {reason}; l10n unit list --state untranslated")
    parts = [
        f"{report.drafted} units drafted",
        f"{report.bought} of them known from before" if report.bought else "",
        f"{report.reused} reused" if report.reused else "",
        f"{report.high_risk} at high risk" if report.high_risk else "",
        f"{len(report.failed)} not drafted" if report.failed else "",
        f"{report.skipped} changed meanwhile" if report.skipped else "",
        f"{report.sent_back} sent back, since their route's text changed"
        if report.sent_back
        else "",
        f"{report.waiting} wait for their route's text to be reviewed" if report.waiting else "",
    ]
    tell(", ".join(part for part in parts if part))
