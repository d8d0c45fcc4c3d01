"""Options that choose units, for all commands of `l10n unit`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.model import Risk, State, Unit

if TYPE_CHECKING:
    from l10n.workflow.workspace import Workspace

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="UNIT...", help="Ids, or their first 4 digits on.")
]
IdsOrArticles = Annotated[
    list[str] | None,
    typer.Argument(metavar="UNIT...", help="Ids, or their first 4 digits on; articles with --all."),
]
States = Annotated[
    list[State] | None, typer.Option("--state", help="Only units in this state; may be repeated.")
]
Risks = Annotated[
    list[Risk] | None, typer.Option("--risk", help="Only units of this risk; may be repeated.")
]
Checks = Annotated[
    list[str] | None,
    typer.Option("--check", metavar="CHECK", help="Only units with a finding of this check."),
]
Concepts = Annotated[
    list[str] | None,
    typer.Option("--concept", metavar="ID", help="Only units whose source has this concept."),
]
Text = Annotated[
    str, typer.Option("--text", metavar="WORDS", help="Only units with this in source or target.")
]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the options of a call ask for."""

    article: list[str] | None = None
    to: list[str] | None = None
    states: tuple[State, ...] = ()
    risks: list[Risk] | None = None
    checks: list[str] | None = None
    concepts: list[str] | None = None
    text: str = ""

    def units(self, workspace: Workspace, ids: list[str] | None = None) -> list[Unit]:
        """The units with these ids, or all that are asked for."""
        from l10n.workflow.selection import Selection, by_ids

        project = workspace.project
        selection = Selection(
            project.select(self.article),
            project.languages(self.to),
            self.states,
            self.risks or (),
            self.checks or (),
            self.concepts or (),
            self.text,
        )
        return by_ids(workspace, ids, selection) if ids else list(selection.units(workspace))
