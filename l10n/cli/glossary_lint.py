"""`l10n glossary lint`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.check import FailOn, fails
from l10n.cli.options import Form, Format, Globals, Targets
from l10n.cli.output import tell, write, write_json
from l10n.cli.values import day, today
from l10n.errors import FileError, L10nError
from l10n.model import Severity, counted

if TYPE_CHECKING:
    from l10n.glossary.linting import Report


def add_to(app: typer.Typer) -> None:
    """Add the command to those of `l10n glossary`."""
    app.command("lint")(lint)


def lint(
    context: typer.Context,
    to: Targets = None,
    severity: Annotated[Severity, typer.Option(help="The least that is shown.")] = Severity.INFO,
    fail_on: Annotated[FailOn, typer.Option(help="The least that exits with 1.")] = FailOn.ERROR,
    on: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Today, if another day.")
    ] = None,
    form: Format = Form.TEXT,
) -> None:
    """Look the whole glossary over: what cannot be read, what contradicts itself, what to check.

    Example: l10n glossary lint --fail-on warning
    """
    from l10n.workflow.glossary_linting import lint as lint_glossary

    given: Globals = context.obj
    workspace = given.workspace()
    report = lint_glossary(workspace, workspace.project.languages(to), day(on) or today())
    counts = {str(s): sum(p.severity is s for p in report.problems) for s in Severity}
    weights = list(Severity)
    shown = [p for p in report.problems if weights.index(p.severity) <= weights.index(severity)]
    if form is Form.JSON:
        write_json(
            {
                "findings": [asdict(problem) for problem in shown],
                "counts": counts,
                "concepts": report.concepts,
                "files": report.files,
            }
        )
    else:
        for problem in shown:
            write(str(problem))
        tell(_summary(report, counts))
    code = _broken(report.errors) or int(fails(counts, fail_on))
    if code:
        raise typer.Exit(code)


def _summary(report: Report, counts: dict[str, int]) -> str:
    said = [f"{n} {s}{'' if n == 1 or s == 'info' else 's'}" for s, n in counts.items()]
    concepts, files = counted(report.concepts, "concept"), counted(report.files, "file")
    return f"{concepts} in {files}: {', '.join(said)}"


def _broken(errors: Sequence[L10nError]) -> int:
    """The exit code where the glossary does not load: 4 if a file cannot be read, else 2."""
    kinds = {type(error).exit_code for error in errors}
    return FileError.exit_code if FileError.exit_code in kinds else max(kinds, default=0)
