"""The engine that drafts nothing: memory and glossary alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.model import Draft, DraftRequest, EngineInfo


class NoneEngine:
    """Gives no drafts, so that what the memory does not hold stays untranslated."""

    @property
    def info(self) -> EngineInfo:
        """Always ready."""
        return EngineInfo(id="none", description="memory and glossary alone, no drafts", ready=True)

    def draft(
        self,
        requests: Sequence[DraftRequest],
        *,
        source_language: str,  # noqa: ARG002 - every engine takes it
        target_language: str,  # noqa: ARG002
    ) -> Iterator[Draft]:
        """An error for each request, which says that nothing was asked."""
        for request in requests:
            yield Draft(id=request.id, error="engine none gives no drafts")

    def close(self) -> None:
        """Holds nothing."""
