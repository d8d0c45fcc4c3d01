"""Routes: a target that is drafted from another target's text, once that has been reviewed.

Each unit notes which text it was made from. When people change that text, what they stood for goes
back: it is `translated` again, with the reason. A draft is drafted again, once that is reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from l10n.errors import SettingsError
from l10n.model import State, Unit, seal_of
from l10n.settings import SETTINGS_FILE, Settings
from l10n.workflow import recording as recordings
from l10n.workflow.record import REFRESH
from l10n.workflow.workspace import Cutting, Workspace

REASON = "route:"
"""Begins the reason of a unit that went back; the target that it was made from follows."""
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
    """What units of a routed target should have noted, by their ids; empty without a route."""
    route = workspace.project.settings.routes.get(language)
    if route is None:
        return {}
    texts = _Texts(workspace, cutting, route.via)
    known = {unit.id: texts.of(unit) for unit in units}
    return {unit_id: mark(route.via, text) for unit_id, text in known.items() if text}


class _Texts:
    """The texts of an article in the target that a route goes by."""

    def __init__(self, workspace: Workspace, cutting: Cutting, via: str) -> None:
        self._via = via
        units = workspace.translation(cutting.slug, via, cutting)
        self.reviewed = _from(State.REVIEWED, units)
        self._latest = _from(State.TRANSLATED, units)

    def of(self, unit: Unit) -> str:
        """What the unit is measured by: a draft is only made from what is reviewed."""
        texts = self._latest if unit.state.rank > State.DRAFT.rank else self.reviewed
        return texts.get(unit.id, "")

    def stale(self, unit: Unit) -> bool:
        """Whether the unit was made from another wording."""
        noted = unit.via.startswith(f"{self._via}:") and unit.target != ""
        text = self.of(unit)
        return noted and text != "" and unit.via != mark(self._via, text)


def follow(workspace: Workspace, slugs: Sequence[str], languages: Sequence[str]) -> int:
    """Send back what was made from a text that has changed; how many units that were.

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
    texts = _Texts(workspace, cutting, via)
    units = workspace.translation(slug, language, cutting)
    if not any(texts.stale(unit) or _unmarked(unit, texts.reviewed) for unit in units):
        return 0
    count = 0
    with recordings.recording(workspace, slug, language) as opened:
        for unit in opened.catalog.units:
            if texts.stale(unit):
                after = _sent_back(unit, texts.of(unit), via)
                if unit.state.rank > State.DRAFT.rank or opened.record.of(unit.id):
                    opened.change(after, REFRESH, WHO, _told(via))
                else:
                    opened.catalog.replace(after)
                count += 1
            elif _unmarked(unit, texts.reviewed):
                # Translated by hand: it counts as made from what is there.
                opened.catalog.replace(replace(unit, via=mark(via, texts.reviewed[unit.id])))
    return count


def _unmarked(unit: Unit, texts: Mapping[str, str]) -> bool:
    return not unit.via and unit.state.rank >= State.TRANSLATED.rank and unit.id in texts


def _sent_back(unit: Unit, text: str, via: str) -> Unit:
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
        via=mark(via, text),
    )


def _told(via: str) -> str:
    return f"the text in {via} that it was made from has changed"


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
