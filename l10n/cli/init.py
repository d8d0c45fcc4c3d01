"""`l10n init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.output import tell, write


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to make it.")] = Path(),
    target: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="LANG", help="Target language; may be repeated."),
    ] = None,
    source: Annotated[str, typer.Option("--language", help="Source language.")] = "vi",
) -> None:
    """Make a new content project that runs at once.

    Example: l10n init newsroom --to en
    """
    from l10n.workflow.init import init_project

    for path in init_project(folder, source=source, targets=target or ["en"]):
        write(str(path))
    where = "" if folder == Path() else f"cd {folder} && "
    tell(f"Next: {where}l10n run")
