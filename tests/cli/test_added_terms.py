"""Official names from nowhere: the check tells them, and a draft with one is at high risk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from l10n.model import Draft, DraftRequest, EngineInfo
from tests.conftest import ARTICLE, GLOSSARY, Outcome, write_tree

Call = Callable[..., Outcome]
TERMS = GLOSSARY + "- id: state-qh\n  vi: [Quốc hội]\n  en: [National Assembly]\n"
GIVEN = "The National Assembly unanimously agreed."


class Dreamer:
    """Thinks of the National Assembly, whatever it is asked."""

    info = EngineInfo("dreamer", "for tests", ready=True)

    def draft(self, requests: Sequence[DraftRequest], **_: str) -> Iterator[Draft]:
        for request in requests:
            yield Draft(request.id, GIVEN if "nhất trí" in request.source else request.source)

    def close(self) -> None:
        """Holds nothing."""


@pytest.fixture(autouse=True)
def dreamer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.engines.create", lambda *_, **__: Dreamer())


@pytest.mark.parametrize(
    ("rest", "told"), [("", True), ("Cuộc họp kéo dài. Ông Bình dự kỳ họp Quốc hội.", False)]
)
def test_a_body_from_nowhere(project: Path, l10n: Call, rest: str, *, told: bool) -> None:
    article = ARTICLE.split("![")[0] + f"Hội nghị nhất trí. {rest}\n"
    write_tree(project, {"glossary/party.yml": TERMS, "articles/hoi-nghi.md": article})
    assert l10n("draft").code == 0
    listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    [unit] = [u for u in listed if u["target"] == GIVEN]
    assert ("added:state-qh" in unit["reasons"]) is told
    assert (unit["risk"] == "high") is told
    found = [f for f in json.loads(l10n("check", "--format", "json").out)["findings"]
             if f["check"] == "added-terms"]  # fmt: skip
    assert [f["target"] for f in found] == [GIVEN] * told


def test_one_text_has_no_article(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/party.yml": TERMS})
    answer = json.loads(
        l10n("translate", "Hội nghị nhất trí.", "--to", "en", "--format", "json").out
    )
    assert answer["risk"] == "high"
    assert "added-terms" in {finding["check"] for finding in answer["findings"]}
