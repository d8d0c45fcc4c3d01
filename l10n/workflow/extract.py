"""Extract: cut the articles into units and bring their catalogs in line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import l10n
from l10n import catalogs
from l10n.model import State, Unit
from l10n.workflow.record import REFRESH, WHO
from l10n.workflow.recording import recording
from l10n.workflow.workspace import Cutting, Progress, Workspace, silent


@dataclass(frozen=True, slots=True)
class Extracted:
    """What extracting did to one catalog."""

    article: str
    language: str
    path: Path
    report: catalogs.RefreshReport | None = None
    """None where article and catalog were as the last run left them."""
    written: bool = False
    """Whether the catalog is another one now."""


def extract(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[str] = silent,
) -> list[Extracted]:
    """Make or refresh the catalogs of `slugs` in `languages`; what is unchanged costs a hash."""
    memo = _Memo.load(workspace)
    results: list[Extracted] = []
    try:
        for slug in progress(slugs, "extract"):
            stale = [lang for lang in languages if not memo.fresh(slug, lang)]
            cutting = workspace.cutting(slug) if stale else None
            for language in languages:
                if cutting is not None and language in stale:
                    results.append(_refresh(workspace, cutting, language))
                    memo.note(slug, language)
                else:
                    path = workspace.project.catalog(slug, language)
                    results.append(Extracted(slug, language, path))
    finally:
        memo.save()
    return results


def _refresh(workspace: Workspace, cutting: Cutting, language: str) -> Extracted:
    abroad = workspace.abroad(cutting)
    units = [_noted(workspace, cutting, unit, language, abroad=abroad) for unit in cutting.units]
    path = workspace.project.catalog(cutting.slug, language)
    source_language = workspace.source_language(cutting.document)
    with recording(workspace, cutting.slug, language, source_language=source_language) as opened:
        same_terms = _same_terms(workspace, source_language)
        report = catalogs.refresh(opened.catalog, units, same_terms=same_terms)
        for before, after in report.moved:
            if before.state.rank > State.DRAFT.rank or opened.record.of(before.id):
                opened.note(before, after, REFRESH, WHO)
        written = opened.catalog.changed
    return Extracted(cutting.slug, language, path, report, written)


def _noted(
    workspace: Workspace, cutting: Cutting, unit: Unit, language: str, *, abroad: bool
) -> Unit:
    """The unit with the glossary's equivalents among its notes."""
    hints = workspace.glossary.hints(
        unit.source,
        language=workspace.source_language(cutting.document),
        target_language=language,
        on=cutting.document.date,
        abroad=abroad,
    )
    terms = dict.fromkeys(f"term: {unit.source[h.start : h.end]} = {h.equivalent}" for h in hints)
    return replace(unit, notes=(*unit.notes, *terms)) if terms else unit


class _same_terms:  # noqa: N801 - reads as a function
    """Tells whether two sources have the same concepts in the same number."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self.workspace, self.language = workspace, language

    def __call__(self, before: str, after: str) -> bool:
        return self._concepts(before) == self._concepts(after)

    def _concepts(self, text: str) -> list[str]:
        matches = self.workspace.glossary.match(text, language=self.language)
        return sorted(match.concept.id for match in matches)


class _Memo:
    """Remembers what went into a catalog and what came out, by hash.

    Derived, so it can be deleted at any time; believed only while both files are the same.
    """

    def __init__(self, workspace: Workspace, known: dict[str, str]) -> None:
        self.workspace, self.known, self.changed = workspace, known, False
        self._inputs: str | None = None

    @classmethod
    def load(cls, workspace: Workspace) -> _Memo:
        known: object = {}
        with suppress(OSError, ValueError, RecursionError):
            known = json.loads(cls._path(workspace).read_bytes())
        return cls(workspace, known if isinstance(known, dict) else {})

    @staticmethod
    def _path(workspace: Workspace) -> Path:
        return workspace.project.cache / "extracted.json"

    def fresh(self, slug: str, language: str) -> bool:
        key = f"{language}/{slug}"
        return key in self.known and self.known[key] == self._state(slug, language)

    def note(self, slug: str, language: str) -> None:
        state = self._state(slug, language)
        if state is not None:
            self.known[f"{language}/{slug}"] = state
            self.changed = True

    def save(self) -> None:
        if self.changed:
            data = json.dumps(self.known, indent=0, sort_keys=True).encode()
            with suppress(OSError):
                self._path(self.workspace).parent.mkdir(exist_ok=True)
            catalogs.atomic_write(self._path(self.workspace), data)

    def _state(self, slug: str, language: str) -> str | None:
        """Hash over article, catalog, and all that decides how one becomes the other."""
        project = self.workspace.project
        try:
            digest = hashlib.sha256(self._shared().encode())
            for path in (project.article(slug), project.catalog(slug, language)):
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError:
            return None
        return digest.hexdigest()[:32]

    def _shared(self) -> str:
        if self._inputs is None:
            project = self.workspace.project
            files = [project.own_file(path) for path in project.glossary_files]
            if project.settings.segmentation:
                files.append(project.root / project.settings.segmentation)
            hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
            settings = (project.settings.source, project.settings.units)
            self._inputs = "\n".join([l10n.__version__, *settings, *hashes])
        return self._inputs
