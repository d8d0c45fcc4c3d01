"""What a memory holds, and what it finds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from l10n.model import OLD_STYLE

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")

_PLACES = {
    case(new): case(old)
    for case in (str.lower, str.title, str.upper)
    for new, old in OLD_STYLE.items()
}
_AT_THE_END = re.compile(f"[oOuU][{''.join({new[1] for new in _PLACES})}](?<![qQ]..)(?!\\w)")


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
    """What sources are compared by: NFC, one space for any white space, nothing invisible.

    The marks of tones stand in the old place (`hòa`, `ủy`).
    """
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(_AT_THE_END.sub(lambda hit: _PLACES.get(hit[0], hit[0]), seen).split())
