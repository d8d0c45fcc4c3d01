"""What a sitting has to write: acts, joined where they can be written as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.model import Unit


@dataclass(frozen=True, slots=True)
class Job:
    """What the writing thread has to do."""

    act: str
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    text: str | None
    """The act's text, or None where each unit is to be as it is in `after`."""

    def joins(self, other: Job) -> bool:
        """Whether both can be written as one."""
        own = {unit.id for unit in self.after}
        return (
            self.act != "redraft"
            and (self.act, self.text) == (other.act, other.text)
            and own.isdisjoint(unit.id for unit in other.after)
        )


def together(jobs: Sequence[Job]) -> list[list[Job]]:
    """The jobs in order, in groups that can be written as one."""
    groups: list[list[Job]] = []
    for job in jobs:
        if groups and all(other.joins(job) for other in groups[-1]):
            groups[-1].append(job)
        else:
            groups.append([job])
    return groups


def joined(group: Sequence[Job]) -> Job:
    """One job that does what those of the group do."""
    before = tuple(unit for job in group for unit in job.before)
    return replace(group[0], before=before, after=tuple(u for job in group for u in job.after))
