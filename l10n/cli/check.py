"""`l10n check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby
from typing import Annotated

import typer

from l10n.cli.options import Articles, Form, Format, Globals, Targets
from l10n.cli.output import progress, tell, write, write_json
from l10n.model import Finding, Severity


class FailOn(StrEnum):
    """Which findings make the command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


def check(
    context: typer.Context,
    articles: Articles = None,
    to: Targets = None,
    form: Format = Form.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="The least that exits with 1.")] = FailOn.ERROR,
    summary: Annotated[bool, typer.Option("--summary", help="Only count, by check.")] = False,
) -> None:
    """Find what is wrong with the translations.

    Example: l10n check --to en --format json
    """
    from l10n.workflow.check import check as check_articles

    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    findings = check_articles(workspace, project.select(articles), project.languages(to), progress)
    counts = {str(s): sum(f.severity is s for f in findings) for s in Severity}
    if form is Form.JSON:
        write_json({"findings": [asdict(finding) for finding in findings], "counts": counts})
    elif summary:
        for (check_id, severity), number in Counter(
            (f.check, f.severity) for f in findings
        ).items():
            write(f"{number:6} {severity:7} {check_id}")
    else:
        _write_text(findings)
    if form is Form.TEXT:
        tell(", ".join(f"{n} {s}{'' if n == 1 or s == 'info' else 's'}" for s, n in counts.items()))
    if fails(counts, fail_on):
        raise typer.Exit(1)


def fails(counts: dict[str, int], fail_on: FailOn) -> bool:
    """Whether there is a finding that the gate does not let through."""
    gate = {FailOn.NEVER: (), FailOn.ERROR: ("error",), FailOn.WARNING: ("error", "warning")}
    return any(counts[severity] for severity in gate[fail_on])


def _write_text(findings: Sequence[Finding]) -> None:
    """One finding a line, under its unit."""
    by_unit = groupby(findings, key=lambda f: (f.file, f.line, f.unit, f.source, f.target))
    for (file, line, unit, source, target), group in by_unit:
        write(f"{file}:{line}: unit {unit}" if line else f"{file}: unit {unit}")
        write(f"    source: {source}")
        if target:
            write(f"    target: {target}")
        for finding in group:
            write(f"    {finding.severity} {finding.check}: {finding.message}")
