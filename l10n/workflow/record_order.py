"""What came last for each unit, in a record that branches may have forked and merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from l10n.workflow.record import Entry

Last = dict[str, frozenset[str]]
"""By unit, the ids of the entries that no later one follows; several after a merge."""


def last_acts(entries: Mapping[str, Entry]) -> Last:
    """The last acts on every unit; comments are no acts here.

    An entry follows another if it is reached from it by way of children, wherever both stand
    in the file. Entries whose parents are not there begin anew.
    """
    return _Walk(entries).run()


class _Walk:
    """One walk over the entries, parents first, with what came last at each of them."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._parents = {
            key: tuple(dict.fromkeys(p for p in entry.parents if p in entries))
            for key, entry in entries.items()
        }
        self._children = Counter(p for parents in self._parents.values() for p in parents)
        self._before: dict[str, frozenset[str]] = {}
        """By entry, the last acts on its unit that it follows."""
        self._last: dict[str, Last] = {}
        """By entry that has children to come or none at all, what came last there."""

    def run(self) -> Last:
        for key in self._in_order():
            entry = self._entries[key]
            last = self._merged([self._take(parent) for parent in self._parents[key]])
            if entry.act != "comment":
                earlier = last.get(entry.unit, frozenset())
                if entry.from_unit:
                    earlier |= last.pop(entry.from_unit, frozenset())
                self._before[key] = earlier
                last[entry.unit] = frozenset({key})
            self._last[key] = last
        return self._merged(list(self._last.values()))

    def _in_order(self) -> Iterator[str]:
        """Every entry after its parents; hashes that name one another in a ring come last."""
        done: set[str] = set()
        waiting: dict[str, None] = {}
        for start in self._parents:
            stack = [start]
            while stack:
                key = stack[-1]
                open_parents = [p for p in self._parents[key] if p not in done and p not in waiting]
                if key in done or not open_parents:
                    stack.pop()
                    waiting.pop(key, None)
                    if key not in done:
                        done.add(key)
                        yield key
                else:
                    waiting[key] = None
                    stack += open_parents

    def _take(self, parent: str) -> Last:
        """What came last at a parent; its own where no other child will ask, else a copy."""
        self._children[parent] -= 1
        if parent not in self._last:
            return {}
        if self._children[parent] > 0:
            return dict(self._last[parent])
        return self._last.pop(parent)

    def _merged(self, several: list[Last]) -> Last:
        if not several:
            return {}
        first, *others = several
        for other in others:
            for unit, ids in other.items():
                both = first.get(unit, frozenset()) | ids
                first[unit] = both if len(both) == 1 else self._latest(both)
        return first

    def _latest(self, ids: frozenset[str]) -> frozenset[str]:
        """Those of `ids` that none of the others follows."""
        followed: set[str] = set()
        stack = list(ids)
        while stack:
            earlier = self._before.get(stack.pop(), frozenset()) - followed
            followed |= earlier
            stack += earlier
        return ids - followed
