"""Draft: fill what is untranslated, from approved text first, then by machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from l10n import engines
from l10n.errors import EngineError
from l10n.model import DraftRequest, Risk, State, Unit, Verdict, VerdictKind
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Progress, Workspace, silent

BATCH = 4
"""Units that are drafted between two savings: what a kill can cost at most."""


@dataclass(slots=True)
class DraftReport:
    """What drafting did."""

    drafted: int = 0
    reused: int = 0
    """Taken from approved units with the same source."""
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
    jobs = list(_jobs(workspace, slugs, languages, redo))
    jobs = [_reuse(workspace, job, report) for job in jobs]
    todo = [unit for job in jobs for unit in job.units]
    if todo:
        name = engine or workspace.project.settings.engine
        with opened(workspace, name) as ready:
            steps = iter(progress(todo, f"draft with {name}"))
            for job in jobs:
                _draft_job(workspace, job, ready, report, steps)
    return report


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
    """Fill what needs no engine: approved elsewhere, or one term; returns what remains."""
    if not job.units:
        return job
    memory = workspace.approved(job.language)
    requests = _requests(workspace, job, job.units)
    found = []
    for unit, request in zip(job.units, requests, strict=True):
        term = _whole_term(request)
        if unit.source in memory:
            target, origin = memory[unit.source], "memory"
        elif term:
            target, origin = term, "glossary"
        else:
            continue
        drafted = replace(unit, target=target, state=State.DRAFT, origin=origin)
        found.append(replace(drafted, previous_source=None, risk=None, reasons=()))
    if found:
        _store(workspace, job, found, report)
        report.reused += len(found)
    done = {unit.id for unit in found}
    return replace(job, units=tuple(u for u in job.units if u.id not in done))


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
        DraftRequest(
            unit.id,
            unit.source,
            unit.context,
            tuple(
                workspace.glossary.hints(
                    unit.source,
                    language=job.source_language,
                    target_language=job.language,
                    on=job.on,
                )
            ),
        )
        for unit in units
    ]


def _draft_job(
    workspace: Workspace,
    job: Job,
    engine: engines.Engine,
    report: DraftReport,
    steps: Iterator[Unit],
) -> None:
    """Draft one catalog's units, saving after every few."""
    for start in range(0, len(job.units), BATCH):
        batch = {unit.id: unit for unit in job.units[start : start + BATCH]}
        requests = _requests(workspace, job, list(batch.values()))
        done: list[Unit] = []
        try:
            for answer in engine.draft(
                requests, source_language=job.source_language, target_language=job.language
            ):
                unit = batch[answer.id]
                next(steps, None)
                if answer.error or not answer.target.strip():
                    report.failed.append((unit, answer.error or "the engine gave no text"))
                else:
                    drafted = replace(unit, target=answer.target)
                    verdicts = workspace.verdicts(
                        drafted, source_language=job.source_language, on=job.on
                    )
                    done.append(assessed(drafted, verdicts, engine.info.id))
        finally:
            _store(workspace, job, done, report)
            report.drafted += len(done)
            report.high_risk += sum(unit.risk is Risk.HIGH for unit in done)


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
