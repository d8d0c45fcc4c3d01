"""Options and arguments that several commands share."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import l10n
from l10n.cli import output
from l10n.errors import L10nError

if TYPE_CHECKING:
    from l10n.settings import Project
    from l10n.workflow.workspace import Workspace


@dataclass(slots=True)
class Globals:
    """What the options in front of the command said."""

    project: Path | None = None
    quiet: bool = False

    def content(self) -> Project:
        """The project of this call."""
        from l10n.settings import find

        return find(project=self.project)

    def workspace(self) -> Workspace:
        """Open the project of this call."""
        from l10n.workflow.workspace import Workspace

        return Workspace(self.content())


FLAGS = ("--quiet", "-q")
VALUED = ("--project",)


class Form(StrEnum):
    """How data are written."""

    TEXT = "text"
    JSON = "json"


def _version(wanted: bool) -> None:
    if wanted:
        output.write(f"l10n {l10n.__version__}")
        raise typer.Exit


def top(
    context: typer.Context,
    project: Annotated[
        Path | None, typer.Option(help="The content project, if not the one around here.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Take a newsroom's articles abroad: import, extract, draft, review, check, publish."""
    context.obj = Globals(project, quiet)
    output.set_quiet(quiet)


def _slugs(incomplete: str) -> list[str]:
    """The articles that begin so, for a shell that completes; none where there is no project."""
    with suppress(L10nError, OSError):
        return [slug for slug in Globals().content().slugs() if slug.startswith(incomplete)]
    return []


def _targets(incomplete: str) -> list[str]:
    """The same of target languages."""
    with suppress(L10nError, OSError):
        targets = Globals().content().settings.targets
        return [tag for tag in targets if tag.startswith(incomplete)]
    return []


Articles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ARTICLE...", help="Slugs or paths; all articles if none.", autocompletion=_slugs
    ),
]
Article = Annotated[
    list[str] | None,
    typer.Option("--article", metavar="ARTICLE", help="Only this article.", autocompletion=_slugs),
]
Targets = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="LANG",
        help="Only this target language; may be repeated.",
        autocompletion=_targets,
    ),
]
Engine = Annotated[
    str | None, typer.Option(help="The engine, if not the project's; see l10n engines.")
]
Format = Annotated[Form, typer.Option("--format", help="How data are written.")]
SourceLanguage = Annotated[
    str | None, typer.Option("--language", metavar="LANG", help="The text's language.")
]
OnDate = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The article's date.")
]
