"""Bytes from outside to text: UTF-8, or an error that says where and what to do."""

from __future__ import annotations

import gzip
import io
import zlib

from l10n.errors import InputError

MAX_BYTES = 20_000_000
"""Largest source that is read, also after unpacking."""

_REMEDY = "save it as UTF-8"
_LEGACY = f"{_REMEDY} (TCVN3, VNI, VISCII and windows-1258 are not read: convert them first)"
_FOREIGN = {
    b"%PDF": ("a PDF file is no article", "copy its text into a .txt file"),
    b"{\\rtf": ("an RTF file is not read", "save it as .docx"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "an old .doc or an encrypted Word file is not read",
        "save it as .docx without a password",
    ),
}
"""First bytes of formats that people mistake for text, what they are, what to do."""


def too_large(name: str) -> InputError:
    """The error for a source of more than `MAX_BYTES`."""
    limit = MAX_BYTES // 1_000_000
    return InputError(
        f"is larger than {limit} MB", file=name, remedy="import the article alone, not an archive"
    )


def gunzip(data: bytes, name: str) -> bytes:
    """The content of a gzip file, never more than `MAX_BYTES` of it; `data` if it is none."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            content = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError("is a damaged gzip file", file=name, remedy="fetch it again") from error
    if len(content) > MAX_BYTES:
        raise too_large(name)
    return content


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise `InputError` for what is empty, binary, or a format that is not read."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise InputError("is empty", file=name, remedy="give a file with an article in it")
    for magic, (what, remedy) in _FOREIGN.items():
        if data.startswith(magic):
            raise InputError(what, file=name, remedy=remedy)
    if is_utf16(data):
        raise InputError("is UTF-16, not UTF-8", file=name, remedy=_REMEDY)
    if b"\0" in data:
        raise InputError(
            "is binary, not text",
            file=name,
            remedy="give a web page, text, Markdown or a .docx file",
        )


def is_utf16(data: bytes) -> bool:
    """Whether `data` has a UTF-16 (or UTF-32) mark, or every other byte of its start is zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:200]
    half = len(head) // 2
    return half > 4 and any(head[start::2].count(0) > 0.6 * half for start in (0, 1))


def decode(data: bytes, name: str) -> str:
    """`data` as text, with its byte order mark where it has one.

    Raises `InputError` with the line and byte of what is no UTF-8, and for control characters
    that no text has.
    """
    refuse_foreign(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise InputError(
            f"is not UTF-8: byte 0x{data[error.start]:02x} at byte {column} of the line",
            file=name,
            line=line,
            remedy=_LEGACY,
        ) from error
    controls = sum(1 for c in text[:100_000] if c < " " and c not in "\t\n\r\f\v\x1b")
    if controls > max(8, len(text[:100_000]) // 50):
        raise InputError("is binary, not text", file=name, remedy=_REMEDY)
    return text
