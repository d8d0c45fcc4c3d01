"""Which units are listed, and in which order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from textual import work

from l10n.model import Finding, Risk, Unit
from l10n.tui.view import ReviewView
from l10n.workflow.filtering import Filter

_RISKS = (Risk.HIGH, Risk.MEDIUM, Risk.LOW, None)
_TURN = 0.01
"""Seconds that a search goes on until it lets the keys have their turn."""


class ListingView(ReviewView):
    """A view whose list is filtered and ordered."""

    def list_again(self, unit: str | None = None) -> None:
        """Filter and order anew; the cursor stays on its unit, or goes to `unit`.

        A filter that nothing is like any more ends: an empty list would say nothing.
        """
        wanted = unit or (self.unit.id if self.rows else None)
        places = self._accepted_places()
        if not places and self.filter_text:
            self.notify("No unit is like that; all are shown.")
            self.filter, self.filter_text = Filter(), ""
            places = self._accepted_places()
        if self.by_risk:
            places.sort(key=lambda p: _RISKS.index(self.sitting.units[p].risk))
        self.rows = places
        place = self.sitting.place(wanted) if wanted else None
        row = places.index(place) if place in places else 0
        self.units.show(self.sitting.units, self.rows)
        self.go(row)

    def narrow(self, text: str) -> None:
        """List the units that a filter asks for."""
        self.keep()
        self.filter, self.filter_text = Filter.parse(text), text
        self.seeking = self.filter.asks("finding", "concept")
        if self.seeking:
            self.show_title()
            self.seek()
        else:
            self.list_again()

    @work(exclusive=True, group="seek")
    async def seek(self) -> None:
        """Look at all units for what the filter asks, between keys, and list what is found."""
        if not await self.prepared():
            return
        began = time.monotonic()
        for unit in tuple(self.sitting.units):
            if self.filter.asks("finding"):
                await self.judge_aside(unit)
            self._accepts(unit)
            if time.monotonic() - began > _TURN:
                await asyncio.sleep(0)
                began = time.monotonic()
        if not self.in_use:
            return
        self.keep()
        self.seeking = False
        self.list_again()

    def _accepted_places(self) -> list[int]:
        """Until all have been looked at, those that were listed before."""
        if self.seeking:
            return [p for p in self.rows if p < len(self.sitting.units)]
        slow = self.filter.asks("finding", "concept")
        accepts = self._accepts if slow else self.filter.accepts
        return [p for p, unit in enumerate(self.sitting.units) if accepts(unit)]

    def _accepts(self, unit: Unit) -> bool:
        found: Sequence[Finding] = ()
        if self.filter.asks("finding"):
            found = self.judgement(unit)[0]
        concepts: tuple[str, ...] = ()
        if self.filter.asks("concept"):
            if unit.id not in self._concepts:
                known = self.advisor.terms(unit.source)
                self._concepts[unit.id] = tuple(term.concept.id for term in known)
            concepts = self._concepts[unit.id]
        return self.filter.accepts(unit, {f.check for f in found}, concepts)
