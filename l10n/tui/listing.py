"""Which units are listed, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.model import Finding, Risk
from l10n.tui.view import ReviewView

_RISKS = (Risk.HIGH, Risk.MEDIUM, Risk.LOW, None)


class ListingView(ReviewView):
    """A view whose list is filtered and ordered."""

    def list_again(self, unit: str | None = None) -> None:
        """Filter and order anew; the cursor stays on its unit, or goes to `unit`."""
        wanted = unit or (self.unit.id if self.rows else None)
        places = [p for p in range(len(self.sitting.units)) if self._accepted(p)]
        if self.by_risk:
            places.sort(key=lambda p: _RISKS.index(self.sitting.units[p].risk))
        self.rows = places
        place = self.sitting.place(wanted) if wanted else None
        row = places.index(place) if place in places else 0
        self.units.show(self.sitting.units, self.rows)
        self.go(row)

    def _accepted(self, place: int) -> bool:
        unit = self.sitting.units[place]
        if not self.filter.words and not self.filter.fields:
            return True
        asked = {name for name, _ in self.filter.fields}
        found: Sequence[Finding] = ()
        if "finding" in asked:
            if not self._is_judged(unit):
                self._note(unit, self.advisor.judged(unit, unit.target)[0])
            found = self.judged[unit.id][1]
        concepts: tuple[str, ...] = ()
        if "concept" in asked:
            if unit.id not in self._concepts:
                known = self.advisor.terms(unit.source)
                self._concepts[unit.id] = tuple(term.concept.id for term in known)
            concepts = self._concepts[unit.id]
        return self.filter.accepts(unit, {f.check for f in found}, concepts)
