"""What every engine is and does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from l10n.model import Draft, DraftRequest, EngineInfo


class Engine(Protocol):
    """What drafts: a machine-translation system."""

    @property
    def info(self) -> EngineInfo:
        """What the engine declares of itself; loads nothing and reaches for nothing."""

    def draft(
        self,
        requests: Sequence[DraftRequest],
        *,
        source_language: str,
        target_language: str,
    ) -> Iterator[Draft]:
        """One draft a request, each as it is finished, in any order.

        A request that the engine has no answer for gets a `Draft` with an `error`. Raises
        EngineUnavailable where the engine cannot start, EngineError where it gives out; the
        drafts yielded until then hold.
        """

    def close(self) -> None:
        """Lets go of memory, processes and connections; may be called twice."""
