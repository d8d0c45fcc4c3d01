"""`l10n review`: unit by unit, one key an act."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import console, safe, say, tell
from l10n.errors import L10nError, UsageError
from l10n.model import State, Unit

if TYPE_CHECKING:
    from l10n.workflow.workspace import Workspace

KEYS = "[a]ccept  [e]dit  [r]eview  a[p]prove  re[j]ect  [n]ext  [b]ack  [u]ndo  [q]uit"


def review(
    context: typer.Context,
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Slug or path.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="LANG", help="Target language.")] = None,
    who: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who acts; else L10N_USER, git's e-mail."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also the units that are approved.")
    ] = False,
) -> None:
    """Review units in the terminal: accept, edit, review, approve, reject, undo.

    Example: l10n review --to en --as lan
    """
    from l10n.workflow.acts import identity
    from l10n.workflow.selection import Selection

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("this is no terminal", remedy="l10n unit does the same acts by script")
    given: Globals = context.obj
    workspace = given.workspace()
    project = workspace.project
    selection = Selection(
        project.select([article] if article else None), project.languages([to] if to else None)
    )
    units = [
        unit
        for unit in selection.units(workspace)
        if everything or unit.state is not State.APPROVED
    ]
    if not units:
        tell("Nothing to review: everything is approved.")
        return
    _Session(workspace, units, identity(who)).run()


class _Session:
    """One sitting: a list of units, the place in it, and what can be undone."""

    def __init__(self, workspace: Workspace, units: list[Unit], who: str) -> None:
        self.workspace, self.units, self.who = workspace, units, who
        self.place = next((i for i, u in enumerate(units) if u.state is State.DRAFT), 0)
        self.undone: list[tuple[int, Unit]] = []
        self.typed: list[str] = []
        self.out = console()

    def run(self) -> None:
        """Show, wait for a key, act; until q."""
        moves = {"n": 1, " ": 1, "\x1b[B": 1, "b": -1, "\x1b[A": -1}
        acts = {"a": "accept", "e": "set", "r": "review", "p": "approve", "j": "reject"}
        while True:
            self.show()
            key = self.key()
            if key in ("q", "\x04"):
                return
            try:
                if key in moves:
                    self.move(moves[key])
                elif key == "u":
                    self.undo()
                elif key in acts:
                    self.act(acts[key])
            except L10nError as error:
                say(f"{error} (press any key)")
                self.key()

    def key(self) -> str:
        """The next key; fast hands type several before they are asked for."""
        if not self.typed:
            pressed = typer.getchar()
            self.typed = [pressed] if pressed.startswith("\x1b") else list(pressed)
        return self.typed.pop(0)

    def show(self) -> None:
        """The unit with its neighbours."""
        from rich.rule import Rule
        from rich.text import Text

        unit = self.units[self.place]
        self.out.clear()
        title = f"{unit.article} ({unit.language})  {self.place + 1}/{len(self.units)}"
        self.out.print(Rule(Text(safe(title))))
        state = f"{unit.state}  {unit.context or 'text'}  {unit.origin}"
        if unit.risk:
            state += f"  risk: {unit.risk} {', '.join(unit.reasons)}"
        self.out.print(Text(safe(state), style="dim"))
        if unit.previous_source:
            self.out.print(Text(safe(f"was: {unit.previous_source}"), style="dim"))
        self.out.print(Text(f"\n{safe(unit.source)}\n", style="bold"))
        self.out.print(Text(f"{safe(unit.target)}\n"))
        for note in unit.notes:
            self.out.print(Text(safe(note), style="cyan"))
        self.out.print(Text(f"\n{KEYS}  as {safe(self.who)}", style="dim"))

    def move(self, step: int) -> None:
        """Go on or back, staying inside."""
        self.place = min(max(self.place + step, 0), len(self.units) - 1)

    def act(self, name: str) -> None:
        """Carry out an act on this unit, keep what was, and go on."""
        from l10n.workflow.acts import act

        unit = self.units[self.place]
        text = ""
        if name == "set":
            text = self.edited(unit)
            if not text or text == unit.target:
                return
        elif name == "reject":
            text = typer.prompt("Reason")
        done = act(self.workspace, name, [unit], self.who, text)
        self.undone.append((self.place, unit))
        self.units[self.place] = done[0]
        self.move(1)

    def edited(self, unit: Unit) -> str:
        """The target after the person changed it on the line."""
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(safe(unit.target)))
        try:
            return input("> ").strip()
        except EOFError:
            return ""
        finally:
            readline.set_startup_hook(None)

    def undo(self) -> None:
        """Put back what the last act changed."""
        from l10n.workflow.acts import restore

        if self.undone:
            self.place, before = self.undone.pop()
            restore(self.workspace, before, self.units[self.place])
            self.units[self.place] = before
