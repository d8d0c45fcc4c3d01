"""A filter over units as a person types it: words, and fields like `state:draft`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from l10n.errors import UsageError
from l10n.model import Risk, State, Unit

FIELDS = ("state", "risk", "finding", "concept", "id")
_FIELD = re.compile(r"([a-z]+):(\S*)")


@dataclass(frozen=True, slots=True)
class Filter:
    """All that is asked of a unit; an empty one asks nothing.

    Fields are parted by blanks; a field given twice asks for one or the other. What is no field
    is text that must stand in source or target, whatever its capitals and its accents' encoding.
    """

    words: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Filter:
        """The filter that `text` says; `UsageError` for an unknown field, state or risk."""
        words, fields = [], []
        for part in text.split():
            found = _FIELD.fullmatch(part)
            if found is None or (found[1] not in FIELDS and found[2].startswith("//")):
                words.append(folded(part))
                continue
            name, value = found.groups()
            if name not in FIELDS:
                raise UsageError(f"unknown field {name!r}", remedy=f"one of {', '.join(FIELDS)}")
            known: Collection[str] = {"state": tuple(State), "risk": tuple(Risk)}.get(name, ())
            if known and value not in known:
                raise UsageError(f"unknown {name} {value!r}", remedy=f"one of {', '.join(known)}")
            fields.append((name, value))
        return cls(tuple(words), tuple(fields))

    def asks(self, *names: str) -> bool:
        """Whether one of these fields is asked for."""
        return any(name in names for name, _ in self.fields)

    def accepts(
        self, unit: Unit, findings: Collection[str] = (), concepts: Collection[str] = ()
    ) -> bool:
        """Whether the unit is one of those asked for; `findings` and `concepts` are ids."""
        if self.words:
            source, target = folded(unit.source), folded(unit.target)
            if not all(word in source or word in target for word in self.words):
                return False
        if not self.fields:
            return True
        has: dict[str, Collection[str]] = {
            "state": (unit.state,),
            "risk": (unit.risk or "",),
            "finding": findings,
            "concept": concepts,
            "id": (unit.id,),
        }
        asked = dict.fromkeys(name for name, _ in self.fields)
        return all(
            any(_fits(has[name], value) for other, value in self.fields if other == name)
            for name in asked
        )


def _fits(values: Collection[str], value: str) -> bool:
    """Whether one of the values is it, or begins so; an empty value asks for any at all."""
    return any(v and v.startswith(value) for v in values)


@lru_cache(8192)
def folded(text: str) -> str:
    """What texts are searched by: NFC, small letters, plain blanks."""
    return unicodedata.normalize("NFC", text).casefold().replace("\N{NO-BREAK SPACE}", " ")
