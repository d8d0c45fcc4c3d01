"""What an exchange file holds, whatever its format: entries that say only what the file says.

A file of another tool knows nothing of guards or periods, and a two-column list not even of
statuses. So everything but the wordings may be unsaid, and what is unsaid changes nothing when
the entries are merged into the glossary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from l10n.model import Status


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, with as much of a term as the file says."""

    text: str
    """NFC, 1 to 500 characters."""
    status: Status | None = None
    kind: str | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept as a file has it; empty values are unsaid."""

    id: str
    """A concept's id, or "" where the file has none: then the wording tells which it is."""
    line: int
    """Line of the file, from 1."""
    wordings: Mapping[str, tuple[Wording, ...]]
    """By BCP 47 tag, in the file's order; never empty."""
    domain: str = ""
    guards: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    case: str = ""
    target_case: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool | None = None
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """All entries of a file, and a count of what it holds that a glossary has no place for."""

    file: str
    entries: tuple[Entry, ...]
    left: Counter[str] = field(default_factory=Counter)
    """How many of each kind of thing were not taken over, by a name for people."""
