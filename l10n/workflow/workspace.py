"""A project opened for work: its rules and glossary, its articles cut into units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import FileError, GlossaryError
from l10n.model import Addition, Block, Span, State, Unit, Verdict
from l10n.settings import Project
from l10n.workflow.progress import Progress, silent

# Rooms are opened when they are needed: a look at the glossary waits for no other one.
if TYPE_CHECKING:
    from l10n import articles, catalogs, segmentation
    from l10n.glossary import Glossary

__all__ = ["Cut", "Cutting", "Progress", "Workspace", "pairs", "silent"]


@dataclass(frozen=True, slots=True)
class Cut:
    """Where one unit stands in an article."""

    block: int
    """Index in `document.blocks`."""
    span: Span
    """In the block's text."""
    unit: Unit


@dataclass(frozen=True)
class Cutting:
    """An article and the places of its units, in order; a repeated unit has several."""

    slug: str
    document: articles.Document
    cuts: tuple[Cut, ...]

    @cached_property
    def units(self) -> list[Unit]:
        """The units, each once, with all of its lines."""
        merged: dict[str, Unit] = {}
        for cut in self.cuts:
            unit_id = cut.unit.id
            known = merged.setdefault(unit_id, cut.unit)
            if known is not cut.unit:
                lines = tuple(sorted({*known.lines, *cut.unit.lines}))
                merged[unit_id] = replace(known, lines=lines)
        return list(merged.values())


@dataclass(frozen=True)
class Workspace:
    """A project with what its use cases share."""

    project: Project

    @cached_property
    def glossary(self) -> Glossary:
        """The concepts of `glossary/*.yml`."""
        from l10n import glossary

        files = [self.project.own_file(path) for path in self.project.glossary_files]
        with self.relative_errors():
            return glossary.load(files, self.project.settings.style)

    @cached_property
    def rules(self) -> segmentation.Rules | None:
        """The project's own segmentation rules, or None."""
        from l10n import segmentation

        name = self.project.settings.segmentation
        return segmentation.load_rules(self.project.root / name) if name else None

    def cutting(self, slug: str) -> Cutting:
        """The article `slug`, cut into units by the settings."""
        document = self._document(slug)
        cuts = []
        for index, block, span in self._pieces(document):
            unit = Unit(
                source=block.text[span[0] : span[1]],
                context=block.role,
                article=slug,
                lines=(block.line,),
                notes=(f"paragraph {block.paragraph}",) if not block.role else (),
            )
            cuts.append(Cut(index, span, unit))
        return Cutting(slug, document, tuple(cuts))

    def sources(self, slug: str) -> list[tuple[str, str]]:
        """Role and source of the article's units, each once: as `cutting`, and quicker."""
        pieces = self._pieces(self._document(slug))
        found = ((block.role, block.text[span[0] : span[1]]) for _, block, span in pieces)
        return list(dict.fromkeys(found))

    def _document(self, slug: str) -> articles.Document:
        from l10n import articles

        path = self._own(self.project.article(slug))
        with self.relative_errors():
            return articles.load(path)

    def _pieces(self, document: articles.Document) -> Iterator[tuple[int, Block, Span]]:
        """Every block that is cut, with its number and a span of it."""
        language = self.source_language(document)
        for index, block in enumerate(document.blocks):
            for span in self._segments(block, language):
                yield index, block, span

    def _segments(self, block: Block, language: str) -> list[Span]:
        from l10n import segmentation

        if self.project.settings.units == "paragraph":
            return [(0, len(block.text))]
        return [
            span
            for span in segmentation.segment(
                block.text, language, protected=block.protected, rules=self.rules
            )
            if any(c.isalpha() for c in block.text[span[0] : span[1]])
        ]

    def catalog(self, slug: str, language: str) -> catalogs.Catalog | None:
        """The article's catalog, or None where there is none yet."""
        from l10n import catalogs

        path = self._own(self.project.catalog(slug, language))
        if not path.exists():
            return None
        with self.relative_errors():
            return catalogs.load(path)

    def states(self, slug: str, language: str) -> catalogs.States:
        """The states of the article's units by role and source; none where there is no catalog."""
        from l10n import catalogs

        path = self._own(self.project.catalog(slug, language))
        if not path.exists():
            return {}
        with self.relative_errors():
            return catalogs.states(path)

    def editing(self, slug: str, language: str) -> AbstractContextManager[catalogs.Catalog]:
        """The article's catalog, locked, to be saved when the block ends."""
        from l10n import catalogs

        path = self._own(self.project.catalog(slug, language))
        return catalogs.editing(path, locks=self.locks)

    def _own(self, path: Path) -> Path:
        """`path`; raises `FileError` for a link out of the project, which anybody may have sent."""
        return self.project.own_file(path) if path.is_symlink() else path

    @property
    def locks(self) -> Path:
        """Folder of the locks on what several processes may write."""
        return self.project.cache / "locks"

    def translation(self, slug: str, language: str, cutting: Cutting | None = None) -> list[Unit]:
        """The units that the article has now, each with what the catalog says of it.

        The article decides which units there are, so a catalog that was not refreshed
        hides nothing: a unit that it lacks is untranslated.
        """
        return self.translated(
            cutting or self.cutting(slug), language, self.catalog(slug, language)
        )

    def translated(
        self, cutting: Cutting, language: str, catalog: catalogs.Catalog | None
    ) -> list[Unit]:
        """The article's units with what this catalog says of them; see `translation`."""
        units = []
        for fresh in cutting.units:
            unit = (catalog.get(fresh.id) if catalog is not None else None) or fresh
            lines, slug = fresh.lines, cutting.slug
            if (unit.lines, unit.article, unit.language) != (lines, slug, language):
                unit = replace(unit, lines=lines, article=slug, language=language)
            units.append(unit)
        return units

    def approved(self, language: str) -> dict[str, str]:
        """Targets of all approved units of the project by their sources."""
        if language not in self._memory:
            self._memory[language] = {
                unit.source: unit.target
                for slug in self.project.slugs()
                if (catalog := self.catalog(slug, language)) is not None
                for unit in catalog.units
                if unit.state is State.APPROVED
            }
        return self._memory[language]

    @cached_property
    def _memory(self) -> dict[str, dict[str, str]]:
        return {}

    def source_language(self, article: articles.Head) -> str:
        """The language of an article: its own, or the project's where it does not say."""
        return article.language or self.project.settings.source

    def abroad(self, cutting: Cutting) -> bool:
        """Whether an article is about other countries alone, which the glossary does not name."""
        from l10n.glossary.abroad import is_abroad

        vietnamese = self.source_language(cutting.document) == "vi"
        return vietnamese and is_abroad(cut.unit.source for cut in cutting.cuts)

    def verdicts(
        self,
        unit: Unit,
        *,
        source_language: str | None = None,
        on: date | None = None,
        abroad: bool = False,
    ) -> tuple[Verdict, ...]:
        """What the glossary says of the unit's target; `on` and `abroad` are the article's."""
        if not unit.target:
            return ()
        return tuple(
            self.glossary.verify(
                unit.source,
                unit.target,
                source_language=source_language or self.project.settings.source,
                language=unit.language,
                on=on,
                abroad=abroad,
            )
        )

    def added(
        self,
        unit: Unit,
        verdicts: Iterable[Verdict],
        around: Callable[[], Collection[str]],
        source_language: str | None = None,
    ) -> tuple[Addition, ...]:
        """The official names in the unit's target that nothing in its source stands for."""
        languages = source_language or self.project.settings.source, unit.language
        return tuple(
            self.glossary.added(
                unit.source, unit.target, verdicts, languages=languages, around=around
            )
        )

    def named(self, texts: Iterable[str], language: str) -> Callable[[], frozenset[str]]:
        """Says which concepts the texts may mean, by id; they are read once it is asked."""
        return cache(
            lambda: frozenset().union(*(self.glossary.named(t, language=language) for t in texts))
        )

    def relative_errors(self) -> AbstractContextManager[None]:
        """Within it, errors name files as seen from the project."""
        return _relative_errors(self.project)


class _relative_errors(AbstractContextManager[None]):  # noqa: N801 - reads as a function
    """Rewrites the file of a passing error, and the files that its remedy names."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if isinstance(error, FileError | GlossaryError) and error.file:
            error.file = self.project.relative(Path(error.file))
            error.remedy = error.remedy and error.remedy.replace(f"{self.project.root}/", "")


def pairs(slugs: Sequence[str], languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every article with every target language, by article."""
    return ((slug, language) for slug in slugs for language in languages)
