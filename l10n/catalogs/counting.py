"""The states of a catalog's units, read fast where the file has the form that gettext writes.

Counting needs no more of a catalog than its states. A file with anything unusual in it (obsolete
messages, plurals, other escapes, comments in another order, whatever is wrong) is left to the full
reader, so that both always say the same.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from l10n.catalogs.annotation import read_annotation
from l10n.catalogs.catalog import from_bytes
from l10n.catalogs.conversion import effective_state
from l10n.catalogs.storage import read
from l10n.model import State
from l10n.patterns import late


class Counted(NamedTuple):
    """What is counted of a unit."""

    state: State
    """The effective one."""
    conflict: bool
    """Whether two branches wait for a decision between them."""


States = Mapping[tuple[str, str], Counted]
"""By role and source."""

_STRING = r'"[^"\\\x00-\x1f]*+(?:\\[nt"\\][^"\\\x00-\x1f]*+)*+"'
_STRINGS = rf"{_STRING}(?:\n{_STRING})*+"
_OLD = rf"{_STRING}\n(?:#\| {_STRING}\n)*+"
_BLOCK = late(
    r"((?:#(?![.:,|~=])[^\n]*+\n)*+)"
    r"(?:#\. [^\n]*+\n)*+"
    r"(?:#: [^\n]*+\n)*+"
    r"(?:#, ([a-z][^\n]*+)\n)?+"
    rf"(?:#\| msgctxt {_OLD})?+(?:#\| msgid {_OLD})?+"
    rf"(?:msgctxt ({_STRINGS})\n)?+"
    rf"msgid ({_STRINGS})\n"
    rf"msgstr ({_STRINGS})\n"
    r"(?:\n|\Z)"
)
_ESCAPE = late(r'\\([nt"\\])')
_PLAIN = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_CHARSET = late(r"charset=([\w.:-]+)", re.IGNORECASE)


def states(path: Path) -> States:
    """The effective state of every unit of the catalog in `path`, obsolete ones left out.

    Raises what loading the catalog raises.
    """
    data = read(path)
    quick = usual_states(data)
    if quick is not None:
        return quick
    units = from_bytes(data, path).units
    return {(u.context, u.source): Counted(u.state, bool(u.conflict)) for u in units}


def usual_states(data: bytes) -> States | None:
    """The same of a file's content, or None where it has not the usual form."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    found: dict[tuple[str, str], Counted] = {}
    position = 0
    header = False
    for match in _BLOCK.finditer(text):
        if match.start() != position:
            return None
        position = match.end()
        comments, flags, role, source, target = match.groups()
        key = (_text(role) if role else "", _text(source))
        if not key[1]:
            if header or role or not _is_utf8(_text(target)):
                return None
            header = True
            continue
        if key in found or role == '""':
            return None
        found[key] = _state(comments, flags, key[1], _text(target))
    return found if position == len(text) else None


def _text(strings: str) -> str:
    """What the strings of one keyword say."""
    joined = strings[1:-1].replace('"\n"', "")
    return _ESCAPE.sub(lambda m: _PLAIN[m[1]], joined) if "\\" in joined else joined


def _state(comments: str, flags: str | None, source: str, target: str) -> Counted:
    told = "state=" in comments or "conflict=" in comments
    values = read_annotation(comments.split("\n")) if told else {}
    fuzzy = flags is not None and "fuzzy" in [flag.strip() for flag in flags.split(",")]
    return Counted(effective_state(source, target, values, fuzzy=fuzzy), "conflict" in values)


@lru_cache(maxsize=64)
def _is_utf8(header: str) -> bool:
    """Whether a header declares UTF-8, ASCII or nothing; the full reader says it for others."""
    declared = _CHARSET.search(header)
    try:
        name = codecs.lookup(declared[1]).name if declared else "ascii"
    except LookupError:
        return False
    return name in ("utf-8", "ascii")
