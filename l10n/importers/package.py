"""Whether a zip package from outside is a Word document that is safe to unpack."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from l10n.errors import InputError

MAX_UNPACKED = 200_000_000
"""Bytes that all parts together may unpack to: photos of a long article, and room."""
MAX_XML = 40_000_000
"""Bytes of one part of XML."""
MAX_RATIO = 200
"""Unpacked to packed; XML of real documents stays below 60."""
_RATIO_FROM = 2_000_000
"""A smaller part may have any ratio."""
_MAX_PARTS = 5_000
_OTHERS = {
    "xl/workbook.xml": "an Excel file",
    "ppt/presentation.xml": "a PowerPoint file",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an EPUB file",
}
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SAVE = "save it as .docx"


def checked(data: bytes, name: str) -> None:
    """Raise `InputError` unless `data` is a .docx file that can be unpacked safely.

    Refused are other formats, encrypted and damaged files, zip bombs (by the bytes that really
    come out, not by what the file says) and XML with a document type, which Word never writes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise InputError(
            "is a damaged Word file", file=name, remedy="open it in Word and save it anew"
        ) from error


def _check_parts(package: zipfile.ZipFile, name: str) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if not any(part.startswith("word/") for part in names):
        what = next((what for part, what in _OTHERS.items() if part in names), "a zip archive")
        raise InputError(f"is {what}, not a Word file", file=name, remedy=_SAVE)
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("is encrypted", file=name, remedy="save it without a password")
    if len(parts) > _MAX_PARTS:
        raise _bomb(name)
    total = 0
    for part in parts:
        total += _check_part(package, part, MAX_UNPACKED - total, name)


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, name: str) -> int:
    """Unpacks one part piece by piece; returns how many bytes it has."""
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    limit = min(left, MAX_XML) if is_xml else left
    size, tail = 0, b""
    with package.open(part) as stream:
        while chunk := stream.read(1 << 16):
            size += len(chunk)
            ratio = size / max(part.compress_size, 1)
            if size > limit or (size > _RATIO_FROM and ratio > MAX_RATIO):
                raise _bomb(name)
            if is_xml:
                _check_xml(tail + chunk, name)
                tail = chunk[-16:]
    return size


def _check_xml(data: bytes, name: str) -> None:
    # UTF-16 would hide the words; without its zero bytes they show.
    if _FORBIDDEN.search(data.replace(b"\0", b"")):
        raise InputError(
            "declares XML entities, as no Word file does", file=name, remedy="do not open it"
        )


def _bomb(name: str) -> InputError:
    return InputError(
        "unpacks to far more than an article", file=name, remedy="import the article alone"
    )
