"""What goes to the screen: data to stdout, talk to stderr, and no control codes from texts."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

# C0 and C1 controls but for line end and tab, and the bidirectional controls of UAX #9.
_CONTROLS = {
    c: "\N{REPLACEMENT CHARACTER}"
    for c in [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F)]
    if c not in (0x09, 0x0A)
} | dict.fromkeys(range(8294, 8298), "�")
_ESCAPED = {c: f"\\u{c:04x}" for c in _CONTROLS if c >= 0x7F}
_ESCAPABLE = re.compile(f"[{''.join(map(chr, _ESCAPED))}]")

_quiet = False


def set_quiet(quiet: bool) -> None:
    """Whether `tell` is silent."""
    global _quiet  # noqa: PLW0603 - set once, from the command line
    _quiet = quiet


def safe(text: str) -> str:
    """`text` without anything that could command a terminal or reorder what it shows."""
    return text if text.isprintable() else text.translate(_CONTROLS)


_ONE_LINE = str.maketrans({"\n": "⏎", "\t": " "})


def one_line(text: str) -> str:
    """`text` as `safe` has it, letter by letter, and in one line.

    A CI takes lines for commands that begin in its own way.
    """
    return text if text.isprintable() else safe(text.translate(_ONE_LINE))


def write(text: str) -> None:
    """One line of data."""
    sys.stdout.write(safe(text) + "\n")


def write_json(document: Mapping[str, object]) -> None:
    """One JSON document with its schema's version; of a list, one item a line.

    An iterator is written as a list, while its items come. Indenting deeper would make
    Python leave its fast encoder.
    """
    sys.stdout.write('{\n"schema": 1')
    for key, value in document.items():
        sys.stdout.write(f",\n{encoded(key)}: ")
        if isinstance(value, list | Iterator | Encoded) and value:
            items = value.items if isinstance(value, Encoded) else map(encoded, value)
            separator = "[\n"
            while lines := list(islice(items, _LINES)):
                sys.stdout.write(separator + ",\n".join(lines))
                separator = ",\n"
            sys.stdout.write("[]" if separator == "[\n" else "\n]")
        else:
            sys.stdout.write(encoded(value))
    sys.stdout.write("\n}\n")


_LINES = 500
"""Items that are written at once."""


def write_plain_json(document: Mapping[str, object]) -> None:
    """One JSON document of somebody else's format, which has a version of its own."""
    sys.stdout.write(encoded(document) + "\n")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A list of values that are written as JSON already, one by one."""

    items: Iterator[str]


_encode = json.JSONEncoder(ensure_ascii=False).encode


def encoded(value: object) -> str:
    """A value as JSON in one line."""
    text = _encode(value)
    return text.translate(_ESCAPED) if _ESCAPABLE.search(text) else text


def say(text: str) -> None:
    """One line of talk that is always shown: errors and warnings."""
    sys.stderr.write(f"l10n: {safe(text)}\n")


def tell(text: str) -> None:
    """One line of talk that `--quiet` silences."""
    if not _quiet:
        sys.stderr.write(safe(text) + "\n")


_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


def painter() -> Callable[[str, str], str]:
    """A function that puts safe text in a colour or weight, where the terminal takes them.

    For output of many lines; `console` does more, and takes its time for it.
    """
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return lambda text, _style: text
    return lambda text, style: f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def write_styled(*parts: str) -> None:
    """One line of data made of parts that are `safe`, painted or not."""
    sys.stdout.write("".join(parts) + "\n")


def columns() -> int:
    """How many columns there are to write in; 120 where it is no terminal."""
    return shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else 120


_NO_COLUMN = ("Mn", "Me", "Cf")
# Vowels and final consonants that join the syllable before them.
_JAMO = {chr(c) for c in range(0x1160, 0x1200)}


def width(text: str) -> int:
    """How many columns `text` takes (UAX #11)."""
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if unicodedata.category(char) in _NO_COLUMN or char in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fitted(text: str, room: int) -> str:
    """`text` in exactly `room` columns: filled with blanks, or cut with an ellipsis."""
    size = width(text)
    if size > room:
        while text and size > room - 1:
            size -= width(text[-1])
            text = text[:-1]
        text, size = f"{text}…", size + 1
    return text + " " * (room - size)


def console() -> Console:
    """A console for data; colours on a terminal only, and not with `NO_COLOR`."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else 120
    return Console(highlight=False, markup=False, emoji=False, width=width)


def progress(items: Sequence[T], what: str) -> Iterable[T]:
    """Go through `items` with a bar on a terminal: done, speed, time left."""
    if _quiet or not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=len(items), speed="")
        for item in items:
            yield item
            bar.advance(task)
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, speed=f"{speed:.1f}/s" if speed else "")
