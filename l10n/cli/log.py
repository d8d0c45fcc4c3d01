"""`l10n log`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Form, Format, Globals, Targets
from l10n.cli.output import tell, write, write_json

if TYPE_CHECKING:
    from l10n.workflow.log import Logged


def log(
    context: typer.Context,
    article: Annotated[str, typer.Argument(help="Slug or path.")],
    to: Targets = None,
    unit: Annotated[
        str | None, typer.Option(metavar="UNIT", help="Only this unit: its id, or 4 digits on.")
    ] = None,
    form: Format = Form.TEXT,
) -> None:
    """Show who did what to an article, and when.

    Example: l10n log hoi-nghi --to en --unit 3f2a9c1b7d04
    """
    from l10n.workflow.log import log as read_log

    given: Globals = context.obj
    workspace = given.workspace()
    [slug] = workspace.project.select([article])
    acts = read_log(workspace, slug, workspace.project.languages(to), unit)
    if form is Form.JSON:
        write_json({"acts": [as_json(one) for one in acts]})
        return
    for one in acts:
        _write(one)
    if not acts:
        tell("nobody has done anything to it yet")


def as_json(one: Logged) -> dict[str, object]:
    """The shape that other programs rely on; a text that the record does not know is null."""
    entry = one.entry
    return {
        "id": one.id,
        "language": one.language,
        "at": entry.at,
        "who": entry.who,
        "act": entry.act,
        "unit": entry.unit,
        "from": entry.was,
        "to": entry.state,
        "source": one.source,
        "before": one.before,
        "target": one.target,
        "comment": entry.comment,
    }


def _write(one: Logged) -> None:
    entry = one.entry
    moved = f"{entry.was} → {entry.state}" if entry.was is not entry.state else entry.state
    write(f"{entry.at} {one.language} {entry.unit} {entry.who}: {entry.act} ({moved})")
    if entry.old != entry.new and one.before:
        write(f"    - {_indented(one.before)}")
    if entry.old != entry.new and one.target:
        write(f"    + {_indented(one.target)}")
    if entry.comment:
        write(f"    “{_indented(entry.comment)}”")


def _indented(text: str) -> str:
    return text.replace("\n", "\n      ")
