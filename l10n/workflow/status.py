"""Status: how far every target is, and whether a gate lets it through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n.errors import UsageError
from l10n.model import State
from l10n.settings import Project
from l10n.workflow.counts import NO_FILE, STATES, Counts, Remembered, signatures
from l10n.workflow.progress import Progress, silent
from l10n.workflow.spread import spread

LEAST = 150
"""Articles that are worth a process of their own."""


@dataclass(slots=True)
class Tally:
    """Units by state."""

    states: Counter[State] = field(default_factory=Counter)
    words: int = 0
    """White-space separated words of the sources."""

    @classmethod
    def of(cls, counts: Counts) -> Tally:
        """The tally of words and units by state."""
        return cls(Counter(dict(zip(STATES, counts[1:], strict=True))), counts[0])

    @property
    def units(self) -> int:
        """How many units there are."""
        return self.states.total()

    def share(self, state: State) -> float:
        """Per cent of the units that are in `state` or beyond; 0 where there are none."""
        units = self.units
        reached = sum(self.states[s] for s in STATES[state.rank :])
        return 100 * reached / units if units else 0.0


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
    project: Project,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
) -> dict[str, TargetStatus]:
    """How far each of `languages` is.

    The article decides which units there are, the catalog what is done with them. What was
    counted before is not counted again while both files are the same.
    """
    remembered = Remembered(project)
    # Before anything is read: what changes meanwhile looks changed the next time.
    articles = signatures(project.articles, ".md")
    catalogs = {lang: signatures(project.catalog("x", lang).parent, ".po") for lang in languages}
    files: dict[str, tuple[int, ...]] = {
        f"{lang}/{slug}": articles.get(slug, NO_FILE) + catalogs[lang].get(slug, NO_FILE)
        for lang in languages
        for slug in slugs
    }
    counts = {
        key: known
        for key, signature in files.items()
        if (known := remembered.get(key, signature)) is not None
    }
    new = [slug for slug in slugs if any(f"{lang}/{slug}" not in counts for lang in languages)]
    if new:
        for part in spread(_Counting(project, languages), new, progress, least=LEAST):
            for key, found in part.items():
                remembered.put(key, files[key], found)
            counts |= part
        remembered.keep_only({f"{lang}/{s}" for lang in project.settings.targets for s in slugs})
        remembered.save()
    result = {language: TargetStatus(language) for language in languages}
    for language, target in result.items():
        for slug in slugs:
            target.articles[slug] = Tally.of(counts[f"{language}/{slug}"])
        rows = [counts[f"{language}/{slug}"] for slug in slugs]
        if rows:
            target.total = Tally.of(tuple(map(sum, zip(*rows, strict=True))))
    return result


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts articles from their files."""

    project: Project
    languages: Sequence[str]

    def __call__(self, slugs: Sequence[str], progress: Progress[str]) -> dict[str, Counts]:
        # Here, because nothing of it is needed where all is remembered.
        from l10n.workflow.workspace import Workspace

        workspace = Workspace(self.project)
        counts = {}
        for slug in progress(slugs, "status"):
            units = workspace.sources(slug)
            words = sum(len(source.split()) for _, source in units)
            for language in self.languages:
                states = workspace.states(slug, language)
                found = Counter(states.get(unit, State.UNTRANSLATED) for unit in units)
                counts[f"{language}/{slug}"] = (words, *(found[state] for state in STATES))
        return counts
