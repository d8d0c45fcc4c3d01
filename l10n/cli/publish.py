"""`l10n publish`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from l10n.cli.options import Articles, Globals, Targets
from l10n.cli.output import say, tell, write
from l10n.model import counted

SHOWN = 20


class PublishForm(StrEnum):
    """What is written."""

    MD = "md"
    HTML = "html"


def publish(
    context: typer.Context,
    articles: Articles = None,
    to: Targets = None,
    form: Annotated[
        PublishForm, typer.Option("--format", help="What is written.")
    ] = PublishForm.MD,
    allow_drafts: Annotated[
        bool,
        typer.Option("--allow-drafts", help="Also what is not approved, marked draft: true."),
    ] = False,
) -> None:
    """Write the articles whose units are all approved; prints their paths.

    Example: l10n publish --to en
    """
    from l10n.workflow.publish import publish as publish_articles

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    results = publish_articles(
        workspace,
        project.select(articles),
        project.languages(to),
        form=str(form),
        allow_drafts=allow_drafts,
    )
    held = 0
    for result in results:
        if result.path is not None:
            write(project.relative(result.path))
            continue
        held += 1
        shown = result.conflicts or result.missing
        why = "not approved, or stale" if result.stale else "not approved"
        why = "in conflict" if result.conflicts else why
        units = counted(len(shown), "unit is", "units are")
        say(f"not published: {result.article} ({result.language}): {units} {why}")
        catalog = project.relative(project.catalog(result.article, result.language))
        for unit in shown[:SHOWN]:
            state = "stale" if unit in result.stale else unit.state
            tell(f"  {catalog}:{unit.line}: {unit.id} {state}: {unit.source[:60]}")
        if len(shown) > SHOWN:
            tell(f"  … and {len(shown) - SHOWN} more: l10n unit list")
    if held:
        drafts = "" if any(r.conflicts for r in results) else ", or l10n publish --allow-drafts"
        follow = "l10n draft, then " if any(r.stale for r in results) else ""
        tell(f"Next: {follow}l10n review{drafts}")
        raise typer.Exit(1)
