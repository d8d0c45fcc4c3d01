"""`check --since`: only what a change touches."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, GLOSSARY, SETTINGS, Outcome, write_tree
from tests.git import commit, git

Call = Callable[..., Outcome]
CATALOG = Path("translations/en/hoi-nghi.po")
NEW = "---\ntitle: Tin mới\nlanguage: vi\n---\n\nTin.\n"


@pytest.fixture
def committed(project: Path, l10n: Call) -> Path:
    """The usual project with a forbidden term in every unit, committed."""
    l10n("extract")
    for unit in json.loads(l10n("unit", "list", "--format", "json").out)["units"]:
        done = l10n("unit", "set", unit["unit"], "The Polit Bureau met.", "--to", "en", "--as", "a")
        assert done.code == 0, done.err
    commit(project)
    return project


def found(l10n: Call, *options: str) -> list[dict[str, object]]:
    outcome = l10n("check", "--since", "HEAD", "--format", "json", *options)
    return list(json.loads(outcome.out)["findings"])


def unit_about(l10n: Call, words: str) -> str:
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    return str(next(unit["unit"] for unit in units if words in unit["source"]))


def test_what_did_not_change_is_not_looked_at(committed: Path, l10n: Call) -> None:
    outcome = l10n("check", "--since", "HEAD")
    assert (outcome.code, outcome.out) == (0, "")
    unit = unit_about(l10n, "Bộ Chính trị họp")
    l10n("unit", "set", unit, "Polit Bureau!", "--to", "en", "--as", "a")
    assert {f["unit"] for f in found(l10n)} == {unit}
    commit(committed)
    assert found(l10n) == []


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_is_told_not_to_look_at_is_looked_at(
    committed: Path, l10n: Call, flag: str
) -> None:
    git(committed, "update-index", flag, str(CATALOG))
    unit = unit_about(l10n, "Bộ Chính trị họp")
    l10n("unit", "set", unit, "Polit Bureau!", "--to", "en", "--as", "a")
    assert {f["unit"] for f in found(l10n)} == {unit}


def test_a_file_that_was_only_touched_is_no_change(committed: Path, l10n: Call) -> None:
    for path in CATALOG, Path("articles/hoi-nghi.md"):
        path.write_bytes(path.read_bytes())
    assert found(l10n) == []


def test_a_line_that_moved_is_no_change(committed: Path, l10n: Call) -> None:
    CATALOG.write_text("# a comment\n#\n" + CATALOG.read_text())
    assert found(l10n) == []


def test_a_unit_taken_out_of_a_check_is_looked_at_again(committed: Path, l10n: Call) -> None:
    text = CATALOG.read_text()
    CATALOG.write_text(text.replace('msgctxt "lead"', '# l10n: skip=numbers\nmsgctxt "lead"', 1))
    assert len({f["unit"] for f in found(l10n)}) == 1


def test_new_articles_and_new_units_are_looked_at(committed: Path, l10n: Call) -> None:
    write_tree(committed, {"articles/moi.md": NEW})
    assert {(f["article"], f["file"]) for f in found(l10n)} == {("moi", "articles/moi.md")}
    with Path("articles/hoi-nghi.md").open("a", encoding="utf-8") as file:
        file.write("\nMột câu nữa.\n")
    assert [(f["check"], f["line"]) for f in found(l10n, "hoi-nghi")] == [
        ("catalog", 1), ("untranslated", 15),
    ]  # fmt: skip


def test_a_new_date_or_language_touches_the_whole_article(committed: Path, l10n: Call) -> None:
    write_tree(committed, {"articles/hoi-nghi.md": ARTICLE.replace("2024-01-08", "2024-01-09")})
    everything = json.loads(l10n("check", "--format", "json").out)["findings"]
    assert found(l10n) == everything
    write_tree(committed, {"articles/hoi-nghi.md": b"---\ntitle: \xff\n---\n"})
    assert [f["check"] for f in found(l10n)] == ["unreadable"]


def test_an_article_that_comes_home_is_judged_anew(committed: Path, l10n: Call) -> None:
    Path("glossary/state.yml").write_text("- {id: qh, vi: Quốc hội, en: National Assembly}\n")
    head = "---\ntitle: Tin\nlanguage: vi\n---\n\n"
    Path("articles/tin.md").write_text(f"{head}Quốc hội họp.\n\nMỹ, Anh và Pháp dự.\n")
    l10n("extract")
    for unit in json.loads(l10n("unit", "list", "tin", "--format", "json").out)["units"]:
        l10n("unit", "set", unit["unit"], f"{unit['unit']} met.", "--to", "en", "--as", "a")
    commit(committed)
    assert l10n("check", "tin").code == 0
    Path("articles/tin.md").write_text(f"{head}Quốc hội họp.\n\nMỹ, Anh và Việt Nam dự.\n")
    told = {f["unit"] for f in found(l10n) if f["check"] == "terminology"}
    assert told == {unit_about(l10n, "Quốc hội họp")}


def test_a_renamed_article_is_a_new_one(committed: Path, l10n: Call) -> None:
    git(committed, "mv", "articles/hoi-nghi.md", "articles/khac.md")
    git(committed, "mv", str(CATALOG), "translations/en/khac.po")
    assert {f["article"] for f in found(l10n)} == {"khac"}


def test_a_catalog_that_loses_its_article_is_told_once(committed: Path, l10n: Call) -> None:
    Path("articles/hoi-nghi.md").unlink()
    assert [(f["check"], f["article"]) for f in found(l10n)] == [("catalog", "hoi-nghi")]
    commit(committed)
    assert found(l10n) == []
    write_tree(committed, {"translations/en/gone.po": CATALOG.read_bytes()})
    assert [f["article"] for f in found(l10n)] == ["gone"]


def test_a_new_target_touches_all_of_it(committed: Path, l10n: Call) -> None:
    write_tree(committed, {"l10n.yml": SETTINGS.replace("[en]", "[en, fr]")})
    everything = json.loads(l10n("check", "--to", "fr", "--format", "json").out)["findings"]
    assert everything
    assert found(l10n) == everything


def test_a_text_that_others_are_made_from_touches_them(committed: Path, l10n: Call) -> None:
    routed = SETTINGS.replace("[en]", "[en, es]") + "routes: {es: {via: en}}\n"
    write_tree(committed, {"l10n.yml": routed})
    english = CATALOG.read_text(encoding="utf-8")
    spanish = english.replace("Language: en", "Language: es")
    write_tree(committed, {"translations/es/hoi-nghi.po": spanish})
    commit(committed)
    assert found(l10n) == []
    unit = unit_about(l10n, "Bộ Chính trị họp")
    l10n("unit", "set", unit, "The Political Bureau met.", "--to", "en", "--as", "a")
    assert {f["unit"] for f in found(l10n, "--to", "es")} == {unit}
    (committed / "translations/es/hoi-nghi.po").unlink()
    assert len({f["unit"] for f in found(l10n, "--to", "es")}) > 2


class TestRules:
    def test_a_changed_concept_touches_the_units_that_have_it(
        self, committed: Path, l10n: Call
    ) -> None:
        write_tree(committed, {"glossary/party.yml": "# a note\n" + GLOSSARY})
        assert found(l10n) == []
        write_tree(committed, {"glossary/party.yml": GLOSSARY.replace("forbidden", "deprecated")})
        units = {f["unit"] for f in found(l10n)}
        assert len(units) == 2
        assert unit_about(l10n, "Bộ Chính trị họp") in units
        (committed / "glossary/party.yml").unlink()
        assert {f["unit"] for f in found(l10n)} == units

    def test_a_changed_concept_and_a_changed_unit(self, committed: Path, l10n: Call) -> None:
        write_tree(committed, {"glossary/party.yml": GLOSSARY.replace("forbidden", "deprecated")})
        unit = unit_about(l10n, "Toàn cảnh")
        l10n("unit", "set", unit, "Toàn cảnh hội nghị", "--to", "en", "--as", "a")
        assert len({f["unit"] for f in found(l10n)}) == 3

    @pytest.mark.parametrize(
        ("settings", "told"),
        [
            ("checks: {names: false}\n", "checks in l10n.yml changed"),
            ("workflow: {four_eyes: false}\n", "workflow.four_eyes in l10n.yml changed"),
            ("workflow: {people: {lan: [reviewer]}}\n", ""),
            ("# a note\n", ""),
        ],
    )
    def test_settings_that_decide_touch_every_unit(
        self, committed: Path, l10n: Call, settings: str, told: str
    ) -> None:
        write_tree(committed, {"l10n.yml": SETTINGS + settings})
        outcome = l10n("check", "--since", "HEAD")
        expected = f"every unit is checked: {told} since HEAD" if told else ""
        assert (outcome.code, expected in outcome.err) == (int(bool(told)), True)

    def test_rules_that_were_broken_touch_every_unit(self, committed: Path, l10n: Call) -> None:
        write_tree(committed, {"l10n.yml": "nothing: here\n"})
        commit(committed)
        write_tree(committed, {"l10n.yml": SETTINGS})
        assert "l10n.yml has changed since HEAD" in l10n("check", "--since", "HEAD").err
        write_tree(committed, {"glossary/party.yml": "- broken"})
        commit(committed)
        write_tree(committed, {"glossary/party.yml": GLOSSARY})
        outcome = l10n("check", "--since", "HEAD")
        assert "the glossary has changed since HEAD, and not all can be compared" in outcome.err
        assert outcome.code == 1

    def test_other_segmentation_rules_touch_every_unit(self, committed: Path, l10n: Call) -> None:
        from importlib import resources

        rules = (resources.files("l10n") / "segmentation" / "shipped.srx").read_bytes()
        tree = {"l10n.yml": SETTINGS + "segmentation: own.srx\n", "own.srx": rules}
        write_tree(committed, tree)
        commit(committed)
        assert found(l10n) == []
        write_tree(committed, {"own.srx": rules + b"\n"})
        assert "own.srx has changed since HEAD" in l10n("check", "--since", "HEAD").err


class TestGit:
    def test_a_broken_catalog_of_before_hides_nothing(self, committed: Path, l10n: Call) -> None:
        whole = CATALOG.read_bytes()
        CATALOG.write_bytes(b"<<<<<<< a\n" + whole)
        commit(committed)
        CATALOG.write_bytes(whole)
        assert l10n("check", "--since", "HEAD").code == 1

    def test_a_project_in_a_folder_of_a_repository_of_sha256(
        self, committed: Path, l10n: Call
    ) -> None:
        (committed / ".git").rename(committed / "old.git")
        git(committed.parent, "init", "-q", "--object-format=sha256")
        commit(committed.parent)
        assert found(l10n) == []
        write_tree(committed, {"articles/moi.md": NEW})
        assert {f["article"] for f in found(l10n)} == {"moi"}

    def test_line_ends_that_git_changed_are_no_change(self, committed: Path, l10n: Call) -> None:
        CATALOG.write_bytes(CATALOG.read_bytes().replace(b"\n", b"\r\n"))
        assert [(f["check"], f["severity"]) for f in found(l10n)] == [("catalog", "info")]

    def test_links_are_followed(self, committed: Path, l10n: Call) -> None:
        CATALOG.rename("translations/there.po")
        CATALOG.symlink_to("../there.po")
        commit(committed)
        assert found(l10n) == []

    def test_no_repository_and_no_revision_are_told(self, project: Path, l10n: Call) -> None:
        outcome = l10n("check", "--since", "HEAD")
        assert (outcome.code, "in no git repository; git init" in outcome.err) == (2, True)
        git(project, "init", "-q")
        outcome = l10n("check", "--since", "HEAD")
        assert (outcome.code, "every unit is checked: nothing is committed" in outcome.err) == (
            1,
            True,
        )
        commit(project)
        outcome = l10n("check", "--since", "nowhere")
        assert (outcome.code, "no revision 'nowhere' here" in outcome.err) == (2, True)
        assert "--against" not in outcome.err

    def test_a_shallow_clone_says_how_to_get_more(
        self, committed: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = commit(committed, "first")
        commit(committed, "second")
        git(committed.parent, "clone", "-q", "--depth=1", f"file://{committed}", "shallow")
        monkeypatch.chdir(committed.parent / "shallow")
        outcome = l10n("check", "--since", first)
        assert outcome.code == 2
        assert "the clone is shallow: git fetch --unshallow, or fetch-depth: 0" in outcome.err
