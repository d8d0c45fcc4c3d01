"""Draft: fill what is untranslated, from approved text first, then by machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from l10n import engines
from l10n.errors import EngineError
from l10n.model import (
    Draft,
    DraftRequest,
    Example,
    Risk,
    State,
    TermHint,
    Unit,
    Verdict,
    VerdictKind,
)
from l10n.workflow.bought import Bought
from l10n.workflow.extract import extract
from l10n.workflow.memory import open_memory
from l10n.workflow.workspace import Progress, Workspace, silent

BATCH = 4
"""Units that are drafted between two savings: what a kill can cost at most."""
NEAR = 90
"""Score from which a match of the memory is the draft, if numbers are all that differs."""
EXAMPLES = 3
"""Matches of the memory that an engine is shown."""


@dataclass(slots=True)
class DraftReport:
    """What drafting did."""

    drafted: int = 0
    reused: int = 0
    """Taken from approved units with the same source."""
    bought: int = 0
    """Of the drafted ones, those that the engine had given before."""
    high_risk: int = 0
    failed: list[tuple[Unit, str]] = field(default_factory=list)
    """Units that the engine gave no usable answer for, and why."""
    skipped: int = 0
    """Changed by somebody else meanwhile, and left alone."""


@dataclass(frozen=True, slots=True)
class Job:
    """The units of one catalog that want a draft."""

    slug: str
    language: str
    units: tuple[Unit, ...]
    source_language: str
    on: date | None
    """The article's date."""


def draft(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    *,
    engine: str | None = None,
    redo: bool = False,
    progress: Progress[Unit] = silent,
) -> DraftReport:
    """Draft the untranslated units of `slugs`; with `redo` also those that are drafts.

    Saves every few units, so it can be stopped at any moment and called again. Raises
    `EngineError` when the engine gives out; what was drafted until then is saved.
    """
    extract(workspace, slugs, languages)
    report = DraftReport()
    jobs = [_reuse(workspace, job, report) for job in _jobs(workspace, slugs, languages, redo)]
    todo = [unit for job in jobs for unit in job.units]
    if todo:
        name = engine or workspace.project.settings.engine
        with opened(workspace, name) as ready:
            steps = iter(progress(todo, f"draft with {name}"))
            for pair in dict.fromkeys((job.source_language, job.language) for job in jobs):
                alike = [j for j in jobs if (j.source_language, j.language) == pair and j.units]
                _Drafting(workspace, ready, report, redo=redo).run(alike, pair, steps)
    return report


@dataclass(frozen=True, slots=True)
class Plan:
    """What drafting would cost."""

    units: int
    words: int
    characters: int
    reused: int
    """Units that need no engine."""


def plan(
    workspace: Workspace, slugs: Sequence[str], languages: Sequence[str], *, redo: bool = False
) -> dict[str, Plan]:
    """What drafting would ask an engine for, by target language; nothing is written."""
    plans = {}
    for language in languages:
        units, reused = [], 0
        for job in _jobs(workspace, slugs, [language], redo):
            rest = _split(workspace, job)[1]
            reused += len(job.units) - len(rest)
            units += rest
        words = sum(len(unit.source.split()) for unit in units)
        plans[language] = Plan(len(units), words, sum(len(u.source) for u in units), reused)
    return plans


def _jobs(
    workspace: Workspace, slugs: Sequence[str], languages: Sequence[str], redo: bool
) -> Iterator[Job]:
    wanted = {State.UNTRANSLATED, State.DRAFT} if redo else {State.UNTRANSLATED}
    for slug in slugs:
        cutting = workspace.cutting(slug)
        source_language = workspace.source_language(cutting.document)
        for language in languages:
            units = workspace.translation(slug, language, cutting)
            chosen = tuple(u for u in units if u.state in wanted)
            yield Job(slug, language, chosen, source_language, cutting.document.date)


def _reuse(workspace: Workspace, job: Job, report: DraftReport) -> Job:
    """Fill what needs no engine; returns what remains."""
    found, rest = _split(workspace, job)
    if found:
        _store(workspace, job, found, report)
        report.reused += len(found)
    return replace(job, units=tuple(rest))


def _split(workspace: Workspace, job: Job) -> tuple[list[Unit], list[Unit]]:
    """The units that need no engine, filled: in the memory, or one term; and the others."""
    if not job.units:
        return [], []
    memory = open_memory(workspace, job.language, job.source_language)
    found, rest = [], []
    for unit, request in zip(job.units, _requests(workspace, job, job.units), strict=True):
        term = _whole_term(request)
        best = next(iter(memory.lookup(unit.source, least=NEAR, limit=1)), None)
        if best is not None and (best.score >= 100 or best.adapted):
            target, origin = best.target, "memory"
        elif term:
            target, origin = term, "glossary"
        else:
            rest.append(unit)
            continue
        drafted = replace(unit, target=target, state=State.DRAFT, origin=origin)
        adapted = origin == "memory" and best is not None and best.adapted
        found.append(
            replace(
                drafted,
                previous_source=None,
                risk=Risk.MEDIUM if adapted else None,
                reasons=("memory:numbers-adapted",) if adapted else (),
            )
        )
    return found, rest


def _whole_term(request: DraftRequest) -> str:
    """The equivalent, where the text is nothing but one term; with its first letter's case."""
    if len(request.terms) != 1:
        return ""
    [hint] = request.terms
    if (hint.start, hint.end) != (0, len(request.source)):
        return ""
    first = hint.equivalent[:1]
    return (first.upper() if request.source[:1].isupper() else first) + hint.equivalent[1:]


def _requests(workspace: Workspace, job: Job, units: Sequence[Unit]) -> list[DraftRequest]:
    """What to ask an engine for `units`, with the terms of each."""
    return [
        DraftRequest(unit.id, unit.source, unit.context, _hints(workspace, job, unit.source))
        for unit in units
    ]


def _hints(workspace: Workspace, job: Job, text: str) -> tuple[TermHint, ...]:
    return tuple(
        workspace.glossary.hints(
            text, language=job.source_language, target_language=job.language, on=job.on
        )
    )


def _with_examples(
    workspace: Workspace, job: Job, requests: Sequence[DraftRequest]
) -> list[DraftRequest]:
    """The requests with the nearest of the memory, for engines that learn from examples."""
    memory = open_memory(workspace, job.language, job.source_language)
    result = []
    for request in requests:
        near = memory.lookup(request.source, limit=EXAMPLES) if len(memory) else []
        examples = tuple(
            Example(match.source, match.target, _hints(workspace, job, match.source))
            for match in reversed(near)
        )
        result.append(replace(request, examples=examples))
    return result


class _Drafting:
    """Drafts the units of several catalogs in one go, so that an engine has always work."""

    def __init__(
        self, workspace: Workspace, engine: engines.Engine, report: DraftReport, *, redo: bool
    ) -> None:
        self._workspace = workspace
        self._engine = engine
        self._report = report
        self._redo = redo
        self._finished: dict[tuple[str, str], list[Unit]] = {}

    def run(self, jobs: Sequence[Job], pair: tuple[str, str], steps: Iterator[Unit]) -> None:
        """Draft the jobs, which are in one pair of languages; each is saved every few units."""
        asked: dict[str, tuple[Job, Unit, DraftRequest]] = {}
        for job in jobs:
            requests = _requests(self._workspace, job, job.units)
            requests = _with_examples(self._workspace, job, requests)
            for unit, request in zip(job.units, requests, strict=True):
                # The same unit may stand in several articles.
                key = f"{len(asked)}:{unit.id}"
                asked[key] = job, unit, replace(request, id=key)
        left = Counter(job.slug for job, _, _ in asked.values())
        name = self._engine.info.id
        settings = self._workspace.project.settings.engines.get(name, {})
        bought = Bought(self._workspace.project.cache, name, settings)
        try:
            for answer in self._answers([r for _, _, r in asked.values()], pair, bought):
                job, unit, _ = asked[answer.id]
                next(steps, None)
                left[job.slug] -= 1
                self._take(job, unit, answer)
                if len(self._finished.get((job.slug, job.language), ())) >= BATCH or (
                    not left[job.slug]
                ):
                    self._save(job)
        finally:
            bought.close()
            for job in jobs:
                self._save(job)

    def _answers(
        self, requests: Sequence[DraftRequest], pair: tuple[str, str], bought: Bought
    ) -> Iterator[Draft]:
        """What was given before, then what the engine gives."""
        fresh = {}
        for request in requests:
            known = None if self._redo else bought.get(request, pair)
            if known is None:
                fresh[request.id] = request
            else:
                self._report.bought += 1
                yield known
        for answer in self._engine.draft(
            list(fresh.values()), source_language=pair[0], target_language=pair[1]
        ):
            bought.put(fresh[answer.id], pair, answer)
            yield answer

    def _take(self, job: Job, unit: Unit, answer: Draft) -> None:
        if answer.error or not answer.target.strip():
            self._report.failed.append((unit, answer.error or "the engine gave no text"))
            return
        drafted = replace(unit, target=answer.target)
        verdicts = self._workspace.verdicts(drafted, source_language=job.source_language, on=job.on)
        done = self._finished.setdefault((job.slug, job.language), [])
        done.append(assessed(drafted, verdicts, self._engine.info.id))

    def _save(self, job: Job) -> None:
        done = self._finished.pop((job.slug, job.language), [])
        _store(self._workspace, job, done, self._report)
        self._report.drafted += len(done)
        self._report.high_risk += sum(unit.risk is Risk.HIGH for unit in done)


def assessed(unit: Unit, verdicts: Sequence[Verdict], engine: str) -> Unit:
    """The unit as a draft of `engine`, with what is doubtful about it."""
    lost = [v.concept for v in verdicts if v.verdict is not VerdictKind.OK]
    reasons = tuple(dict.fromkeys(f"term:{concept}" for concept in lost))
    return replace(
        unit,
        state=State.DRAFT,
        origin=engine,
        risk=Risk.HIGH if reasons else Risk.MEDIUM,
        reasons=reasons,
        translator="",
        previous_source=None,
    )


def _store(workspace: Workspace, job: Job, units: Iterable[Unit], report: DraftReport) -> None:
    """Write drafts into the catalog, except where somebody was faster."""
    units = list(units)
    if not units:
        return
    with workspace.editing(job.slug, job.language) as catalog:
        for unit in units:
            now = catalog.get(unit.id)
            if now is None or now.state.rank > State.DRAFT.rank:
                report.skipped += 1
            else:
                catalog.replace(replace(unit, notes=now.notes))


class opened:  # noqa: N801 - reads as a function
    """An engine, made ready and closed again."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        options = workspace.project.settings.engines.get(name, {})
        self.engine = engines.create(name, options, project=workspace.project.root)

    def __enter__(self) -> engines.Engine:
        info = self.engine.info
        if not info.ready:
            raise EngineError(f"the engine {info.id} is not ready", remedy=info.missing)
        return self.engine

    def __exit__(self, *_: object) -> None:
        self.engine.close()
