"""What the records tell: how much of each engine's text is kept, how fast people work."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

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
    logged = [one for slug in slugs for one in log(workspace, slug, languages)]
    return Stats(_engines(logged), _people(logged))


def _engines(logged: Iterable[Logged]) -> dict[str, EngineStats]:
    found: defaultdict[str, EngineStats] = defaultdict(EngineStats)
    for one in logged:
        if one.entry.origin and one.before and one.target:
            found[one.entry.origin].shares.append(similarity(one.before, one.target))
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
