"""`l10n glossary import|export`: terms from and for other tools."""

from __future__ import annotations

import os
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import safe, say, tell, write
from l10n.errors import FileError, UsageError
from l10n.model import counted

if TYPE_CHECKING:
    from l10n.glossary.exchange import FileFormat, Step
    from l10n.workflow.glossary_exchange import Result
    from l10n.workflow.workspace import Workspace

_LIMIT = 50_000_000
_SHOWN = 200
_OUTCOMES = ("added", "changed", "unchanged", "conflicting")


class Kind(StrEnum):
    """What a glossary is exchanged in."""

    TBX_BASIC = "tbx-basic"
    TBX_MIN = "tbx-min"
    CSV = "csv"
    TSV = "tsv"


class Style(StrEnum):
    """How TBX names its data categories."""

    DCA = "dca"
    DCT = "dct"


Form = Annotated[
    Kind | None, typer.Option("--format", help="The format, if the file's name does not tell it.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands to those of `l10n glossary`."""
    app.command("import")(import_)
    app.command("export")(export)


def export(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The file; standard output if none.")] = None,
    form: Form = None,
    domain: Annotated[str | None, typer.Option(help="Only this domain, such as party.")] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(metavar="LANG", help="Only terms in this language; may be repeated."),
    ] = None,
    style: Annotated[
        Style, typer.Option(help="Of TBX: dca, which most tools read, or dct.")
    ] = Style.DCA,
) -> None:
    """Write the glossary as TBX, CSV or TSV.

    Example: l10n glossary export terms.csv --language vi --language en
    """
    from l10n.workflow.glossary_exchange import export_terms, save_export

    given: Globals = context.obj
    chosen = _format(form, str(file) if file else "", b"")
    text, count = export_terms(
        given.workspace(), chosen, domain=domain, languages=language, style=style
    )
    if file is None:
        _to_stdout(text)
    else:
        save_export(text, file, chosen)
        write(os.path.relpath(file))
    tell(counted(count, "concept"))


def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A TBX, CSV or TSV file, or - for standard input.")],
    into: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File of new concepts, else glossary/imported.yml."),
    ] = None,
    form: Form = None,
    language: Annotated[
        str | None, typer.Option(metavar="LANG", help="Language of a list's first column.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="LANG", help="Language of its second column.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be done.")
    ] = False,
    ours: Annotated[
        bool, typer.Option("--ours", help="In a conflict, keep the glossary as it is.")
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="In a conflict, take what the file says.")
    ] = False,
) -> None:
    """Bring terms of a TBX, CSV or TSV file into the glossary; exit 1 if some are in conflict.

    Example: l10n glossary import terms.csv --dry-run
    """
    from l10n.glossary.exchange import Side
    from l10n.workflow.glossary_exchange import Request, import_terms

    if ours and theirs:
        raise UsageError("--ours and --theirs exclude each other", remedy="say one of them")
    given: Globals = context.obj
    workspace = given.workspace()
    settings = workspace.project.settings
    data = _read(file)
    targets = [tag for tag in settings.targets if tag != language]
    request = Request(
        name="standard input" if file == "-" else file,
        data=data,
        form=_format(form, "" if file == "-" else file, data),
        language=language or settings.source,
        to=to or (targets[0] if len(targets) == 1 else None),
        into=into,
        side=Side.OURS if ours else Side.THEIRS if theirs else None,
        dry_run=dry_run,
    )
    result = import_terms(workspace, request)
    _show(workspace, result, request.name, dry_run=dry_run)
    if any(step.outcome == "conflicting" for step in result.plan.steps):
        raise typer.Exit(1)


def _to_stdout(text: str) -> None:
    """Data to a pipe as they are, in UTF-8; to a terminal without what could command it."""
    sys.stdout.flush()
    sys.stdout.buffer.write((safe(text) if sys.stdout.isatty() else text).encode())


def _format(form: Kind | None, name: str, data: bytes) -> FileFormat:
    from l10n.glossary.exchange import FileFormat, format_of

    return FileFormat(form) if form is not None else format_of(name, data)


def _read(file: str) -> bytes:
    """The bytes of a file or of standard input, and one more than are allowed at most."""
    if file == "-":
        return sys.stdin.buffer.read(_LIMIT + 1)
    try:
        with Path(file).open("rb") as source:
            return source.read(_LIMIT + 1)
    except OSError as error:
        raise FileError(f"cannot be read: {(error.strerror or '').lower()}", file=file) from None


def _show(workspace: Workspace, result: Result, name: str, *, dry_run: bool) -> None:
    relative = workspace.project.relative
    for step in result.plan.steps:
        if step.outcome != "unchanged" or step.reasons:
            write(f"{step.outcome:12}{step.id}  {_what(step)}".rstrip())
        for change in step.changes:
            write(f"    {change.field}: {_cut(change.old) or '-'} → {_cut(change.new) or '-'}")
        for reason in step.reasons:
            write(f"    {name}:{step.entry.line}: {reason}")
    counts = Counter(str(step.outcome) for step in result.plan.steps)
    told = ", ".join(f"{counts[word]} {word}" for word in _OUTCOMES)
    tell(f"{told}{' (nothing is written: --dry-run)' if dry_run else ''}")
    for path in result.written:
        tell(f"wrote {relative(path)}")
    if result.delivery.left:
        left = ", ".join(f"{count} × {what}" for what, count in result.delivery.left.most_common())
        say(f"not taken over, for a glossary has no place for it: {left}")
    if counts["conflicting"]:
        say("conflicts are left as they are; decide with --theirs or --ours, or edit the file")


def _what(step: Step) -> str:
    """The wordings of a concept, for people who do not know its id."""
    words = step.entry.wordings.items()
    return _cut(" | ".join(f"{tag}: {found[0].text}" for tag, found in words))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else safe(text[: _SHOWN - 1]) + "…"
