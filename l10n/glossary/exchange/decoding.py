"""The text and the rows of a table, whatever program saved it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import suppress

from l10n.errors import InputError

MAX_BYTES = 50_000_000
_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 60

Row = tuple[int, list[str]]
"""Line on which the row begins, and its cells."""


def text_of(data: bytes, *, file: str) -> str:
    """The text of a table: UTF-8, with or without a mark, or UTF-16 with one, as Excel saves it."""
    if len(data) > MAX_BYTES:
        remedy = "split the file"
        raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB", file=file, remedy=remedy)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if wide else data.count(b"\n", 0, error.start) + 1
        what = f"is not {'UTF-16' if wide else 'UTF-8'}"
        raise InputError(what, file=file, line=line, remedy="save the file as UTF-8") from None
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        remedy = "save the file as UTF-8 text"
        raise InputError("has a control character", file=file, line=line, remedy=remedy)
    return text


def rows_of(text: str, *, file: str, separator: str | None) -> list[Row]:
    """The rows that hold something; `separator` is None where it has to be found out."""
    first_line = 1
    hint, _, rest = text.partition("\n")
    if hint.lower().startswith("sep=") and len(hint.strip()) == 5:
        # Excel's own way to name it
        separator, text, first_line = hint.strip()[4], rest, 2
    chosen = separator or _separator(text)
    if chosen == "\t":
        # Lists of terms with tabs often have quotation marks that are no quoting.
        with suppress(InputError):
            return _rows(text, chosen, first_line, file)
        return _rows(text, chosen, first_line, file, quoted=False)
    return _rows(text, chosen, first_line, file)


def _rows(
    text: str, separator: str, first_line: int, file: str, *, quoted: bool = True
) -> list[Row]:
    source = io.StringIO(text, newline="")
    reader = csv.reader(
        source,
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        strict=True,
    )
    rows: list[Row] = []
    begins = first_line
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((begins, cells))
            begins = first_line + reader.line_num
    except csv.Error as error:
        what = f"is no sound table: {error}"
        raise InputError(what, file=file, line=begins, remedy="check its quotation marks") from None
    return rows


def _separator(text: str) -> str:
    """What cuts the first rows into the same number of cells, and into most."""
    best, most = ",", 1
    for separator in _SEPARATORS:
        widths = _widths(text, separator)
        width = min(widths, default=0)
        # A comma inside the texts makes rows of many lengths.
        if width > most and width == max(widths):
            best, most = separator, width
    return best if most > 1 else max(_SEPARATORS, key=lambda s: min(_widths(text, s), default=0))


def _widths(text: str, separator: str) -> Sequence[int]:
    widths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if cells:
                widths.append(len(cells))
            if len(widths) == _SAMPLE:
                break
    except csv.Error:
        return []
    return widths
