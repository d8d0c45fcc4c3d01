"""`l10n unit set|accept|review|approve|reject`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from l10n.cli.options import Article, Globals, Targets
from l10n.cli.output import tell, write
from l10n.cli.unit import Ids, States
from l10n.errors import UsageError
from l10n.model import State, Unit

All = Annotated[bool, typer.Option("--all", help="All units that this act can be done on.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would be done.")]
As = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Who acts; else L10N_USER, git's e-mail.")
]

# What --all means for an act: the states that it leads on from.
HELP = {
    "accept": """Stand for drafts as they are.

    Example: l10n unit accept 3f2a9c1b7d04 --as lan
    """,
    "review": """Sign translations that you have read and did not write.

    Example: l10n unit review --all --as minh
    """,
    "approve": """Release translations for publication.

    Example: l10n unit approve --all --as ha
    """,
}
FROM = {
    "accept": (State.DRAFT,),
    "review": (State.TRANSLATED,),
    "approve": (State.TRANSLATED, State.REVIEWED),
}
PAST = {
    "set": "set",
    "accept": "accepted",
    "review": "reviewed",
    "approve": "approved",
    "reject": "rejected",
}


def add_to(app: typer.Typer) -> None:
    """Add the acts to the commands of `l10n unit`."""
    app.command("set")(set_)
    for name, help_text in HELP.items():
        app.command(name, help=help_text)(_signing(name))
    app.command("reject")(reject)


def set_(
    context: typer.Context,
    unit: Annotated[str, typer.Argument(help="The unit's id.")],
    target: Annotated[str, typer.Argument(help="The translation.")],
    article: Article = None,
    to: Targets = None,
    who: As = None,
) -> None:
    """Write a translation of your own.

    Example: l10n unit set 3f2a9c1b7d04 "The conference opened in Hanoi." --as lan
    """
    _act(context, "set", _chosen(context, [unit], article, to, None), who=who, text=target)


def _signing(name: str) -> Callable[..., None]:
    """The command of an act that many units can be put through at once."""

    def command(
        context: typer.Context,
        ids: Ids = None,
        everything: All = False,
        article: Article = None,
        to: Targets = None,
        state: States = None,
        dry_run: DryRun = False,
        who: As = None,
    ) -> None:
        if bool(ids) == everything:
            raise UsageError("name units or say --all", remedy="l10n unit list shows the ids")
        chosen = _chosen(context, ids, article, to, state or (FROM[name] if everything else None))
        _act(context, name, chosen, who=who, dry_run=dry_run)

    return command


def reject(
    context: typer.Context,
    ids: Ids = None,
    comment: Annotated[str, typer.Option(help="The reason.")] = "",
    article: Article = None,
    to: Targets = None,
    who: As = None,
) -> None:
    """Send translations back to the translator, with the reason.

    Example: l10n unit reject 3f2a9c1b7d04 --comment "wrong title" --as minh
    """
    if not ids:
        raise UsageError("no unit is named", remedy="l10n unit list shows the ids")
    _act(context, "reject", _chosen(context, ids, article, to, None), who=who, text=comment)


def _chosen(
    context: typer.Context,
    ids: list[str] | None,
    article: list[str] | None,
    to: list[str] | None,
    state: Sequence[State] | None,
) -> list[Unit]:
    from l10n.workflow.selection import Selection, by_ids

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    selection = Selection(project.select(article), project.languages(to), tuple(state or ()))
    return by_ids(workspace, ids, selection) if ids else list(selection.units(workspace))


def _act(
    context: typer.Context,
    name: str,
    units: Sequence[Unit],
    *,
    who: str | None,
    text: str = "",
    dry_run: bool = False,
) -> None:
    from l10n.workflow.acts import act, identity

    given: Globals = context.obj
    person = identity(who)
    done = list(units) if dry_run else act(given.workspace(), name, units, person, text)
    for unit in done:
        write(f"{unit.id} {unit.language} {unit.state}: {unit.target or unit.source}")
    tell(f"{len(done)} units {'would be ' if dry_run else ''}{PAST[name]} as {person}")
