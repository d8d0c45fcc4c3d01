"""`l10n translate`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from l10n.cli.options import Engine, Form, Format, Globals, OnDate
from l10n.cli.output import tell, write, write_json
from l10n.cli.values import day


def translate(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="The text.")],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="The target language.")],
    engine: Engine = None,
    on: OnDate = None,
    form: Format = Form.TEXT,
) -> None:
    """Translate one text with the project's engine and glossary; writes nothing.

    Example: l10n translate "Ban Thường vụ Tỉnh ủy họp." --to en
    """
    from l10n.workflow.translate import translate as translate_text

    given: Globals = context.obj
    answer = translate_text(given.workspace(), text, to, engine=engine, on=day(on))
    unit = answer.unit
    if form is Form.JSON:
        write_json(
            {
                "target": unit.target,
                "engine": unit.origin,
                "terms": [{"concept": v.concept, "verdict": v.verdict} for v in answer.verdicts],
                "risk": unit.risk,
                "findings": [asdict(finding) for finding in answer.findings],
            }
        )
        return
    write(unit.target)
    for finding in answer.findings:
        tell(f"{finding.severity} {finding.check}: {finding.message}")
