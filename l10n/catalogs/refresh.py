"""Brings a catalog in line with its article, so that no work is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial

from l10n.catalogs.alignment import Text, align, best_pairs
from l10n.catalogs.catalog import Catalog
from l10n.catalogs.conversion import from_extracted, write_place, write_unit
from l10n.catalogs.message import Message
from l10n.catalogs.severity import Change, severity
from l10n.model import State, Unit, unit_id

REWORDED = "source-changed"
"""The reason that a refresh gives where it took an accepted state back."""

Severity = Callable[[str, str], Change]
"""What the change from an old to a new source does."""


@dataclass(slots=True)
class RefreshReport:
    """How many units fared how."""

    kept: int = 0
    """The same source: everything stays."""
    added: int = 0
    """New, without a target."""
    resealed: int = 0
    """Changed in typography alone: the state stays."""
    translated: int = 0
    """Changed a little: accepted targets are `translated`."""
    draft: int = 0
    """Changed in substance: the target is a draft."""
    obsolete: int = 0
    """Gone from the article, kept as obsolete."""
    revived: int = 0
    """Obsolete before, in the article again, unchanged or nearly so."""
    moved: list[tuple[Unit, Unit]] = field(default_factory=list)
    """Units whose source changed, as they were and as they are."""

    @property
    def changed(self) -> int:
        """Units with a target whose source changed."""
        return self.resealed + self.translated + self.draft

    @property
    def told(self) -> str:
        """The numbers for people: `24 kept, 1 added`."""
        numbers = {one.name: getattr(self, one.name) for one in fields(self)}
        del numbers["moved"]
        return ", ".join(f"{number} {what}" for what, number in numbers.items() if number)


def refresh(
    catalog: Catalog,
    extracted: Sequence[Unit],
    *,
    severity: Severity | None = None,
    same_terms: Callable[[str, str], bool] | None = None,
) -> RefreshReport:
    """Makes the catalog's units those of the article, in its order, and keeps every target.

    `extracted` are the article's units, each id once. `severity` decides what a change of source
    does to an accepted target; by default numbers, names, negation, markup and likeness decide,
    and `same_terms`, which says whether two sources have the same terms of the glossary.
    """
    judge = severity or partial(_default_severity, same_terms=same_terms)
    return _Refresh(catalog, extracted, judge).run()


_default_severity = severity


class _Refresh:
    """One refresh: the messages as they were, and what becomes of them."""

    def __init__(self, catalog: Catalog, extracted: Sequence[Unit], judge: Severity) -> None:
        self.catalog = catalog
        self.judge = judge
        self.report = RefreshReport()
        self.wanted = [replace(unit, article=catalog.article) for unit in extracted]
        self.foreign = [m for m in catalog.messages if m.plural]
        self.active = [m for m in catalog.messages if not m.plural and not m.obsolete]
        self.buried = [m for m in catalog.messages if not m.plural and m.obsolete]

    def run(self) -> RefreshReport:
        """Same text first, then texts that changed in the article, then obsolete ones."""
        found = self._same()
        self._changed(found)
        self._nearly_revived(found)
        for place, unit in enumerate(self.wanted):
            if place not in found:
                found[place] = from_extracted(unit)
                self.report.added += 1
            write_place(found[place], unit)
        self._arrange([found[place] for place in range(len(self.wanted))])
        return self.report

    def _same(self) -> dict[int, Message]:
        """Messages whose role and source are still, or again, in the article."""
        active = {_key(m): m for m in self.active}
        buried = {_key(m): m for m in self.buried}
        found = {}
        for place, unit in enumerate(self.wanted):
            if unit.id in active:
                found[place] = active[unit.id]
                self.report.kept += 1
            elif unit.id in buried:
                found[place] = buried[unit.id]
                _set_obsolete(found[place], False)
                self.report.revived += 1
        return found

    def _changed(self, found: dict[int, Message]) -> None:
        """Messages whose source was edited in the article."""
        pairs = align(_texts(self.active), [Text(u.context, u.source) for u in self.wanted])
        for place, index in sorted(pairs.items()):
            message = self.active[index]
            if place in found or not message.target:
                continue
            kind = self._carry(message, self.wanted[place])
            setattr(self.report, kind.value, getattr(self.report, kind.value) + 1)
            found[place] = message

    def _nearly_revived(self, found: dict[int, Message]) -> None:
        """Obsolete messages that come back with a source that was edited meanwhile."""
        new = [Text(unit.context, unit.source) for unit in self.wanted]
        loose = [i for i, m in enumerate(self.buried) if m.obsolete and m.target]
        missing = [place for place in range(len(new)) if place not in found]
        for place, index in best_pairs(_texts(self.buried), new, loose, missing).items():
            message = self.buried[index]
            _set_obsolete(message, False)
            self._carry(message, self.wanted[place])
            self.report.revived += 1
            found[place] = message

    def _carry(self, message: Message, new: Unit) -> Change:
        """Gives `message` the new source; its target stays, its state as far as it may."""
        old = self.catalog.unit(message)
        made_for = old.previous_source or old.source
        kind = self.judge(made_for, new.source)
        if kind is Change.RESEALED and old.context != new.context:
            kind = Change.TRANSLATED
        unit = _carried(old, new, kind, made_for)
        if old.state is State.DRAFT and kind is Change.TRANSLATED:
            kind = Change.DRAFT
        message.source, message.context = new.source, new.context or None
        write_unit(message, unit)
        if unit.previous_source is not None:
            message.previous_source = unit.previous_source
            message.previous_context = old.context or None
        self.report.moved.append((old, self.catalog.unit(message)))
        return kind

    def _arrange(self, present: list[Message]) -> None:
        """The article's messages in its order, other tools' ones, then the obsolete ones."""
        used = set(map(id, present))
        gone = [m for m in self.active if id(m) not in used and m.target]
        buried = [m for m in self.buried if id(m) not in used]
        for message in gone:
            _set_obsolete(message, True)
        self.report.obsolete = len(gone)
        foreign_now = [m for m in self.foreign if not m.obsolete]
        foreign_then = [m for m in self.foreign if m.obsolete]
        self.catalog.arrange([*present, *foreign_now, *buried, *gone, *foreign_then])
        self.catalog.declare_utf8()


def _carried(old: Unit, new: Unit, kind: Change, made_for: str) -> Unit:
    """The unit with the new source, and with what is left of its state."""
    unit = replace(old, source=new.source, context=new.context)
    if old.state is State.DRAFT:
        return _carried_draft(unit, kind, made_for)
    if kind is Change.RESEALED:
        sealed = old.state.rank >= State.REVIEWED.rank
        reasons = _with(old.reasons, Change.RESEALED.value) if sealed else old.reasons
        return replace(unit, reasons=reasons, previous_source=None)
    state = State.TRANSLATED if kind is Change.TRANSLATED else State.DRAFT
    return replace(
        unit,
        state=state,
        recorded=None,
        seal="",
        reviewer="",
        approver="",
        reasons=_with(old.reasons, REWORDED),
        previous_source=made_for,
    )


def _carried_draft(unit: Unit, kind: Change, made_for: str) -> Unit:
    """A draft stays one, unless its source is again what its accepted target was made for."""
    if kind is not Change.RESEALED:
        return replace(unit, previous_source=made_for)
    state = State.TRANSLATED if REWORDED in unit.reasons else State.DRAFT
    reasons = tuple(reason for reason in unit.reasons if reason != REWORDED)
    return replace(unit, state=state, reasons=reasons, previous_source=None)


def _with(reasons: tuple[str, ...], reason: str) -> tuple[str, ...]:
    return reasons if reason in reasons else (*reasons, reason)


def _set_obsolete(message: Message, obsolete: bool) -> None:
    """Buries a message or brings it back; a buried one stands nowhere in the article."""
    message.obsolete = obsolete
    if obsolete:
        message.references, message.notes = [], []
    message.text = None


def _key(message: Message) -> str:
    return unit_id(message.context or "", message.source)


def _texts(messages: Sequence[Message]) -> list[Text]:
    return [Text(message.context or "", message.source) for message in messages]
