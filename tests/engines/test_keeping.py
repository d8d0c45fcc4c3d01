"""Drafts are kept as they arrive, not when somebody comes to read them."""

from __future__ import annotations

import time

import pytest

from l10n import engines
from l10n.model import Draft, DraftRequest
from tests.engines.services import Services

REQUESTS = [DraftRequest(str(n), f"Hội nghị lần thứ {n} khai mạc.") for n in range(12)]
PAIR = "vi", "en"


def test_an_answer_is_kept_before_its_caller_asks_again(services: Services) -> None:
    """At every call, all answers are there but those of the other caller."""
    kept: list[str] = []
    asked: list[int] = []
    engine = engines.create("libretranslate", {"url": services.url, "batch": 1, "concurrency": 2})

    def keep(draft: Draft) -> None:
        asked.append(len(services.seen))
        kept.append(draft.id)

    drafts = engines.drafted(engine, REQUESTS, PAIR, keep)
    next(drafts)
    time.sleep(0.5)  # the reader is busy; those that stand ready are asked for meanwhile
    assert len(kept) == len(services.seen) == 4
    assert len(list(drafts)) == len(REQUESTS) - 1
    assert sorted(kept) == sorted(request.id for request in REQUESTS)
    assert all(calls - before <= 2 for before, calls in enumerate(asked))
    engine.close()


def test_an_engine_without_calls_is_kept_as_it_yields() -> None:
    kept: list[Draft] = []
    drafts = engines.drafted(engines.create("none", {}), REQUESTS, PAIR, kept.append)
    assert next(drafts) == kept[0]
    assert len(kept) == 1


@pytest.mark.parametrize("concurrency", [1, 3])
def test_a_batch_is_kept_whole(services: Services, concurrency: int) -> None:
    kept: list[Draft] = []
    engine = engines.create(
        "libretranslate", {"url": services.url, "batch": 5, "concurrency": concurrency}
    )
    drafts = list(engines.drafted(engine, REQUESTS, PAIR, kept.append))
    assert sorted(kept, key=lambda draft: draft.id) == sorted(drafts, key=lambda draft: draft.id)
    engine.close()
