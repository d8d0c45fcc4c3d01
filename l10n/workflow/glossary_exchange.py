"""Glossary import and export: terms from and for other tools."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from l10n import catalogs
from l10n.errors import InputError, UsageError
from l10n.glossary import exchange, writing
from l10n.glossary.editing import Wanted
from l10n.glossary.exchange import Delivery, FileFormat, Plan, Side
from l10n.workflow.workspace import Workspace

IMPORTED = "glossary/imported.yml"
"""Where new concepts go if nothing else is said."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an import is asked for."""

    name: str
    """The file's name, for people."""
    data: bytes
    form: FileFormat
    language: str
    """Of a list's first column."""
    to: str | None = None
    """Of a list's second column."""
    into: Path | None = None
    side: Side | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What an import has done, or would do."""

    delivery: Delivery
    plan: Plan
    into: Path
    written: tuple[Path, ...] = ()


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Pauses the garbage collector: it walks over all concepts again and again, and all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collecting_nothing()
def import_terms(workspace: Workspace, request: Request) -> Result:
    """Bring a file's concepts into the glossary, as far as nothing speaks against it.

    Raises `InputError` for a file that cannot be, `GlossaryError` where the glossary does not
    load; then nothing is written.
    """
    project = workspace.project
    into = glossary_file(workspace, request.into or project.root / IMPORTED)
    if request.dry_run:
        return Result(*_plan(workspace, request), into)
    with writing.editing(project.root / "glossary", locks=workspace.locks):
        fresh = Workspace(project)  # nobody changes it from here on
        delivery, plan = _plan(fresh, request)
        written = _write(fresh, plan, into, request.name)
    return Result(delivery, plan, into, tuple(written))


def _plan(workspace: Workspace, request: Request) -> tuple[Delivery, Plan]:
    project = workspace.project
    known = workspace.glossary.concepts
    tags = {project.settings.source, *project.settings.targets}
    tags.update(tag for concept in known.values() for tag in concept.terms)
    delivery = exchange.read(
        request.data,
        request.form,
        file=request.name,
        language=request.language,
        to=request.to,
        languages=tags,
    )
    plan = exchange.plan(
        delivery, known, language=project.settings.source, side=request.side, root=project.root
    )
    return delivery, plan


def _write(workspace: Workspace, plan: Plan, into: Path, name: str) -> list[Path]:
    known = workspace.glossary.concepts
    steps = {step.id: step for step in plan.steps if step.concept is not None}
    final = {id_: step.concept for id_, step in steps.items() if step.concept is not None}
    edits = writing.Edits(
        changed=tuple(
            Wanted(known[id_], concept, steps[id_].replaces)
            for id_, concept in final.items()
            if id_ in known
        ),
        added=tuple(concept for id_, concept in final.items() if id_ not in known),
        into=into,
    )
    try:
        return writing.write_concepts(edits, known, workspace.project.glossary_files)
    except writing.Refused as error:
        line = steps[error.concept].entry.line if error.concept in steps else None
        raise InputError(error.message, file=name, line=line, remedy=error.remedy) from None


def glossary_file(workspace: Workspace, path: Path) -> Path:
    """The file of the glossary that `path` names, from the working directory or the project."""
    folder = workspace.project.root / "glossary"
    near = path if path.is_absolute() else workspace.project.root / path
    for candidate in (path.absolute(), near):
        inside = candidate.parent.resolve() == folder.resolve()
        if inside and candidate.suffix in {".yml", ".yaml"} and not candidate.name.startswith("."):
            return folder / candidate.name
    remedy = "name one such as glossary/agency.yml"
    raise UsageError(f"{path} is no file of the project's glossary", remedy=remedy)


@_collecting_nothing()
def export_terms(
    workspace: Workspace,
    form: FileFormat,
    *,
    domain: str | None = None,
    languages: Sequence[str] | None = None,
    style: str = "dca",
) -> tuple[str, int]:
    """The glossary as a text in another format, and how many concepts are in it.

    Raises `UsageError` for a domain or a language that no concept has.
    """
    concepts = list(workspace.glossary.concepts.values())
    domains = dict.fromkeys(concept.domain for concept in concepts if concept.domain)
    if domain is not None and domain not in domains:
        remedy = f"known are {', '.join(domains)}" if domains else None
        raise UsageError(f"no concept is of the domain {domain!r}", remedy=remedy)
    tags = {tag for concept in concepts for tag in concept.terms}
    for language in languages or ():
        if language not in tags:
            remedy = f"known are {', '.join(sorted(tags))}" if tags else None
            raise UsageError(f"no concept has terms in {language!r}", remedy=remedy)
    chosen = [
        concept
        for concept in concepts
        if domain in {None, concept.domain}
        and (not languages or any(tag in concept.terms for tag in languages))
    ]
    settings = workspace.project.settings
    pieces = exchange.write(
        chosen,
        form,
        language=settings.source,
        style=style,
        languages=list(languages or (settings.source, *settings.targets)),
        only=bool(languages),
    )
    return "".join(pieces), len(chosen)


def save_export(text: str, path: Path, form: FileFormat) -> None:
    """Write an export to a file; a table for Excel begins with the mark that it knows UTF-8 by."""
    mark = "" if form.is_tbx else "\ufeff"
    catalogs.atomic_write(path, (mark + text).encode())
