"""Routes: a target that is drafted from another target's text, once that has been reviewed.

Each unit notes which text it was made from. When people change that text, or refuse it, what they
stood for goes back: it is `translated` again, with the reason. A draft is drafted again, once that
is reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.errors import SettingsError
from l10n.model import State, Unit, seal_of
from l10n.settings import SETTINGS_FILE, Settings
from l10n.workflow import recording as recordings
from l10n.workflow.record import REFRESH
from l10n.workflow.transitions import REJECTED
from l10n.workflow.workspace import Cutting, Workspace

REASON = "route:"
"""Begins the reason of a unit that went back; the target that it was made from follows."""
REFUSED = "?"
"""Ends the note of a unit that went back because its text is gone, though none is reviewed yet."""
WHO = "l10n draft"
"""Who sends it back, in the record."""


def via_texts(workspace: Workspace, cutting: Cutting, via: str) -> dict[str, str]:
    """The reviewed and approved texts of an article in the target `via`, by the unit's id."""
    return _from(State.REVIEWED, workspace.translation(cutting.slug, via, cutting))


def _from(least: State, units: Iterable[Unit]) -> dict[str, str]:
    return {unit.id: unit.target for unit in units if unit.state.rank >= least.rank}


def mark(via: str, text: str) -> str:
    """What a unit notes of the text that it was made from: `en:3f2a9c1b7d04`."""
    return f"{via}:{seal_of('', text)}"


def marks(
    workspace: Workspace, cutting: Cutting, units: Sequence[Unit], language: str
) -> dict[str, str]:
    """What units of a routed target that are stale should have noted, by their ids."""
    route = workspace.project.settings.routes.get(language)
    if route is None:
        return {}
    texts = _Texts(route.via, workspace.translation(cutting.slug, route.via, cutting))
    return {unit.id: texts.mark(unit) for unit in units if texts.stale(unit)}


def stale(workspace: Workspace, slug: str, language: str, units: Iterable[Unit]) -> list[Unit]:
    """Those of the article's `units` that were made from a text that no longer stands."""
    route = workspace.project.settings.routes.get(language)
    noted = [unit for unit in units if unit.via] if route else []
    if route is None or not noted:
        return []
    catalog = workspace.catalog(slug, route.via)
    texts = _Texts(route.via, catalog.units if catalog else ())
    return [unit for unit in noted if texts.stale(unit)]


class _Texts:
    """The texts of an article in the target that a route goes by."""

    def __init__(self, via: str, units: Iterable[Unit]) -> None:
        self._via = via
        self._units = {unit.id: unit for unit in units}

    def of(self, unit: Unit) -> str:
        """What the unit is measured by: a draft is only made from what is reviewed."""
        made_by_people = unit.state.rank > State.DRAFT.rank
        least = State.TRANSLATED if made_by_people else State.REVIEWED
        text = self._units.get(unit.id)
        return text.target if text and text.state.rank >= least.rank else ""

    def mark(self, unit: Unit) -> str:
        """What the unit would note if its route were followed now; "" where that is not known."""
        text = self.of(unit)
        if text:
            return mark(self._via, text)
        # A draft that a changed article has left behind is what a person goes on from.
        if self._gone(unit) and not unit.previous_source and self._noted(unit):
            return f"{unit.via.removesuffix(REFUSED)}{REFUSED}"
        return ""

    def stale(self, unit: Unit) -> bool:
        """Whether the unit was made from another wording, or from one that is gone."""
        now = self.mark(unit)
        return self._noted(unit) and now not in ("", unit.via, unit.via.removesuffix(REFUSED))

    def unmarked(self, unit: Unit) -> bool:
        """Whether people stand for the unit as it is beside a reviewed text."""
        text = self._units.get(unit.id)
        reviewed = text is not None and text.state.rank >= State.REVIEWED.rank
        known = unit.via and not unit.via.endswith(REFUSED)
        return reviewed and not known and unit.state.rank >= State.TRANSLATED.rank

    def _gone(self, unit: Unit) -> bool:
        """Whether a draft is there in place of what the unit was made from, or that is refused."""
        text = self._units.get(unit.id)
        if text is None or text.state is not State.DRAFT:
            return False
        refused = any(reason.startswith(REJECTED) for reason in text.reasons)
        return refused or mark(self._via, text.target) != unit.via.removesuffix(REFUSED)

    def _noted(self, unit: Unit) -> bool:
        return unit.via.startswith(f"{self._via}:") and unit.target != ""


def follow(workspace: Workspace, slugs: Sequence[str], languages: Sequence[str]) -> int:
    """Send back what was made from a text that no longer stands; how many units that were.

    A draft loses its target, so that it is drafted again. All others become `translated`.
    """
    check(workspace.project.settings)
    count = 0
    for language in languages:
        route = workspace.project.settings.routes.get(language)
        for slug in slugs if route else ():
            if route is not None and workspace.project.catalog(slug, language).exists():
                count += _follow(workspace, slug, language, route.via)
    return count


def _follow(workspace: Workspace, slug: str, language: str, via: str) -> int:
    cutting = workspace.cutting(slug)
    texts = _Texts(via, workspace.translation(slug, via, cutting))
    units = workspace.translation(slug, language, cutting)
    if not any(texts.stale(unit) or texts.unmarked(unit) for unit in units):
        return 0
    count = 0
    with recordings.recording(workspace, slug, language) as opened:
        for unit in opened.catalog.units:
            if texts.stale(unit):
                after = _sent_back(unit, texts.mark(unit), via)
                if unit.state.rank > State.DRAFT.rank or opened.record.of(unit.id):
                    opened.change(after, REFRESH, WHO, _told(via))
                else:
                    opened.catalog.replace(after)
                count += 1
            elif texts.unmarked(unit):
                # Translated by hand: it counts as made from what is there.
                opened.catalog.replace(replace(unit, via=texts.mark(unit)))
    return count


def _sent_back(unit: Unit, noted: str, via: str) -> Unit:
    if unit.state is State.DRAFT:
        return replace(
            unit, target="", state=State.UNTRANSLATED, origin="", risk=None, reasons=(), via=""
        )
    others = tuple(reason for reason in unit.reasons if not reason.startswith(REASON))
    return replace(
        unit,
        state=State.TRANSLATED,
        recorded=None,
        seal="",
        reviewer="",
        approver="",
        reasons=(*others, f"{REASON}{via}"),
        via=noted,
    )


def _told(via: str) -> str:
    return f"the text in {via} that it was made from no longer stands"


def check(settings: Settings) -> None:
    """Raises `SettingsError` for a route that leads nowhere, or in a circle."""
    for language, route in settings.routes.items():
        for tag in (language, route.via):
            if tag not in settings.targets:
                raise SettingsError(
                    f"routes.{language}: {tag} is no target",
                    file=SETTINGS_FILE,
                    remedy=f"add it to targets: {', '.join(settings.targets)}",
                )
        seen = [language]
        while seen[-1] in settings.routes:
            seen.append(settings.routes[seen[-1]].via)
            if seen[-1] in seen[:-1]:
                raise SettingsError(
                    f"routes.{language} leads in a circle: {' via '.join(seen)}",
                    file=SETTINGS_FILE,
                    remedy="let one of them be drafted from the source",
                )
