"""What a memory holds, and what it finds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A source with its translation."""

    source: str
    target: str
    context: str = ""
    """Where the pair stood: role and sources around it (see `workflow.memory`), or ""."""
    origin: str = ""
    """An article's slug, or the name of a TMX file."""


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """An entry that is like a text."""

    score: int
    """75 to 99 for a like source, 100 for an equal one, 101 in the same context too."""
    source: str
    target: str
    origin: str
    adapted: bool = False
    """Whether numbers of the target were replaced by those of the text."""


def folded(text: str) -> str:
    """What sources are compared by: NFC, one space for any white space, nothing invisible."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
