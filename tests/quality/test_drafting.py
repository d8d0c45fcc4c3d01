"""Floors of drafting: doubt finds the bad drafts, terms are kept. Figures: docs/engines.md.

`official/` holds sentences of our own in the official register (vi), translated by a person (en),
and the drafts that the small model made of them with its confidence (drafts.jsonl, made by
`benchmarks/risk.py --write`); `news/` has such drafts of sentences from all parts of a paper.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.risk import chrf, measured, shares
from l10n.model import Risk, VerdictKind
from l10n.settings import find
from l10n.workflow.translate import drafts
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
OFFICIAL = Path(__file__).parent / "official"
NEWS = Path(__file__).parent / "news"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(find(project=ROOT))


@pytest.mark.parametrize("folders", [(NEWS,), (NEWS, OFFICIAL)])
def test_the_doubtful_drafts_are_the_bad_ones(
    workspace: Workspace, folders: tuple[Path, ...]
) -> None:
    files = [(folder / "drafts.jsonl").read_text(encoding="utf-8") for folder in folders]
    rows = [json.loads(line) for text in files for line in text.splitlines()]
    assert len(rows) >= 100
    found = measured(rows, workspace)
    highest, rest = shares(found)
    assert highest >= rest + 0.25

    def mean(level: str) -> float:
        scores = [score for _, told, score in found if told == level]
        return sum(scores) / len(scores)

    assert mean("high") + 10 < mean("low")


def test_chrf_is_chrf() -> None:
    assert chrf("The Politburo met.", "The Politburo met.") == pytest.approx(100)
    assert chrf("abc", "xyz") == 0
    # sacrebleu 2.5, sentence_chrf("The Politburo met today.", ["The Politburo met in Hanoi."])
    assert 60 < chrf("The Politburo met today.", "The Politburo met in Hanoi.") < 75


@pytest.mark.model
def test_terms_are_kept_or_flagged(workspace: Workspace) -> None:
    settings = workspace.project.settings
    small = replace(settings, engines={"local": {"model": "gemma3-270m"}})
    project = replace(workspace.project, settings=small)
    sources = (OFFICIAL / "vi.txt").read_text(encoding="utf-8").splitlines()[:10]
    right = total = 0
    for unit, verdicts, _ in drafts(Workspace(project), sources, "en", engine="local"):
        lost = [v for v in verdicts if v.verdict is not VerdictKind.OK]
        assert not lost or unit.risk is Risk.HIGH
        right += len(verdicts) - len(lost)
        total += len(verdicts)
    assert total >= 20
    assert right / total >= 0.9
