"""What helps with one unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from l10n.model import State
from l10n.settings import find
from l10n.workflow import acts
from l10n.workflow.advice import Advisor
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Workspace

ARTICLE = "---\nlanguage: vi\n---\n\nCó 12 đại biểu dự họp.\n\nCó 15 đại biểu dự họp.\n"


def test_the_memory_tells_what_others_gave_even_where_a_draft_says_the_same(
    make_project: Callable[..., Path],
) -> None:
    workspace = Workspace(find(make_project({"articles/hop.md": ARTICLE})))
    extract(workspace, ["hop"], ["en"])
    with workspace.editing("hop", "en") as catalog:
        for unit, number in zip(catalog.units, (12, 15), strict=True):
            target = f"{number} delegates attended."
            catalog.replace(replace(unit, target=target, state=State.DRAFT, origin="local"))
    accepted = acts.act(workspace, "accept", workspace.translation("hop", "en")[:1], "lan")
    acts.act(workspace, "approve", accepted, "ha")

    units = workspace.translation("hop", "en")
    advisor = Advisor(workspace, workspace.cutting("hop"), "en")
    assert advisor.matches(units, 0) == []
    assert [match.target for match in advisor.matches(units, 1)] == ["15 delegates attended."]


def test_a_term_says_where_the_glossary_does_not_decide(make_project: Callable[..., Path]) -> None:
    glossary = (
        "- {id: qh, vi: Quốc hội, en: National Assembly, ambiguous: [QH]}\n"
        "- {id: old, vi: Bộ Cũ, en: Old Ministry, valid: {to: 2020-01-01}}\n"
    )
    article = "---\nlanguage: vi\ndate: 2026-01-02\n---\n\nQuốc hội họp.\n"
    changes = {"articles/hop.md": article, "glossary/state.yml": glossary}
    workspace = Workspace(find(make_project(changes)))
    advisor = Advisor(workspace, workspace.cutting("hop"), "en")
    told = advisor.terms("Quốc hội, Quốc hội Mỹ, QH và Bộ Cũ họp.")
    assert [known.doubt for known in told] == [
        "",
        "another country's",
        "ambiguous",
        "out of period",
    ]
    assert told[1].equivalents == ("National Assembly",)
