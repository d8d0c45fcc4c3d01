"""`l10n draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Articles, Engine, Globals, Targets
from l10n.cli.output import progress, say, tell

if TYPE_CHECKING:
    from l10n.workflow.draft import DraftReport


def draft(
    context: typer.Context,
    articles: Articles = None,
    to: Targets = None,
    engine: Engine = None,
    redo: Annotated[bool, typer.Option("--redo", help="Draft again what is a draft.")] = False,
) -> None:
    """Draft what is untranslated: from approved text, else by machine with the glossary's terms.

    Example: l10n draft --to en --engine local
    """
    from l10n.workflow.draft import draft as draft_articles

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    report = draft_articles(
        workspace,
        project.select(articles),
        project.languages(to),
        engine=engine,
        redo=redo,
        progress=progress,
    )
    tell_report(report)


def tell_report(report: DraftReport) -> None:
    """Say what drafting did."""
    for unit, reason in report.failed:
        say(f"not drafted: {unit.article} {unit.language} {unit.id}: {reason}")
    parts = [
        f"{report.drafted} units drafted",
        f"{report.reused} reused" if report.reused else "",
        f"{report.high_risk} at high risk" if report.high_risk else "",
        f"{len(report.failed)} not drafted" if report.failed else "",
        f"{report.skipped} changed meanwhile" if report.skipped else "",
    ]
    tell(", ".join(part for part in parts if part))
