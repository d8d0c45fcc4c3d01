"""Findings about files, not texts: what cannot be read, and catalogs that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.catalogs import Catalog
from l10n.errors import L10nError
from l10n.model import Finding, Severity, counted
from l10n.model.finding import UNREADABLE
from l10n.workflow.workspace import Cutting, Workspace

ARTICLE = "article"
"""Id of the findings about an article as a whole."""
CATALOG = "catalog"
"""Id of the findings about a catalog as a whole."""

_DATE = re.compile(r"^[\"']?date[\"']?\s*:", re.MULTILINE)


def unreadable(error: L10nError, slug: str, language: str) -> Finding:
    """The finding for a file that cannot be read."""
    told = "; ".join(part for part in (error.message, error.remedy) if part)
    file, line = error.file or "", error.line or 0
    return Finding(UNREADABLE, Severity.ERROR, told, slug, language, file=file, line=line)


def undated(workspace: Workspace, cutting: Cutting) -> Iterator[Finding]:
    """A date that cannot be read: nothing would be judged by the day."""
    document = cutting.document
    written = document.front_matter.get("date")
    if document.date is None and written not in (None, ""):
        told = f"its date “{written}” cannot be read; write it like 2024-01-08"
        file = workspace.project.relative(workspace.project.article(cutting.slug))
        at = _DATE.search(document.text)
        line = document.text.count("\n", 0, at.start()) + 1 if at else 1
        yield Finding(ARTICLE, Severity.WARNING, told, cutting.slug, file=file, line=line)


def orphans(workspace: Workspace, languages: Sequence[str]) -> Iterator[Finding]:
    """Catalogs that have no article: nobody would miss them in a status."""
    known = set(workspace.project.slugs())
    for language in languages:
        folder = workspace.project.catalog("x", language).parent
        for path in sorted(folder.glob("*.po")):
            if path.stem not in known and not path.name.startswith("."):
                told = "has no article; bring the article back, or delete the catalog"
                file = workspace.project.relative(path)
                yield Finding(CATALOG, Severity.ERROR, told, path.stem, language, file=file, line=1)


def misfits(
    workspace: Workspace, cutting: Cutting, language: str, catalog: Catalog | None
) -> Iterator[Finding]:
    """Where the catalog is not there, not this language's, not written as ours, or older."""
    slug = cutting.slug
    if catalog is None:
        told = f"has no catalog in {language}; l10n extract makes it"
        file = workspace.project.relative(workspace.project.article(slug))
        yield Finding(CATALOG, Severity.WARNING, told, slug, language, file=file, line=1)
        return
    file = workspace.project.relative(catalog.path)
    declared = catalog.header_field("Language")
    if declared and not compatible(declared, language):
        told = f"its header says Language: {declared}; write {language}, or move the file"
        line = _line_of_language(catalog)
        yield Finding(CATALOG, Severity.ERROR, told, slug, language, file=file, line=line)
    if catalog.newline != "\n":
        told = "its lines end in CRLF, which is kept; gettext and git know LF best"
        yield Finding(CATALOG, Severity.INFO, told, slug, language, file=file, line=1)
    lacking = sum(unit.id not in catalog for unit in cutting.units)
    if lacking:
        units = counted(lacking, "unit")
        told = f"lacks {units} of the article as it is now; l10n extract refreshes it"
        yield Finding(CATALOG, Severity.WARNING, told, slug, language, file=file, line=1)


def files(workspace: Workspace, slug: str, language: str) -> tuple[str, str]:
    """An article's catalog and the article itself, as seen from the project."""
    project = workspace.project
    paths = project.catalog(slug, language), project.article(slug)
    return project.relative(paths[0]), project.relative(paths[1])


def _line_of_language(catalog: Catalog) -> int:
    lines = catalog.to_bytes().splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(b'"Language:')), 1)


def compatible(declared: str, language: str) -> bool:
    """Whether a name of gettext's may be this language: vi_VN is vi, pt_BR is not pt-PT."""
    one, other = _subtags(declared), _subtags(language)
    return all(one[kind] == other[kind] for kind in one.keys() & other.keys())


def _subtags(tag: str) -> dict[str, str]:
    """Language, script and region, as far as they are given."""
    first, *rest = re.split("[-_]", re.split("[.@]", tag.lower())[0])
    return {"language": first} | {"script" if len(s) == 4 else "region": s for s in rest}
