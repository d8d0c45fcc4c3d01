"""Merging in a real git repository."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree
from tests.git import ENVIRONMENT, commit, git

Call = Callable[..., Outcome]
CATALOG = Path("translations/en/hoi-nghi.po")


@pytest.fixture
def newsroom(project: Path, l10n: Call) -> Path:
    """A repository with the driver, an extracted article, and a branch `kim`."""
    l10n("extract")
    git(project, "init", "-q", "-b", "main", ".")
    assert l10n("merge-driver", "install").code == 0
    write_tree(project, {".gitignore": ".l10n/\n"})
    commit(project)
    git(project, "branch", "kim")
    return project


def units(l10n: Call) -> list[dict[str, object]]:
    return list(json.loads(l10n("unit", "list", "--format", "json").out)["units"])


def work(l10n: Call, who: str, changes: dict[int, str]) -> None:
    found = units(l10n)
    for place, text in changes.items():
        done = l10n("unit", "set", str(found[place]["unit"]), text, "--as", who)
        assert done.code == 0, done.err


def merge(folder: Path) -> int:
    done = subprocess.run(
        ["git", "merge", "-q", "--no-edit", "kim"],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode


def both(newsroom: Path, l10n: Call, ours: dict[int, str], theirs: dict[int, str]) -> int:
    work(l10n, "lan", ours)
    commit(newsroom, "lan")
    git(newsroom, "checkout", "-q", "kim")
    work(l10n, "kim", theirs)
    commit(newsroom, "kim")
    git(newsroom, "checkout", "-q", "main")
    return merge(newsroom)


def test_different_units_merge_without_a_word(newsroom: Path, l10n: Call) -> None:
    # Neighbours: a merge by line would conflict.
    assert both(newsroom, l10n, {0: "a", 2: "c"}, {1: "b", 3: "d"}) == 0
    assert [u["target"] for u in units(l10n)][:4] == ["a", "b", "c", "d"]
    assert l10n("verify").code == 0
    assert git(newsroom, "status", "--porcelain") == ""
    ids = [str(u["unit"]) for u in units(l10n)[:4]]
    assert l10n("unit", "review", *ids, "--as", "minh").code == 0
    acts = json.loads(l10n("log", "hoi-nghi", "--format", "json").out)["acts"]
    assert sorted(act["who"] for act in acts[:4]) == ["kim", "kim", "lan", "lan"]
    assert {act["who"] for act in acts[4:]} == {"minh"}
    assert l10n("verify", "--since", "kim").code == 0


def test_the_same_unit_is_a_conflict_until_somebody_decides(newsroom: Path, l10n: Call) -> None:
    assert both(newsroom, l10n, {0: "Ours", 1: "b"}, {0: "Theirs", 2: "c"}) == 1
    assert git(newsroom, "diff", "--name-only", "--diff-filter=U") == str(CATALOG)
    found = units(l10n)
    assert (found[0]["state"], found[0]["conflict"]) == ("draft", ["Theirs"])
    assert [u["target"] for u in found[:3]] == ["Ours", "b", "c"]
    commit(newsroom, "merged, and left for later")

    unit = str(found[0]["unit"])
    assert f"{unit} en draft conflict title" in l10n("unit", "list").out
    assert "conflict   Theirs" in l10n("unit", "show", unit).out
    checked = json.loads(l10n("check", "--format", "json").out)["findings"]
    [finding] = [f for f in checked if f["check"] == "conflict"]
    assert (finding["unit"], finding["severity"]) == (unit, "error")
    assert "another branch has “Theirs” here" in finding["message"]
    for gates in (["translated=25"], ["draft=1"], ["draft=1", "translated=25"]):
        refused = l10n("status", *(word for gate in gates for word in ("--require", gate)))
        assert (refused.code, refused.err) == (
            1,
            "l10n: unmet: en: units in conflict: 1; l10n review shows them\n",
        )
    for _ in range(2):
        status = json.loads(l10n("status", "--format", "json").out)["targets"]["en"]
        assert (status["conflicts"], status["by_article"][0]["conflicts"]) == (1, 1)
    published = l10n("publish", "--allow-drafts")
    assert published.code == 1
    assert "1 unit is in conflict" in published.err
    assert published.err.endswith("Next: l10n review\n")
    assert l10n("status", "--require", "translated=37.5").code == 1
    assert l10n("publish").code == 1
    assert "is draft; accept it first" in l10n("unit", "approve", unit, "--as", "ha").err
    assert (
        "is in conflict; decide it by its id" in l10n("unit", "accept", "--all", "--as", "ha").err
    )

    assert l10n("unit", "accept", unit, "--theirs", "--as", "minh").code == 0
    assert (units(l10n)[0]["target"], units(l10n)[0]["state"]) == ("Theirs", "translated")
    # Kim wrote it and Minh took it over: neither signs it.
    for who in ("kim", "minh"):
        assert "four eyes" in l10n("unit", "review", unit, "--as", who).err
    assert l10n("unit", "approve", unit, "--as", "ha").code == 0
    assert l10n("verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "target"), [(["accept"], "Ours"), (["set", "Both"], "Both"), ([], "Ours")]
)
def test_ours_or_a_third_text(
    newsroom: Path, l10n: Call, arguments: list[str], target: str
) -> None:
    both(newsroom, l10n, {0: "Ours"}, {0: "Theirs"})
    unit = str(units(l10n)[0]["unit"])
    if arguments:
        act, *text = arguments
        assert l10n("unit", act, unit, *text, "--as", "lan").code == 0
    else:
        assert l10n("unit", "accept", "--all", "--theirs", "--dry-run", "--as", "lan").code == 0
    found = units(l10n)[0]
    assert (found["target"], bool(found["conflict"])) == (target, not arguments)


def test_a_signature_against_another_text(newsroom: Path, l10n: Call) -> None:
    work(l10n, "lan", {0: "Ours"})
    unit = str(units(l10n)[0]["unit"])
    commit(newsroom, "lan")
    git(newsroom, "branch", "-f", "kim")
    assert l10n("unit", "approve", unit, "--as", "ha").code == 0
    assert both(newsroom, l10n, {}, {0: "Theirs"}) == 1
    found = units(l10n)[0]
    assert (found["state"], found["approver"], found["conflict"]) == ("draft", "", ["Theirs"])
    assert l10n("verify").code == 0


def test_a_line_merge_that_breaks_a_seal_is_reported(project: Path, l10n: Call) -> None:
    """Without the driver: one side approves, the other rewrites, and lines merge."""
    l10n("extract")
    work(l10n, "lan", {0: "Ours"})
    unit = str(units(l10n)[0]["unit"])
    before = CATALOG.read_text(encoding="utf-8")
    l10n("unit", "approve", unit, "--as", "ha")
    approved = CATALOG.read_text(encoding="utf-8")
    assert before != approved
    CATALOG.write_text(approved.replace('"Ours"', '"Theirs"'), encoding="utf-8")
    assert units(l10n)[0]["state"] == "translated"
    assert "broken-seal" in l10n("check").out
    outcome = l10n("verify")
    assert outcome.code == 1
    assert f"{CATALOG}:" in outcome.out
    assert "the text is another one than was signed" in outcome.out


def test_installing_twice_and_taking_it_out(project: Path, l10n: Call) -> None:
    git(project, "init", "-q", ".")
    write_tree(project, {".gitattributes": "*.png binary"})
    assert "says which files" in l10n("merge-driver", "install").err
    again = l10n("merge-driver", "install")
    assert (again.code, "says which files" in again.err) == (0, False)
    assert Path(".gitattributes").read_text(encoding="utf-8") == (
        "*.png binary\ntranslations/**/*.po merge=l10n\ntranslations/**/*.log.jsonl merge=l10n\n"
    )
    assert " -P -m l10n merge-driver merge %O %A %B %P" in git(
        project, "config", "merge.l10n.driver"
    )
    assert "git merges by line again" in l10n("merge-driver", "uninstall").err
    assert Path(".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"
    assert "merge.l10n" not in git(project, "config", "--list")
    assert "no driver was installed" in l10n("merge-driver", "uninstall").err
    Path(".gitattributes").unlink()
    l10n("merge-driver", "install")
    l10n("merge-driver", "uninstall")
    assert not Path(".gitattributes").exists()


def test_where_there_is_no_repository(
    project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("install", "uninstall"):
        outcome = l10n("merge-driver", command)
        assert (outcome.code, outcome.err) == (
            2, "l10n: error: the project is in no git repository; git init makes one\n",
        )  # fmt: skip
    monkeypatch.setenv("PATH", "")
    assert "git is not installed; install it" in l10n("merge-driver", "install").err


def test_attributes_that_cannot_be_read(project: Path, l10n: Call) -> None:
    git(project, "init", "-q", ".")
    write_tree(project, {".gitattributes": b"\xff"})
    outcome = l10n("merge-driver", "install")
    assert (outcome.code, outcome.err) == (
        4, "l10n: error: .gitattributes: cannot be read as text; mend it\n",
    )  # fmt: skip


def test_a_broken_side_is_merged_by_line(project: Path, l10n: Call) -> None:
    good = 'msgid "a"\nmsgstr "{}"\n'
    write_tree(project, {"base": good.format(""), "ours": good.format("b"), "theirs": "junk\n"})
    call = ("merge-driver", "merge", "base", "ours", "theirs", "translations/en/x.po")
    outcome = l10n(*call)
    assert outcome.code == 1
    assert "merged by line: translations/en/x.po:1: not a valid PO file" in outcome.err
    assert "<<<<<<< ours" in Path("ours").read_text(encoding="utf-8")
    write_tree(project, {"base": "junk\n", "ours": "junk\nmore\n", "theirs": "less\njunk\n"})
    outcome = l10n(*call)
    assert (outcome.code, "merged by line" in outcome.err) == (0, True)
    outcome = l10n("merge-driver", "merge", "base", "none", "theirs", "x.po")
    assert (outcome.code, outcome.err) == (
        4, "l10n: error: none: cannot be read: No such file or directory\n",
    )  # fmt: skip


def test_many_conflicts_are_counted(project: Path, l10n: Call) -> None:
    def side(text: str) -> str:
        return "\n".join(f'msgid "{n}"\nmsgstr "{text}"\n' for n in range(5))

    write_tree(project, {"base": side(""), "ours": side("b"), "theirs": side("c")})
    outcome = l10n("merge-driver", "merge", "base", "ours", "theirs", "x.po")
    assert outcome.err == (
        "l10n: x.po: 5 units in conflict: “0”; “1”; “2” and 2 more; l10n review\n"
    )
