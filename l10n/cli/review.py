"""`l10n review`: the terminal review."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import tell
from l10n.errors import UsageError
from l10n.model import counted

if TYPE_CHECKING:
    from l10n.tui.app import ReviewApp


def review(
    context: typer.Context,
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Slug or path.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="LANG", help="Target language.")] = None,
    who: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who acts; else L10N_USER, git's e-mail."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also the articles that are approved.")
    ] = False,
) -> None:
    """Review units in the terminal; ? shows all keys.

    Example: l10n review --to en --as lan
    """
    from l10n.workflow.acts import identity
    from l10n.workflow.selection import to_review

    _fit(sys.stdin.isatty() and sys.stdout.isatty(), os.environ.get("TERM", ""))
    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    person = identity(who)
    choices = to_review(
        workspace,
        project.select([article] if article else None),
        project.languages([to] if to else None),
        everything=everything or article is not None,
    )
    if not choices:
        tell("Nothing to review: everything that is drafted is approved.")
        return

    # All that is loaded now stays; the review looks for garbage once it is seen.
    gc.disable()
    from l10n.tui.app import ReviewApp

    app = ReviewApp(workspace, choices, person)
    try:
        app.run()
    finally:
        gc.enable()
        app.close_sittings(lambda: tell("Waiting until the last acts can be written…"))
    _report(app)
    if app.failure is not None:
        raise app.failure
    code = app.return_code or 0
    if app.drafting:
        # An engine may take a minute for what nobody will see; all that was done is on disk.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _fit(terminal: bool, kind: str) -> None:
    """Raise `UsageError` where no full screen can be drawn."""
    remedy = "l10n unit does the same acts by script"
    if not terminal:
        raise UsageError("this is no terminal", remedy=remedy)
    if kind in ("", "dumb", "unknown"):
        raise UsageError(f"the terminal is TERM={kind or '(not set)'}", remedy=remedy)


def _report(app: ReviewApp) -> None:
    """What was done, how fast, and what waits."""
    for (slug, language), tally in app.tallies.items():
        done = [f"{past} {tally.acts[act]}" for act, past in PAST.items() if tally.acts[act] > 0]
        if not done:
            continue
        line = f"{slug} ({language}): {', '.join(done)}"
        if tally.words_per_hour:
            line += f"; {tally.words_per_hour} words an hour"
        for engine, share in tally.kept.items():
            line += f"; {share:.0%} of {engine}'s text kept"
        tell(line)
    if app.kept:
        kept = counted(app.kept, "text")
        tell(f"Kept, and offered again: {kept} of yours that you have not accepted.")
    for error in app.errors:
        tell(f"not written: {error}")


PAST = {
    "set": "rewritten",
    "replace": "replaced in",
    "accept": "accepted",
    "review": "reviewed",
    "approve": "approved",
    "reject": "rejected",
    "redraft": "drafted again",
}
