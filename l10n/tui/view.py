"""The main screen as it is seen: the list, one unit in the middle, and what helps with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping

from rich.text import Text
from textual import events, on, work
from textual.timer import Timer

from l10n.errors import L10nError
from l10n.memory import MemoryMatch
from l10n.model import Finding, Severity, State, Unit, VerdictKind
from l10n.tui import bars, panes
from l10n.tui.colours import SEVERITIES
from l10n.tui.layout import ReviewLayout
from l10n.tui.pane import Pane, entitle
from l10n.tui.text import MARKS, counted, difference, marked, shown
from l10n.tui.unit_list import FINDINGS, UnitList
from l10n.workflow.advice import Advisor, Known
from l10n.workflow.filtering import Filter
from l10n.workflow.sitting import Sitting

QUIET = 0.3
"""Seconds without a key from which the background goes on."""


class ReviewView(ReviewLayout):
    """Shows a sitting; the acts are in `ReviewScreen`."""

    def __init__(self, sitting: Sitting, advisor: Advisor, keys: Mapping[str, str]) -> None:
        super().__init__(sitting, keys)
        self.advisor = advisor
        self.rows: list[int] = list(range(len(sitting.units)))
        self.filter = Filter()
        self.filter_text = ""
        self.by_risk = False
        self.judged: dict[str, tuple[str, list[Finding]]] = {}
        """By unit id: the target that was judged, and what the checks found."""
        self.terms: list[Known] = []
        self.matches: list[MemoryMatch] | None = None
        self.verdicts: dict[str, VerdictKind] = {}
        self._last_key = 0.0
        self._later: dict[str, Timer] = {}
        self._concepts: dict[str, tuple[str, ...]] = {}

    def on_mount(self) -> None:
        """Show the first unit that needs work, and look at all others meanwhile."""
        self.pane("terms").add_class("-current")
        self.units.show(self.sitting.units, self.rows)
        first = next((r for r, p in enumerate(self.rows) if self.needs_work(p)), 0)
        self.call_after_refresh(self.go, first)
        self.sweep()
        kept = len(self.sitting.journal.texts)
        if kept:
            self.notify(f"{counted(kept, 'text')} of yours, marked *, not accepted yet.")

    def on_resize(self, _event: events.Resize) -> None:
        """What is cut to its width is cut anew."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.rows:
            self.show_title()
            self.judge()

    def recolour(self) -> None:
        """The theme is another one."""
        for pane in self.query(Pane):
            pane.wrap()
        self.units.refresh()

    @property
    def place(self) -> int:
        """Index of the unit in the middle."""
        return self.rows[self.units.cursor]

    @property
    def unit(self) -> Unit:
        """The unit in the middle."""
        return self.sitting.units[self.place]

    def needs_work(self, place: int) -> bool:
        """Whether this person can bring the unit further."""
        return self.sitting.waits(place)

    def go(self, row: int) -> None:
        """Put a row's unit in the middle."""
        self.units.move(row)
        self.show_unit()

    @on(UnitList.Moved)
    def _clicked(self, event: UnitList.Moved) -> None:
        self.keep()
        self.go(event.row)

    def keep(self) -> None:
        """Keep what stands in the editor, if it is the person's."""
        if not self.rows:
            return
        if self.editor.changed:
            self.sitting.journal.keep(self.unit.id, self.editor.text)
        else:
            self.sitting.journal.drop(self.unit.id)
        self._list.kept = self.sitting.journal.texts

    def show_unit(self) -> None:
        """Show the unit at the cursor with all that belongs to it."""
        if not self.rows:
            return
        unit = self.unit
        own = shown(unit.target) if "\n" not in unit.source else unit.target
        kept = self.sitting.journal.get(unit.id)
        self.terms = self.advisor.terms(unit.source)
        self.editor.give(own if kept is None else kept, own, lines="\n" in unit.source)
        source = marked(unit.source, self.terms)
        if unit.previous_source:
            source.append("\nchanged: ", "l10n.doubtful")
            source.append_text(difference(unit.previous_source, unit.source))
        self.pane("source").show(
            source, f"{self.sitting.source_language} · {unit.context or 'text'}"
        )
        by = f" by {shown(unit.origin)}" if unit.origin and unit.state is State.DRAFT else ""
        entitle(self.editor, f"{self.sitting.language} · {MARKS[unit.state]} {unit.state}{by}")
        self.editor.border_subtitle = unit.id
        self._neighbours()
        self.show_history()
        self.matches = self._others() or None
        self.show_memory()
        self.judge()
        self.make_room()
        self.after("memory", 0.05, self._look_up)
        self.show_title()

    def _others(self) -> list[MemoryMatch]:
        """What a merge brought from another branch: it can be taken as a match can."""
        return [
            MemoryMatch(100, self.unit.source, text, "the other branch")
            for text in self.unit.conflict
            if text
        ]

    def _neighbours(self) -> None:
        units, place = self.sitting.units, self.place
        for name, places in (
            ("before", range(place - 1, -1, -1)),
            ("after", range(place + 1, len(units))),
        ):
            pane = self.pane(name)
            fitting = panes.fitting(units, places, pane.content_size)
            pane.show(panes.neighbours(units, sorted(fitting)))

    def show_title(self) -> None:
        """The line at the top: which article, where in it, how far it is."""
        units = self.sitting.units
        note = "  by risk" if self.by_risk else ""
        if self.filter_text:
            note += f"  {shown(self.filter_text)} ({len(self.rows)}; {self.key('leave')}: all)"
        place = f"{self.sitting.slug} → {self.sitting.language}  {self.place + 1}/{len(units)}"
        self.pane("title").show(
            bars.top(place, note, shown(self.sitting.who), units, self.size.width - 2)
        )

    def show_history(self) -> None:
        """Who did what to the unit."""
        self.pane("history").show(panes.history(self.unit, self.sitting.history(self.place)))

    def show_memory(self) -> None:
        """What the memory has, as far as it is known."""
        keys = [self.key(f"match-{n}") for n in range(1, 6)]
        self.pane("memory").show(panes.memory(self.matches, self.unit.source, keys))
        self.show_amount("memory", len(self.matches or ()))

    def judge(self) -> None:
        """Show what the checks say of the text in the editor."""
        unit, text = self.unit, self.editor.result
        found, self.verdicts = self._judged(unit, text)
        self.pane("findings").show(panes.findings(found))
        self.pane("terms").show(panes.terms(unit.source, self.terms, self.verdicts))
        self.show_amount("findings", len(found))
        self.show_amount("terms", len(self.terms))
        self.pane("status").show(self._status(unit, found))

    def _status(self, unit: Unit, found: list[Finding]) -> Text:
        """One line: what waits for the person, and the worst that is known of the text."""
        text = Text()
        if self.editor.changed:
            told = f"* not accepted yet: Enter accepts, {self.key('discard')} gives it up  "
            text.append(told, "l10n.key")
        elif unit.conflict:
            told = f"≠ two branches differ: {self.key('accept')} keeps this text, "
            text.append(f"{told}{self.key('match-1')} takes the other  ", "l10n.bad")
        else:
            text.append_text(panes.doubts(unit))
            text.append("  " if text else "")
        for worst in panes.worst_first(found)[:1]:
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            told = f"{FINDINGS[worst.severity]} {worst.check}: {shown(worst.message)}{more}"
            text.append(told, SEVERITIES[worst.severity])
        text.truncate(max(self.pane("status").content_size.width, 10), overflow="ellipsis")
        return text

    def _judged(self, unit: Unit, text: str) -> tuple[list[Finding], dict[str, VerdictKind]]:
        found, verdicts = self.advisor.judged(unit, text)
        if text == unit.target:
            self._note(unit, found)
        return found, dict(verdicts)

    def _note(self, unit: Unit, found: list[Finding]) -> None:
        self.judged[unit.id] = unit.target, found
        order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
        self._list.worst.pop(unit.id, None)
        if found:
            self._list.worst[unit.id] = min((f.severity for f in found), key=order.index)

    @work(exclusive=True, group="sweep")
    async def sweep(self) -> None:
        """Judge all units, a few at a time between keys, so that the list can show it."""
        pairs = zip(self.sitting.ids, self.sitting.units, strict=True)
        units = [u for key, u in pairs if self.judged.get(key, (None,))[0] != u.target]
        try:
            for number, unit in enumerate(units, 1):
                # The person comes first: a hand at the keys is not kept waiting.
                while time.monotonic() - self._last_key < QUIET:
                    await asyncio.sleep(QUIET)
                if not self._is_judged(unit):
                    self._note(unit, self.advisor.judged(unit, unit.target)[0])
                await asyncio.sleep(0)
                if number % 50 == 0:
                    self.units.refresh()
        finally:
            # One that another follows has found something, too; when all closes there is no list.
            for listed in self.query(UnitList):
                listed.refresh()

    def _is_judged(self, unit: Unit) -> bool:
        return self.judged.get(unit.id, (None,))[0] == unit.target

    def awake(self) -> None:
        """The person pressed a key; see `sweep`."""
        self._last_key = time.monotonic()
        self.sitting.touch()

    @work(exclusive=True, group="memory", thread=True)
    def _look_up(self) -> None:
        place, unit = self.place, self.unit
        try:
            matches = self.advisor.matches(self.sitting.units, place)
        except L10nError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            matches = []

        def found() -> None:
            if self.query(Pane) and self.rows and self.unit.id == unit.id:
                self.matches = self._others() + matches
                self.show_memory()

        self.app.call_from_thread(found)

    def after(self, name: str, seconds: float, call: Callable[[], object]) -> None:
        """Call later, once: a new call with this name takes the place of a waiting one."""
        waiting = self._later.pop(name, None)
        if waiting is not None:
            waiting.stop()
        self._later[name] = self.set_timer(seconds, call)
