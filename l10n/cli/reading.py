"""Texts of any length, from a file or from standard input."""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from l10n.errors import FileError, InputError

_PART = 1 << 16
"""Bytes that are read at once."""


def text_parts(file: Path) -> Iterator[str]:
    """The text of a file, or of standard input for `-`, part by part; it has to be UTF-8.

    A file is looked through before anything of it is given.
    """
    if str(file) == "-":
        return _decoded(sys.stdin.buffer, "standard input")
    if file.is_file():  # what a pipe gives can be read but once
        for _ in _opened(file):
            pass
    parts = _opened(file)
    return chain([next(parts, "")], parts)


def _opened(file: Path) -> Iterator[str]:
    try:
        with file.open("rb") as stream:
            yield from _decoded(stream, str(file))
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", file=file) from None


def _decoded(stream: IO[bytes], name: str) -> Iterator[str]:
    decoder = getincrementaldecoder("utf-8-sig")()
    line = 1
    try:
        while data := stream.read(_PART):
            text = decoder.decode(data)
            yield text
            line += data.count(b"\n")  # faster than in the text
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        raise InputError(
            "not valid UTF-8", file=name, line=line, remedy="save it as UTF-8"
        ) from None
