"""What advice knows of the units: loaded beside the keys, and worked out between them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from l10n.model import Finding, Severity, Unit, VerdictKind
from l10n.tui.asking import AskingView
from l10n.workflow.sitting import Sitting

if TYPE_CHECKING:
    from l10n.workflow.advice import Advisor

QUIET = 0.3
"""Seconds without a key from which the background goes on."""


class JudgingView(AskingView):
    """A view that has its units judged."""

    def __init__(self, sitting: Sitting, advisor: Advisor, keys: Mapping[str, str]) -> None:
        super().__init__(sitting, keys)
        self.advisor = advisor
        self.ready = False
        """Whether glossary and checks are loaded, which the first picture does not wait for."""
        self._tried = asyncio.Event()
        self.judged: dict[str, tuple[Unit, list[Finding], dict[str, VerdictKind]]] = {}
        """By unit id: the unit as it was judged, what the checks found, and its terms' verdicts."""
        self.settled = False
        """Whether all that is in sight belongs to the unit in the middle."""
        self._last_key = 0.0
        self._later: dict[str, Timer] = {}

    async def prepare(self, unit: Unit) -> None:
        """Load glossary and checks, beside the keys; raises what is wrong with them."""
        try:
            await asyncio.to_thread(self.advisor.prepare, unit)
            self.ready = True
        finally:
            self._tried.set()

    async def prepared(self) -> bool:
        """Wait for that; False where they cannot be loaded."""
        await self._tried.wait()
        return self.ready

    def judgement(self, unit: Unit) -> tuple[list[Finding], dict[str, VerdictKind]]:
        """What the checks say of a unit, worked out once; kept where its target is its own."""
        known = self.judged.get(unit.id)
        if known is not None and known[0] == unit:
            return known[1], known[2]
        return self._judged(unit, *self.advisor.judged(unit, unit.target))

    async def judge_aside(self, unit: Unit) -> None:
        """The same in a thread: a text may be long, and a hand at the keys does not wait for it."""
        if self.judged.get(unit.id, (None,))[0] != unit:
            self._judged(unit, *await asyncio.to_thread(self.advisor.judged, unit, unit.target))

    def _judged(
        self, unit: Unit, found: list[Finding], verdicts: Mapping[str, VerdictKind]
    ) -> tuple[list[Finding], dict[str, VerdictKind]]:
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
        """Judge all units, one by one between keys, so that the list can show it."""
        new = 0
        try:
            for place, key in enumerate(tuple(self.sitting.ids)):
                while not self.settled or time.monotonic() - self._last_key < QUIET:
                    await asyncio.sleep(QUIET)
                unit = self.sitting.units[place]
                if self._is_judged(key, unit):
                    continue
                await self.judge_aside(unit)
                new += 1
                if new % 50 == 0:
                    self.redraw_list()
        finally:
            # One that another follows has found something, too.
            if new:
                self.redraw_list()

    def redraw_list(self) -> None:
        """Draw the list with what is known by now."""
        if self.in_use:
            self.units.refresh()

    def _is_judged(self, key: str, unit: Unit) -> bool:
        known = self.judged.get(key)
        return known is not None and known[0].target == unit.target

    def awake(self) -> None:
        """The person pressed a key; see `sweep`."""
        self._last_key = time.monotonic()
        self.sitting.touch()

    def after(self, name: str, seconds: float, call: Callable[[], object]) -> None:
        """Call later, once: a new call with this name takes the place of a waiting one."""
        waiting = self._later.pop(name, None)
        if waiting is not None:
            waiting.stop()
        self._later[name] = self.set_timer(seconds, lambda: self.in_use and call())
