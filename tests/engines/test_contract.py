"""One suite that every engine passes; the embedded one with its small model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from l10n import engines
from l10n.engines.registry import ENGINES
from l10n.model import DraftRequest, TermHint
from tests.engines.services import Services

REQUESTS = [
    DraftRequest("a", "Hội nghị khai mạc."),
    DraftRequest("b", "Bộ Chính trị họp.", terms=(TermHint("bct", 0, 12, "Politburo"),)),
    DraftRequest("c", "…"),
    DraftRequest("d", "x" * 100_000),
]


@pytest.fixture(scope="module")
def service() -> Iterator[Services]:
    with Services() as server:
        yield server


@pytest.fixture(params=[name for name, _ in ENGINES])
def engine(request, service, keys):
    if request.param == "argos":
        pytest.importorskip("argostranslate", reason="needs models that a user has installed")
    own = {"local": {"model": "gemma3-270m"}, "argos": {}, "none": {}}
    settings = own.get(request.param) or service.options(request.param)
    made = engines.create(request.param, settings if request.param != "none" else {})
    if not made.info.ready:
        pytest.fail(made.info.missing)
    yield made
    made.close()


def test_declares_itself(engine):
    info = engine.info
    assert info.id in dict(ENGINES)
    assert info.description
    assert info.batch_size >= 1
    assert not info.missing


@pytest.mark.model
def test_one_answer_a_request(engine):
    drafts = list(engine.draft(REQUESTS, source_language="vi", target_language="en"))
    assert sorted(d.id for d in drafts) == ["a", "b", "c", "d"]
    for draft in drafts:
        assert bool(draft.target) != bool(draft.error), draft
        assert "\n" not in draft.target + draft.error
    assert next(d for d in drafts if d.id == "d").error
    if engine.info.id not in ("local", "none"):  # a small model may fail, a service may not
        targets = {d.id: d.target for d in drafts}
        assert (targets["a"], targets["b"]) == (
            "the Hội nghị khai mạc. indeed",
            "the Politburo họp. indeed",
        )


def test_nothing_asked_is_nothing_answered(engine):
    assert list(engine.draft([], source_language="vi", target_language="en")) == []


@pytest.mark.model
def test_closing_twice_does_no_harm(engine):
    engine.close()
    engine.close()
    assert engine.info.ready
    assert len(list(engine.draft(REQUESTS[:1], source_language="vi", target_language="en"))) == 1
