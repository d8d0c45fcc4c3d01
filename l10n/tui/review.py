"""The main screen: what each key does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Thread
from typing import ClassVar

from textual import events, on
from textual.widgets import TextArea

from l10n.errors import L10nError
from l10n.model import Unit, counted
from l10n.tui.commands import Commands
from l10n.tui.dialogs import Ask, Choose
from l10n.tui.keys import COMMANDS
from l10n.tui.moving import MovingView
from l10n.tui.reading import Reading
from l10n.tui.replacing import Replace
from l10n.tui.turns import caught_up
from l10n.workflow.sitting import Step

DRAFTING = "redraft"
"""Name of the threads that wait for an engine."""


class ReviewScreen(MovingView):
    """Every action is a `Command` of `l10n.tui.keys`."""

    ACTIONS: ClassVar[Mapping[str, tuple[str, bool]]] = {}
    """By key: the action, and whether it is one while a text is edited too."""

    async def in_turn(self, event: events.Key) -> None:
        """Wait until what came before is done, where the meaning of a key hangs on it."""
        if self.asked is not None or not self.is_mounted:
            await caught_up(self.focused, self.asked, self)
        elif self.focused is self.editor and not event.is_printable:
            await caught_up(self.editor)

    def meant(self, event: events.Key) -> str:
        """The action that a key means now, or "".

        While a text is edited most mean themselves, and all do while a question is open.
        """
        if self.asked is not None and not self.small:
            return ""
        action, editing = next(
            (self.ACTIONS[key] for key in event.aliases if key in self.ACTIONS), ("", False)
        )
        if self.focused is self.editor:
            if event.key == "enter" and self.editor.on_one_line:
                action, editing = "save", True
            if not editing:
                return ""
        return action

    # Text

    def action_edit(self) -> None:
        self.set_focus(self.editor)

    def action_leave(self) -> None:
        """Leave the editor, or, from the list, what narrows it down."""
        if self.focused is self.editor:
            self.keep()
            self.set_focus(self.units)
            self.units.refresh()
        elif self.filter_text:
            self.narrow("")

    def action_discard(self) -> None:
        self.sitting.journal.drop(self.unit.id)
        self.show_unit()
        self.action_leave()

    def action_save(self) -> None:
        """Accept what stands in the editor: as it was drafted, or as the person made it."""
        self._save()
        self.set_focus(self.units)

    def action_save_edit(self) -> None:
        """The same, and the hands stay in the editor."""
        self.set_focus(self.editor if self._save() else self.units)

    def _save(self) -> bool:
        unit, text = self.unit, self.editor.result
        if not self.editor.changed:
            return self._sign("accept")
        if self._try(lambda: self.sitting.act("set", [self.place], text)):
            self.sitting.journal.drop(unit.id)
            return self._acted()
        return False

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.after("judge", 0.1, self.judge)
        self.after("keep", 0.3, self.keep)

    def action_copy_source(self) -> None:
        self.editor.take(self.unit.source)
        self.set_focus(self.editor)

    async def action_term(self, number: int) -> None:
        if not await self.prepared():
            return
        if number <= len(self.terms) and self.terms[number - 1].equivalents:
            self.editor.put(self.terms[number - 1].equivalents[0])
            self.set_focus(self.editor)
        else:
            self.notify(f"There is no term {number}.")

    def action_match(self, number: int) -> None:
        if self.matches and number <= len(self.matches):
            self.editor.take(self.matches[number - 1].target)
            self.set_focus(self.editor)
        else:
            self.notify(f"There is no match {number}.")

    def action_replace(self) -> None:
        def apply(texts: Mapping[int, str] | None) -> None:
            if texts and self._try(lambda: self.sitting.replace_all(texts)):
                told = counted(len(texts), "target")
                self.notify(f"{told} replaced; {self.key('undo')} takes it back.")
                self._acted(stay=True)

        self.keep()
        self.ask(Replace(self.sitting.units), apply)

    def action_redraft(self) -> None:
        from l10n.workflow.redraft import ready_engines

        engines = ready_engines(self.sitting.workspace)
        if not engines:
            self.notify("No engine is ready; l10n engines says what is missing.")
            return
        usual = self.sitting.workspace.project.settings.engine

        def chosen(engine: str | None) -> None:
            if engine:
                self.notify(f"Drafting with {engine}…")
                self.keep()
                self._redraft(engine, self.unit, self.sitting.journal.get(self.unit.id))

        self.ask(Choose("Draft again with:", engines, usual), chosen)

    def _redraft(self, engine: str, unit: Unit, kept: str | None = None) -> None:
        # No worker: the program would wait for the engine when the person has left.
        asked = engine, unit, kept
        Thread(target=self._draft_again, args=asked, name=DRAFTING, daemon=True).start()

    def _draft_again(self, engine: str, unit: Unit, kept: str | None) -> None:
        from l10n.workflow.redraft import redraft

        try:
            on_date = self.sitting.cutting.document.date
            draft = redraft(self.sitting.workspace, unit, engine, on_date)
        except L10nError as error:
            self.from_thread(self.complain, error)
            return
        self.from_thread(self._redrafted, unit, draft, kept)

    def _redrafted(self, unit: Unit, draft: Unit, kept: str | None = None) -> None:
        """Take a draft, unless there is more than `kept` that the person wrote for the unit."""
        place = self.sitting.place(unit.id)
        self.keep()
        if place is None or self.sitting.units[place].target != unit.target:
            self.notify("The unit has changed meanwhile; the new draft was not taken.")
        elif self.sitting.journal.get(unit.id) != kept:
            self.notify("You have written meanwhile; the new draft was not taken.")
        elif self._try(lambda: self.sitting.redrafted(place, draft)):
            self.sitting.journal.drop(unit.id)
            self._acted(stay=True)

    # Acts

    def action_accept(self) -> None:
        self.action_save()

    def action_review(self) -> None:
        self._sign("review")

    def action_approve(self) -> None:
        self._sign("approve")

    def _sign(self, act: str) -> bool:
        if self.editor.changed and act != "accept":
            self.notify(
                f"The editor has a text that is not accepted: {self.key('accept')} accepts, "
                f"{self.key('discard')} gives it up."
            )
            return False
        return self._try(lambda: self.sitting.act(act, [self.place]) or True) and self._acted()

    def action_reject(self) -> None:
        place = self.place

        def reject(text: str | None) -> None:
            if text and self._try(lambda: self.sitting.act("reject", [place], text)):
                self._acted()

        self.ask(Ask("Why is it rejected?"), reject)

    def action_comment(self) -> None:
        place = self.place

        def comment(text: str | None) -> None:
            if text and self._try(lambda: self.sitting.comment(place, text)):
                self.notify("Noted.", timeout=2)
                self.after("history", 1, self.show_history)

        self.ask(Ask("Comment:"), comment)

    def _try(self, act: Callable[[], bool]) -> bool:
        try:
            return act()
        except L10nError as error:
            self.complain(error)
            return False

    def _acted(self, *, stay: bool = False) -> bool:
        """Show what an act did, and go on to the next row that needs the person, else the next.

        Whether there is one.
        """
        self._list.kept = self.sitting.journal.texts
        row = self.units.cursor
        further = range(row + 1, len(self.rows))
        going = not stay and bool(further)
        if going:
            self.go(next((r for r in further if self.needs_work(self.rows[r])), row + 1))
        else:
            self.show_unit()
        self.sweep()
        return going

    def action_undo(self) -> None:
        self._stepped(self.sitting.undo(), "undone", "Nothing to undo.")

    def action_redo(self) -> None:
        self._stepped(self.sitting.redo(), "done again", "Nothing to redo.")

    def _stepped(self, step: Step | None, what: str, nothing: str) -> None:
        if step is None:
            self.notify(nothing)
            return
        many = f" ({counted(len(step.after), 'unit')})" if len(step.after) > 1 else ""
        # Told when the hands rest: a note takes longer to draw than the step itself.
        self.after("told", 0.2, lambda: self.notify(f"{step.act} {what}{many}", timeout=2))
        changed = {unit.id for unit in step.after}
        stays = bool(self.rows) and self.unit.id in changed
        self.list_again(None if stays else step.after[0].id)

    # Views

    async def action_split(self) -> None:
        self.keep()
        await self.app.push_screen(Reading(self.sitting, self.unit.id if self.rows else ""))

    async def action_articles(self) -> None:
        self.keep()
        await self.app.run_action("app.articles")

    async def action_quit(self) -> None:
        await self.app.action_quit()

    def action_help(self) -> None:
        def carry_out(name: str | None) -> None:
            for command in COMMANDS:
                if command.id == name:
                    self.call_later(self.run_action, command.action)

        self.ask(Commands(self.keys), carry_out)

    action_palette = action_help

    async def action_theme(self) -> None:
        await self.app.run_action("app.turn")
