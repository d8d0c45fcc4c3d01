"""`l10n glossary impact`: what a change touches, and what is reopened."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.settings import find
from l10n.workflow import earlier
from l10n.workflow.acts import act
from l10n.workflow.impact import impact as impact_of
from l10n.workflow.impact import reopen
from l10n.workflow.workspace import Workspace
from tests.conftest import ARTICLE, GLOSSARY, Outcome, write_tree
from tests.git import commit, git

Call = Callable[..., Outcome]
CHANGED = GLOSSARY.replace(
    "    - Politburo\n    - {text: Political Bureau, status: admitted}\n",
    "    - Political Bureau\n    - {text: Politburo, status: deprecated}\n",
)
PO = Path("translations/en/hoi-nghi.po")
BODY = "Bộ Chính trị họp tại Hà Nội."
LEAD = "Sáng 8/1, Bộ Chính trị ban hành kết luận mới."


@pytest.fixture
def news(project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed project: the body's first sentence approved, the lead reviewed."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    assert l10n("extract").code == 0
    sign(l10n, BODY, "The Politburo met in Ha Noi.")
    sign(l10n, LEAD, "On January 8, the Politburo issued it.", approve=False)
    commit(project)
    return project


def unit(l10n: Call, source: str, article: str = "hoi-nghi") -> dict[str, object]:
    listed = json.loads(l10n("unit", "list", "--format", "json", "--article", article).out)["units"]
    return next(u for u in listed if u["source"] == source)


def sign(l10n: Call, source: str, target: str, *, approve: bool = True) -> str:
    id_ = str(unit(l10n, source)["unit"])
    assert l10n("unit", "set", id_, target, "--as", "lan").code == 0
    assert l10n("unit", "review", id_, "--as", "minh").code == 0
    if approve:
        assert l10n("unit", "approve", id_, "--as", "ha").code == 0
    return id_


def impact(l10n: Call, *options: str) -> dict[str, object]:
    outcome = l10n("glossary", "impact", "--format", "json", *options)
    assert (outcome.code, outcome.err.startswith("l10n:")) == (0, False), outcome.err
    document = json.loads(outcome.out)
    assert document["schema"] == 1
    return document


def touched(document: dict[str, object]) -> list[tuple[object, ...]]:
    return [(u["source"], u["state"], u["verdict"]) for u in document["units"]]  # type: ignore[attr-defined]


def test_nothing_changed(news: Path, l10n: Call) -> None:
    outcome = l10n("glossary", "impact")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "0 concepts changed; 0 units touched, 0 of them reviewed or approved, "
        "0 of those wrong now\n"
    )


def test_a_moved_concept_a_note_and_a_renamed_file_are_no_change(news: Path, l10n: Call) -> None:
    (news / "glossary/party.yml").unlink()
    write_tree(news, {"glossary/bodies.yml": f"{GLOSSARY}  note: x\n  source: y\n"})
    assert impact(l10n)["counts"] == {
        "concepts": 0, "units": 0, "approved": 0, "signed": 0, "wrong": 0, "reopened": 0,
    }  # fmt: skip


def test_a_changed_term_names_units_states_places_and_verdicts(news: Path, l10n: Call) -> None:
    write_tree(news, {"glossary/party.yml": CHANGED})
    document = impact(l10n)
    assert document["concepts"] == [
        {
            "concept": "party-bct",
            "change": "changed",
            "differences": [
                {
                    "what": "preferred",
                    "before": "Politburo",
                    "after": "Political Bureau",
                    "language": "en",
                    "term": "",
                },
                {
                    "what": "term",
                    "before": "preferred",
                    "after": "deprecated",
                    "language": "en",
                    "term": "Politburo",
                },
            ],
            "units": 2,
        }
    ]
    assert touched(document) == [(BODY, "approved", "deprecated"), (LEAD, "reviewed", "deprecated")]
    first = document["units"][0]  # type: ignore[index]
    assert first["file"] == PO.as_posix()
    line = PO.read_text(encoding="utf-8").split("\n")[first["line"] - 1]
    assert line == f'msgid "{BODY}"'
    assert (first["article"], first["language"]) == ("hoi-nghi", "en")
    assert first["unit"] == unit(l10n, BODY)["unit"]
    assert (first["wrong"], first["reopen"]) == (True, False)
    assert first["verdicts"] == [
        {
            "concept": "party-bct",
            "verdict": "deprecated",
            "expected": "Political Bureau",
            "found": "Politburo",
        }
    ]
    assert document["counts"] == {
        "concepts": 1, "units": 2, "approved": 1, "signed": 2, "wrong": 2, "reopened": 0,
    }  # fmt: skip


def test_the_text_says_the_same(news: Path, l10n: Call) -> None:
    write_tree(news, {"glossary/party.yml": CHANGED})
    outcome = l10n("glossary", "impact", "--since", "HEAD")
    id_ = unit(l10n, BODY)["unit"]
    assert outcome.out.startswith(
        "party-bct changed: en preferred: Politburo → Political Bureau; "
        "en term “Politburo”: preferred → deprecated\n"
    )
    assert f": unit {id_} approved deprecated\n    source: {BODY}\n" in outcome.out
    assert (
        "    party-bct deprecated: expected “Political Bureau”, found “Politburo”\n" in outcome.out
    )
    assert "1 concept changed; 2 units touched, 2 of them reviewed or approved, 2" in outcome.err


def test_reopening_keeps_the_reason_until_the_next_signature(news: Path, l10n: Call) -> None:
    write_tree(news, {"glossary/party.yml": CHANGED})
    before = PO.read_bytes()
    dry = l10n("glossary", "impact", "--reopen", "--dry-run", "--as", "ha")
    assert "2 units would be reopened as ha\n" in dry.err
    assert PO.read_bytes() == before

    done = l10n("glossary", "impact", "--reopen", "--as", "ha")
    assert done.code == 0
    assert "approved deprecated" in done.out
    assert done.err.endswith("2 units reopened as ha\n")
    reopened = unit(l10n, BODY)
    assert reopened["state"] == "translated"
    assert reopened["reasons"] == ["reopened by ha: party-bct deprecated"]
    assert (reopened["translator"], reopened["reviewer"], reopened["approver"]) == ("lan", "", "")
    assert "reopened by ha: party-bct deprecated" in l10n("unit", "show", str(reopened["unit"])).out
    assert "broken-seal" not in l10n("check", "--fail-on", "never").out

    again = l10n("glossary", "impact", "--reopen", "--as", "ha")
    assert again.err.endswith("0 units reopened as ha\n")
    assert unit(l10n, BODY)["reasons"] == ["reopened by ha: party-bct deprecated"]
    assert l10n("extract").code == 0
    assert unit(l10n, BODY)["reasons"] == ["reopened by ha: party-bct deprecated"]

    sign(l10n, BODY, "The Political Bureau met in Ha Noi.")
    assert (unit(l10n, BODY)["state"], unit(l10n, BODY)["reasons"]) == ("approved", [])
    # The lead is left as it is worded, and signed all the same.
    assert l10n("unit", "approve", str(unit(l10n, LEAD)["unit"]), "--as", "ha").code == 0
    assert (unit(l10n, LEAD)["state"], unit(l10n, LEAD)["reasons"]) == ("approved", [])
    assert "reopened" not in PO.read_text(encoding="utf-8")


def test_what_is_still_right_is_reopened_with_all_alone(news: Path, l10n: Call) -> None:
    changed = GLOSSARY.replace("{text: Polit Bureau, status: forbidden}", "Politbureau")
    write_tree(news, {"glossary/party.yml": changed})
    document = impact(l10n, "--reopen", "--as", "ha")
    assert touched(document) == [(BODY, "approved", "ok"), (LEAD, "reviewed", "ok")]
    assert document["counts"]["reopened"] == 0  # type: ignore[index]
    everything = impact(l10n, "--reopen", "--all", "--as", "ha")
    assert everything["counts"]["reopened"] == 2  # type: ignore[index]
    assert unit(l10n, BODY)["reasons"] == ["reopened by ha: party-bct changed"]


def test_an_added_a_removed_and_a_hidden_concept(news: Path, l10n: Call) -> None:
    added = "- id: city\n  vi: Hà Nội\n  en: [Hanoi]\n"
    write_tree(news, {"glossary/places.yml": added})
    assert touched(impact(l10n)) == [(BODY, "approved", "missing")]
    (news / "glossary/places.yml").unlink()
    (news / "glossary/party.yml").unlink()
    assert touched(impact(l10n)) == [(BODY, "approved", None), (LEAD, "reviewed", None)]
    assert "en: Politburo" in l10n("glossary", "impact").out
    # A longer term without an English one takes the shorter one's place, and gives it back.
    longer = "- id: meeting\n  vi: Bộ Chính trị họp\n  zh: 政治局会议\n"
    write_tree(news, {"glossary/party.yml": GLOSSARY + longer})
    assert touched(impact(l10n)) == [(BODY, "approved", None)]
    wrong = "- id: Ha-Noi\n  vi: họp tại Hà Nội\n  zh: 在河内\n"
    write_tree(news, {"glossary/party.yml": GLOSSARY + wrong})
    assert touched(impact(l10n)) == []


def test_uncovering_a_wrong_term_counts(news: Path, l10n: Call) -> None:
    both = "- id: city\n  vi: Hà Nội\n  en: Hanoi\n- id: at\n  vi: tại Hà Nội\n  zh: 在河内\n"
    write_tree(news, {"glossary/places.yml": both})
    commit(news)
    write_tree(news, {"glossary/places.yml": both.partition("- id: at")[0]})
    document = impact(l10n, "--reopen", "--as", "ha")
    assert [(u["concepts"], u["verdict"]) for u in document["units"]] == [(["at"], "missing")]  # type: ignore[attr-defined]
    assert unit(l10n, BODY)["reasons"] == ["reopened by ha: at changed, city missing"]


def test_guards_forms_and_periods_are_found_by_the_old_and_the_new(news: Path, l10n: Call) -> None:
    guarded = GLOSSARY.replace("  domain: party\n", "  guards: [Bộ Chính trị họp]\n")
    write_tree(news, {"glossary/party.yml": guarded})
    document = impact(l10n)
    assert touched(document) == [(BODY, "approved", None), (LEAD, "reviewed", "ok")]
    form = GLOSSARY.replace("vi: [Bộ Chính trị]", "vi: [Bộ Chính trị, hội nghị]")
    write_tree(news, {"glossary/party.yml": form})
    assert ("Toàn cảnh hội nghị", "untranslated", None) in touched(impact(l10n))
    period = GLOSSARY.replace("  domain: party\n", "  valid: {from: 2025-01-01, to: null}\n")
    write_tree(news, {"glossary/party.yml": period})
    assert len(touched(impact(l10n))) == 2
    assert "party-bct changed: valid: nothing → 2025-01-01 – …\n" in l10n("glossary", "impact").out


def test_a_change_in_one_language_touches_that_language(
    make_project: Callable[..., Path], l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = "source: vi\ntargets: [en, zh]\n"
    root = make_project({"l10n.yml": settings, "articles/khac.md": ARTICLE})
    monkeypatch.chdir(root)
    assert l10n("extract").code == 0
    commit(root)
    write_tree(root, {"glossary/party.yml": GLOSSARY + "  zh: 政治局\n"})
    languages = {u["language"] for u in impact(l10n)["units"]}  # type: ignore[attr-defined]
    assert languages == {"zh"}
    assert impact(l10n, "--to", "en")["units"] == []
    articles = {u["article"] for u in impact(l10n, "--article", "khac")["units"]}  # type: ignore[attr-defined]
    assert articles == {"khac"}


def test_house_style_is_a_change_too(news: Path, l10n: Call) -> None:
    style = "style: {en: {prefer: {party-bct: Political Bureau}}}\n"
    write_tree(news, {"l10n.yml": f"source: vi\ntargets: [en]\n{style}"})
    assert touched(impact(l10n)) == [
        (BODY, "approved", "deprecated"),
        (LEAD, "reviewed", "deprecated"),
    ]
    # A preference for a concept that is new with it.
    text = "style: {en: {prefer: {city: Hanoi}}}\n"
    city = "- id: city\n  vi: Hà Nội\n  en: [Ha Noi, Hanoi]\n"
    write_tree(
        news, {"l10n.yml": f"source: vi\ntargets: [en]\n{text}", "glossary/places.yml": city}
    )
    assert touched(impact(l10n, "--against", "glossary/party.yml")) == [
        (BODY, "approved", "deprecated")
    ]


def test_settings_of_that_time_that_no_longer_load(news: Path, l10n: Call) -> None:
    good = (news / "l10n.yml").read_text(encoding="utf-8")
    write_tree(news, {"l10n.yml": "colour: red\n"})
    commit(news)
    write_tree(news, {"l10n.yml": good})
    assert touched(impact(l10n)) == []
    (news / "l10n.yml").unlink()
    commit(news)
    write_tree(news, {"l10n.yml": good})
    assert touched(impact(l10n)) == []


def test_against_a_file_or_a_folder(news: Path, l10n: Call, tmp_path: Path) -> None:
    write_tree(tmp_path, {"old/party.yml": CHANGED})
    assert len(touched(impact(l10n, "--against", str(tmp_path / "old")))) == 2
    assert len(touched(impact(l10n, "--against", str(tmp_path / "old/party.yml")))) == 2
    assert touched(impact(l10n, "--against", "glossary")) == []
    write_tree(news, {"glossary/places.yml": "- id: city\n  vi: Hà Nội\n  en: Hanoi\n"})
    one = l10n("glossary", "impact", "--against", "glossary/party.yml")
    assert "party.yml knows nothing of places.yml, which counts as added" in one.err
    assert "knows nothing" not in l10n("glossary", "impact", "--against", "glossary").err
    missing = l10n("glossary", "impact", "--against", "nope.yml")
    assert (missing.code, "nope.yml: cannot be read" in missing.err) == (4, True)
    write_tree(tmp_path, {"old.tbx": "<tbx/>"})
    other = l10n("glossary", "impact", "--against", str(tmp_path / "old.tbx"))
    assert (other.code, "is no glossary in YAML; give a .yml file" in other.err) == (2, True)


def test_a_project_in_a_subfolder_and_an_untracked_glossary(
    tmp_path: Path, make_project: Callable[..., Path], l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project()
    (root.parent / "README").write_text("x", encoding="utf-8")
    (root / ".gitignore").write_text("glossary/\n", encoding="utf-8")
    commit(root.parent)
    monkeypatch.chdir(root / "articles")
    assert l10n("extract").code == 0
    outcome = l10n("glossary", "impact")
    assert outcome.code == 0
    assert "there was no glossary then: every concept counts as added" in outcome.err
    assert "party-bct added: vi: Bộ Chính trị | en: Politburo\n" in outcome.out
    assert "untranslated no verdict\n" in outcome.out
    assert "    party-bct\n" in outcome.out
    assert "1 concept changed; 2 units touched, 0 of them" in outcome.err
    git(root.parent, "add", "-f", "project/glossary")
    commit(root.parent)
    write_tree(root, {"glossary/party.yml": CHANGED})
    assert len(touched(impact(l10n))) == 2


def test_a_glossary_that_was_broken_names_its_revision(news: Path, l10n: Call) -> None:
    write_tree(news, {"glossary/party.yml": f"{GLOSSARY}{GLOSSARY}", "glossary/.x.yml": "x: y\n"})
    commit(news)
    write_tree(news, {"glossary/party.yml": GLOSSARY})
    outcome = l10n("glossary", "impact")
    assert outcome.code == 2
    assert outcome.err == (
        "l10n: error: HEAD:glossary/party.yml:10: id 'party-bct' is used twice; "
        "it stands in HEAD:glossary/party.yml:1 too\n"
    )
    (news / "glossary/far.yml").symlink_to("/nowhere/at/all.yml")
    commit(news)
    (news / "glossary/far.yml").unlink()
    outcome = l10n("glossary", "impact")
    assert outcome.code == 2
    assert "HEAD:glossary/far.yml: cannot be read: a link that leads elsewhere" in outcome.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--since", "nope"], "no revision 'nope' here; git log --oneline shows them, or compare"),
        (["--since", "HEAD", "--against", "x.yml"], "--since and --against are two comparisons"),
        (["--all"], "--all and --dry-run say how to reopen; add --reopen"),
        (["--dry-run"], "--all and --dry-run say how to reopen; add --reopen"),
        (["--to", "fr"], "'fr' is no target of this project"),
    ],
)
def test_a_wrong_call(news: Path, l10n: Call, options: list[str], message: str) -> None:
    outcome = l10n("glossary", "impact", *options)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert message in outcome.err


def test_who_may_reopen(news: Path, l10n: Call) -> None:
    people = "workflow: {people: {ha: [reviewer], lan: [translator]}}\n"
    write_tree(
        news, {"l10n.yml": f"source: vi\ntargets: [en]\n{people}", "glossary/party.yml": CHANGED}
    )
    outcome = l10n("glossary", "impact", "--reopen", "--as", "lan")
    assert (
        outcome.code,
        "lan may not reopen: that takes a reviewer or an approver" in outcome.err,
    ) == (2, True)
    assert impact(l10n, "--reopen", "--as", "ha")["counts"]["reopened"] == 2  # type: ignore[index]


def test_a_unit_that_somebody_changes_meanwhile_is_left(
    news: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(news, {"glossary/party.yml": CHANGED})
    workspace = Workspace(find(news))
    found = impact_of(workspace, earlier.at_revision(workspace, "HEAD"), ["hoi-nghi"], ["en"])
    sign(l10n, BODY, "The Political Bureau met in Ha Noi.")
    done = reopen(workspace, found.to_reopen(), "ha")
    assert ([u.source for u in done.units], done.skipped) == ([LEAD], 1)
    assert unit(l10n, BODY)["state"] == "approved"

    monkeypatch.setattr("l10n.workflow.impact.impact", lambda *_: found)
    outcome = l10n("glossary", "impact", "--reopen", "--as", "ha")
    assert "2 units changed meanwhile: left alone\n" in outcome.err


def test_killed_midway_it_leaves_whole_catalogs_and_running_again_finishes(
    make_project: Callable[..., Path], l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = {f"articles/bai-{n:02}.md": ARTICLE for n in range(30)}
    root = make_project(articles)
    monkeypatch.chdir(root)
    assert l10n("extract").code == 0
    listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    workspace = Workspace(find(root))
    units = [
        u
        for slug in workspace.project.slugs()
        for u in workspace.translation(slug, "en")
        if u.source == BODY
    ]
    assert len(listed) > len(units) == 31
    done = act(workspace, "set", units, "lan", "The Politburo met in Ha Noi.")
    act(workspace, "approve", done, "ha")
    commit(root)
    write_tree(root, {"glossary/party.yml": CHANGED})
    command = [sys.executable, "-m", "l10n", "glossary", "impact", "--reopen", "--as", "ha"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)
    catalogs = sorted((root / "translations/en").glob("*.po"))
    while process.poll() is None and b"reopened" not in catalogs[2].read_bytes():
        time.sleep(0.001)
    process.kill()
    process.wait()
    assert l10n("check", "--fail-on", "never").code == 0
    states = [unit(l10n, BODY, path.stem)["state"] for path in catalogs]
    assert set(states) <= {"approved", "translated"}
    assert states[2] == "translated"
    again = l10n("glossary", "impact", "--reopen", "--as", "ha")
    assert f"{states.count('approved')} units reopened as ha" in again.err
    assert {unit(l10n, BODY, path.stem)["state"] for path in catalogs} == {"translated"}


def test_an_article_in_another_language_is_matched_in_its_own(
    make_project: Callable[..., Path], l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = "---\ntitle: x\nlanguage: en\n---\n\nThe Politburo met. Bộ Chính trị họp.\n"
    root = make_project(
        {"articles/hoi-nghi.md": english, "l10n.yml": "source: vi\ntargets: [vi]\n"}
    )
    monkeypatch.chdir(root)
    assert l10n("extract").code == 0
    commit(root)
    (root / "glossary/party.yml").unlink()
    assert [s for s, _, _ in touched(impact(l10n))] == ["The Politburo met."]


def test_what_was_wrong_before_and_has_nothing_to_do_with_it(news: Path, l10n: Call) -> None:
    both = "- id: city\n  vi: Hà Nội\n  en: Hanoi\n- id: met\n  vi: họp\n  en: [met, convened]\n"
    write_tree(news, {"glossary/places.yml": both, "articles/new.md": "Chưa có gì.\n"})
    commit(news)
    write_tree(news, {"glossary/places.yml": both.replace(", convened", "")})
    document = impact(l10n, "--reopen", "--as", "ha")
    assert touched(document) == [(BODY, "approved", "ok")]
    assert document["counts"]["reopened"] == 0  # type: ignore[index]
