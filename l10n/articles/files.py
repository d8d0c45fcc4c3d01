"""Reads an article from disk."""

from __future__ import annotations

import stat
from pathlib import Path

from l10n.articles.document import Document, Head, parse, parse_head
from l10n.errors import FileError, InputError
from l10n.merge_marks import refuse_conflict

MOST = 20_000_000
"""Bytes of an article."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def load(path: Path, *, limit: int = MOST) -> Document:
    """Reads the article at `path`, of at most `limit` bytes, and parses it.

    Raises FileError where it cannot be read and InputError where it is not what it should be.
    """
    return parse(_decode(_read(path, limit), path), name=str(path))


def load_head(path: Path, *, limit: int = MOST) -> Head:
    """What the front matter of the article at `path` says, its body unread; raises as `load`."""
    return parse_head(_decode(_read(path, limit), path), name=str(path))


def _read(path: Path, limit: int) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            told = "is a directory" if stat.S_ISDIR(mode) else "is no regular file"
            raise FileError(told, file=path, remedy="name a Markdown file")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError as error:
        told = "is a link that leads nowhere" if path.is_symlink() else "there is no such file"
        raise FileError(told, file=path, remedy="check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileError(
            f"cannot be read: {reason}", file=path, remedy="check the path and its permissions"
        ) from error
    if len(content) > limit:
        raise InputError(
            f"is larger than {limit:,} bytes", file=path, remedy="split it into several articles"
        )
    return content


def _decode(content: bytes, path: Path) -> str:
    remedy = "save it as UTF-8 text"
    if content.startswith(_WIDE_MARKS):
        raise InputError("is UTF-16 or UTF-32, not UTF-8", file=path, line=1, remedy=remedy)
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        raise InputError(
            "is binary, not text (NUL byte)", file=path, line=line, remedy="name a Markdown file"
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = error.start - content.rfind(b"\n", 0, error.start)
        raise InputError(
            f"is not valid UTF-8 (byte {byte} of the line is 0x{content[error.start]:02x})",
            file=path,
            line=content.count(b"\n", 0, error.start) + 1,
            remedy=remedy,
        ) from error
    if not text.removeprefix("\ufeff").strip():
        raise InputError("is empty", file=path, remedy="write the article first")
    refuse_conflict(text, path, InputError)
    return text
