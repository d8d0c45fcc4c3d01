"""Adding one concept to the glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from l10n.errors import InputError, UsageError
from l10n.glossary import exchange, rendering, writing
from l10n.glossary.exchange import Delivery, Outcome
from l10n.glossary.folding import folded
from l10n.model import Concept
from l10n.workflow.workspace import Workspace

_NEAR = 80
"""Likeness, of 100, from which on another wording is worth a look."""


def entry_of(fields: Mapping[str, Sequence[str]]) -> exchange.Entry:
    """What these fields say: `id`, `domain`, languages and the rest, each a list.

    A term may carry marks: `PAVN [deprecated, abbreviation]`. Raises `UsageError` for a value
    that cannot be, and for two that cannot be together.
    """
    try:
        entry = exchange.entry_of(fields)
    except InputError as error:
        raise UsageError(error.message, remedy=error.remedy) from None
    for contradiction in exchange.contradictions(entry):
        raise UsageError(contradiction, remedy="keep one of the two")
    return entry


def drafted(workspace: Workspace, fields: Mapping[str, Sequence[str]]) -> Concept:
    """The concept that these fields make (see `entry_of`).

    Raises `UsageError` for an id that is used, and a source term that stands in another concept.
    """
    entry = entry_of(fields)
    known = workspace.glossary.concepts
    if entry.id in known:
        raise UsageError(
            f"id {entry.id!r} is used already{place(workspace, known[entry.id])}",
            remedy="take another one with --id",
        )
    project = workspace.project
    step = exchange.plan(
        Delivery("", (entry,)), known, language=project.settings.source, root=project.root
    ).steps[0]
    if step.outcome is not Outcome.ADDED or step.concept is None:
        remedy = "add the wording to that concept, or give the two periods that do not overlap"
        raise UsageError("; ".join(step.reasons), remedy=remedy)
    return step.concept


def term_of(given: str) -> tuple[str, str]:
    """Language and text of a term that is given as `fr=Bureau politique`."""
    language, equals, text = given.partition("=")
    if not (equals and text.strip()):
        raise UsageError(f"{given!r} names no language", remedy="write it as fr=Bureau politique")
    if not exchange.is_language(language) or language == "id":
        remedy = "write a tag, such as vi, en or zh-Hant"
        raise UsageError(f"{language!r} is no language", remedy=remedy)
    return language, text.strip()


def suggestion(workspace: Workspace, domain: str, text: str) -> str:
    """An id that is free."""
    taken = workspace.glossary.concepts
    return exchange.suggested_id(text, domain=domain, taken=taken)


def near(workspace: Workspace, text: str) -> list[tuple[Concept, str]]:
    """Concepts with a source term like this one, the likest first, with that term; 3 at most."""
    from rapidfuzz import fuzz, process

    language = workspace.project.settings.source
    terms = [
        (concept, term.text)
        for concept in workspace.glossary.concepts.values()
        for term in concept.terms.get(language, ())
    ]
    keys = [folded(wording) for _, wording in terms]
    found = process.extract(folded(text), keys, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    return [terms[index] for _, _, index in found]


def preview(concept: Concept) -> str:
    """The concept as it will stand in the file."""
    return rendering.concept(concept)


def file_of(workspace: Workspace, domain: str) -> Path:
    """Where concepts of a domain stand: the file with most of them, else one of its name."""
    places = [c.file for c in workspace.glossary.concepts.values() if c.domain == domain]
    if places:
        return Path(max(dict.fromkeys(places), key=places.count))
    return workspace.project.root / "glossary" / f"{exchange.suggested_id(domain)}.yml"


def add_concept(workspace: Workspace, fields: Mapping[str, Sequence[str]]) -> tuple[Concept, Path]:
    """Append the concept of these fields to its domain's file; returns both.

    Raises what `drafted` raises; then nothing is written.
    """
    project = workspace.project
    with writing.editing(project.root / "glossary", locks=workspace.locks):
        fresh = Workspace(project)  # nobody changes it from here on
        concept = drafted(fresh, fields)
        into = file_of(fresh, concept.domain)
        edits = writing.Edits(added=(concept,), into=into)
        try:
            writing.write_concepts(edits, fresh.glossary.concepts, project.glossary_files)
        except writing.Refused as error:
            raise UsageError(error.message, remedy=error.remedy) from None
    return concept, into


def place(workspace: Workspace, concept: Concept) -> str:
    """Where a concept stands, in parentheses."""
    return f" ({workspace.project.relative(Path(concept.file))}:{concept.line})"
