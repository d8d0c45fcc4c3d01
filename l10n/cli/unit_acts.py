"""`l10n unit set|accept|review|approve|reject|comment`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from l10n.cli.options import Article, Targets
from l10n.cli.unit_call import Call, carry_out
from l10n.cli.unit_choice import Checks, Choice, Concepts, IdsOrArticles, Risks, States, Text

All = Annotated[bool, typer.Option("--all", help="All units that this act can be done on.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would be done.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask, with --all on a terminal.")]
As = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Who acts; else L10N_USER, git's e-mail.")
]
Comment = Annotated[str, typer.Option(help="What you have to say to it; the record keeps it.")]
Reason = Annotated[str, typer.Option("--comment", help="The reason; the translator sees it.")]
Seen = Annotated[
    str | None,
    typer.Option(metavar="VERSION", help="Only if the unit is still at this version; see list."),
]
Theirs = Annotated[
    bool, typer.Option("--theirs", help="Of a conflict, take the other branch's text.")
]
HELP = {
    "accept": """Stand for drafts as they are.

    Example: l10n unit accept 3f2a9c1b7d04 --as lan
    """,
    "review": """Sign translations that you have read and did not write.

    Example: l10n unit review --all hoi-nghi --as minh
    """,
    "approve": """Release translations for publication.

    Example: l10n unit approve --all --dry-run --as ha
    """,
    "reject": """Send translations back to the translator, with the reason.

    Example: l10n unit reject 3f2a9c1b7d04 --comment "wrong title" --as minh
    """,
}


def add_to(app: typer.Typer) -> None:
    """Add the acts to the commands of `l10n unit`."""
    app.command("set")(set_)
    app.command("accept", help=HELP["accept"])(accept)
    for name in ("review", "approve", "reject"):
        app.command(name, help=HELP[name])(_many(name))
    app.command("comment")(comment)


def set_(
    context: typer.Context,
    unit: Annotated[str, typer.Argument(help="The unit's id.")],
    target: Annotated[str, typer.Argument(help="The translation.")],
    article: Article = None,
    to: Targets = None,
    seen: Seen = None,
    who: As = None,
) -> None:
    """Write a translation of your own.

    Example: l10n unit set 3f2a9c1b7d04 "The conference opened in Hanoi." --as lan
    """
    carry_out(context, Call("set", who, target, seen=seen), [unit], Choice(article, to))


def comment(
    context: typer.Context,
    unit: Annotated[str, typer.Argument(help="The unit's id.")],
    text: Annotated[str, typer.Argument(help="What you have to say to it.")],
    article: Article = None,
    to: Targets = None,
    who: As = None,
) -> None:
    """Say something to a unit; the record keeps it, the unit stays as it is.

    Example: l10n unit comment 3f2a9c1b7d04 "Which Ms Lan?" --as minh
    """
    carry_out(context, Call("comment", who, text), [unit], Choice(article, to))


def accept(
    context: typer.Context,
    names: IdsOrArticles = None,
    everything: All = False,
    theirs: Theirs = False,
    comment: Comment = "",
    article: Article = None,
    to: Targets = None,
    state: States = None,
    risk: Risks = None,
    check: Checks = None,
    concept: Concepts = None,
    text: Text = "",
    dry_run: DryRun = False,
    yes: Yes = False,
    seen: Seen = None,
    who: As = None,
) -> None:
    """See `HELP`."""
    choice = Choice(article, to, tuple(state or ()), risk, check, concept, text)
    call = Call("accept", who, comment, dry_run, yes, seen, theirs)
    carry_out(context, call, names, choice, everything=everything)


def _many(name: str) -> Callable[..., None]:
    """The command of an act that many units can be put through at once."""

    def command(
        context: typer.Context,
        names: IdsOrArticles = None,
        everything: All = False,
        comment: Reason = "",
        article: Article = None,
        to: Targets = None,
        state: States = None,
        risk: Risks = None,
        check: Checks = None,
        concept: Concepts = None,
        text: Text = "",
        dry_run: DryRun = False,
        yes: Yes = False,
        seen: Seen = None,
        who: As = None,
    ) -> None:
        choice = Choice(article, to, tuple(state or ()), risk, check, concept, text)
        call = Call(name, who, comment, dry_run, yes, seen)
        carry_out(context, call, names, choice, everything=everything)

    return command
