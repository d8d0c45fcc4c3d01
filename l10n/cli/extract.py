"""`l10n extract`."""

from __future__ import annotations

import typer

from l10n.cli.options import Articles, Globals, Targets
from l10n.cli.output import progress, tell, write
from l10n.model import counted


def extract(context: typer.Context, articles: Articles = None, to: Targets = None) -> None:
    """Make or refresh the catalogs of articles; prints the paths of those that changed.

    Example: l10n extract --to en
    """
    from l10n.workflow.extract import extract as extract_articles

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    results = extract_articles(workspace, project.select(articles), project.languages(to), progress)
    changed = [result for result in results if result.written]
    for result in changed:
        write(project.relative(result.path))
        if result.report is not None:
            tell(f"  {result.report.told}")
    tell(f"{len(changed)} of {counted(len(results), 'catalog')} changed")
