"""`l10n status`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Globals, Targets
from l10n.cli.output import console, progress, safe, say, write, write_json
from l10n.model import State

if TYPE_CHECKING:
    from rich.text import Text

    from l10n.workflow.status import Tally, TargetStatus

# Marks as well as colours, since colour alone must not carry meaning.
MARKS = {
    State.APPROVED: ("█", "green"),
    State.REVIEWED: ("▓", "cyan"),
    State.TRANSLATED: ("▒", "blue"),
    State.DRAFT: ("░", "yellow"),
    State.UNTRANSLATED: ("·", "dim"),
}
BAR = 24


class StatusForm(StrEnum):
    """How the status is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def status(
    context: typer.Context,
    to: Targets = None,
    form: Annotated[
        StatusForm, typer.Option("--format", help="How the status is written.")
    ] = StatusForm.TABLE,
    require: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATE=PERCENT", help="A gate, such as approved=100; exit 1 if unmet."
        ),
    ] = None,
) -> None:
    """Show how far every target language is, by article.

    Example: l10n status --to en --require approved=100
    """
    from l10n.workflow.status import Requirement
    from l10n.workflow.status import status as status_of

    given: Globals = context.obj
    requirements = [Requirement.parse(text) for text in require or []]
    workspace = given.workspace()
    project = workspace.project
    targets = status_of(workspace, project.slugs(), project.languages(to), progress)
    if form is StatusForm.JSON:
        write_json({"targets": {language: as_json(target) for language, target in targets.items()}})
    elif form is StatusForm.MARKDOWN:
        _write_markdown(targets)
    else:
        _write_table(targets)
    unmet = [
        reason
        for requirement in requirements
        for target in targets.values()
        if (reason := requirement.unmet(target))
    ]
    for reason in unmet:
        say(f"unmet: {reason}")
    if unmet:
        raise typer.Exit(1)


def as_json(target: TargetStatus) -> dict[str, object]:
    """The shape that other programs rely on."""
    return {
        "articles": len(target.articles),
        "units": target.total.units,
        "words": target.total.words,
        "states": _states(target.total),
        "complete": target.complete,
        "by_article": [
            {"article": slug, "units": tally.units, "words": tally.words, "states": _states(tally)}
            for slug, tally in target.articles.items()
        ],
    }


def _states(tally: Tally) -> dict[str, int]:
    return {str(state): tally.states[state] for state in State}


def _write_markdown(targets: Mapping[str, TargetStatus]) -> None:
    write("| target | article | units | words | " + " | ".join(State) + " |")
    write("|---|---|--:|--:|" + "--:|" * len(State))
    for language, target in targets.items():
        for slug, tally in [*target.articles.items(), ("**all**", target.total)]:
            numbers = " | ".join(str(tally.states[state]) for state in State)
            write(f"| {language} | {slug} | {tally.units} | {tally.words} | {numbers} |")


def _write_table(targets: Mapping[str, TargetStatus]) -> None:
    from rich.table import Table
    from rich.text import Text

    out = console()
    legend = Text("  ".join(f"{mark} {state}" for state, (mark, _) in MARKS.items()))
    for language, target in targets.items():
        table = Table(title=f"{language}", title_justify="left", box=None, pad_edge=False)
        table.add_column("article", ratio=1, overflow="ellipsis", no_wrap=True)
        table.add_column("units", justify="right", no_wrap=True, min_width=5)
        table.add_column("words", justify="right", no_wrap=True, min_width=5)
        table.add_column("states", width=BAR)
        table.add_column("approved", justify="right", no_wrap=True, min_width=8)
        rows = [*target.articles.items(), (f"{len(target.articles)} articles", target.total)]
        for slug, tally in rows:
            share = f"{tally.share(State.APPROVED):.0f}%"
            table.add_row(Text(safe(slug)), str(tally.units), str(tally.words), _bar(tally), share)
        out.print(table)
    out.print(legend)


def _bar(tally: Tally) -> Text:
    """A bar of `BAR` cells in which every state that occurs has at least one."""
    from rich.text import Text

    bar = Text()
    if not tally.units:
        return bar
    cells = {
        s: max(1, round(BAR * tally.states[s] / tally.units)) for s in MARKS if tally.states[s]
    }
    while sum(cells.values()) != BAR:
        widest = max(cells, key=lambda s: cells[s])
        cells[widest] += 1 if sum(cells.values()) < BAR else -1
    for state, width in cells.items():
        mark, style = MARKS[state]
        bar.append(mark * width, style=style)
    return bar
