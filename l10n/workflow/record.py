"""The record of a catalog: every act on its units, one JSON line each, chained by hashes.

    {"id":"9c1b…","parents":["3f2a…"],"at":"2026-03-01T08:15:00Z","who":"ha","act":"approve",
     "unit":"7d043f2a9c1b","from":"translated","to":"approved","old":"…","new":"…"}

An entry's id is a hash of all the rest of it, the ids of the entries before it among them, so
that nobody can change what was without a trace. Where two branches added entries, the next one
names the last of both. The order of the lines means nothing beyond that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from l10n.errors import FileError, InputError
from l10n.model import State

SUFFIX = ".log.jsonl"
MAX_BYTES = 200_000_000
WRITING = ("set", "replace", "accept")
"""Acts that make a person one of those who wrote a text."""
REFRESH = "refresh"
"""What a changed article does to a unit."""
WHO = "l10n extract"
"""Who does it."""
_OPTIONAL = ("from_unit", "source", "target", "before", "origin", "comment")
_REMEDY = "restore it from version control; where two branches met, keep the entries of both"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act on one unit."""

    parents: tuple[str, ...]
    """Ids of the entries that were the last ones then."""
    at: str
    """When, in UTC: `2026-03-01T08:15:00Z`."""
    who: str
    """The person, or `WHO` where the article changed."""
    act: str
    """`set`, `accept`, `review`, `approve`, `reject`, `reopen`, `comment`, `restore`…"""
    unit: str
    """Id of the unit after the act."""
    was: State
    """The state before."""
    state: State
    """The state after."""
    old: str
    """`seal_of` source and target before."""
    new: str
    """`seal_of` source and target after."""
    from_unit: str = ""
    """Id of the unit before, where its source changed."""
    source: str | None = None
    """The source of `new`, in the first entry of a record that has this `new`."""
    target: str | None = None
    """The target of `new`, likewise."""
    before: str | None = None
    """The target of `old`, where no earlier entry has it."""
    origin: str = ""
    """What had made the draft that the person accepted or rewrote."""
    comment: str = ""
    """What the person said to it."""

    @property
    def told(self) -> str:
        """The act for people; of one that set a unit back, to which state."""
        act = f"{self.act} ({self.state})" if self.act == "restore" else self.act
        return f"{act}: {self.comment}" if self.comment else act

    def document(self) -> dict[str, object]:
        """The entry as JSON has it, without the id."""
        fields: dict[str, object] = {
            "parents": list(self.parents),
            "at": self.at,
            "who": self.who,
            "act": self.act,
            "unit": self.unit,
            "from": self.was.value,
            "to": self.state.value,
            "old": self.old,
            "new": self.new,
        }
        for name in _OPTIONAL:
            value = getattr(self, name)
            if value is not None and (value or name in ("source", "target", "before")):
                fields[name] = value
        return fields

    @property
    def id(self) -> str:
        """32 hexadecimal digits over all of the entry."""
        return hashlib.sha256(_encoded(self.document()).encode()).hexdigest()[:32]

    def line(self) -> str:
        """The entry's line, without its end."""
        return _encoded({"id": self.id, **self.document()})


def _encoded(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a record that could be read."""

    number: int
    """From 1."""
    id: str
    """As it stands there."""
    entry: Entry
    sound: bool
    """Whether the line is what its id says, to the letter."""


def read_line(text: str, number: int) -> Line:
    """Read a line; ValueError for what is no entry at all."""
    try:
        document: Any = json.loads(text)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(document, dict):
        raise ValueError("no object")  # noqa: TRY004 - all that is wrong here is one kind
    given = document.pop("id", None)
    try:
        entry = Entry(
            parents=tuple(_texts(document.pop("parents"))),
            was=State(document.pop("from")),
            state=State(document.pop("to")),
            **document,
        )
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    values = (getattr(entry, name) for name in Entry.__slots__ if name not in ("parents", "was"))
    if not isinstance(given, str) or not all(v is None or isinstance(v, str) for v in values):
        raise ValueError("not text")
    return Line(number, given, entry, sound=entry.line() == text)


def _texts(values: object) -> Iterator[str]:
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise ValueError("no list of texts")
    yield from values


class Record:
    """The entries of one catalog, in the order of the file, each once."""

    def __init__(self, path: Path, data: bytes = b"") -> None:
        self.path = path
        self.data = data
        """What the file holds."""
        self.lines: list[Line] = []
        self.wrong: list[tuple[int, str]] = []
        """Lines that are no entries: number and reason."""
        self.entries: dict[str, Entry] = {}
        """By the id that the file gives them."""
        self.texts: dict[str, tuple[str, str]] = {}
        """Source and target by `seal_of` them, as far as the record has them."""
        self._by_unit: dict[str, list[Entry]] = {}
        self._heads: dict[str, None] = {}
        for number, raw in enumerate(data.split(b"\n"), 1):
            if raw.strip():
                self._read(raw, number)
        self.complete = not data or data.endswith(b"\n")
        """Whether the last line is whole."""

    def _read(self, raw: bytes, number: int) -> None:
        try:
            line = read_line(raw.rstrip(b"\r").decode(), number)
        except ValueError as error:
            told = "not UTF-8" if isinstance(error, UnicodeDecodeError) else "no entry of a record"
            self.wrong.append((number, told))
            return
        self.lines.append(line)
        if line.id not in self.entries:
            self._index(line.id, line.entry)

    def _index(self, key: str, entry: Entry) -> None:
        known = self.entries
        known[key] = entry
        self._by_unit.setdefault(entry.unit, []).append(entry)
        self._heads[key] = None
        for parent in entry.parents:
            self._heads.pop(parent, None)
        if entry.source is not None and entry.target is not None:
            self.texts.setdefault(entry.new, (entry.source, entry.target))

    @property
    def heads(self) -> tuple[str, ...]:
        """Ids of the entries that no other names as its parent."""
        named = {p for entry in self.entries.values() for p in entry.parents}
        return tuple(key for key in self._heads if key not in named)

    def of(self, unit: str) -> list[Entry]:
        """The entries of a unit, those from before its source changed first."""
        ids = [unit]
        for key in ids:
            earlier = {e.from_unit for e in self._by_unit.get(key, ()) if e.from_unit}
            ids += sorted(earlier.difference(ids))
        return [entry for key in reversed(ids) for entry in self._by_unit.get(key, ())]

    def writers(self, unit: str, target: str) -> set[str]:
        """Who, by the record, wrote or accepted `target` as the text of the unit."""
        return {
            entry.who
            for entry in self.of(unit)
            if entry.act in WRITING and self.texts.get(entry.new, ("", None))[1] == target
        }

    def refuse_unreadable(self) -> None:
        """Raise `InputError` where a line is no entry: nothing is added to such a file."""
        if self.wrong:
            number, told = self.wrong[0]
            raise InputError(told, file=self.path, line=number, remedy=_REMEDY)

    def add(self, entries: Iterable[Entry]) -> bytes:
        """Take further entries in; returns what the file holds then."""
        new = list(entries)
        start = self.data if self.complete else self.data + b"\n"
        added = "".join(f"{entry.line()}\n" for entry in new).encode()
        number = start.count(b"\n")
        for entry in new:
            number += 1
            key = entry.id
            self.lines.append(Line(number, key, entry, sound=True))
            self._index(key, entry)
        self.data, self.complete = start + added, True
        return self.data


def load(path: Path) -> Record:
    """The record in the file `path`, empty where there is none.

    Lines that are no entries are kept in `wrong`. Raises `FileError` where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Record(path)
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", file=path) from None
    if len(data) > MAX_BYTES:
        raise InputError("larger than 200 MB", file=path, remedy=_REMEDY)
    return Record(path, data)
