"""Drafts that are kept as they arrive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from l10n.engines.base import Engine
from l10n.engines.service import ServiceEngine
from l10n.model import Draft, DraftRequest


def drafted(
    engine: Engine,
    requests: Sequence[DraftRequest],
    pair: tuple[str, str],
    keep: Callable[[Draft], None],
) -> Iterator[Draft]:
    """What `engine.draft` yields; `keep` gets each draft before the engine's next call begins.

    It is called in any thread, and in several at once: answers of a service come while who
    reads the drafts is busy with those before.
    """
    early = isinstance(engine, ServiceEngine)
    if isinstance(engine, ServiceEngine):
        engine.keep = keep
    for draft in engine.draft(requests, source_language=pair[0], target_language=pair[1]):
        if not early:
            keep(draft)
        yield draft
