"""Drafts that are kept as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from l10n.engines.base import Engine
from l10n.model import Draft, DraftRequest


@runtime_checkable
class Keeping(Protocol):
    """An engine that works on several texts at once."""

    keep: Callable[[Draft], None] | None
    """Gets each draft in the thread that it arrives in, before that thread asks again: who reads
    the drafts may be busy meanwhile."""


def drafted(
    engine: Engine,
    requests: Sequence[DraftRequest],
    pair: tuple[str, str],
    keep: Callable[[Draft], None],
) -> Iterator[Draft]:
    """What `engine.draft` yields; `keep` gets each draft before the engine's next call begins.

    It is called in any thread, and in several at once.
    """
    early = isinstance(engine, Keeping)
    if isinstance(engine, Keeping):
        engine.keep = keep
    for draft in engine.draft(requests, source_language=pair[0], target_language=pair[1]):
        if not early:
            keep(draft)
        yield draft
