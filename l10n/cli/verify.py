"""`l10n verify`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from l10n.cli.options import Articles, Form, Format, Globals, Targets
from l10n.cli.output import progress, tell, write, write_json
from l10n.model import counted


def verify(
    context: typer.Context,
    articles: Articles = None,
    to: Targets = None,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Nothing went since this git revision [HEAD].")
    ] = None,
    form: Format = Form.TEXT,
) -> None:
    """Prove that the records are whole, and that every review and approval stands in them.

    Example: l10n verify --since origin/main
    """
    from l10n.workflow.verify import verify as verify_records

    given: Globals = context.obj
    workspace = given.workspace()
    slugs, languages = workspace.project.select(articles), workspace.project.languages(to)
    findings = verify_records(workspace, slugs, languages, since, progress)
    if form is Form.JSON:
        write_json({"findings": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            place = f"{finding.file}:{finding.line}" if finding.line else finding.file
            about = f"unit {finding.unit}: " if finding.unit else ""
            write(f"{place}: {finding.check}: {about}{finding.message}")
        catalogs = len(slugs) * len(languages)
        number = counted(len(findings), "finding") if findings else "no findings"
        tell(f"{number} in {counted(catalogs, 'catalog')}")
    if findings:
        raise typer.Exit(1)
