"""`l10n unit`: the acts of the review, for scripts."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from l10n.cli.options import Article, Articles, Form, Format, Globals, Targets
from l10n.cli.output import write, write_json
from l10n.cli.unit_choice import Checks, Choice, Concepts, Ids, Risks, States, Text
from l10n.errors import UsageError
from l10n.model import Unit

app = typer.Typer(
    no_args_is_help=True, help="List, show and change units: the acts of the review, for scripts."
)


@app.command("list")
def list_(
    context: typer.Context,
    articles: Articles = None,
    article: Article = None,
    to: Targets = None,
    state: States = None,
    risk: Risks = None,
    check: Checks = None,
    concept: Concepts = None,
    text: Text = "",
    form: Format = Form.TEXT,
) -> None:
    """List units: id, state, risk, source.

    Example: l10n unit list hoi-nghi --state draft --check numbers --format json
    """
    from l10n.workflow.check import findings_of

    given: Globals = context.obj
    workspace = given.workspace()
    named = [*(articles or ()), *(article or ())]
    choice = Choice(named, to, tuple(state or ()), risk, check, concept, text)
    units = choice.units(workspace)
    if form is Form.JSON:
        checked = findings_of(workspace, units)
        write_json({"units": [as_json(u, checked[u.article, u.language, u.id]) for u in units]})
        return
    for unit in units:
        marks = f" {unit.risk}" if unit.risk else ""
        marks += " conflict" if unit.conflict else ""
        write(
            f"{unit.id} {unit.language} {unit.state}{marks} {unit.context or 'text'}: {unit.source}"
        )


def as_json(unit: Unit, findings: Sequence[str]) -> dict[str, object]:
    """The shape that other programs rely on; `findings` are ids of checks."""
    from l10n.workflow.acts import version

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
        "conflict": list(unit.conflict),
        "findings": sorted(set(findings)),
        "version": version(unit),
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

    given: Globals = context.obj
    workspace = given.workspace()
    if not ids:
        raise UsageError("no unit is named", remedy="give its id; l10n unit list shows them")
    units = Choice(article, to).units(workspace, ids)
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
