"""The main screen as it is seen: the list, one unit in the middle, and what helps with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on, work
from textual.message import Message

from l10n.errors import L10nError
from l10n.model import Finding, State, Unit, VerdictKind, counted
from l10n.tui import bars, panes
from l10n.tui.colours import SEVERITIES
from l10n.tui.judging import JudgingView
from l10n.tui.pane import entitle
from l10n.tui.text import MARKS, difference, marked, shown
from l10n.tui.unit_list import FINDINGS, UnitList
from l10n.workflow.filtering import Filter
from l10n.workflow.sitting import Sitting

if TYPE_CHECKING:
    from l10n.memory import MemoryMatch
    from l10n.workflow.advice import Advisor, Known

SOON = 0.01
"""Seconds after the picture with a unit's texts until what helps with it is worked out."""


class ReviewView(JudgingView):
    """Shows a sitting; the acts are in `ReviewScreen`."""

    class Failed(Message):
        """It cannot go on."""

        def __init__(self, error: L10nError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, sitting: Sitting, advisor: Advisor, keys: Mapping[str, str]) -> None:
        super().__init__(sitting, advisor, keys)
        self.rows: list[int] = list(range(len(sitting.units)))
        self.filter = Filter()
        self.filter_text = ""
        self.seeking = False
        """Whether units are still being looked at for the filter."""
        self.by_risk = False
        self.reading = False
        """Whether the files are being read again, as the person asked."""
        self.terms: list[Known] = []
        self.matches: list[MemoryMatch] | None = None
        self.verdicts: dict[str, VerdictKind] = {}
        self._concepts: dict[str, tuple[str, ...]] = {}

    def on_mount(self) -> None:
        """Show the first unit that needs work; look at all others once it is seen."""
        self.pane("terms").add_class("-current")
        self.units.show(self.sitting.units, self.rows)
        first = next((r for r, p in enumerate(self.rows) if self.needs_work(p)), 0)
        self.go(first)
        self.call_after_refresh(self.editor.fit)
        self.call_after_refresh(self.get_ready)
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
        self.editor.give(own if kept is None else kept, own, lines="\n" in unit.source)
        self._show_source()
        by = f" by {shown(unit.origin)}" if unit.origin and unit.state is State.DRAFT else ""
        entitle(self.editor, f"{self.sitting.language} · {MARKS[unit.state]} {unit.state}{by}")
        self.editor.border_subtitle = unit.id
        self.matches = self._others() or None
        self.make_room()
        self.show_title()
        self.settled = False
        self.call_after_refresh(self.after, "help", SOON, self.show_help)

    def _show_source(self) -> None:
        """The source with its terms, as soon as there is a glossary, and with what changed."""
        unit = self.unit
        self.terms = self.advisor.terms(unit.source) if self.ready else []
        source = marked(unit.source, self.terms)
        if unit.previous_source:
            source.append("\nchanged: ", "l10n.doubtful")
            source.append_text(difference(unit.previous_source, unit.source))
        self.pane("source").show(
            source, f"{self.sitting.source_language} · {unit.context or 'text'}"
        )

    @work(group="ready")
    async def get_ready(self) -> None:
        """Show what the glossary says as soon as it is there; without it nobody should work."""
        if not self.in_use:
            return
        try:
            await self.prepare(self.unit)
        except L10nError as error:
            self.post_message(self.Failed(error))
        else:
            if self.in_use:
                self._show_source()
                self.make_room()
                self.show_help()

    def show_help(self) -> None:
        """Show what helps with the unit; not while another key waits to be carried out."""
        if not self.ready:
            return
        if self.app.message_queue_size:
            self.after("help", SOON, self.show_help)
        elif self.rows:
            self.judge()
            self._neighbours()
            self.show_history()
            self.show_memory()
            self.after("memory", 0.05, lambda: self._look_up(self.place, self.unit))
            self.settled = True

    def _others(self) -> list[MemoryMatch]:
        """What a merge brought from another branch: it can be taken as a match can."""
        if not self.unit.conflict:
            return []
        from l10n.memory import MemoryMatch

        others = filter(None, self.unit.conflict)
        return [MemoryMatch(100, self.unit.source, text, "the other branch") for text in others]

    def _neighbours(self) -> None:
        units, place = self.sitting.units, self.place
        for name, places in (
            ("before", range(place - 1, -1, -1)),
            ("after", range(place + 1, len(units))),
        ):
            pane = self.pane(name)
            room = pane.content_size
            fitting = sorted(panes.fitting(units, places, room))
            pane.show(panes.neighbours(units, fitting, room, before=name == "before"))

    def show_title(self) -> None:
        """The line at the top: which article, where in it, how far it is."""
        units = self.sitting.units
        note = "  by risk" if self.by_risk else ""
        note += "  reading…" if self.reading else ""
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
        if not self.ready:
            return
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

    @work(exclusive=True, group="memory", thread=True)
    def _look_up(self, place: int, unit: Unit) -> None:
        try:
            matches = self.advisor.matches(self.sitting.units, place)
        except L10nError as error:
            self.from_thread(self.complain, error)
            matches = []
        self.from_thread(self._recalled, unit, matches)

    def _recalled(self, unit: Unit, matches: list[MemoryMatch]) -> None:
        if self.rows and self.unit.id == unit.id:
            self.matches = self._others() + matches
            self.show_memory()
