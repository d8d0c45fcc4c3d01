"""`l10n glossary impact`: what a change of the glossary touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Article, Form, Format, Globals, Targets
from l10n.cli.output import progress, tell, write, write_json
from l10n.cli.unit_acts import As, DryRun
from l10n.errors import UsageError
from l10n.model import counted

if TYPE_CHECKING:
    from l10n.glossary import Glossary
    from l10n.glossary.changes import Change, Difference
    from l10n.workflow.impact import Impact, Reopened, Touched
    from l10n.workflow.workspace import Workspace

EXCERPT = 100
"""Characters of a source that are shown."""


def add_to(app: typer.Typer) -> None:
    """Add the command to those of `l10n glossary`."""
    app.command("impact")(impact)


def impact(
    context: typer.Context,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="The git revision to compare with; else HEAD.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Glossary file or folder to compare with.")
    ] = None,
    to: Targets = None,
    article: Article = None,
    reopen: Annotated[
        bool, typer.Option("--reopen", help="Set signed units that are wrong now to translated.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --reopen: all signed units that are touched.")
    ] = False,
    dry_run: DryRun = False,
    who: As = None,
    form: Format = Form.TEXT,
) -> None:
    """Find the units that a change of the glossary touches, and reopen what it makes wrong.

    Example: l10n glossary impact --since HEAD~1 --reopen --dry-run
    """
    from l10n.workflow import impact as use_case
    from l10n.workflow.acts import identity, may

    if (everything or dry_run) and not reopen:
        raise UsageError("--all and --dry-run say how to reopen", remedy="add --reopen")
    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    person = identity(who) if reopen else ""
    if reopen:
        may(workspace, "reopen", person)
    before = _before(workspace, since, against)
    found = use_case.impact(
        workspace, before, project.select(article), project.languages(to), progress
    )
    chosen = found.to_reopen(everything=everything) if reopen else []
    if form is Form.TEXT:
        _write_text(found)
    done = use_case.Reopened(())
    if not dry_run:
        done = use_case.reopen(workspace, chosen, person)
    if form is Form.JSON:
        write_json(as_json(found, chosen, len(done.units)))
    counts = found.counts()
    tell(
        f"{counted(counts['concepts'], 'concept')} changed; "
        f"{counted(counts['units'], 'unit')} touched, "
        f"{counts['signed']} of them reviewed or approved, {counts['wrong']} of those wrong now"
    )
    if reopen:
        _tell_reopened(done, len(chosen) if dry_run else None, person)


def _before(workspace: Workspace, since: str | None, against: Path | None) -> Glossary:
    from l10n.workflow import earlier

    if since is not None and against is not None:
        raise UsageError("--since and --against are two comparisons", remedy="give one of them")
    if against is not None:
        before = earlier.in_file(workspace, against)
        if against.is_file() and (new := _unknown_files(workspace.glossary, before)):
            tell(
                f"{against} knows nothing of {new}, which counts as added; a folder holds all files"
            )
        return before
    before = earlier.at_revision(workspace, "HEAD" if since is None else since)
    if not before.concepts:
        tell("there was no glossary then: every concept counts as added")
    return before


def _unknown_files(now: Glossary, before: Glossary) -> str:
    """The glossary's files of which `before` has no concept."""
    known = {c.file for c in now.concepts.values() if c.id in before.concepts}
    new = dict.fromkeys(Path(c.file).name for c in now.concepts.values() if c.file not in known)
    return ", ".join(new)


def as_json(found: Impact, chosen: Sequence[Touched], reopened: int) -> dict[str, object]:
    """The shape that other programs rely on; `chosen` are the units to reopen."""
    touching = Counter(concept for t in found.touched for concept in t.concepts)
    chosen_ids = {id(t) for t in chosen}
    return {
        "concepts": [
            {
                "concept": c.concept,
                "change": c.kind,
                "differences": [asdict(d) for d in c.differences],
                "units": touching[c.concept],
            }
            for c in found.changes
        ],
        "units": [{**_unit(t), "reopen": id(t) in chosen_ids} for t in found.touched],
        "counts": {**found.counts(), "reopened": reopened},
    }


def _unit(touched: Touched) -> dict[str, object]:
    unit = touched.unit
    return {
        "unit": unit.id,
        "article": unit.article,
        "language": unit.language,
        "state": unit.state,
        "file": touched.file,
        "line": unit.line,
        "source": unit.source,
        "target": unit.target,
        "concepts": list(touched.concepts),
        "verdict": touched.verdict,
        "wrong": touched.wrong,
        "verdicts": [
            {"concept": v.concept, "verdict": v.verdict, "expected": v.expected, "found": v.found}
            for v in touched.verdicts
        ],
    }


def _write_text(found: Impact) -> None:
    for change in found.changes:
        what = "; ".join(map(_difference, change.differences)) or _terms(change)
        write(f"{change.concept} {change.kind}: {what}")
    for t in found.touched:
        unit = t.unit
        write(f"{t.file}:{unit.line}: unit {unit.id} {unit.state} {t.verdict or 'no verdict'}")
        write(f"    source: {_excerpt(unit.source)}")
        if not t.verdicts:
            write(f"    {', '.join(t.concepts)}")
        for v in t.verdicts:
            there = f", found “{v.found}”" if v.found else ""
            write(f"    {v.concept} {v.verdict}: expected “{v.expected}”{there}")


def _difference(difference: Difference) -> str:
    d = difference
    words = " ".join(word for word in (d.language, d.what, f"“{d.term}”" if d.term else "") if word)
    return f"{words}: {d.before or 'nothing'} → {d.after or 'nothing'}"


def _terms(change: Change) -> str:
    concept = change.after or change.before
    assert concept is not None  # noqa: S101 - a change has a before or an after
    return " | ".join(f"{lang}: {concept.terms[lang][0].text}" for lang in concept.terms)


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"


def _tell_reopened(done: Reopened, planned: int | None, person: str) -> None:
    if planned is not None:
        tell(f"{counted(planned, 'unit')} would be reopened as {person}")
        return
    tell(f"{counted(len(done.units), 'unit')} reopened as {person}")
    if done.skipped:
        tell(f"{counted(done.skipped, 'unit')} changed meanwhile: left alone")
