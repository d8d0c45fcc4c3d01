"""`l10n glossary candidates`: terms that the glossary lacks."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from l10n.cli.options import Articles, Form, Format, Globals
from l10n.cli.output import progress, tell, write, write_json
from l10n.model import counted


def add_to(app: typer.Typer) -> None:
    """Add the command to those of `l10n glossary`."""
    app.command("candidates")(candidates)


def candidates(
    context: typer.Context,
    articles: Articles = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="LANG", help="Articles in this language; else the project's."),
    ] = None,
    top: Annotated[int, typer.Option(metavar="N", min=1, help="How many are shown.")] = 50,
    least: Annotated[
        int, typer.Option("--min-count", metavar="N", min=2, help="How often one recurs at least.")
    ] = 2,
    names: Annotated[
        bool, typer.Option("--names", help="Names of people and foreign names too.")
    ] = False,
    form: Format = Form.TEXT,
) -> None:
    """Find terms that recur in the articles and are in no concept, best first.

    Example: l10n glossary candidates --top 20
    """
    from l10n.workflow.candidates import candidates as find

    given: Globals = context.obj
    workspace = given.workspace()
    slugs = workspace.project.select(articles)
    found = find(workspace, slugs, language=language, least=least, names=names, progress=progress)
    shown = found[:top]
    if form is Form.JSON:
        write_json({"candidates": [asdict(c) for c in shown], "found": len(found)})
    else:
        for c in shown:
            where = f"{c.count} in {counted(c.articles, 'article')}"
            write(f"{c.score:9.2f}  {c.text}  ({c.kind}, {where})")
            for example in c.examples:
                write(f"    {example.article}:{example.line}: {example.text}")
    tell(f"{len(shown)} of {counted(len(found), 'candidate')}")
