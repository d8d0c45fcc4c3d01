"""`l10n unit`: the acts of the review, for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Article, Form, Format, Globals, Targets
from l10n.cli.output import write, write_json
from l10n.errors import UsageError
from l10n.model import State, Unit

if TYPE_CHECKING:
    from l10n.workflow.workspace import Workspace

app = typer.Typer(
    no_args_is_help=True, help="List, show and change units: the acts of the review, for scripts."
)

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="UNIT...", help="Ids, or their first 4 digits on.")
]
States = Annotated[
    list[State] | None, typer.Option("--state", help="Only units in this state; may be repeated.")
]


@app.command("list")
def list_(
    context: typer.Context,
    article: Article = None,
    to: Targets = None,
    state: States = None,
    form: Format = Form.TEXT,
) -> None:
    """List units: id, state, risk, source.

    Example: l10n unit list --state draft --format json
    """
    from l10n.workflow.check import findings_of

    workspace, units = _selected(context, article, to, state)
    if form is Form.JSON:
        checked = findings_of(workspace, units)
        write_json({"units": [as_json(u, checked[u.article, u.language, u.id]) for u in units]})
        return
    for unit in units:
        risk = f" {unit.risk}" if unit.risk else ""
        write(
            f"{unit.id} {unit.language} {unit.state}{risk} {unit.context or 'text'}: {unit.source}"
        )


def as_json(unit: Unit, findings: Sequence[str]) -> dict[str, object]:
    """The shape that other programs rely on; `findings` are ids of checks."""
    return {
        "unit": unit.id,
        "article": unit.article,
        "language": unit.language,
        "context": unit.context,
        "state": unit.state,
        "source": unit.source,
        "target": unit.target,
        "origin": unit.origin,
        "risk": unit.risk,
        "reasons": list(unit.reasons),
        "translator": unit.translator,
        "reviewer": unit.reviewer,
        "approver": unit.approver,
        "findings": sorted(set(findings)),
    }


@app.command("show")
def show(
    context: typer.Context,
    ids: Ids = None,
    article: Article = None,
    to: Targets = None,
    form: Format = Form.TEXT,
) -> None:
    """Show units whole, with what the checks say.

    Example: l10n unit show 3f2a9c1b7d04
    """
    from l10n.workflow.check import findings_of
    from l10n.workflow.selection import Selection, by_ids

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    if not ids:
        raise UsageError("no unit is named", remedy="give its id; l10n unit list shows them")
    units = by_ids(workspace, ids, Selection(project.select(article), project.languages(to)))
    checked = findings_of(workspace, units)
    documents = [as_json(unit, checked[unit.article, unit.language, unit.id]) for unit in units]
    if form is Form.JSON:
        write_json({"units": documents})
        return
    for document in documents:
        for key, value in document.items():
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            if shown:
                write(f"{key:11}{shown}")
        write("")


def _selected(
    context: typer.Context,
    article: list[str] | None,
    to: list[str] | None,
    state: list[State] | None,
) -> tuple[Workspace, list[Unit]]:
    from l10n.workflow.selection import Selection

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    selection = Selection(project.select(article), project.languages(to), state or ())
    return workspace, list(selection.units(workspace))
