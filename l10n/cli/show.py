"""`l10n show`."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import console, safe
from l10n.cli.status import MARKS


def show(
    context: typer.Context,
    article: Annotated[str, typer.Argument(help="Slug or path.")],
    to: Annotated[str | None, typer.Option("--to", metavar="LANG", help="Target language.")] = None,
) -> None:
    """Show an article side by side: sources, targets and their states.

    Example: l10n show tong-lanh-su-nhat-ban-tham-va-lam-viec-tai-binh-thuan --to en
    """
    from rich.table import Table
    from rich.text import Text

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    [slug] = project.select([article])
    language = project.languages([to] if to else None)[0]
    source_language = project.settings.source
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 1, 0))
    table.add_column("", width=1)
    table.add_column(f"{slug} ({source_language})", ratio=1)
    table.add_column(language, ratio=1)
    for unit in workspace.translation(slug, language):
        mark, style = MARKS[unit.state]
        table.add_row(Text(mark, style=style), Text(safe(unit.source)), Text(safe(unit.target)))
    out = console()
    out.print(table)
    out.print(Text("  ".join(f"{mark} {state}" for state, (mark, _) in MARKS.items())))
