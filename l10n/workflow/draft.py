"""Draft: fill what is untranslated, from approved text first, then by machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from l10n import engines
from l10n.model import Draft, DraftRequest, Risk, State, Unit
from l10n.workflow import routes
from l10n.workflow.bought import Bought
from l10n.workflow.draft_repair import repaired, typeset
from l10n.workflow.extract import extract
from l10n.workflow.opening import check_languages, opened
from l10n.workflow.requests import Job, Planner, engine_of
from l10n.workflow.risk import Evidence, assessed, doubted
from l10n.workflow.risk_signals import differ, key
from l10n.workflow.workspace import Progress, Workspace, silent

BATCH = 4
"""Units that are drafted between two savings: what a kill can cost at most."""


@dataclass(slots=True)
class DraftReport:
    """What drafting did."""

    drafted: int = 0
    reused: int = 0
    """Taken from the memory or the glossary."""
    bought: int = 0
    """Of the drafted ones, those that the engine had given before."""
    high_risk: int = 0
    failed: list[tuple[Unit, str]] = field(default_factory=list)
    """Units that the engine gave no usable answer for, and why."""
    owed: int = 0
    """Of them, those of engines that give drafts at all."""
    skipped: int = 0
    """Changed by somebody else meanwhile, and left alone."""
    waiting: int = 0
    """Of a route, for the text that they are drafted from to be reviewed."""
    sent_back: int = 0
    """Of a route, because the text that they were made from has changed."""


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
    for language in languages:
        opened(workspace, engine_of(workspace.project.settings, language, engine))
    extract(workspace, slugs, languages)
    report = DraftReport(sent_back=routes.follow(workspace, slugs, languages))
    planner = Planner(workspace, engine, redo=redo)
    jobs = []
    for planned, waiting in planner.jobs(slugs, languages):
        report.waiting += waiting
        found, job = planner.split(planned)
        recalled = [planner.recalled(job, unit) for unit in found]
        _store(workspace, job, recalled, report)
        report.reused += len(found)
        report.high_risk += sum(unit.risk is Risk.HIGH for unit in recalled)
        jobs.append(job)
    for name in dict.fromkeys(job.engine for job in jobs if job.units):
        mine = [job for job in jobs if job.engine == name and job.units]
        todo = [unit for job in mine for unit in job.units]
        with opened(workspace, name) as ready:
            steps = iter(progress(todo, f"draft with {name}"))
            pairs = dict.fromkeys((job.source_language, job.language) for job in mine)
            check_languages(ready.info, *(tag for pair in pairs for tag in pair))
            for pair in pairs:
                alike = [j for j in mine if (j.source_language, j.language) == pair]
                _Drafting(workspace, ready, report, redo=redo).run(planner, alike, pair, steps)
    return report


class _Drafting:
    """Drafts the units of several catalogs in one go, so that an engine has always work."""

    def __init__(
        self, workspace: Workspace, engine: engines.Engine, report: DraftReport, *, redo: bool
    ) -> None:
        self._workspace = workspace
        self._engine = engine
        self._info = engine.info
        self._report = report
        self._redo = redo
        self._finished: dict[tuple[str, str], list[Unit]] = {}
        self._answered: dict[str, tuple[Job, str, Unit]] = {}
        self._doubted: dict[str, tuple[Job, Unit]] = {}

    def run(
        self, planner: Planner, jobs: Sequence[Job], pair: tuple[str, str], steps: Iterator[Unit]
    ) -> None:
        """Draft the jobs, which are in one pair of languages; each is saved every few units."""
        asked: dict[str, tuple[Job, Unit, DraftRequest]] = {}
        for job in jobs:
            for unit, request in zip(job.units, planner.requests(job), strict=True):
                # The same unit may stand in several articles.
                key = f"{len(asked)}:{unit.id}"
                asked[key] = job, unit, replace(request, id=key)
        left = Counter(job.slug for job, _, _ in asked.values())
        name = self._info.id
        settings = self._workspace.project.settings.engines.get(name, {})
        bought = Bought(self._workspace.project.cache, self._info, settings)
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
            for job, unit in self._doubted.values():
                _store(self._workspace, job, [doubted(unit)], self._report)
                self._report.high_risk += unit.risk is not Risk.HIGH

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
        yield from engines.drafted(
            self._engine,
            list(fresh.values()),
            pair,
            lambda answer: bought.put(fresh[answer.id], pair, answer),
        )

    def _take(self, job: Job, unit: Unit, answer: Draft) -> None:
        if answer.error or not answer.target.strip():
            self._report.failed.append((unit, answer.error or "the engine gave no text"))
            self._report.owed += self._info.id != "none"
            return
        done = self._finished.setdefault((job.slug, job.language), [])
        done.append(self._judged(job, unit, answer))

    def _judged(self, job: Job, unit: Unit, answer: Draft) -> Unit:
        """The draft with its risk, judged against the text that it was made from."""
        asked, verdicts = repaired(
            typeset(
                replace(unit, source=job.text(unit), target=answer.target),
                self._workspace.project.settings.checks,
            ),
            lambda u: self._workspace.verdicts(
                u, source_language=job.source_language, on=job.on, abroad=job.abroad
            ),
        )
        added = self._workspace.added(asked, verdicts, job.named, job.source_language)
        evidence = Evidence(self._info, verdicts, answer.confidence, job.source_language, added)
        judged = assessed(asked, evidence)
        via = routes.mark(job.source_language, asked.source) if job.routed else ""
        judged = replace(judged, source=unit.source, via=via)
        return self._compared(job, asked.source, judged)

    def _compared(self, job: Job, source: str, judged: Unit) -> Unit:
        """Marks two drafts with one target for different sources: at least one of them is wrong."""
        said = key(judged.target)
        first = self._answered.setdefault(said, (job, source, judged))
        if not differ(first[1], source):
            return judged
        self._doubted[said] = first[0], first[2]
        return doubted(judged)

    def _save(self, job: Job) -> None:
        done = self._finished.pop((job.slug, job.language), [])
        _store(self._workspace, job, done, self._report)
        self._report.drafted += len(done)
        self._report.high_risk += sum(unit.risk is Risk.HIGH for unit in done)


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
