"""Impact: which units a change of the glossary touches, and reopening those it makes wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from l10n import articles
from l10n.glossary.changes import Change, compare
from l10n.model import Concept, State, Unit, Verdict, VerdictKind
from l10n.workflow import acts
from l10n.workflow.recording import recording
from l10n.workflow.spread import spread
from l10n.workflow.workspace import Progress, Workspace, silent

if TYPE_CHECKING:
    from l10n.glossary import Glossary

SEALED = (State.REVIEWED, State.APPROVED)
WORST_FIRST = (
    VerdictKind.FORBIDDEN,
    VerdictKind.MISSING,
    VerdictKind.DEPRECATED,
    VerdictKind.WRONG_CASE,
    VerdictKind.OK,
)


LEAST = 40
"""Articles that are worth another process."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A unit whose source has a changed concept, by the glossary before or after."""

    unit: Unit
    file: str
    """The catalog, relative to the project."""
    concepts: tuple[str, ...]
    """Ids of the changed concepts, in order."""
    verdicts: tuple[Verdict, ...] = ()
    """The new verdicts on those concepts, and on others that have become wrong with them."""

    @property
    def verdict(self) -> VerdictKind | None:
        """The worst verdict; None where there is none: no target, or a concept that is gone."""
        kinds = {v.verdict for v in self.verdicts}
        return next((kind for kind in WORST_FIRST if kind in kinds), None)

    @property
    def wrong(self) -> bool:
        """Whether the target is not what the new glossary wants."""
        return self.verdict not in (None, VerdictKind.OK)

    @property
    def sealed(self) -> bool:
        """Whether somebody has signed it."""
        return self.unit.state in SEALED


@dataclass(frozen=True, slots=True)
class Impact:
    """What changed, and what it touches."""

    changes: tuple[Change, ...]
    """By id."""
    touched: tuple[Touched, ...]
    """Signed ones that are wrong now first, then the other wrong ones, then the rest."""

    def counts(self) -> dict[str, int]:
        """How many concepts, units, signed units, and signed units that are wrong now."""
        return {
            "concepts": len(self.changes),
            "units": len(self.touched),
            "approved": sum(t.unit.state is State.APPROVED for t in self.touched),
            "signed": sum(t.sealed for t in self.touched),
            "wrong": len(self.to_reopen()),
        }

    def to_reopen(self, *, everything: bool = False) -> list[Touched]:
        """The signed units that are wrong now, or all signed ones."""
        return [t for t in self.touched if t.sealed and (t.wrong or everything)]


def impact(
    workspace: Workspace,
    before: Glossary,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
) -> Impact:
    """Compare the glossary with what it was `before`, and find the units that it touches."""
    changes = compare(before.concepts, workspace.glossary.concepts)
    search = _Search(workspace, before, changes)

    def work(part: Sequence[str], shown: Progress[str]) -> list[Touched]:
        return [t for slug in shown(part, "impact") for t in search.article(slug, languages)]

    parts = spread(work, slugs if changes else (), progress, least=LEAST)
    touched = chain.from_iterable(parts)
    return Impact(tuple(changes), tuple(sorted(touched, key=_urgency)))


def _urgency(touched: Touched) -> tuple[object, ...]:
    unit = touched.unit
    return (
        not (touched.wrong and touched.sealed),
        not touched.wrong,
        -unit.state.rank,
        unit.article,
        unit.language,
        unit.line,
    )


class _Search:
    """Finds the touched units of one article after the other."""

    def __init__(self, workspace: Workspace, before: Glossary, changes: Sequence[Change]) -> None:
        self._workspace = workspace
        self._before, self._after = before, workspace.glossary
        self._changes = {change.concept: change for change in changes}
        self._sieve = _sieve(changes)

    def article(self, slug: str, languages: Sequence[str]) -> Iterator[Touched]:
        """The touched units of the article in these target languages, in the catalogs' order."""
        project = self._workspace.project
        catalogs = [
            catalog
            for language in languages
            if (catalog := self._workspace.catalog(slug, language)) is not None
        ]
        if not catalogs:
            return
        with self._workspace.relative_errors():
            head = articles.load_head(project.article(slug))
        source_language = self._workspace.source_language(head)
        for catalog in catalogs:
            file = project.relative(catalog.path)
            for unit in catalog.units:
                if self._sieve.match(unit.source, language=source_language):
                    found = self._touched(unit, file, source_language, head.date)
                    if found is not None:
                        yield found

    def _touched(
        self, unit: Unit, file: str, source_language: str, on: date | None
    ) -> Touched | None:
        found = {
            match.concept.id: None
            for glossary in (self._before, self._after)
            for match in glossary.match(unit.source, language=source_language, on=on)
            if match.concept.id in self._changes
            and self._changes[match.concept.id].concerns(source_language, unit.language)
        }
        if not found:
            return None

        def judged(glossary: Glossary) -> list[Verdict]:
            if not unit.target:
                return []
            return glossary.verify(
                unit.source,
                unit.target,
                source_language=source_language,
                language=unit.language,
                on=on,
            )

        now = judged(self._after)
        concepts = [c for c in found if unit.language in self._changes[c].languages]
        then: list[Verdict] = []  # asked for only where it can tell: that takes half of the time
        if len(concepts) < len(found) or any(_is_wrong(v) for v in now if v.concept not in found):
            then = judged(self._before)
            # A concept without a term in the target language can still hide or uncover another.
            concepts = list(found) if then != now else concepts
        if not concepts:
            return None
        return Touched(unit, file, tuple(sorted(concepts)), tuple(_telling(concepts, then, now)))


def _sieve(changes: Sequence[Change]) -> Glossary:
    """The changed concepts as they were and as they are, in one small glossary.

    What the full glossaries find of them is found here too, for no look-alike keeps anything
    out; so most units are done with after one quick look.
    """
    from l10n.glossary import Glossary

    concepts: dict[str, Concept] = {}
    for change in changes:
        for mark, concept in (("-", change.before), ("+", change.after)):
            if concept is not None:
                concepts[mark + concept.id] = replace(concept, id=mark + concept.id, guards=())
    return Glossary(concepts)


def _telling(
    concepts: Sequence[str], then: Sequence[Verdict], now: Sequence[Verdict]
) -> Iterator[Verdict]:
    """The verdicts on `concepts`, and those on others that are wrong now and were not."""
    known = Counter((v.concept, v.verdict) for v in then)
    for verdict in now:
        if verdict.concept in concepts:
            yield verdict
        elif _is_wrong(verdict):
            if known[verdict.concept, verdict.verdict]:
                known[verdict.concept, verdict.verdict] -= 1
            else:
                yield verdict


def _is_wrong(verdict: Verdict) -> bool:
    return verdict.verdict is not VerdictKind.OK


@dataclass(frozen=True, slots=True)
class Reopened:
    """What reopening did."""

    units: tuple[Unit, ...]
    """As they are now."""
    skipped: int = 0
    """Units that somebody changed meanwhile."""


def reopen(workspace: Workspace, touched: Sequence[Touched], who: str) -> Reopened:
    """Set signed units back to `translated`, with the concepts as the reason, catalog by catalog.

    Interrupted, it leaves whole catalogs, and running it again does the rest. Raises `UsageError`
    where `who` may not take a signature back.
    """
    who = acts.may(workspace, "reopen", who)
    units: list[Unit] = []
    for slug, language in dict.fromkeys((t.unit.article, t.unit.language) for t in touched):
        mine = [t for t in touched if (t.unit.article, t.unit.language) == (slug, language)]
        with recording(workspace, slug, language) as opened:
            for item in mine:
                now = opened.catalog.get(item.unit.id)
                if now is not None and _text(now) == _text(item.unit):
                    why = reason(item)
                    units.append(opened.change(acts.reopen(now, who, why), "reopen", who, why))
    return Reopened(tuple(units), len(touched) - len(units))


def _text(unit: Unit) -> tuple[str, State]:
    return unit.target, unit.state


def reason(touched: Touched) -> str:
    """Why a unit is reopened, in one line: `party-bct missing, state-qh changed`."""
    worst = dict.fromkeys(touched.concepts, "changed")
    for kind in reversed(WORST_FIRST[:-1]):
        worst |= {v.concept: str(kind) for v in touched.verdicts if v.verdict is kind}
    return ", ".join(f"{concept} {what}" for concept, what in worst.items())
