"""The main screen as it is seen: the list, one unit in the middle, and what helps with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from rich.text import Text
from textual import events, on, work
from textual.timer import Timer

from l10n.errors import L10nError
from l10n.memory import MemoryMatch
from l10n.model import Finding, Severity, State, Unit, VerdictKind
from l10n.tui import bars, panes
from l10n.tui.asking import AskingView
from l10n.tui.colours import SEVERITIES
from l10n.tui.pane import Pane, entitle
from l10n.tui.text import MARKS, counted, difference, marked, shown
from l10n.tui.unit_list import FINDINGS, UnitList
from l10n.workflow.advice import Advisor, Known
from l10n.workflow.filtering import Filter
from l10n.workflow.sitting import Sitting

QUIET = 0.3
"""Seconds without a key from which the background goes on."""
SOON = 0.01
"""Seconds after the picture with a unit's texts until what helps with it is worked out."""


class ReviewView(AskingView):
    """Shows a sitting; the acts are in `ReviewScreen`."""

    def __init__(self, sitting: Sitting, advisor: Advisor, keys: Mapping[str, str]) -> None:
        super().__init__(sitting, keys)
        self.advisor = advisor
        self.rows: list[int] = list(range(len(sitting.units)))
        self.filter = Filter()
        self.filter_text = ""
        self.seeking = False
        """Whether units are still being looked at for the filter."""
        self.by_risk = False
        self.judged: dict[str, tuple[Unit, list[Finding], dict[str, VerdictKind]]] = {}
        """By unit id: the unit as it was judged, what the checks found, and its terms' verdicts."""
        self.terms: list[Known] = []
        self.matches: list[MemoryMatch] | None = None
        self.verdicts: dict[str, VerdictKind] = {}
        self.settled = False
        """Whether all that is in sight belongs to the unit in the middle."""
        self._last_key = 0.0
        self._later: dict[str, Timer] = {}
        self._concepts: dict[str, tuple[str, ...]] = {}

    def on_mount(self) -> None:
        """Show the first unit that needs work; look at all others once it is seen."""
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
        if self.rows and self.settled:
            self.show_title()
            self.judge()

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
        if self.asked is None:
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
        """Show the unit at the cursor: its texts at once, what helps with it right after that."""
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
        self.matches = self._others() or None
        self.make_room()
        self.show_title()
        self.settled = False
        self.call_after_refresh(self.after, "help", SOON, self.show_help)

    def show_help(self) -> None:
        """Show what helps with the unit; not while another key waits to be carried out."""
        if self.app.message_queue_size:
            self.after("help", SOON, self.show_help)
        elif self.rows and self.query(Pane):
            self.judge()
            self._neighbours()
            self.show_history()
            self.show_memory()
            self.after("memory", 0.05, self._look_up)
            self.settled = True

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
            listed = "looking…" if self.seeking else f"{len(self.rows)}"
            note += f"  {shown(self.filter_text)} ({listed}; {self.key('leave')}: all)"
        place = f"→ {self.sitting.language}  {self.place + 1}/{len(units)}"
        who, room = shown(self.sitting.who), self.size.width - 2
        self.pane("title").show(bars.top(self.sitting.slug, place, note, who, units, room))

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
        worst = self._list.worst.get(unit.id)
        found, self.verdicts = self.judgement(replace(unit, target=text))
        if self._list.worst.get(unit.id) is not worst:
            self.units.row_changed()
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

    def judgement(self, unit: Unit) -> tuple[list[Finding], dict[str, VerdictKind]]:
        """What the checks say of a unit, worked out once; kept where its target is its own."""
        known = self.judged.get(unit.id)
        if known is not None and known[0] == unit:
            return known[1], known[2]
        found, verdicts = self.advisor.judged(unit, unit.target)
        place = self.sitting.place(unit.id)
        if place is not None and self.sitting.units[place].target == unit.target:
            self.judged[unit.id] = unit, found, dict(verdicts)
            order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
            self._list.worst.pop(unit.id, None)
            if found:
                self._list.worst[unit.id] = min((f.severity for f in found), key=order.index)
        return found, dict(verdicts)

    @work(exclusive=True, group="sweep")
    async def sweep(self) -> None:
        """Judge all units, a few at a time between keys, so that the list can show it."""
        new = 0
        try:
            for place, key in enumerate(tuple(self.sitting.ids)):
                # The person comes first: a hand at the keys is not kept waiting.
                while not self.settled or time.monotonic() - self._last_key < QUIET:
                    await asyncio.sleep(QUIET)
                unit = self.sitting.units[place]
                if self._is_judged(key, unit):
                    continue
                self.judgement(unit)
                new += 1
                await asyncio.sleep(0)
                if new % 50 == 0:
                    self.redraw_list()
        finally:
            # One that another follows has found something, too.
            if new:
                self.redraw_list()

    def redraw_list(self) -> None:
        """Draw the list with what is known by now; when all closes there is none."""
        for listed in self.query(UnitList):
            listed.refresh()

    def _is_judged(self, key: str, unit: Unit) -> bool:
        known = self.judged.get(key)
        return known is not None and known[0].target == unit.target

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
