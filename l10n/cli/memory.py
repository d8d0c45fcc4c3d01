"""`l10n memory`: translation memory."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Form, Format, Globals
from l10n.cli.output import tell, write, write_json
from l10n.cli.segment import read_text
from l10n.errors import UsageError
from l10n.model import counted

if TYPE_CHECKING:
    from l10n.memory import MemoryMatch

app = typer.Typer(no_args_is_help=True, help="Look up what was translated before.")

To = Annotated[str, typer.Option("--to", metavar="LANG", help="The target language.")]


@app.command("lookup")
def lookup(
    context: typer.Context,
    to: To,
    text: Annotated[str | None, typer.Argument(help="The text.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with a text a line, or -.")] = None,
    language: Annotated[str | None, typer.Option(help="The text's language.")] = None,
    least: Annotated[int, typer.Option("--min", min=1, max=100, help="The least score.")] = 75,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Matches of a text.")] = 5,
    form: Format = Form.TEXT,
) -> None:
    """Find the nearest of what was translated before.

    Example: l10n memory lookup "Hội nghị khai mạc sáng nay." --to en
    """
    from l10n.workflow.memory import open_memory

    if (text is None) == (file is None):
        raise UsageError("give a text, or a file with --file")
    given: Globals = context.obj
    workspace = given.workspace()
    [to] = workspace.project.languages([to])
    memory = open_memory(workspace, to, language)
    if text is not None:
        found = memory.lookup(text, least=least, limit=limit)
        if form is Form.JSON:
            write_json({"matches": [as_json(match) for match in found]})
        else:
            _write(found)
        return
    lines = [line.rstrip("\r") for line in read_text(file).split("\n") if line.strip()]
    lookups = ((line, memory.lookup(line, least=least, limit=limit)) for line in lines)
    if form is Form.JSON:
        write_json(
            {
                "lookups": (
                    {"source": s, "matches": [as_json(m) for m in found]} for s, found in lookups
                )
            }
        )
        return
    for line, found in lookups:
        write(line)
        _write(found)


def as_json(match: MemoryMatch) -> dict[str, object]:
    """The shape that other programs rely on."""
    document = asdict(match)
    document["article"] = document.pop("origin")
    return document


def _write(found: list[MemoryMatch]) -> None:
    for match in found:
        mark = " (numbers or names adapted)" if match.adapted else ""
        write(f"{match.score:4} {match.origin}{mark}\n     {match.source}\n     {match.target}")


@app.command("import")
def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TMX files.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what is in them.")] = False,
) -> None:
    """Bring TMX files into memory/: each as a whole, or not at all.

    Example: l10n memory import old.tmx
    """
    from l10n.workflow.memory import import_file

    given: Globals = context.obj
    workspace = given.workspace()
    for path in files:
        counts = import_file(workspace, path, dry_run=dry_run)
        told = ", ".join(f"{counted(n, 'pair')} into {language}" for language, n in counts.items())
        write(f"{path.name}: {told}")
    if dry_run:
        tell("nothing is written: --dry-run")


@app.command("export")
def export(
    context: typer.Context,
    to: To,
    file: Annotated[Path | None, typer.Argument(help="A file; stdout if none.")] = None,
) -> None:
    """Write the approved units as TMX 1.4.

    Example: l10n memory export --to en memory.tmx
    """
    from l10n import catalogs
    from l10n.workflow.memory import export as lines_of

    given: Globals = context.obj
    workspace = given.workspace()
    text = "\n".join(lines_of(workspace, workspace.project.languages([to])[0])) + "\n"
    if file is None:
        sys.stdout.write(text)
    else:
        catalogs.atomic_write(file, text.encode())
        tell(counted(text.count("<tu>"), "pair"))


@app.command("stats")
def stats(context: typer.Context, to: To, form: Format = Form.TEXT) -> None:
    """Show what the memory is made of.

    Example: l10n memory stats --to en
    """
    from l10n.workflow.memory import stats as stats_of

    given: Globals = context.obj
    workspace = given.workspace()
    parts = stats_of(workspace, workspace.project.languages([to])[0])
    if form is Form.JSON:
        write_json({"parts": [asdict(part) for part in parts]})
        return
    for part in parts:
        write(f"{part.entries:8} {part.name} (index: {part.bytes / 1e6:.1f} MB)")
