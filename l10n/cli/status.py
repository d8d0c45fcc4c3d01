"""`l10n status`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Globals, Targets
from l10n.cli.output import (
    columns,
    fitted,
    painter,
    progress,
    safe,
    say,
    write,
    write_json,
    write_styled,
)
from l10n.errors import FileError
from l10n.model import State, counted

if TYPE_CHECKING:
    from l10n.workflow.status import Requirement, Tally, TargetStatus

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
    for requirement in requirements:
        if requirement.nothing:
            say(f"warning: {requirement.nothing}")
    project = given.content()
    targets = status_of(project, project.slugs(), project.languages(to), progress)
    if form is StatusForm.JSON:
        write_json({"targets": {language: as_json(target) for language, target in targets.items()}})
    elif form is StatusForm.MARKDOWN:
        _write_markdown(targets)
    else:
        _write_table(targets)
    for target in () if requirements else targets.values():
        if target.stale:
            say(f"warning: {target.stale}")
    _gate(requirements, targets)


def _gate(requirements: Sequence[Requirement], targets: Mapping[str, TargetStatus]) -> None:
    """Tell what is unmet and what could not be read, and exit with its code if there is any."""
    pairs = product(requirements, targets.values())
    # Of what stops every gate, once.
    unmet = dict.fromkeys(filter(None, (gate.unmet(target) for gate, target in pairs)))
    for reason in unmet:
        say(f"unmet: {reason}")
    broken = dict.fromkeys(str(e) for target in targets.values() for e in target.unreadable)
    for error in broken:
        say(f"error: {error}")
    if broken:
        raise typer.Exit(FileError.exit_code)
    if unmet:
        raise typer.Exit(1)


def as_json(target: TargetStatus) -> dict[str, object]:
    """The shape that other programs rely on."""
    return {
        "articles": len(target.articles),
        "units": target.total.units,
        "words": target.total.words,
        "states": _states(target.total),
        "conflicts": target.total.conflicts,
        "stale": target.total.stale,
        "complete": target.complete,
        "unreadable": [
            {"file": error.file or "", "line": error.line or 0, "message": error.message}
            for error in target.unreadable
        ],
        "by_article": [
            {
                "article": slug,
                "units": tally.units,
                "words": tally.words,
                "states": _states(tally),
                "conflicts": tally.conflicts,
                "stale": tally.stale,
            }
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
    paint = painter()
    for language, target in targets.items():
        rows = [*target.articles.items(), (_articles(target), target.total)]
        units, words = (
            max(5, *(len(str(getattr(tally, name))) for _, tally in rows))
            for name in ("units", "words")
        )
        room = max(10, columns() - units - words - BAR - len("approved") - 8)
        write_styled(paint(safe(language), "bold"))
        heads = f"{'units':>{units}}  {'words':>{words}}  {'states':{BAR}}  approved"
        write_styled(paint(f"{fitted('article', room)}  {heads}", "bold"))
        for slug, tally in rows:
            numbers = f"{tally.units:>{units}}  {tally.words:>{words}}"
            share = f"{tally.share(State.APPROVED):.0f}%"
            bar = _bar(tally, paint)
            write_styled(fitted(safe(slug), room), f"  {numbers}  ", bar, f"  {share:>8}")
    write("  ".join(f"{mark} {state}" for state, (mark, _) in MARKS.items()))


def _articles(target: TargetStatus) -> str:
    return counted(len(target.articles), "article")


def _bar(tally: Tally, paint: Callable[[str, str], str]) -> str:
    """A bar of `BAR` cells in which every state that occurs has at least one."""
    units = tally.units
    if not units:
        return " " * BAR
    numbers = ((state, tally.states[state]) for state in MARKS)
    cells = {state: max(1, round(BAR * number / units)) for state, number in numbers if number}
    while (left := BAR - sum(cells.values())) != 0:
        widest = max(cells, key=cells.__getitem__)
        cells[widest] += 1 if left > 0 else -1
    return "".join(paint(MARKS[state][0] * size, MARKS[state][1]) for state, size in cells.items())
