"""Where the files of a content project stand."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import FileError, UsageError
from l10n.settings.load import SETTINGS_FILE, load
from l10n.settings.model import Settings

# A slug is one path component without surprises on any file system.
_SLUG = re.compile(r"[^\W_][\w.-]*")


@dataclass(frozen=True, slots=True)
class Project:
    """A content project: its folder and its settings."""

    root: Path
    settings: Settings

    @property
    def articles(self) -> Path:
        """Folder of the source articles."""
        return self.root / "articles"

    @property
    def cache(self) -> Path:
        """Folder of what can be deleted at any time."""
        return self.root / ".l10n"

    @property
    def glossary(self) -> Path:
        """Folder of the concepts."""
        return self.root / "glossary"

    @property
    def glossary_files(self) -> list[Path]:
        """The glossary's files, in order of their names; hidden ones are other programs'.

        There need not be any. Raises `FileError` for a folder that cannot be listed or is
        elsewhere.
        """
        if not os.path.lexists(self.glossary):
            return []
        self._stay_inside(self.glossary)
        try:
            found = sorted(self.glossary.iterdir())
        except OSError as error:
            raise FileError(
                f"cannot be listed: {error.strerror}",
                file=self.relative(self.glossary),
                remedy="make it a folder that you may read",
            ) from None
        return [p for p in found if p.suffix in {".yml", ".yaml"} and p.name[0] != "."]

    def own_file(self, path: Path) -> Path:
        """`path`, if it can be a file of the project; else raises `FileError`.

        A folder or a pipe is none, nor is a link that leads out of the project.
        """
        self._stay_inside(path)
        if path.exists() and not path.is_file():
            raise FileError(
                "is not a file",
                file=self.relative(path),
                remedy="give it another name, or take it out",
            )
        return path

    def _stay_inside(self, path: Path) -> None:
        # Unlike Path.resolve, realpath does not stumble over links that lead in a circle.
        if not Path(os.path.realpath(path)).is_relative_to(self.root.resolve()):
            raise FileError(
                "is a link that leads out of the project",
                file=self.relative(path),
                remedy="put what it leads to there",
            )

    def article(self, slug: str) -> Path:
        """Path of the article with this slug; `UsageError` for a slug that is none."""
        if not _SLUG.fullmatch(slug) or ".." in slug:
            raise UsageError(
                f"{slug!r} is no slug of an article",
                remedy="use letters, digits, - and _, as in the names in articles/",
            )
        return self.articles / f"{slug}.md"

    def catalog(self, slug: str, language: str) -> Path:
        """Path of the article's catalog in one target language."""
        return self.root / "translations" / language / f"{slug}.po"

    def published(self, slug: str, language: str, suffix: str = "md") -> Path:
        """Path of the published article."""
        return self.root / "published" / language / f"{slug}.{suffix}"

    def relative(self, path: Path) -> str:
        """`path` as seen from the project, with forward slashes; a link has its own name."""
        if ".." not in path.parts and path.is_relative_to(self.root):
            return path.relative_to(self.root).as_posix()
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return str(path)

    def slugs(self) -> list[str]:
        """Slugs of all articles, in order.

        Raises `FileError` for two articles whose slugs differ in case only: they are one file
        on many systems.
        """
        names = [e.name for e in os.scandir(self.articles)] if self.articles.is_dir() else []
        found = sorted(n.removesuffix(".md") for n in names if n[0] != "." and n.endswith(".md"))
        seen: dict[str, str] = {}
        for slug in found:
            other = seen.setdefault(slug.casefold(), slug)
            if other != slug:
                raise FileError(
                    f"the articles {other} and {slug} have one slug",
                    file=self.relative(self.article(slug)),
                    remedy="rename one of them",
                )
            if not _SLUG.fullmatch(slug) or ".." in slug:
                self.article(slug)
        return found

    def select(self, articles: list[str] | None) -> list[str]:
        """Slugs that `articles` (slugs, or paths to articles or catalogs) name; all for none."""
        if not articles:
            return self.slugs()
        slugs = []
        for given in articles:
            is_path = "/" in given or given.endswith((".md", ".po"))
            if is_path and not self._inside(Path(given)):
                raise UsageError(
                    f"{given} is no article of this project",
                    remedy=f"articles stand in {self.relative(self.articles)}/; "
                    "l10n import brings others in",
                )
            slug = Path(given).stem if is_path else given
            if not self.article(slug).is_file():
                if Path(given).is_dir() or (self.root / given).is_dir():
                    raise UsageError(
                        f"{given} is a folder", remedy="name articles, or leave it out for all"
                    )
                raise FileError(
                    "no such article",
                    file=self.relative(self.article(slug)),
                    remedy="l10n status lists the articles",
                )
            slugs.append(slug)
        return list(dict.fromkeys(slugs))

    def _inside(self, path: Path) -> bool:
        """Whether `path`, from the working directory or the project, is one of our files."""
        folders = (self.articles, self.root / "translations", self.root / "published")
        candidates = (path, self.root / path)
        return any(
            candidate.resolve().is_relative_to(folder.resolve())
            for candidate in candidates
            for folder in folders
        )

    def languages(self, targets: list[str] | None) -> list[str]:
        """The target languages that `targets` names, or all of the settings."""
        for target in targets or []:
            if target not in self.settings.targets:
                raise UsageError(
                    f"{target!r} is no target of this project",
                    remedy=f"targets in {SETTINGS_FILE}: {', '.join(self.settings.targets)}",
                )
        return list(dict.fromkeys(targets or self.settings.targets))


def find(start: Path | None = None, *, project: Path | None = None) -> Project:
    """The project that `project` names, or the one around `start` (the working directory).

    Raises `UsageError` where there is none.
    """
    if project is not None:
        if not (project / SETTINGS_FILE).is_file():
            raise UsageError(
                f"{project} is no content project: it has no {SETTINGS_FILE}",
                remedy=f"l10n init {project} makes one",
            )
        return Project(project, load(project / SETTINGS_FILE))
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Project(folder, load(folder / SETTINGS_FILE))
    raise UsageError(
        f"no {SETTINGS_FILE} here or in a folder above",
        remedy="go to a content project, name one with --project DIR, or make one: l10n init",
    )
