"""`l10n import`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import say, tell, write
from l10n.errors import L10nError


def import_(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="HTML, DOCX, Markdown or text files, http(s) addresses, or - for standard input.",
        ),
    ],
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder, if not the project's articles/.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The articles' language.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing article.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses of this machine and network.")
    ] = False,
) -> None:
    """Make articles of web pages, pasted page text, Markdown or DOCX; prints their paths.

    Example: l10n import page.html https://example.org/news/1
    """
    from l10n.settings import find
    from l10n.workflow.importing import import_source

    given: Globals = context.obj
    if into is None:
        project = find(project=given.project)
        into, language = project.articles, language or project.settings.source
    code = 0
    for source in sources:
        try:
            path = import_source(
                source,
                into,
                language=language,
                force=force,
                allow_private=allow_private,
                stdin=sys.stdin.buffer,
            )
        except L10nError as error:
            say(f"error: {error}")
            code = max(code, error.exit_code)
        else:
            write(os.path.relpath(path))
    if code:
        raise typer.Exit(code)
    tell("Next: l10n run")
