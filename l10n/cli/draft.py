"""`l10n draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Articles, Engine, Globals, Targets
from l10n.cli.output import progress, say, tell, write

if TYPE_CHECKING:
    from l10n.model import Unit
    from l10n.workflow.draft import DraftReport
    from l10n.workflow.workspace import Workspace


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
    from l10n.workflow.opening import missing_languages
    from l10n.workflow.plan import plan

    for language, found in plan(workspace, slugs, languages, engine=engine, redo=redo).items():
        info = found.engine
        where = "leave this machine" if info.online else "stay on this machine"
        write(
            f"{language}: {found.units} units, {found.words} words, {found.characters} characters "
            f"for {info.id} (texts {where}); {found.reused} units from memory and glossary"
            + (f", {found.bought} that it has drafted before" if found.bought else "")
        )
        if not info.ready:
            say(f"{info.id} is not ready: {info.missing}")
        if lacking := missing_languages(info, found.source_language, language):
            say(f"{info.id} does not know {' and '.join(lacking)}")


def tell_report(report: DraftReport) -> None:
    """Say what drafting did."""
    reasons: dict[str, list[Unit]] = {}
    for unit, reason in report.failed:
        reasons.setdefault(reason, []).append(unit)
    for reason, units in reasons.items():
        first = f"{units[0].article} {units[0].language} {units[0].id}"
        more = f" and {len(units) - 1} more" if len(units) > 1 else ""
        say(f"not drafted: {first}{more}: {reason}")
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
