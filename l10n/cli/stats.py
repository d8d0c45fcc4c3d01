"""`l10n stats`."""

from __future__ import annotations

import typer

from l10n.cli.options import Articles, Form, Format, Globals, Targets
from l10n.cli.output import console, safe, tell, write_json


def stats(
    context: typer.Context, article: Articles = None, to: Targets = None, form: Format = Form.TEXT
) -> None:
    """Show how much of each engine's text is kept, and how fast people work, by the records.

    Example: l10n stats --to en
    """
    from l10n.workflow.stats import stats as read

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    found = read(workspace, project.select(article), project.languages(to))
    if form is Form.JSON:
        engines = {
            name: {
                "units": len(engine.shares),
                "untouched": engine.untouched,
                "kept": round(engine.kept, 4),
            }
            for name, engine in found.engines.items()
        }
        people = {
            name: {
                "acts": dict(person.acts),
                "words": person.words,
                "words_per_hour": person.words_per_hour,
            }
            for name, person in found.people.items()
        }
        write_json({"engines": engines, "people": people})
        return
    if not found.people:
        tell("nobody has done anything yet")
        return
    _show(
        ("engine", "drafts accepted", "untouched", "text kept"),
        [
            (name, str(len(e.shares)), str(e.untouched), f"{e.kept:.0%}")
            for name, e in found.engines.items()
        ],
    )
    _show(
        ("person", "words", "words an hour", "acts"),
        [
            (
                name,
                str(p.words),
                str(p.words_per_hour or "?"),
                ", ".join(f"{act} {number}" for act, number in sorted(p.acts.items())),
            )
            for name, p in found.people.items()
        ],
    )


def _show(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False)
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number and head != "acts" else "left")
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    if rows:
        console().print(table)
