"""`l10n merge-driver`: git merges catalogs and records by unit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import say, tell
from l10n.model import counted

app = typer.Typer(no_args_is_help=True, help="Make git merge catalogs and records by unit.")
SHOWN = 3
"""Conflicts that are named."""


@app.command("install")
def install(context: typer.Context) -> None:
    """Set the driver in this clone, and its attributes in the project's .gitattributes.

    Example: l10n merge-driver install
    """
    from l10n.workflow.merging import ATTRIBUTES
    from l10n.workflow.merging import install as install_driver

    given: Globals = context.obj
    added = install_driver(given.workspace())
    tell("git merges catalogs and records by unit in this clone")
    if added:
        tell(f"{ATTRIBUTES} says which files: commit it, and install the driver in every clone")


@app.command("uninstall")
def uninstall(context: typer.Context) -> None:
    """Take the driver out of this clone, and its attributes out of the project.

    Example: l10n merge-driver uninstall
    """
    from l10n.workflow.merging import uninstall as uninstall_driver

    given: Globals = context.obj
    removed = uninstall_driver(given.workspace())
    tell("git merges by line again" if removed else "no driver was installed")


@app.command("merge")
def merge(
    base: Annotated[Path, typer.Argument(help="The version that both sides were made of.")],
    ours: Annotated[Path, typer.Argument(help="Our version; the result goes here.")],
    theirs: Annotated[Path, typer.Argument(help="Their version.")],
    name: Annotated[str, typer.Argument(help="Path of the file in the repository.")],
) -> None:
    """Merge three versions of a catalog or a record, as git calls it: %O %A %B %P.

    Exit code 1 if a unit waits for a decision.

    Example: l10n merge-driver merge base.po ours.po theirs.po translations/en/hoi-nghi.po
    """
    from l10n.workflow.merging import drive

    driven = drive(base, ours, theirs, name)
    if driven.fallback:
        say(f"merged by line: {driven.fallback}")
    if driven.conflicts:
        named = "; ".join(f"“{source[:60]}”" for source in driven.conflicts[:SHOWN])
        more = f" and {len(driven.conflicts) - SHOWN} more" if len(driven.conflicts) > SHOWN else ""
        units = counted(len(driven.conflicts), "unit")
        say(f"{name}: {units} in conflict: {named}{more}; l10n review")
    if not driven.clean:
        raise typer.Exit(1)
