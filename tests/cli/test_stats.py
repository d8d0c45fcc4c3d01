"""`l10n stats`: what the records tell of the work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.settings import find
from l10n.workflow import acts, recording
from l10n.workflow.stats import stats
from l10n.workflow.tally import similarity
from l10n.workflow.workspace import Workspace
from tests.conftest import Outcome
from tests.tui.conftest import drafted

Call = Callable[..., Outcome]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def at(time: str) -> None:
        monkeypatch.setattr(recording, "now", lambda: f"2026-01-08T{time}Z")

    return at


def test_nobody_has_done_anything(project: Path, l10n: Call) -> None:
    drafted(project)
    done = l10n("stats")
    assert (done.code, done.out) == (0, "")
    assert "nobody has done anything yet" in done.err


def test_engines_and_people(project: Path, l10n: Call, clock: Callable[[str], None]) -> None:
    units = drafted(project).translation("hoi-nghi", "en")
    clock("08:00:00")
    l10n("unit", "accept", units[0].id, "--as", "lan")
    clock("08:01:00")
    l10n("unit", "set", units[1].id, f"{units[1].target[:-10]} conclusion", "--as", "lan")
    clock("08:02:30")
    l10n("unit", "set", units[1].id, "Another text", "--as", "lan")
    clock("12:00:00")
    l10n("unit", "review", units[0].id, "--as", "minh")
    read = json.loads(l10n("stats", "--to", "en", "--format", "json").out)
    engine = read["engines"]["local"]
    assert (engine["units"], engine["untouched"]) == (2, 1)
    assert 0.9 < engine["kept"] < 1
    lan = read["people"]["lan"]
    assert lan["acts"] == {"accept": 1, "set": 2}
    words = len(units[0].source.split()) + 2 * len(units[1].source.split())
    assert (lan["words"], lan["words_per_hour"]) == (words, round(words * 3600 / 150))
    assert read["people"]["minh"]["words_per_hour"] is None
    shown = l10n("stats").out
    assert "local" in shown
    assert "accept 1, set 2" in shown


def test_a_second_draft_counts_once_more(project: Path, l10n: Call) -> None:
    workspace = drafted(project)
    unit = workspace.translation("hoi-nghi", "en")[0]
    l10n("unit", "accept", unit.id, "--as", "lan")
    l10n("unit", "reject", unit.id, "--comment", "no", "--as", "minh")
    l10n("unit", "accept", unit.id, "--as", "lan")
    shares = stats(Workspace(find(project)), ["hoi-nghi"], ["en"]).engines["local"].shares
    assert shares == [1.0, 1.0]


def test_what_is_taken_back_does_not_count_and_the_engines_own_text_does(project: Path) -> None:
    workspace = drafted(project)
    first, second = workspace.translation("hoi-nghi", "en")[:2]
    [accepted] = acts.act(workspace, "accept", [first], "lan")
    acts.restore(workspace, [(first, accepted)], "lan")
    assert not stats(workspace, ["hoi-nghi"], ["en"]).engines
    acts.restore(workspace, [(accepted, first)], "lan")
    assert stats(workspace, ["hoi-nghi"], ["en"]).engines["local"].shares == [1.0]
    for old, new in (("issued", "published"), ("Politburo", "Political Bureau")):
        unit = workspace.translation("hoi-nghi", "en")[1]
        acts.write(workspace, [(unit, unit.target.replace(old, new))], "lan", "replace")
    unit = workspace.translation("hoi-nghi", "en")[1]
    acts.act(workspace, "accept", [unit], "lan")
    kept = similarity(second.target, unit.target)
    assert kept < 0.9
    assert stats(workspace, ["hoi-nghi"], ["en"]).engines["local"].shares == [1.0, kept]
