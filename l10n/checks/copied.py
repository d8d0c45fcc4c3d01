"""Comparing what is copied letter by letter: what is lost, what is added, what became another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.checks.base import Problem


class Copied(NamedTuple):
    """Something that both sides should have."""

    kind: str
    """What it is, in a word: `link`, `tag`, `code`…"""
    text: str
    """As it is written."""
    key: str
    """What is the same on both sides."""


def compare(source: Sequence[Copied], target: Sequence[Copied]) -> Iterator[Problem]:
    """One problem for each that differs; of one kind, what is lost has become what is added."""
    if not source and not target:  # as nearly always
        return
    added: defaultdict[str, list[Copied]] = defaultdict(list)
    for one in reversed(_beyond(target, source)):
        added[one.kind].append(one)
    for one in _beyond(source, target):
        if others := added[one.kind]:
            yield Problem(f"the {one.kind} “{one.text}” has become “{others.pop().text}”")
        else:
            yield Problem(f"the {one.kind} “{one.text}” is lost")
    for one in (one for others in added.values() for one in reversed(others)):
        yield Problem(f"the {one.kind} “{one.text}” is not in the source")


def _beyond(ones: Sequence[Copied], others: Sequence[Copied]) -> list[Copied]:
    """What one side has more of than the other: the last ones, in order."""
    left = Counter((one.kind, one.key) for one in others)
    found = []
    for one in ones:
        left[one.kind, one.key] -= 1
        if left[one.kind, one.key] < 0:
            found.append(one)
    return found
