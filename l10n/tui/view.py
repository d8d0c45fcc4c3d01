"""The main screen as it is seen: the list, one unit in the middle, and what helps with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from l10n.errors import L10nError
from l10n.memory import MemoryMatch
from l10n.model import Finding, Severity, State, Unit, VerdictKind
from l10n.tui import panes
from l10n.tui.editor import Editor
from l10n.tui.pane import Pane
from l10n.tui.text import MARKS, difference, marked, shown
from l10n.tui.unit_list import Shown, UnitList
from l10n.workflow.advice import Advisor, Known
from l10n.workflow.filtering import Filter
from l10n.workflow.sitting import Sitting

SMALLEST = (60, 16)
"""Columns and lines under which nothing would be in sight."""
QUIET = 0.3
"""Seconds without a key from which the background goes on."""
_MATCH_KEYS = [f"F{n}" for n in range(2, 7)]


class ReviewView(Screen[None]):
    """Shows a sitting; the acts are in `ReviewScreen`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual's way
    AUTO_FOCUS = "#units"

    def __init__(self, sitting: Sitting, advisor: Advisor) -> None:
        super().__init__()
        self.sitting, self.advisor = sitting, advisor
        self.rows: list[int] = list(range(len(sitting.units)))
        self.filter = Filter()
        self.filter_text = ""
        self.by_risk = False
        self.judged: dict[str, tuple[str, list[Finding]]] = {}
        """By unit id: the target that was judged, and what the checks found."""
        self.terms: list[Known] = []
        self.matches: list[MemoryMatch] | None = None
        self.verdicts: dict[str, VerdictKind] = {}
        self._list = Shown({}, sitting.journal.texts)
        self._last_key = 0.0
        self._later: dict[str, Timer] = {}
        self._concepts: dict[str, tuple[str, ...]] = {}

    def compose(self) -> ComposeResult:
        """The widgets; `review.tcss` puts them in their places."""
        yield Pane(id="title")
        yield Pane(id="small")
        with Horizontal(id="body"):
            yield UnitList(self._list, id="units")
            with Vertical(id="centre"):
                yield Pane(id="before", classes="neighbour")
                yield Pane(id="source")
                yield Editor(id="editor")
                yield Pane(id="status")
                yield Pane(id="after", classes="neighbour")
            with Vertical(id="side"):
                for name in panes.PANES:
                    yield Pane(name.capitalize(), id=name, classes="pane")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the first unit that needs work, and look at all others meanwhile."""
        self.pane("terms").add_class("-current")
        self.units.show(self.sitting.units, self.rows)
        first = next((r for r, p in enumerate(self.rows) if self.needs_work(p)), 0)
        self.call_after_refresh(self.go, first)
        self.sweep()

    def on_resize(self, event: events.Resize) -> None:
        """Where the terminal is too small, say so and show nothing else."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "-small")
        self.pane("small").show(
            f"This terminal is {event.size.width}x{event.size.height}; "
            f"make it {SMALLEST[0]}x{SMALLEST[1]} at least. Nothing is lost."
        )

    def pane(self, name: str) -> Pane:
        """The pane with this id."""
        return self.query_one(f"#{name}", Pane)

    @property
    def units(self) -> UnitList:
        """The list."""
        return self.query_one("#units", UnitList)

    @property
    def editor(self) -> Editor:
        """The editor of the target."""
        return self.query_one("#editor", Editor)

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
            source.append("\nchanged: ", "dim")
            source.append_text(difference(unit.previous_source, unit.source))
        self.pane("source").show(source)
        self._neighbours()
        self.show_history()
        self.matches = self._others() or None
        self.show_memory()
        self.judge()
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
        for name, place in (("before", self.place - 1), ("after", self.place + 1)):
            text = ""
            if 0 <= place < len(self.sitting.units):
                other = self.sitting.units[place]
                text = f"{shown(other.source)}\n{shown(other.target)}"
            self.pane(name).show(text)

    def show_title(self) -> None:
        """The line at the top: which article, where in it, how far it is."""
        units = self.sitting.units
        states = " ".join(
            f"{MARKS[state]}{sum(unit.state is state for unit in units)}" for state in State
        )
        filtered = f"  /{self.filter_text}: {len(self.rows)}" if self.filter_text else ""
        order = "  by risk" if self.by_risk else ""
        self.pane("title").show(
            f"{self.sitting.slug} ({self.sitting.language})  "
            f"{self.place + 1}/{len(units)}  {states}{filtered}{order}  {shown(self.sitting.who)}"
        )

    def show_history(self) -> None:
        """Who did what to the unit."""
        self.pane("history").show(panes.history(self.unit, self.sitting.history(self.place)))

    def show_memory(self) -> None:
        """What the memory has, as far as it is known."""
        self.pane("memory").show(panes.memory(self.matches, self.unit.source, _MATCH_KEYS))

    def judge(self) -> None:
        """Show what the checks say of the text in the editor."""
        unit, text = self.unit, self.editor.result
        found, self.verdicts = self._judged(unit, text)
        self.pane("findings").show(panes.findings(found), len(found))
        self.pane("terms").show(panes.terms(self.terms, self.verdicts), len(self.terms))
        self.pane("status").show(self._status(unit, len(found)))

    def _status(self, unit: Unit, findings: int) -> str:
        """One line: what waits for the person, else what the unit is and what the panes have."""
        if self.editor.changed:
            return "* not accepted yet: Enter accepts, Ctrl+G gives it up"
        if unit.conflict:
            return "≠ two branches differ: a keeps this text, F2 takes the other"
        found = f"  findings {findings}" if findings else ""
        terms = f"  terms {len(self.terms)}" if self.terms else ""
        context = f"  {unit.context}" if unit.context else ""
        return f"{MARKS[unit.state]} {unit.state}{context}{found}{terms}  {unit.id}"

    def _judged(self, unit: Unit, text: str) -> tuple[list[Finding], dict[str, VerdictKind]]:
        found, verdicts = self.advisor.judged(unit, text)
        if text == unit.target:
            self._note(unit, found)
        return found, dict(verdicts)

    def _note(self, unit: Unit, found: list[Finding]) -> None:
        self.judged[unit.id] = unit.target, found
        worst = [f.severity for f in found]
        order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
        marks = dict(self._list.worst)
        marks.pop(unit.id, None)
        if worst:
            marks[unit.id] = min(worst, key=order.index)
        self._list.worst = marks

    @work(exclusive=True, group="sweep")
    async def sweep(self) -> None:
        """Judge all units, a few at a time between keys, so that the list can show it."""
        units = [u for u in self.sitting.units if not self._is_judged(u)]
        for number, unit in enumerate(units, 1):
            # The person comes first: a hand at the keys is not kept waiting.
            while time.monotonic() - self._last_key < QUIET:
                await asyncio.sleep(QUIET)
            if not self._is_judged(unit):
                self._note(unit, self.advisor.judged(unit, unit.target)[0])
            await asyncio.sleep(0)
            if number % 50 == 0:
                self.units.refresh()
        if units:
            self.units.refresh()

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
            if self.rows and self.unit.id == unit.id:
                self.matches = self._others() + matches
                self.show_memory()

        self.app.call_from_thread(found)

    def after(self, name: str, seconds: float, call: Callable[[], object]) -> None:
        """Call later, once: a new call with this name takes the place of a waiting one."""
        waiting = self._later.pop(name, None)
        if waiting is not None:
            waiting.stop()
        self._later[name] = self.set_timer(seconds, call)
