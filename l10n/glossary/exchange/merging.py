"""The plan of an import: what is added, changed, the same, or in conflict, before anything is done.

A conflict is never decided silently: the concept stays as it is, unless the caller says whose
word counts.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from l10n.glossary.exchange.changes import (
    Change,
    contradictions,
    differences,
    made,
    merged,
    objections,
)
from l10n.glossary.exchange.delivery import Delivery, Entry
from l10n.glossary.exchange.values import suggested_id
from l10n.glossary.folding import folded
from l10n.model import Concept, Status


class Outcome(enum.StrEnum):
    """What becomes of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"


class Side(enum.StrEnum):
    """Whose word counts in a conflict."""

    OURS = "ours"
    """The glossary's: a conflicting concept stays as it is."""
    THEIRS = "theirs"
    """The file's: its preferred terms are preferred, and what it says of a concept replaces it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry and what becomes of it."""

    outcome: Outcome
    entry: Entry
    id: str
    """Of the concept that it becomes or belongs to."""
    concept: Concept | None = None
    """The concept afterwards; None where nothing is written."""
    old: Concept | None = None
    """The concept before, where there is one."""
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why it is in conflict, or what was decided."""
    replaces: bool = False
    """Whether the concept is written anew instead of being edited."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does, entry by entry in the file's order."""

    steps: tuple[Step, ...]


def plan(
    delivery: Delivery,
    concepts: Mapping[str, Concept],
    *,
    language: str = "vi",
    side: Side | None = None,
    root: Path | None = None,
) -> Plan:
    """How the entries of a file go into a glossary.

    `language` is the source language, in whose forms two concepts must not meet. With a `side`,
    conflicts are decided by it; they still carry their reasons. Those name files as seen from
    `root`.
    """
    planner = _Planner(delivery, concepts, language, side)
    planner.root = root
    return Plan(tuple(planner.step(entry) for entry in delivery.entries))


class _Planner:
    """Plans one entry after the other."""

    def __init__(
        self,
        delivery: Delivery,
        concepts: Mapping[str, Concept],
        language: str,
        side: Side | None,
    ) -> None:
        self.root: Path | None = None
        self._concepts = dict(concepts)
        self._known = concepts
        self._language = language
        self._side = side
        self._reserved = {entry.id for entry in delivery.entries}
        self._holders: dict[str, list[str]] = defaultdict(list)
        for concept in concepts.values():
            self._index(concept)

    def step(self, entry: Entry) -> Step:
        """What becomes of the entry, given the glossary and the entries before it."""
        against_itself = tuple(contradictions(entry))
        if against_itself:
            return Step(Outcome.CONFLICTING, entry, entry.id, reasons=against_itself)
        id_, reasons = (entry.id, []) if entry.id else self._by_wording(entry)
        old = self._concepts.get(id_)
        others = self._others(entry, id_) if entry.id else []
        reasons += [
            f"{text!r} stands in {other} already{self._place(other)}" for text, other in others
        ]
        if old is None:
            return self._added(entry, id_, reasons, {other for _, other in others})
        reasons += objections(old, entry, self._language)
        return self._changed(entry, old, tuple(reasons))

    def _added(self, entry: Entry, id_: str, reasons: list[str], others: set[str]) -> Step:
        if not reasons:
            concept = made(entry, id_)
            self._keep(concept)
            return Step(Outcome.ADDED, entry, id_, concept)
        if self._side is Side.THEIRS and len(others) == 1:
            # A second concept of one form would make that form ambiguous everywhere.
            holder = self._concepts[others.pop()]
            return self._changed(entry, holder, tuple(reasons))
        return self._conflict(entry, id_, tuple(reasons), None)

    def _changed(self, entry: Entry, old: Concept, reasons: tuple[str, ...]) -> Step:
        if reasons and self._side is not Side.THEIRS:
            return self._conflict(entry, old.id, reasons, old)
        replaces = any(reason.startswith("the same id stands for") for reason in reasons)
        new = merged(old, _insisting(entry, reasons))
        if replaces:
            new = replace(made(entry, old.id), file=old.file, line=old.line)
        changes = tuple(differences(old, new))
        if not changes:
            return Step(Outcome.UNCHANGED, entry, old.id, old=old, reasons=reasons)
        self._keep(new)
        return Step(Outcome.CHANGED, entry, old.id, new, old, changes, reasons, replaces)

    def _conflict(
        self, entry: Entry, id_: str, reasons: tuple[str, ...], old: Concept | None
    ) -> Step:
        outcome = Outcome.UNCHANGED if self._side is Side.OURS else Outcome.CONFLICTING
        return Step(outcome, entry, id_, old=old, reasons=reasons)

    def _by_wording(self, entry: Entry) -> tuple[str, list[str]]:
        """The concept that an entry without an id speaks of, or an id for a new one."""
        words = entry.wordings.get(self._language, ())
        ids = dict.fromkeys(h for w in words for h in self._holders.get(folded(w.text), ()))
        holders = [id_ for id_ in ids if id_ in self._known and self._overlaps(entry, id_)]
        if len(holders) > 1:
            # One that has all of the wordings already needs nothing.
            fitting = [id_ for id_ in holders if self._fits(self._known[id_], entry)]
            if not fitting:
                either = " and in ".join(holders[:3])
                return holders[0], [f"{words[0].text!r} stands in {either}: name the id"]
            return fitting[0], []
        if holders:
            return holders[0], []
        first = words or next(iter(entry.wordings.values()))
        taken = self._reserved | self._concepts.keys()
        return suggested_id(first[0].text, domain=entry.domain, taken=taken), []

    @staticmethod
    def _fits(concept: Concept, entry: Entry) -> bool:
        return merged(concept, entry) == concept

    def _others(self, entry: Entry, id_: str) -> list[tuple[str, str]]:
        """Source forms that are new to the concept and stand in another one of the glossary."""
        old = self._concepts.get(id_)
        terms = old.terms.get(self._language, ()) if old else ()
        texts = {term.text for term in terms}
        words = [w for w in entry.wordings.get(self._language, ()) if w.text not in texts]
        own = {folded(text) for text in texts} if words else set()
        found = []
        for word in words:
            key = folded(word.text)
            if key in own or word.status in {Status.DEPRECATED, Status.FORBIDDEN}:
                continue
            found += [
                (word.text, other)
                for other in self._holders.get(key, ())
                if other != id_ and other in self._known and self._overlaps(entry, other)
            ]
        return found

    def _overlaps(self, entry: Entry, other: str) -> bool:
        """Whether there is a day on which both exist."""
        concept = self._concepts[other]
        first = max(entry.valid_from or date.min, concept.valid_from or date.min)
        last = min(entry.valid_to or date.max, concept.valid_to or date.max)
        return first <= last

    def _place(self, id_: str) -> str:
        concept = self._concepts[id_]
        path = Path(concept.file)
        inside = self.root is not None and path.is_relative_to(self.root)
        shown = path.relative_to(self.root).as_posix() if self.root and inside else concept.file
        return f" ({shown}:{concept.line})" if concept.file else ""

    def _keep(self, concept: Concept) -> None:
        self._concepts[concept.id] = concept
        self._index(concept)

    def _index(self, concept: Concept) -> None:
        for term in concept.terms.get(self._language, ()):
            holders = self._holders[folded(term.text)]
            if concept.id not in holders:
                holders.append(concept.id)


def _insisting(entry: Entry, reasons: tuple[str, ...]) -> Entry:
    """The entry, with its first wordings preferred where it says nothing, once it has won."""
    if not reasons:
        return entry
    wordings = {}
    for tag, words in entry.wordings.items():
        silent = all(word.status is None for word in words)
        first = replace(words[0], status=Status.PREFERRED) if silent else words[0]
        wordings[tag] = (first, *words[1:])
    return replace(entry, wordings=wordings)
