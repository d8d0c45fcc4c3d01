"""Which old unit became which new one, where their texts differ: by position and likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from l10n.catalogs.severity import likeness

_IN_PLACE = 0.5
"""Likeness that is enough between the same neighbours."""
_ALONE = 0.3
"""The same, for the only unit of its role: a title stays the title."""
_ANYWHERE = 0.7
"""Likeness that is needed where the order does not speak for a pair."""
_BAND = 150
"""How far from the diagonal pairs are looked at in very long stretches."""
_PROSE = frozenset({"", "lead", "heading", "quote", "item", "cell"})
_SINGLE = frozenset({"title", "lead"})


@dataclass(frozen=True, slots=True)
class Text:
    """A unit as far as alignment looks at it."""

    context: str
    source: str

    @property
    def key(self) -> Hashable:
        """Equal for the same unit before and after."""
        return self.context, self.source


def align(old: Sequence[Text], new: Sequence[Text]) -> dict[int, int]:
    """Indexes of `new` with the index of the `old` one that became it, one to one.

    Equal texts are no pairs of the result: they are the fixed points between which the order
    counts. What the order leaves over is paired wherever it is alike enough.
    """
    places = {text.key: index for index, text in enumerate(old)}
    fixed = {j: places[text.key] for j, text in enumerate(new) if text.key in places}
    pairs: dict[int, int] = {}
    for olds, news in _stretches(len(old), len(new), fixed):
        pairs.update(_in_order(old, new, olds, news))
    taken = set(fixed.values()) | set(pairs.values())
    loose_old = [i for i in range(len(old)) if i not in taken]
    loose_new = [j for j in range(len(new)) if j not in fixed and j not in pairs]
    pairs.update(best_pairs(old, new, loose_old, loose_new))
    return pairs


def best_pairs(
    old: Sequence[Text], new: Sequence[Text], olds: Sequence[int], news: Sequence[int]
) -> dict[int, int]:
    """The most alike pairs first, each old and each new text at most once."""
    scored = [
        (-score, j, i) for j in news for i in olds if (score := _score(old[i], new[j])) >= _ANYWHERE
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, j, i in sorted(scored):
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def _stretches(
    old_size: int, new_size: int, fixed: dict[int, int]
) -> list[tuple[list[int], list[int]]]:
    """The runs of old and new texts between fixed points that keep the order."""
    anchors = _increasing([(j, i) for j, i in sorted(fixed.items())])
    taken = set(fixed.values())
    stretches = []
    last_j = last_i = -1
    for j, i in [*anchors, (new_size, old_size)]:
        olds = [k for k in range(last_i + 1, i) if k not in taken]
        news = [k for k in range(last_j + 1, j) if k not in fixed]
        if olds and news:
            stretches.append((olds, news))
        last_j, last_i = j, i
    return stretches


def _increasing(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points in which both numbers rise: the units that did not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(points):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place], ends[place] = value, index
    run = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(points[index])
        index = before[index]
    return run[::-1]


def _in_order(
    old: Sequence[Text], new: Sequence[Text], olds: list[int], news: list[int]
) -> dict[int, int]:
    """The pairs of one stretch with the greatest likeness in all, none crossing another."""
    width = len(news)
    best = [[0.0] * (width + 1) for _ in range(len(olds) + 1)]
    score = [[0.0] * width for _ in olds]
    for a, i in enumerate(olds):
        for b, j in enumerate(news):
            if abs(a * width - b * len(olds)) <= _BAND * max(width, len(olds)):
                score[a][b] = _in_place(old[i], new[j])
            best[a + 1][b + 1] = max(best[a][b + 1], best[a + 1][b], best[a][b] + score[a][b])
    pairs = {}
    a, b = len(olds), width
    while a and b:
        if best[a][b] == best[a - 1][b]:
            a -= 1
        elif best[a][b] == best[a][b - 1]:
            b -= 1
        else:
            a, b = a - 1, b - 1
            pairs[news[b]] = olds[a]
    return pairs


def _in_place(old: Text, new: Text) -> float:
    """Likeness of two texts between the same neighbours, or 0 where it is not enough."""
    score = _score(old, new)
    alone = old.context == new.context and old.context in _SINGLE
    return score if score >= (_ALONE if alone else _IN_PLACE) else 0.0


def _score(old: Text, new: Text) -> float:
    """Likeness, 0 where one role cannot become the other."""
    if old.context != new.context and not {old.context, new.context} <= _PROSE:
        return 0.0
    return likeness(old.source, new.source)
