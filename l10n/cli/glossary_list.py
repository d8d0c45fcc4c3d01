"""`l10n glossary list`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Form, Format, Globals
from l10n.cli.output import console, safe, tell, write, write_json
from l10n.cli.values import day, today
from l10n.errors import UsageError
from l10n.model import Concept, Status, Term, counted

if TYPE_CHECKING:
    from l10n.settings import Project

MAX_DAYS = 36_525
"""A hundred years: what ends later does not end."""


def add_to(app: typer.Typer) -> None:
    """Add the command to those of `l10n glossary`."""
    app.command("list")(list_)


def list_(
    context: typer.Context,
    domain: Annotated[
        list[str] | None, typer.Option(help="Only this domain, such as party; may be repeated.")
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(metavar="LANG", help="Only concepts with a term in LANG, and only those."),
    ] = None,
    missing: Annotated[
        list[str] | None,
        typer.Option(metavar="LANG", help="Only concepts without a preferred term in LANG."),
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option(help="Only concepts with a term of this status.")
    ] = None,
    unverified: Annotated[
        bool, typer.Option("--unverified", help="Only what nobody has verified.")
    ] = False,
    expiring: Annotated[
        str | None,
        typer.Option(metavar="DAYS|DATE", help="Only what has ended by then, or will have."),
    ] = None,
    form: Format = Form.TEXT,
) -> None:
    """List concepts with their preferred terms, as the house style has them.

    Example: l10n glossary list --domain party --expiring 90
    """
    given: Globals = context.obj
    until = _until(expiring)
    workspace = given.workspace()
    tests: list[Callable[[Concept], object]] = [
        lambda c: not domain or c.domain in domain,
        lambda c: all(c.terms.get(tag) for tag in language or ()),
        lambda c: all(c.preferred(tag) is None for tag in missing or ()),
        lambda c: not status or any(t.status in status for t in _terms(c, language)),
        lambda c: not (unverified and c.verified),
        lambda c: until is None or (c.valid_to is not None and c.valid_to <= until),
    ]
    known = list(workspace.glossary.concepts.values())
    _check_domains(domain or (), known)
    concepts = [concept for concept in known if all(test(concept) for test in tests)]
    if form is Form.JSON:
        write_json({"concepts": [as_json(c, workspace.project) for c in concepts]})
        return
    shown = frozenset(status or ()) or frozenset({Status.PREFERRED})
    if sys.stdout.isatty():
        settings = workspace.project.settings
        _write_table(concepts, language or [settings.source, *settings.targets], shown)
    else:
        for concept in concepts:
            _write_line(concept, language or list(concept.terms), shown)
    tell(counted(len(concepts), "concept"))


def _check_domains(domains: Iterable[str], concepts: Iterable[Concept]) -> None:
    """Raises UsageError for one that no concept is of: a slip must not look like an empty list."""
    known = dict.fromkeys(concept.domain for concept in concepts if concept.domain)
    for domain in domains:
        if domain not in known:
            remedy = f"known are {', '.join(known)}" if known else None
            raise UsageError(f"no concept is of the domain {domain!r}", remedy=remedy)


def _until(text: str | None) -> date | None:
    """The day that DAYS from today or a DATE name."""
    if text is not None and text.isdecimal():
        return today() + timedelta(days=min(int(text[:9]), MAX_DAYS))
    try:
        return day(text)
    except UsageError as error:
        remedy = "write it like 2026-12-31, or give a number of days"
        raise UsageError(error.message, remedy=remedy) from None


def _terms(concept: Concept, languages: Sequence[str] | None) -> Iterable[Term]:
    return (t for tag in languages or concept.terms for t in concept.terms.get(tag, ()))


def _wordings(concept: Concept, language: str, shown: frozenset[Status]) -> str:
    """The terms of the shown statuses, each with its status unless it is the preferred one."""
    return "; ".join(
        term.text if term.status is Status.PREFERRED else f"{term.text} ({term.status})"
        for term in concept.terms.get(language, ())
        if term.status in shown
    )


def _marks(concept: Concept) -> str:
    """What one should know of a concept before using it."""
    to = f"to {concept.valid_to}" if concept.valid_to else ""
    since = f"from {concept.valid_from}" if concept.valid_from else ""
    return ", ".join(filter(None, ("" if concept.verified else "not verified", since, to)))


def _write_line(concept: Concept, languages: Sequence[str], shown: frozenset[Status]) -> None:
    """A concept on one line, for other programs' eyes."""
    terms = ((tag, _wordings(concept, tag, shown)) for tag in languages)
    marks = _marks(concept)
    texts = " | ".join(f"{tag}: {text}" for tag, text in terms if text)
    write(f"{concept.id}{f' ({marks})' if marks else ''}  {texts}")


def _write_table(
    concepts: Sequence[Concept], languages: Sequence[str], shown: frozenset[Status]
) -> None:
    """A row a concept, a column a language."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("concept", "domain", *languages, "marks"):
        table.add_column(name, overflow="fold")
    for concept in concepts:
        terms = (_wordings(concept, tag, shown) for tag in languages)
        cells = (concept.id, concept.domain, *terms, _marks(concept))
        table.add_row(*(Text(safe(cell)) for cell in cells))
    console().print(table)


def as_json(concept: Concept, project: Project) -> dict[str, object]:
    """The shape that other programs rely on: all that the glossary says."""
    return {
        "concept": concept.id,
        "domain": concept.domain,
        "terms": {
            tag: [
                {"text": t.text, "status": t.status, "kind": t.kind, "forms": list(t.forms)}
                for t in terms
            ]
            for tag, terms in concept.terms.items()
        },
        "guards": list(concept.guards),
        "case": concept.case,
        "target_case": concept.target_case,
        "ambiguous": list(concept.ambiguous),
        "valid": {
            "from": concept.valid_from and concept.valid_from.isoformat(),
            "to": concept.valid_to and concept.valid_to.isoformat(),
        },
        "verified": concept.verified,
        "source": list(concept.source),
        "note": concept.note,
        "file": project.relative(Path(concept.file)),
        "line": concept.line,
    }
