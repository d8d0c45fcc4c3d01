"""Merging two versions of a catalog by unit, with the version that both were made of.

What one side alone changed is taken. Where both changed the same unit alike, it is taken too;
where they changed it differently the unit keeps our target, gets theirs as its `conflict`, and is
a draft until a person decides. Which units there are follows the side that extracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from l10n.catalogs.annotation import encoded
from l10n.catalogs.catalog import Catalog, from_bytes
from l10n.catalogs.deciding import decided
from l10n.catalogs.headers import merged_header
from l10n.catalogs.message import Message
from l10n.catalogs.writing import message_text

T = TypeVar("T")
_Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge."""

    data: bytes
    """The catalog, a valid PO file in any case."""
    conflicts: tuple[str, ...]
    """Sources of the units, and of other tools' messages, that wait for a decision."""
    clean: bool = True
    """Whether they all waited before: this merge added none."""


def merge(base: bytes, ours: bytes, theirs: bytes, path: Path) -> Merged:
    """The catalog that is made of `ours` and `theirs`, which were both made of `base`.

    An empty `base` is none: both sides made the catalog. `path` is where it will stand. Raises
    `InputError` for a side that is no PO file.
    """
    if theirs in (ours, base):
        return _unmerged(from_bytes(ours, path), ours)
    sides = [from_bytes(data, path) if data.strip() else None for data in (base, ours, theirs)]
    was, mine, other = sides
    if mine is None or other is None:
        kept = mine or other or Catalog(path, [])
        return _unmerged(kept, ours if mine else theirs)
    return _Merge(was or Catalog(path, []), mine, other).run()


def _unmerged(catalog: Catalog, data: bytes) -> Merged:
    return Merged(data, tuple(source for _, source, _ in _waiting(catalog)))


def _waiting(catalog: Catalog) -> Sequence[tuple[str, str, Set[str]]]:
    """The units in conflict: role, source, and the texts between which nobody has decided."""
    return [
        (unit.context, unit.source, frozenset((unit.target, *unit.conflict)))
        for unit in (*catalog.units, *catalog.obsolete)
        if unit.conflict
    ]


class _Merge:
    """One merge: three catalogs, and the messages of the result."""

    def __init__(self, base: Catalog, ours: Catalog, theirs: Catalog) -> None:
        self._catalogs = base, ours, theirs
        self._base, self._ours, self._theirs = (_by_key(c) for c in self._catalogs)
        self._foreign: list[str] = []

    def run(self) -> Merged:
        """Message by message, in the order of the side that moved them."""
        base, ours, theirs = self._catalogs
        messages = [m for key in self._order() if (m := self._message(key)) is not None]
        headers = [c.header for c in self._catalogs]
        header = merged_header(*headers)
        merged = Catalog(ours.path, [header, *messages] if header else messages)
        merged.mark, merged.newline = ours.mark, ours.newline
        merged.rest = three_way(base.rest, ours.rest, theirs.rest)
        merged.arrange(
            [m for m in messages if not m.obsolete] + [m for m in messages if m.obsolete]
        )
        waiting = _waiting(merged)
        clean = not self._foreign and set(waiting) <= {*_waiting(ours), *_waiting(theirs)}
        conflicts = (*(source for _, source, _ in waiting), *self._foreign)
        return Merged(merged.to_bytes(), conflicts, clean)

    def _order(self) -> Iterable[_Key]:
        """All keys: as the side has them that changed the order, the other's own ones put in."""
        first, second = self._ours, self._theirs
        if list(self._ours) == list(self._base):
            first, second = second, first
        following: dict[_Key | None, list[_Key]] = {None: []}
        before = None
        for key in second:
            if key in first:
                before = key
            else:
                following.setdefault(before, []).append(key)
        order = following[None]
        for key in first:
            order += [key, *following.get(key, ())]
        return order

    def _message(self, key: _Key) -> Message | None:
        """The message of the result, or None where one side took it away and no work is lost."""
        was, mine, other = (side.get(key) for side in (self._base, self._ours, self._theirs))
        if mine is None or other is None:
            left = mine or other
            untouched = was is not None and left is not None and _work(left) == _work(was)
            return None if untouched else left
        texts = [message_text(m) if m else None for m in (was, mine, other)]
        if texts[1] == texts[2] or texts[2] == texts[0]:
            return mine
        if texts[1] == texts[0]:
            return other
        if mine.plural or other.plural:
            return self._opaque(mine, other)
        return decided(was, mine, other)

    def _opaque(self, mine: Message, other: Message) -> Message:
        """Another tool's message that both sides changed: ours, with theirs in a comment."""
        self._foreign.append(mine.source)
        mark = f"# l10n: conflict={encoded(message_text(other))}"
        mine.text = f"{mark}\n{message_text(mine)}"
        return mine


def _by_key(catalog: Catalog) -> dict[_Key, Message]:
    return {(m.context, m.source): m for m in catalog.messages}


def _work(message: Message) -> tuple[str, bool, Sequence[str]]:
    """What people and engines did to a message."""
    return message.target, message.fuzzy, message.comments


def three_way(base: T, ours: T, theirs: T) -> T:
    """Theirs where only they changed it, else ours."""
    return theirs if ours == base else ours
