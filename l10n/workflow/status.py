"""Status: how far every target is, and whether a gate lets it through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n.errors import UsageError
from l10n.model import State, Unit
from l10n.workflow.workspace import Progress, Workspace, silent


@dataclass(slots=True)
class Tally:
    """Units by state."""

    states: Counter[State] = field(default_factory=Counter)
    words: int = 0
    """White-space separated words of the sources."""

    def add(self, units: Sequence[Unit]) -> None:
        """Count `units` in."""
        self.states.update(unit.state for unit in units)
        self.words += sum(len(unit.source.split()) for unit in units)

    @property
    def units(self) -> int:
        """How many units there are."""
        return self.states.total()

    def share(self, state: State) -> float:
        """Per cent of the units that are in `state` or beyond; 0 where there are none."""
        reached = sum(n for s, n in self.states.items() if s.rank >= state.rank)
        return 100 * reached / self.units if self.units else 0.0


@dataclass(slots=True)
class TargetStatus:
    """How far one target language is."""

    language: str
    total: Tally = field(default_factory=Tally)
    articles: dict[str, Tally] = field(default_factory=dict)
    """By slug."""

    @property
    def complete(self) -> bool:
        """Whether there is something, and all of it is approved."""
        return self.total.units > 0 and self.total.share(State.APPROVED) == 100


@dataclass(frozen=True, slots=True)
class Requirement:
    """A gate: so many per cent of the units are in `state` or beyond."""

    state: State
    percent: float

    @classmethod
    def parse(cls, text: str) -> Requirement:
        """Read `approved=100`; `UsageError` for anything else."""
        state, _, percent = text.partition("=")
        try:
            requirement = cls(State(state.strip()), float(percent.strip().removesuffix("%")))
        except ValueError:
            requirement = None
        if requirement is None or not 0 <= requirement.percent <= 100:
            raise UsageError(
                f"{text!r} is no requirement",
                remedy=f"write STATE=PERCENT, with one of {', '.join(State)}",
            )
        return requirement

    def unmet(self, status: TargetStatus) -> str | None:
        """Why `status` does not meet it, or None where it does."""
        share = status.total.share(self.state)
        if status.total.units and share >= self.percent:
            return None
        return (
            f"{status.language}: {share:.1f}% of {status.total.units} units are {self.state} "
            f"or beyond, {self.percent:g}% required"
        )


def status(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
) -> dict[str, TargetStatus]:
    """How far each of `languages` is."""
    result = {language: TargetStatus(language) for language in languages}
    for slug in progress(slugs, "status"):
        cutting = workspace.cutting(slug)
        for language, target in result.items():
            units = workspace.translation(slug, language, cutting)
            target.articles[slug] = Tally()
            target.articles[slug].add(units)
            target.total.add(units)
    return result
