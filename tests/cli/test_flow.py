"""From extraction to publication, by script."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, Outcome, write_tree

Call = Callable[..., Outcome]
CATALOG = Path("translations/en/hoi-nghi.po")
TARGETS = {
    "Hội nghị thông tin đối ngoại": "External information conference",
    "Sáng 8/1, Bộ Chính trị ban hành kết luận mới.": "On January 8 the Politburo issued it.",
    "Chính trị": "Politics",
    "Bộ Chính trị họp tại Hà Nội.": "The Politburo met in Ha Noi.",
    "Hội nghị dành **15,7 tỷ đồng** cho nhiệm vụ này.": "It spends **VND15.7 billion** on this.",
    "Toàn cảnh hội nghị": "The conference [hall]",
    "Ảnh: Đ.Hòa": 'Photo: "D.Hoa"',
    "Xem [văn bản](https://example.org/57) để biết thêm.": "See the [text](https://example.org/57).",
}
PUBLISHED = """\
---
title: External information conference
language: en
date: 2024-01-08T05:10:00+07:00
lead: On January 8 the Politburo issued it.
tags: [Politics]
---

The Politburo met in Ha Noi. It spends **VND15.7 billion** on this.

![The conference [hall]](images/hoi-nghi.jpg "Photo: \\"D.Hoa\\"")

See the [text](https://example.org/57).
"""


def units(l10n: Call, *options: str) -> list[dict[str, object]]:
    outcome = l10n("unit", "list", "--format", "json", *options)
    assert outcome.code == 0
    document = json.loads(outcome.out)
    assert document["schema"] == 1
    return list(document["units"])


def states(l10n: Call) -> dict[str, int]:
    target = json.loads(l10n("status", "--format", "json").out)["targets"]["en"]
    assert target["units"] == sum(target["states"].values())
    return {state: number for state, number in target["states"].items() if number}


@pytest.fixture
def translated(project: Path, l10n: Call) -> Path:
    assert l10n("extract").code == 0
    for unit in units(l10n):
        done = l10n("unit", "set", str(unit["unit"]), TARGETS[str(unit["source"])], "--as", "lan")
        assert done.code == 0, done.err
    return project


def test_extracting_gives_every_text_once_and_twice_the_same_bytes(
    project: Path, l10n: Call
) -> None:
    first = l10n("extract")
    assert first.out == f"{CATALOG}\n"
    before = CATALOG.read_bytes()
    assert {str(unit["source"]) for unit in units(l10n)} == set(TARGETS)
    assert {str(unit["context"]) for unit in units(l10n)} == {
        "title", "lead", "tag", "caption", "credit", "",
    }  # fmt: skip
    assert "term: Bộ Chính trị = Politburo" in before.decode()
    assert l10n("extract").out == ""
    (project / ".l10n" / "extracted.json").unlink()
    assert l10n("extract").out == ""
    assert CATALOG.read_bytes() == before


def test_the_whole_path(translated: Path, l10n: Call) -> None:
    assert states(l10n) == {"translated": len(TARGETS)}
    held = l10n("publish")
    assert held.code == 1
    assert "8 units are not approved" in held.err
    assert not Path("published").exists()
    assert l10n("unit", "review", "--all", "--as", "minh").code == 0
    assert l10n("unit", "approve", "--all", "--as", "ha").code == 0
    assert l10n("status", "--require", "approved=100").code == 0
    assert l10n("check").code == 0
    assert l10n("publish").out == "published/en/hoi-nghi.md\n"
    assert Path("published/en/hoi-nghi.md").read_text(encoding="utf-8") == PUBLISHED


def test_drafts_are_published_marked(translated: Path, l10n: Call) -> None:
    outcome = l10n("publish", "--allow-drafts")
    assert outcome.code == 0
    text = Path("published/en/hoi-nghi.md").read_text(encoding="utf-8")
    assert "draft: true\n" in text
    assert text.replace("draft: true\n", "") == PUBLISHED


def test_a_page_is_published_as_html(translated: Path, l10n: Call) -> None:
    assert l10n("publish", "--allow-drafts", "--format", "html").out == (
        "published/en/hoi-nghi.html\n"
    )
    text = Path("published/en/hoi-nghi.html").read_text(encoding="utf-8")
    assert "<h1>External information conference</h1>" in text
    assert "<strong>VND15.7 billion</strong>" in text


def test_four_eyes(translated: Path, l10n: Call) -> None:
    refused = l10n("unit", "review", "--all", "--as", "lan")
    assert refused.code == 2
    assert "four eyes" in refused.err
    assert l10n("unit", "approve", "--all", "--as", "lan").code == 2
    assert states(l10n) == {"translated": len(TARGETS)}


def test_roles(translated: Path, l10n: Call) -> None:
    people = "workflow:\n  people: {lan: [translator], minh: [reviewer]}\n"
    write_tree(translated, {"l10n.yml": f"engine: none\n{people}"})
    refused = l10n("unit", "approve", "--all", "--as", "minh")
    assert refused.code == 2
    assert "minh may not approve: that takes an approver; l10n.yml names nobody" in refused.err
    assert l10n("unit", "review", "--all", "--as", "minh").code == 0


def test_a_text_changed_elsewhere_loses_its_approval(translated: Path, l10n: Call) -> None:
    l10n("unit", "approve", "--all", "--as", "ha")
    text = CATALOG.read_text(encoding="utf-8")
    CATALOG.write_text(text.replace("Politburo met", "Politburo sat"), encoding="utf-8")
    assert states(l10n) == {"translated": 1, "approved": len(TARGETS) - 1}
    outcome = l10n("check", "--format", "json")
    assert outcome.code == 1
    findings = json.loads(outcome.out)["findings"]
    [finding] = [f for f in findings if f["severity"] != "info"]
    assert finding["check"] == "broken-seal"
    assert finding["file"] == str(CATALOG)
    assert 'msgid "Bộ Chính trị họp tại Hà Nội."' in text.splitlines()[finding["line"] - 1 :][0:8]
    assert l10n("publish").code == 1


def test_a_rejection_needs_a_reason_and_is_kept(translated: Path, l10n: Call) -> None:
    unit = str(units(l10n)[0]["unit"])
    assert l10n("unit", "reject", unit, "--as", "minh").code == 2
    assert l10n("unit", "reject", unit, "--comment", "sai chức danh", "--as", "minh").code == 0
    shown = l10n("unit", "show", unit)
    assert "draft" in shown.out
    assert "rejected by minh: sai chức danh" in shown.out
    assert l10n("unit", "approve", unit, "--as", "ha").code == 2
    assert l10n("unit", "accept", unit[:6], "--as", "lan").code == 0


def test_signing_twice_changes_nothing(translated: Path, l10n: Call) -> None:
    everything = [str(unit["unit"]) for unit in units(l10n)]
    for act, who in (("accept", "kim"), ("review", "minh"), ("approve", "ha"), ("approve", "kim")):
        assert l10n("unit", act, *everything, "--as", who).code == 0
    assert {(u["translator"], u["reviewer"], u["approver"]) for u in units(l10n)} == {
        ("lan", "minh", "ha")
    }


def test_a_dry_run_changes_nothing(translated: Path, l10n: Call) -> None:
    before = CATALOG.read_bytes()
    outcome = l10n("unit", "review", "--all", "--dry-run", "--as", "minh")
    assert outcome.out.count("\n") == len(TARGETS)
    assert "would be reviewed" in outcome.err
    assert CATALOG.read_bytes() == before


def test_who_acts_comes_from_the_environment_or_git(
    translated: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = translated / "gitconfig"
    config.write_text("[user]\nemail = kim@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    unit, other = (str(u["unit"]) for u in units(l10n)[:2])
    assert "as kim@example.org" in l10n("unit", "review", unit).err
    monkeypatch.setenv("L10N_USER", "ha")
    assert "as ha" in l10n("unit", "review", other).err


def test_an_empty_translation_is_refused(project: Path, l10n: Call) -> None:
    l10n("extract")
    unit = str(units(l10n)[0]["unit"])
    assert l10n("unit", "set", unit, "  ", "--as", "lan").code == 2
    assert l10n("unit", "accept", unit, "--as", "lan").code == 2
    assert l10n("unit", "reject", unit, "--comment", "x", "--as", "lan").code == 2


def test_a_gate_that_is_not_met(translated: Path, l10n: Call) -> None:
    outcome = l10n("status", "--require", "approved=50", "--require", "translated=100%")
    assert outcome.code == 1
    assert outcome.err == (
        "l10n: unmet: en: 0.0% of 8 units are approved or beyond, 50% required\n"
    )


def test_a_target_with_no_article_is_not_complete(project: Path, l10n: Call) -> None:
    (project / "articles/hoi-nghi.md").unlink()
    assert l10n("status", "--require", "untranslated=0").code == 1
    assert json.loads(l10n("status", "--format", "json").out)["targets"]["en"]["complete"] is False


def test_an_article_changed_after_extraction_is_not_complete(translated: Path, l10n: Call) -> None:
    l10n("unit", "approve", "--all", "--as", "ha")
    write_tree(translated, {"articles/hoi-nghi.md": ARTICLE + "\nMột câu mới.\n"})
    assert states(l10n) == {"untranslated": 1, "approved": len(TARGETS)}
    assert l10n("publish").code == 1


def test_a_changed_article_keeps_what_it_can(translated: Path, l10n: Call) -> None:
    l10n("unit", "approve", "--all", "--as", "ha")
    changed = ARTICLE.replace("Bộ Chính trị họp tại", "Bộ  Chính trị họp ở tỉnh").replace(
        "15,7", "16"
    )
    write_tree(translated, {"articles/hoi-nghi.md": changed})
    assert l10n("extract").out == f"{CATALOG}\n"
    by_source = {str(unit["source"]): unit for unit in units(l10n)}
    assert by_source["Hội nghị dành **16 tỷ đồng** cho nhiệm vụ này."]["state"] == "draft"
    write_tree(translated, {"articles/hoi-nghi.md": ARTICLE})
    l10n("extract")
    assert {str(unit["target"]) for unit in units(l10n)} == set(TARGETS.values())


def test_findings_name_the_place(project: Path, l10n: Call) -> None:
    l10n("extract")
    unit = next(u for u in units(l10n) if u["source"] == "Bộ Chính trị họp tại Hà Nội.")
    l10n("unit", "set", str(unit["unit"]), "The Polit Bureau met.", "--as", "lan")
    outcome = l10n("check", "--format", "json")
    document = json.loads(outcome.out)
    [finding] = [f for f in document["findings"] if f["check"] == "terminology"]
    assert set(finding) == {
        "check", "severity", "article", "language", "unit", "file", "line", "message",
        "source", "target",
    }  # fmt: skip
    assert (finding["severity"], finding["unit"]) == ("error", unit["unit"])
    assert document["counts"] == {"error": len(TARGETS), "warning": 1, "info": 0}
    text = l10n("check")
    assert text.code == 1
    assert "error terminology: forbidden term “Polit Bureau”: expected “Politburo”" in text.out
    assert l10n("check", "--fail-on", "never").code == 0


def test_status_for_people(translated: Path, l10n: Call) -> None:
    table = l10n("status").out
    assert "hoi-nghi" in table
    assert "translated" in table
    markdown = l10n("status", "--format", "markdown").out
    assert "| en | hoi-nghi | 8 |" in markdown


def test_side_by_side(translated: Path, l10n: Call) -> None:
    shown = l10n("show", "hoi-nghi").out
    assert "Bộ Chính trị họp tại Hà Nội." in shown
    assert "The Politburo met in Ha Noi." in shown


def test_init_makes_a_project_that_runs_at_once(
    tmp_path: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert l10n("init", "newsroom", "--to", "en", "--to", "fr").code == 0
    again = l10n("init", "newsroom")
    assert again.code == 4
    assert "is there already" in again.err
    monkeypatch.chdir(tmp_path / "newsroom")
    outcome = l10n("run", "--engine", "none")
    assert outcome.code == 0
    assert json.loads(l10n("status", "--format", "json").out)["targets"]["fr"]["units"] == 6
    assert len(json.loads(l10n("glossary", "list", "--format", "json").out)["concepts"]) >= 150
    assert l10n("init", "other", "--to", "vi").code == 2
    assert not (tmp_path / "newsroom" / "other").exists()
