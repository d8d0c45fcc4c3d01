"""Going from unit to unit, and choosing which are listed."""

from __future__ import annotations

from l10n.errors import UsageError
from l10n.tui.dialogs import Ask
from l10n.tui.watching import WatchingView
from l10n.workflow.filtering import Filter


class MovingView(WatchingView):
    """A view in which a person moves."""

    def _move(self, row: int) -> None:
        self.keep()
        self.go(row)

    def action_next(self) -> None:
        self._move(self.units.cursor + 1)

    def action_previous(self) -> None:
        self._move(self.units.cursor - 1)

    def action_first(self) -> None:
        self._move(0)

    def action_last(self) -> None:
        self._move(len(self.rows) - 1)

    def action_page_down(self) -> None:
        self._move(self.units.cursor + max(self.units.size.height - 1, 1))

    def action_page_up(self) -> None:
        self._move(self.units.cursor - max(self.units.size.height - 1, 1))

    def action_next_work(self) -> None:
        self._to_work(1)

    def action_previous_work(self) -> None:
        self._to_work(-1)

    def _to_work(self, step: int) -> None:
        """The next unit that this person can do something for, around the end of the list."""
        start, amount = self.units.cursor, len(self.rows)
        for distance in range(1, amount):
            row = (start + step * distance) % amount
            if self.needs_work(self.rows[row]):
                self._move(row)
                return
        self.notify("Nothing else needs work here.")

    def action_jump(self) -> None:
        def wrong(text: str) -> str:
            return "" if self._found(text) is not None else f"There is no unit {text}."

        def jump(text: str | None) -> None:
            place = self._found(text) if text else None
            if place is None:
                return
            if place not in self.rows:
                self.narrow("")
            self._move(self.rows.index(place))

        self.ask(Ask("Number or id of the unit:", wrong=wrong), jump)

    def _found(self, text: str) -> int | None:
        if text.isdecimal() and 1 <= int(text) <= len(self.sitting.units):
            return int(text) - 1
        hits = [p for p, unit in enumerate(self.sitting.units) if unit.id.startswith(text)]
        return hits[0] if len(hits) == 1 else None

    def action_filter(self) -> None:
        def wrong(text: str) -> str:
            try:
                asked = Filter.parse(text)
            except UsageError as error:
                return str(error)
            # What takes long is looked for when the question is gone.
            some = asked.asks("finding", "concept") or any(map(asked.accepts, self.sitting.units))
            return "" if some else "No unit is like that."

        def narrow(text: str | None) -> None:
            if text is not None:
                self.narrow(text)

        question = "Show units with these words, state: risk: finding: concept: (empty: all)"
        self.ask(Ask(question, self.filter_text, empty=True, wrong=wrong), narrow)

    def action_order(self) -> None:
        self.keep()
        self.by_risk = not self.by_risk
        self.list_again()
