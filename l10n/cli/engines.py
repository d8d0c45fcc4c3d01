"""`l10n engines`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from l10n.cli.options import Form, Format, Globals
from l10n.cli.output import write, write_json
from l10n.errors import SettingsError, UsageError
from l10n.model import counted

if TYPE_CHECKING:
    from l10n.model import EngineInfo
    from l10n.settings import Settings


def engines(context: typer.Context, form: Format = Form.TEXT) -> None:
    """Show which engines there are, which are ready, which send text off the machine.

    Example: l10n engines
    """
    from l10n import engines as room
    from l10n.settings import Settings

    given: Globals = context.obj
    settings, root = Settings(), None
    try:
        project = given.workspace().project
        settings, root = project.settings, project.root
    except SettingsError:
        raise
    except UsageError:
        if given.project is not None:
            raise
    found = room.available(settings.engines, project=root)
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
        for line in (info.missing, _languages(info, settings), _capabilities(info)):
            if line:
                write(f"                 {line}")


def _languages(info: EngineInfo, settings: Settings) -> str:
    """Which of the project's languages it knows, where it says so itself."""
    from l10n.workflow.opening import missing_languages

    pairs = []
    for target in settings.targets:
        route = settings.routes.get(target)
        source = route.via if route else settings.source
        lacking = missing_languages(info, source, target)
        pairs.append(f"{source} into {target}" + (f": not {', '.join(lacking)}" if lacking else ""))
    return "; ".join(pairs) if info.languages else ""


def _capabilities(info: EngineInfo) -> str:
    """How much it takes at once, and how it keeps terms."""
    if not info.strategies:
        return ""
    texts = counted(info.batch_size, "text")
    terms = f"terms: {', then '.join(info.strategies)}"
    told = [
        f"{info.concurrency} x {texts} of up to {info.max_characters:,} characters",
        terms,
        "shown examples" if info.takes_examples else "",
        "told style and neighbours" if info.takes_prompt else "",
    ]
    return "; ".join(part for part in told if part)
