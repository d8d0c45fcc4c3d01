"""What drafting asks for: the units that want a draft, which need no engine, what to ask of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from l10n.memory import Memory, MemoryMatch
from l10n.model import DraftRequest, Example, State, TermHint, Unit, Verdict, VerdictKind
from l10n.settings import Settings
from l10n.workflow.house import rules
from l10n.workflow.memory import context_of, open_memory
from l10n.workflow.risk import faults, recalled
from l10n.workflow.routes import mark, via_texts
from l10n.workflow.workspace import Workspace

NEAR = 90
"""Score from which a match of the memory is the draft, if numbers or names are all that differs."""
EQUAL = 5
"""Matches of the memory that the draft is chosen from."""
EXAMPLES = 3
"""Matches of the memory that an engine is shown."""


@dataclass(frozen=True, slots=True)
class Job:
    """The units of one catalog that want a draft."""

    slug: str
    language: str
    units: tuple[Unit, ...]
    source_language: str
    """Of the article, or the target that the route goes by."""
    on: date | None
    """The article's date."""
    engine: str
    """Name of the engine."""
    places: Mapping[str, str] = field(default_factory=dict)
    """The context of each unit in the memory, by its id."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What is translated in place of the source, by the unit's id, where there is a route."""
    around: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What stands before and after each unit, by its id."""
    routed: bool = False
    named: Callable[[], frozenset[str]] = frozenset
    """Ids of the concepts that the article may mean anywhere."""
    abroad: bool = False
    """Whether the article is about other countries alone."""

    def text(self, unit: Unit) -> str:
        """What is translated for the unit."""
        return self.texts.get(unit.id, unit.source)


def engine_of(settings: Settings, language: str, given: str | None) -> str:
    """Name of the engine for a target: the one that is given, its route's, or the project's."""
    route = settings.routes.get(language)
    return given or (route and route.engine) or settings.engine


class Planner:
    """Makes the jobs of one run. Each memory is opened once: drafts do not change it."""

    def __init__(self, workspace: Workspace, engine: str | None, *, redo: bool) -> None:
        self._workspace = workspace
        self._engine = engine
        self._wanted = {State.UNTRANSLATED, State.DRAFT} if redo else {State.UNTRANSLATED}
        self._memories: dict[tuple[str, str], Memory] = {}

    def jobs(self, slugs: Sequence[str], languages: Sequence[str]) -> Iterator[tuple[Job, int]]:
        """The jobs, and of each how many units wait for a text of the route to be reviewed."""
        for slug in slugs:
            cutting = self._workspace.cutting(slug)
            source_language = self._workspace.source_language(cutting.document)
            abroad = self._workspace.abroad(cutting)
            for language in languages:
                units = self._workspace.translation(slug, language, cutting)
                route = self._workspace.project.settings.routes.get(language)
                chosen = [u for u in units if u.state in self._wanted and not u.conflict]
                texts: dict[str, str] = {}
                waiting = 0
                if route is not None:
                    texts = via_texts(self._workspace, cutting, route.via)
                    waiting = sum(u.id not in texts for u in chosen)
                    chosen = [u for u in chosen if u.id in texts]
                settings = self._workspace.project.settings
                yield (
                    Job(
                        slug,
                        language,
                        tuple(chosen),
                        route.via if route else source_language,
                        cutting.document.date,
                        engine_of(settings, language, self._engine),
                        {unit.id: context_of(units, n) for n, unit in enumerate(units)},
                        texts,
                        _around(units, texts),
                        routed=route is not None,
                        named=self._workspace.named(
                            list(texts.values()) if route else [unit.source for unit in units],
                            route.via if route else source_language,
                        ),
                        abroad=abroad,
                    ),
                    waiting,
                )

    def split(self, job: Job) -> tuple[list[Unit], Job]:
        """The units that need no engine, filled: in the memory, or one term; and the others."""
        found, rest = [], []
        for unit in job.units:
            filled = self._from_memory(job, unit) or self._from_glossary(job, unit)
            if filled is None:
                rest.append(unit)
            else:
                found.append(filled)
        return found, replace(job, units=tuple(rest))

    def _from_memory(self, job: Job, unit: Unit) -> Unit | None:
        """The best equal one that keeps its terms, or the best; else one that was made to fit."""
        found = self._matches(job, unit, least=NEAR, limit=EQUAL)
        drafts = [replace(unit, target=m.target, origin="memory", reasons=()) for m in found]
        equal = [draft for draft, m in zip(drafts, found, strict=True) if m.score >= 100]
        kept = (draft for draft in equal if self._terms_kept(job, draft))
        if equal:
            return next(kept, equal[0])
        if found and found[0].adapted and self._terms_kept(job, drafts[0]):
            return replace(drafts[0], reasons=("memory:adapted",))
        return None

    def _matches(self, job: Job, unit: Unit, *, least: int, limit: int) -> list[MemoryMatch]:
        """The nearest to the source, then to the text that the route goes by."""
        language = self._workspace.project.settings.source if job.routed else job.source_language
        place = job.places.get(unit.id, "")
        memory = self._memory(job.language, language)
        found = memory.lookup(unit.source, context=place, least=least, limit=limit)
        if job.routed and not found:
            memory = self._memory(job.language, job.source_language)
            found = memory.lookup(job.text(unit), least=least, limit=limit)
        return found

    def _memory(self, language: str, source_language: str) -> Memory:
        pair = language, source_language
        if pair not in self._memories:
            self._memories[pair] = open_memory(self._workspace, *pair)
        return self._memories[pair]

    def recalled(self, job: Job, unit: Unit) -> Unit:
        """The filled unit with its risk, judged against the text that stands for its source."""
        text = replace(unit, source=job.text(unit))
        judged = recalled(text, self._verdicts(job, text), job.source_language)
        via = mark(job.source_language, text.source) if job.routed else ""
        return replace(judged, source=unit.source, via=via)

    def _terms_kept(self, job: Job, unit: Unit) -> bool:
        verdicts = self._verdicts(job, replace(unit, source=job.text(unit)))
        return all(v.verdict is VerdictKind.OK for v in verdicts)

    def _verdicts(self, job: Job, text: Unit) -> tuple[Verdict, ...]:
        return self._workspace.verdicts(
            text, source_language=job.source_language, on=job.on, abroad=job.abroad
        )

    def _from_glossary(self, job: Job, unit: Unit) -> Unit | None:
        """The equivalent, where the text is one term alone; with its first letter's case."""
        text = job.text(unit)
        hints = self._hints(job, text)
        if len(hints) != 1 or (hints[0].start, hints[0].end) != (0, len(text)):
            return None
        target = hints[0].equivalent
        first = target[:1].upper() if text[:1].isupper() else target[:1]
        return replace(unit, target=first + target[1:], origin="glossary", reasons=())

    def requests(self, job: Job) -> list[DraftRequest]:
        """What to ask an engine: each text with its terms, and the nearest of the memory."""
        style = rules(self._workspace.project.settings.style.get(job.language))
        return [
            DraftRequest(
                unit.id,
                job.text(unit),
                unit.context,
                self._hints(job, job.text(unit)),
                self._examples(job, unit),
                *job.around.get(unit.id, ("", "")),
                style=style,
                faults=faults(job.text(unit), job.language, job.source_language),
            )
            for unit in job.units
        ]

    def _examples(self, job: Job, unit: Unit) -> tuple[Example, ...]:
        memory = self._memory(job.language, job.source_language)
        near = memory.lookup(job.text(unit), limit=EXAMPLES) if len(memory) else []
        return tuple(
            Example(match.source, match.target, self._hints(job, match.source))
            for match in reversed(near)
        )

    def _hints(self, job: Job, text: str) -> tuple[TermHint, ...]:
        hints = self._workspace.glossary.hints(
            text,
            language=job.source_language,
            target_language=job.language,
            on=job.on,
            abroad=job.abroad,
        )
        return tuple(hints)


def _around(units: Sequence[Unit], texts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The neighbours of each sentence of the body, by its id, as they would be drafted from."""
    body = [unit for unit in units if not unit.context]
    known = ["", *(texts.get(u.id, "") if texts else u.source for u in body), ""]
    return {unit.id: (known[n], known[n + 2]) for n, unit in enumerate(body)}
