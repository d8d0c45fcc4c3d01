"""What the records tell: how much of each engine's text is kept, how fast people work."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from l10n.model import State
from l10n.workflow.log import Logged, log
from l10n.workflow.tally import PAUSE, similarity
from l10n.workflow.workspace import Workspace

PRODUCTIVE = ("set", "accept", "review", "approve")
"""Acts that bring a text further."""


@dataclass(slots=True)
class EngineStats:
    """What became of an engine's drafts."""

    shares: list[float] = field(default_factory=list)
    """By draft, how much of it is in what the person accepted: 0 to 1, by edit distance."""

    @property
    def kept(self) -> float:
        """The mean."""
        return sum(self.shares) / len(self.shares)

    @property
    def untouched(self) -> int:
        """Drafts that were accepted as they were."""
        return sum(share == 1 for share in self.shares)


@dataclass(slots=True)
class PersonStats:
    """What a person did."""

    acts: Counter[str] = field(default_factory=Counter)
    """Units by the name of the act."""
    words: int = 0
    """Words of the sources that they brought further."""
    seconds: float = 0
    """Time between their acts, pauses not counted."""

    @property
    def words_per_hour(self) -> int | None:
        """None where there is too little to say."""
        return round(self.words * 3600 / self.seconds) if self.seconds >= PAUSE else None


@dataclass(frozen=True, slots=True)
class Stats:
    """By engine and by person, in the order of their names."""

    engines: dict[str, EngineStats]
    people: dict[str, PersonStats]


def stats(workspace: Workspace, slugs: Sequence[str], languages: Sequence[str]) -> Stats:
    """What the records of these articles tell; raises what reading them raises."""
    by_article = {slug: log(workspace, slug, languages) for slug in slugs}
    return Stats(_engines(by_article), _people(one for acts in by_article.values() for one in acts))


@dataclass(slots=True)
class _Drafts:
    """What became of one unit's drafts."""

    accepted: list[tuple[str, float]] = field(default_factory=list)
    """Engine and share."""
    undone: list[tuple[str, float]] = field(default_factory=list)
    replaced: str | None = None
    """The draft in which a person has replaced something…"""
    machine: str | None = None
    """…and what the engine had made of it."""

    def add(self, one: Logged) -> None:
        """Take the next act in."""
        entry = one.entry
        if entry.act == "replace" and entry.state is State.DRAFT:
            if self.replaced != one.before:
                self.machine = one.before
            self.replaced = one.target
        elif entry.origin and one.before and one.target:
            machine = self.machine if self.replaced == one.before else None
            share = similarity(machine or one.before, one.target)
            self.accepted.append((entry.origin, share))
        elif entry.act == "restore" and (entry.was is State.DRAFT) != (entry.state is State.DRAFT):
            way = self.accepted, self.undone
            taken, given = way if entry.state is State.DRAFT else way[::-1]
            if taken:
                given.append(taken.pop())


def _engines(by_article: Mapping[str, Iterable[Logged]]) -> dict[str, EngineStats]:
    units: defaultdict[tuple[str, str, str], _Drafts] = defaultdict(_Drafts)
    for slug, acts in by_article.items():
        for one in acts:
            units[slug, one.language, one.entry.unit].add(one)
    found: defaultdict[str, EngineStats] = defaultdict(EngineStats)
    for unit in units.values():
        for engine, share in unit.accepted:
            found[engine].shares.append(share)
    return dict(sorted(found.items()))


def _people(logged: Iterable[Logged]) -> dict[str, PersonStats]:
    found: defaultdict[str, PersonStats] = defaultdict(PersonStats)
    last: dict[str, datetime] = {}
    for one in sorted(logged, key=lambda one: one.entry.at):
        who = one.entry.who
        person = found[who]
        person.acts[one.entry.act] += 1
        if one.entry.act in PRODUCTIVE:
            person.words += len((one.source or "").split())
        at = datetime.fromisoformat(one.entry.at)
        if who in last:
            pause = (at - last[who]).total_seconds()
            person.seconds += pause if pause <= PAUSE else 0
        last[who] = at
    return dict(sorted(found.items()))
