"""`l10n engines`."""

from __future__ import annotations

from dataclasses import asdict

import typer

from l10n.cli.options import Form, Format, Globals
from l10n.cli.output import write, write_json
from l10n.errors import UsageError


def engines(context: typer.Context, form: Format = Form.TEXT) -> None:
    """Show which engines there are, which are ready, which send text off the machine.

    Example: l10n engines
    """
    from l10n import engines as room
    from l10n.settings import Settings

    given: Globals = context.obj
    try:
        settings = given.workspace().project.settings
    except UsageError:
        if given.project is not None:
            raise
        settings = Settings()
    found = room.available(settings.engines)
    if form is Form.JSON:
        write_json({"engines": [asdict(info) for info in found], "default": settings.engine})
        return
    for info in found:
        mark = "*" if info.id == settings.engine else " "
        where = "online: sends text off the machine" if info.online else "on this machine"
        write(
            f"{mark} {info.id:14} {'ready' if info.ready else 'not ready':10} {where:36} "
            f"{info.description}"
        )
        if not info.ready:
            write(f"                 {info.missing}")
        wanted = (settings.source, *settings.targets)
        lacking = [tag for tag in wanted if tag.partition("-")[0] not in info.languages]
        if info.languages and lacking:
            write(f"                 it does not know {', '.join(lacking)}")
