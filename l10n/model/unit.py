"""A translation unit: identity, state, seal."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from functools import lru_cache


class State(enum.StrEnum):
    """The review states, in order."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"

    @property
    def rank(self) -> int:
        """0 for `untranslated` to 4 for `approved`."""
        return _RANKS[self]


_RANKS = {state: rank for rank, state in enumerate(State)}


class Risk(enum.StrEnum):
    """How likely a draft is to need a person's correction."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@lru_cache(maxsize=4096)
def unit_id(context: str, source: str) -> str:
    """12 hexadecimal digits that stay the same as long as role and source do."""
    return hashlib.sha256(f"{context}\x04{source}".encode()).hexdigest()[:12]


def seal_of(source: str, target: str) -> str:
    """12 hexadecimal digits over exactly this source and this target."""
    return hashlib.sha256(f"{source}\x00{target}".encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is translated as one piece, with all that a catalog keeps of it."""

    source: str
    """The text to translate, inline Markdown as written; never empty."""
    target: str = ""
    """Its translation, or "" where there is none."""
    context: str = ""
    """Role where it isn't body text: `title`, `lead`, `caption`, `heading`, `tag`…"""
    article: str = ""
    """Slug of the article."""
    language: str = ""
    """BCP 47 tag of the target language."""
    state: State = State.UNTRANSLATED
    """The effective state: computed from target, flags and seal, never trusted."""
    lines: tuple[int, ...] = ()
    """Lines of the article where it stands, in order."""
    notes: tuple[str, ...] = ()
    """What a translator needs to know, written by the program (`#.`)."""
    previous_source: str | None = None
    """The source that `target` was made for, where it differs (`#|`)."""
    seal: str = ""
    """The seal as recorded; see `sealed`."""
    translator: str = ""
    """Who wrote the target."""
    reviewer: str = ""
    """Who reviewed it."""
    approver: str = ""
    """Who approved it."""
    origin: str = ""
    """What made the target: an engine's id, `memory`, or "" for a person."""
    via: str = ""
    """Where a route led here: the target and the hash of its text that this one was made from,
    `en:3f2a9c1b7d04`."""
    risk: Risk | None = None
    """How doubtful a draft is; None where nobody looked."""
    reasons: tuple[str, ...] = ()
    """Why it is doubtful, or what a refresh did: `term:party-bct`, `untranslated`…"""
    conflict: tuple[str, ...] = ()
    """Targets that other branches gave the unit, as long as nobody has decided between them
    and `target`; "" for one that took the target away. Such a unit is a draft."""
    skips: tuple[tuple[str, str], ...] = ()
    """Checks that a person has taken the unit out of, each with the reason."""
    recorded: State | None = None
    """The state that the catalog claims, where it claims one."""
    line: int = 0
    """Line of the catalog (from 1) where it stands; 0 where not known."""

    @property
    def id(self) -> str:
        """See `unit_id`."""
        return unit_id(self.context, self.source)

    @property
    def sealed(self) -> bool:
        """Whether the recorded seal fits this source and this target."""
        return self.seal == seal_of(self.source, self.target)

    @property
    def seal_broken(self) -> bool:
        """Whether the catalog claims a state that needs a seal, and the seal does not fit."""
        return (
            self.recorded in (State.REVIEWED, State.APPROVED)
            and self.target != ""
            and not self.sealed
        )
