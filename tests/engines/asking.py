"""Three texts, and how an engine is asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from l10n import engines
from l10n.errors import EngineError
from l10n.model import Draft, DraftRequest
from tests.engines.services import Services

TEXTS = ["Hội nghị khai mạc sáng nay tại tỉnh.", "Ông Bình phát biểu tại đây.", "Bà Lan ở lại."]
REQUESTS = [DraftRequest(str(n), text) for n, text in enumerate(TEXTS)]


def ask_all(
    services: Services, name: str = "libretranslate", requests: Sequence[DraftRequest] = REQUESTS,
    **changes: object,
) -> tuple[list[Draft], EngineError | None]:  # fmt: skip
    """The drafts, and how the engine gave out after them, if it did."""
    engine = engines.create(name, services.options(name, **changes))
    drafts: list[Draft] = []
    try:
        for draft in engine.draft(requests, source_language="vi", target_language="en"):
            drafts.append(draft)  # noqa: PERF402 - what came before an error counts
    except EngineError as error:
        return drafts, error
    finally:
        engine.close()
    return drafts, None


def ask(
    services: Services, name: str = "libretranslate", requests: Sequence[DraftRequest] = REQUESTS,
    **changes: object,
) -> list[Draft]:  # fmt: skip
    """The drafts of an engine that does not give out."""
    drafts, error = ask_all(services, name, requests, **changes)
    if error is not None:
        raise error
    return drafts
