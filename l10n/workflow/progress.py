"""Showing how far work is: what use cases take, so that none knows the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[Sequence[T], str], Iterable[T]]
"""Goes through a sequence and shows how far it is; the text says what is being done."""


def silent(items: Sequence[T], _what: str) -> Iterable[T]:
    """Show nothing: the `Progress` of pipes and tests."""
    return items
