"""`l10n glossary`: terminology."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Form, Format, Globals, OnDate
from l10n.cli.output import Encoded, encoded, write, write_json
from l10n.cli.reading import text_parts
from l10n.cli.values import day
from l10n.errors import UsageError

if TYPE_CHECKING:
    from l10n.glossary import Glossary
    from l10n.model import Match

app = typer.Typer(no_args_is_help=True, help="Look terms up, and judge texts by them.")


def _known(glossary: Glossary, language: str) -> str:
    """The language, if the glossary has a term in it; raises UsageError else."""
    concepts = glossary.concepts.values()
    known = dict.fromkeys(tag for concept in concepts for tag in concept.terms)
    if known and language not in known:
        near = difflib.get_close_matches(language, known, n=1, cutoff=0.5)
        remedy = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
        raise UsageError(f"the glossary has no term in {language!r}", remedy=remedy)
    return language


@app.command("match")
def match(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="The text.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with the text, or -.")] = None,
    language: Annotated[str, typer.Option(help="The text's language.")] = "vi",
    on: OnDate = None,
    form: Format = Form.TEXT,
) -> None:
    """Find the glossary's terms in a text.

    Example: l10n glossary match "Bộ Chính trị họp." --format json
    """
    if text is not None and file is None:
        parts: Iterable[str] = [text]
    elif file is not None and text is None:
        parts = text_parts(file)
    else:
        raise UsageError("give a text, or a file with --file")
    given: Globals = context.obj
    glossary = given.workspace().glossary
    matches = glossary.find(parts, language=_known(glossary, language), on=day(on))
    if form is Form.JSON:
        write_json({"matches": Encoded(map(as_json, matches))})
        return
    for m in matches:
        flags = " ambiguous" * m.ambiguous + " out of period" * m.out_of_period
        write(f"{m.start}-{m.end} {m.text} {m.concept.id}{flags}")


def as_json(match: Match) -> str:
    """A match as JSON, put together by hand: there are many, and most say the same again."""
    concept, term, start, end, text, ambiguous, late, slots = match
    head, tail = _constant(concept.id, term, text, ambiguous, late)
    if slots:
        tail += f', "slots": {encoded(dict(slots))}'
    return f'{head}{start}, "end": {end}{tail}}}'


@lru_cache(maxsize=10_000)
def _constant(concept: str, term: str, text: str, ambiguous: bool, late: bool) -> tuple[str, str]:
    """What stands before and behind a match's place."""
    flags = f'"ambiguous": {encoded(ambiguous)}, "out_of_period": {encoded(late)}'
    return (
        f'{{"concept": {encoded(concept)}, "term": {encoded(term)}, "start": ',
        f', "text": {encoded(text)}, {flags}',
    )


@app.command("verify")
def verify(
    context: typer.Context,
    source: Annotated[str, typer.Option(help="The source text.")],
    target: Annotated[str, typer.Option(help="Its translation.")],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="The translation's language.")],
    on: OnDate = None,
    form: Format = Form.TEXT,
) -> None:
    """Judge the terms of a translation; exit 1 if one is missing or forbidden.

    Example: l10n glossary verify --source "Bộ Chính trị họp." --target "The Politburo met." --to en
    """
    given: Globals = context.obj
    workspace = given.workspace()
    verdicts = workspace.glossary.verify(
        source,
        target,
        source_language=workspace.project.settings.source,
        language=_known(workspace.glossary, to),
        on=day(on),
    )
    if form is Form.JSON:
        documents = [
            {"concept": v.concept, "verdict": v.verdict, "expected": v.expected, "found": v.found}
            for v in verdicts
        ]
        write_json({"verdicts": documents})
    else:
        for v in verdicts:
            write(f"{v.verdict:10} {v.concept}: expected “{v.expected}”, found “{v.found}”")
    if any(v.verdict in ("missing", "forbidden") for v in verdicts):
        raise typer.Exit(1)
