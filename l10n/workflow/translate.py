"""Translate: one text, with terms and checks, nothing written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from l10n import checks
from l10n.errors import EngineError, UsageError
from l10n.model import DraftRequest, Finding, Unit, Verdict
from l10n.workflow.draft import assessed, opened
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
    settings = workspace.project.settings
    if not text.strip():
        raise UsageError("there is no text to translate")
    hints = workspace.glossary.hints(
        text, language=settings.source, target_language=language, on=on
    )
    unit = Unit(source=text, language=language)
    with opened(workspace, engine or settings.engine) as ready:
        request = DraftRequest(unit.id, text, terms=tuple(hints))
        answers = list(
            ready.draft([request], source_language=settings.source, target_language=language)
        )
        if not answers or answers[0].error or not answers[0].target.strip():
            reason = answers[0].error if answers else ""
            raise EngineError(
                f"{ready.info.id} gave no translation" + (f": {reason}" if reason else "")
            )
        unit = replace(unit, target=answers[0].target)
        verdicts = workspace.verdicts(unit, on=on)
        unit = assessed(unit, verdicts, ready.info.id)
    subject = checks.Subject(unit, verdicts, settings.source)
    return Answer(unit, verdicts, checks.run(subject, settings.checks))
