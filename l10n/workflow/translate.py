"""Translate: one text, with terms and checks, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from l10n import checks
from l10n.errors import EngineError, UsageError
from l10n.model import Draft, DraftRequest, Finding, Unit, Verdict
from l10n.workflow.draft_repair import repaired, typeset
from l10n.workflow.house import rules
from l10n.workflow.opening import check_languages, opened
from l10n.workflow.risk import Evidence, assessed, faults
from l10n.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Answer:
    """A translated text and what is to be said of it."""

    unit: Unit
    verdicts: tuple[Verdict, ...]
    findings: list[Finding]


def translate(
    workspace: Workspace, text: str, language: str, *, engine: str | None, on: date | None
) -> Answer:
    """Translate `text` with the project's glossary; `on` is the date that decides on terms."""
    if not text.strip():
        raise UsageError("there is no text to translate")
    settings = workspace.project.settings
    [(unit, verdicts, error)] = drafts(workspace, [text], language, engine=engine, on=on)
    if not unit.target:
        name = engine or settings.engine
        raise EngineError(f"{name} gave no translation" + (f": {error}" if error else ""))
    added = workspace.added(unit, verdicts, frozenset)
    subject = checks.Subject(unit, verdicts, settings.source, added=added)
    return Answer(unit, verdicts, checks.run(subject, settings.checks))


def drafts(
    workspace: Workspace,
    texts: Sequence[str],
    language: str,
    *,
    engine: str | None = None,
    on: date | None = None,
    terms: bool = True,
) -> Iterator[tuple[Unit, tuple[Verdict, ...], str]]:
    """Each text as a draft, in order, with the verdicts on it; no target where there is an error.

    Without `terms` the engine is told of none, to see what telling it is good for.
    """
    settings = workspace.project.settings
    requests = [
        DraftRequest(
            str(number),
            text,
            terms=tuple(
                workspace.glossary.hints(
                    text, language=settings.source, target_language=language, on=on
                )
                if terms
                else ()
            ),
            style=rules(settings.style.get(language)),
            faults=faults(text, language, settings.source),
        )
        for number, text in enumerate(texts)
    ]
    with opened(workspace, engine or settings.engine) as ready:
        info = ready.info
        check_languages(info, settings.source, language)
        answers = {
            answer.id: answer
            for answer in ready.draft(
                requests, source_language=settings.source, target_language=language
            )
        }
    for request in requests:
        answer = answers.get(request.id, Draft(request.id, error="no answer"))
        unit = Unit(source=request.source, language=language)
        if answer.error or not answer.target.strip():
            yield unit, (), answer.error
            continue
        unit, verdicts = repaired(
            typeset(replace(unit, target=answer.target), settings.checks),
            lambda unit: workspace.verdicts(unit, on=on),
        )
        added = workspace.added(unit, verdicts, frozenset)
        evidence = Evidence(info, verdicts, answer.confidence, settings.source, added)
        yield assessed(unit, evidence), verdicts, ""
