"""`l10n draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.draft_told import check_whole, tell_plan, tell_report
from l10n.cli.options import Articles, Engine, Globals, Targets
from l10n.cli.output import progress

if TYPE_CHECKING:
    from l10n.workflow.draft import DraftReport


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
    if dry_run:
        tell_plan(context.obj, articles, to, engine, redo=redo)
    else:
        check_whole(drafted(context.obj, articles, to, engine, redo=redo))


def drafted(
    given: Globals, articles: Articles, to: Targets, engine: Engine, *, redo: bool = False
) -> DraftReport:
    """Draft, and say what was done."""
    from l10n.workflow.draft import draft as draft_articles

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
    return report
