"""`l10n run`."""

from __future__ import annotations

import typer

from l10n.cli import check, draft, draft_told, extract, status
from l10n.cli.options import Articles, Engine, Targets


def run(
    context: typer.Context, articles: Articles = None, to: Targets = None, engine: Engine = None
) -> None:
    """Extract, draft, check and show the status.

    Findings do not make it fail, since drafts are there to be corrected; l10n check is the gate.

    Example: l10n run
    """
    extract.extract(context, articles, to)
    report = draft.drafted(context.obj, articles, to, engine)
    check.check(context, articles, to, fail_on=check.FailOn.NEVER, summary=True)
    status.status(context, to)
    draft_told.check_whole(report)
