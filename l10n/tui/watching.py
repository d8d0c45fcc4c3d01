"""Other people's changes to the files that are open: noticed, shown, and never written over."""

from __future__ import annotations

from textual import work

from l10n.errors import L10nError
from l10n.model import Unit, counted
from l10n.tui.dialogs import Differ
from l10n.tui.listing import ListingView
from l10n.tui.text import shown
from l10n.workflow.looking import Read

LOOK = 1.0
"""Seconds between two looks."""
_LATE = "Not written yet: another process may hold the catalog. It is tried for 30 seconds."


class WatchingView(ListingView):
    """A view that follows its files."""

    def on_mount(self) -> None:
        """Look from time to time."""
        self._told = ""
        self.set_interval(LOOK, self._look)

    def _look(self) -> None:
        if self.sitting.writer.late:
            self._tell(_LATE)
            return
        if self._told == _LATE:
            self._told = ""
        if self.sitting.changed_underneath():
            self._read()

    def action_reload(self) -> None:
        """Read the files again, and say so meanwhile."""
        self._set_reading(True)
        self._read()

    def _set_reading(self, reading: bool) -> None:
        if reading != self.reading and self.rows:
            self.reading = reading
            self.show_title()

    @work(exclusive=True, group="reload", thread=True)
    def _read(self) -> None:
        """Read the files again, beside the keys, and show what somebody else did."""
        try:
            read = self.sitting.reread()
        except L10nError as error:
            self.from_thread(self._unreadable, error)
        else:
            self.from_thread(self._reread, read)

    def _unreadable(self, error: L10nError) -> None:
        self._set_reading(False)
        self._tell(f"What is shown is kept; {error}")

    def _reread(self, read: Read | None) -> None:
        self._set_reading(False)
        self.keep()
        here = self.unit if self.rows else None
        mine = self.editor.text if self.editor.changed else None
        ids = self.sitting.ids
        changed = self.sitting.take(read)
        if changed is None:
            return
        self._told = ""
        if not changed and ids == self.sitting.ids:
            return
        self.advisor.forget(self.sitting.cutting)
        who = sorted({u.approver or u.reviewer or u.translator for _, u in changed} - {""})
        by = f" by {shown(', '.join(who))}" if who else ""
        gone = len(set(ids) - set(self.sitting.ids))
        amount = counted(len(changed) or gone, "unit")
        self._tell(f"{amount} {'changed' if changed else 'went'} underneath{by}.")
        self.list_again(here.id if here else None)
        self.sweep()
        theirs = next((new for _, new in changed if here and new.id == here.id), None)
        if here is not None and mine is not None and theirs is not None:
            self._differ(here, theirs, mine)

    def _differ(self, was: Unit, theirs: Unit, mine: str) -> None:
        """Their text is in the file, the person's own in the editor: ask which to go on with."""
        if theirs.target in (mine, was.target):
            return

        def chosen(answer: str | None) -> None:
            if answer == "theirs":
                self.sitting.journal.drop(theirs.id)
                self.show_unit()

        why = "The unit changed while you were writing. Your text is not accepted yet."
        self.ask(Differ(why, mine, theirs.target), chosen)

    def _tell(self, what: str) -> None:
        if what != self._told:
            self._told = what
            self.notify(shown(what), markup=False, timeout=8)
