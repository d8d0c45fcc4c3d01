"""The formats of the exchange, each with its reader and its writer."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePath

from l10n.errors import InputError, UsageError
from l10n.glossary.exchange.delivery import Delivery
from l10n.glossary.exchange.table_reading import read_table
from l10n.glossary.exchange.table_writing import write_table
from l10n.model import Concept


class FileFormat(enum.StrEnum):
    """What a glossary is exchanged in."""

    TBX_BASIC = "tbx-basic"
    TBX_MIN = "tbx-min"
    CSV = "csv"
    TSV = "tsv"

    @property
    def is_tbx(self) -> bool:
        """Whether it is XML."""
        return self in {FileFormat.TBX_BASIC, FileFormat.TBX_MIN}


_SUFFIXES = {
    ".tbx": FileFormat.TBX_BASIC,
    ".xml": FileFormat.TBX_BASIC,
    ".csv": FileFormat.CSV,
    ".tsv": FileFormat.TSV,
    ".tab": FileFormat.TSV,
    ".txt": FileFormat.TSV,
    ".utf8": FileFormat.TSV,
}

_WORKBOOK = "is a workbook or an archive", "save its sheet as CSV, or unpack it first"
_PACKED = {
    b"\x1f\x8b": ("is packed with gzip", "unpack it first: gzip -d"),
    b"PK\x03\x04": _WORKBOOK,
    b"\xd0\xcf\x11\xe0": _WORKBOOK,
}
"""First bytes of what holds a table or TBX, what it is, what to do."""


def format_of(name: str, data: bytes = b"") -> FileFormat:
    """The format that a file's name or its first characters tell.

    Raises `UsageError` where they do not, `InputError` for what is packed.
    """
    _refuse_packed(data, name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return FileFormat.TBX_BASIC
    found = _SUFFIXES.get(PurePath(name).suffix.lower())
    if found is None:
        known = ", ".join(FileFormat)
        remedy = f"say it with --format: {known}"
        raise UsageError(
            f"the name of {name or 'the file'} does not tell its format", remedy=remedy
        )
    return found


def read(
    data: bytes,
    form: FileFormat,
    *,
    file: str,
    language: str = "vi",
    to: str | None = None,
    languages: Collection[str] = (),
) -> Delivery:
    """The entries of a file; see `read_tbx` and `read_table`."""
    _refuse_packed(data, file)
    if form.is_tbx:
        from l10n.glossary.exchange.tbx_reading import read_tbx

        return read_tbx(data, file=file)
    separator = "\t" if form is FileFormat.TSV else None
    return read_table(
        data, file=file, separator=separator, language=language, to=to, languages=languages
    )


def _refuse_packed(data: bytes, file: str) -> None:
    for mark, (told, remedy) in _PACKED.items():
        if data.startswith(mark):
            raise InputError(told, file=file, remedy=remedy)


def write(
    concepts: Sequence[Concept],
    form: FileFormat,
    *,
    language: str = "vi",
    style: str = "dca",
    languages: Sequence[str] = (),
    only: bool = False,
) -> Iterator[str]:
    """The pieces of a file; see `write_tbx` and `write_table`.

    `language` is the source language; `languages` come first in a table, and alone with `only`.
    """
    if not form.is_tbx:
        separator = "\t" if form is FileFormat.TSV else ","
        return write_table(concepts, languages=languages, separator=separator, only=only)
    from l10n.glossary.exchange.tbx_writing import write_tbx

    dialect = "TBX-Basic" if form is FileFormat.TBX_BASIC else "TBX-Min"
    wanted = languages if only else None
    return write_tbx(concepts, language=language, dialect=dialect, style=style, languages=wanted)
