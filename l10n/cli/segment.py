"""`l10n segment`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import Globals, SourceLanguage
from l10n.cli.output import write
from l10n.errors import FileError, InputError, UsageError

MAX_BYTES = 20_000_000


def segment(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Plain text; standard input if none.")
    ] = None,
    language: SourceLanguage = None,
) -> None:
    """Write one segment a line, for trying the segmentation rules.

    Example: echo "Ông Bình đến TP.HCM. Bà Lan ở lại." | l10n segment
    """
    from l10n import segmentation

    given: Globals = context.obj
    rules = None
    try:
        workspace = given.workspace()
    except UsageError:
        # Works outside a project as well, unless one was named.
        if given.project is not None:
            raise
    else:
        rules = workspace.rules
        language = language or workspace.project.settings.source
    for line in segmentation.lines(read_text(file), language or "vi", rules):
        write(line)


def read_text(file: Path | None) -> str:
    """The text of a file, or of standard input for None and `-`; at most 20 MB of UTF-8."""
    name = str(file) if file else "standard input"
    try:
        if file is None or str(file) == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with file.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", file=name) from None
    if len(data) > MAX_BYTES:
        raise InputError("too large", file=name, remedy="segment at most 20 MB at a time")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            "not valid UTF-8", file=name, line=line, remedy="save it as UTF-8"
        ) from None
