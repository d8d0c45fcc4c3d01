"""`l10n glossary lint`: what is told, how, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import GLOSSARY, Outcome, write_tree

Call = Callable[..., Outcome]
CLASH = "- {id: a, vi: Sở, en: A, source: s}\n- {id: b, vi: Sở, en: 'B,', source: s}\n"
BROKEN = "- {id: c, vi: Vụ, en: C}\n- {id: d, vi: Vụ, eng: D, gaurds: x}\n"


def lint(l10n: Call, *options: str) -> tuple[Outcome, list[tuple[str, str, int]]]:
    """The outcome, and the findings as rule, file and line."""
    outcome = l10n("glossary", "lint", "--format", "json", *options)
    document = json.loads(outcome.out)
    assert document["schema"] == 1
    return outcome, [(f["rule"], f["file"], f["line"]) for f in document["findings"]]


def test_a_glossary_in_order(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/party.yml": GLOSSARY + "  source: a handbook\n"})
    outcome = l10n("glossary", "lint", "--fail-on", "warning")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "1 concept in 1 file: 0 errors, 0 warnings, 0 info\n"


def test_one_line_a_finding_with_its_place(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/party.yml": CLASH})
    outcome = l10n("glossary", "lint")
    assert outcome.code == 1
    first, second = outcome.out.splitlines()
    assert first == (
        "glossary/party.yml:2: error: “Sở” means a (glossary/party.yml:1) too, so neither is "
        "decided; give the longer form, or `valid`, or make them one [duplicate-form]"
    )
    assert second == (
        "glossary/party.yml:2: warning: “B,” has odd punctuation; write the bare term [punctuation]"
    )
    assert outcome.err == "2 concepts in 1 file: 1 error, 1 warning, 0 info\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLASH, [], 1),
        (CLASH, ["--fail-on", "never"], 0),
        (CLASH.replace("vi: Sở, en: A", "vi: Vụ, en: A"), [], 0),
        (CLASH.replace("vi: Sở, en: A", "vi: Vụ, en: A"), ["--fail-on", "warning"], 1),
        (BROKEN, ["--fail-on", "never"], 2),
        ("", [], 0),
    ],
)
def test_the_exit_code(project: Path, l10n: Call, text: str, options: list[str], code: int) -> None:
    write_tree(project, {"glossary/party.yml": text})
    assert l10n("glossary", "lint", *options).code == code


def test_broken_files_are_told_beside_all_the_rest(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/a.yml": CLASH, "glossary/b.yml": BROKEN})
    outcome, findings = lint(l10n, "--severity", "error")
    assert outcome.code == 2
    assert findings == [
        ("duplicate-form", "glossary/a.yml", 2),
        ("unreadable", "glossary/b.yml", 2),
    ]
    (project / "glossary/c.yml").symlink_to("/etc/hostname")
    (project / "glossary/d.yml").mkdir()
    (project / "glossary/e.yml").symlink_to("e.yml")
    outcome, findings = lint(l10n, "--severity", "error")
    assert outcome.code == 4
    assert [place for rule, *place in findings if rule == "unreadable"] == [
        ["glossary/b.yml", 2],
        ["glossary/c.yml", 0],
        ["glossary/d.yml", 0],
        ["glossary/e.yml", 0],
    ]


def test_json_says_everything(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/party.yml": CLASH})
    document = json.loads(l10n("glossary", "lint", "--format", "json").out)
    assert (document["concepts"], document["files"]) == (2, 1)
    assert document["counts"] == {"error": 1, "warning": 1, "info": 0}
    assert document["findings"][1] == {
        "rule": "punctuation",
        "severity": "warning",
        "message": "“B,” has odd punctuation",
        "remedy": "write the bare term",
        "file": "glossary/party.yml",
        "line": 2,
        "concept": "b",
    }


def test_counts_tell_of_what_is_not_shown(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/party.yml": CLASH})
    outcome = l10n("glossary", "lint", "--severity", "error")
    assert [line[-16:] for line in outcome.out.splitlines()] == ["[duplicate-form]"]
    assert outcome.err.endswith("1 error, 1 warning, 0 info\n")


def test_targets_and_the_day_can_be_chosen(project: Path, l10n: Call) -> None:
    write_tree(
        project,
        {
            "l10n.yml": "targets: [en, ru]\nengine: none\n",
            "glossary/party.yml": "- {id: a, vi: Sở, en: A, source: s, valid: {to: 2025-06-30}}",
        },
    )
    assert {r for r, *_ in lint(l10n, "--date", "2025-06-30")[1]} == {"missing-target"}
    assert {r for r, *_ in lint(l10n, "--date", "2025-07-01", "--to", "en")[1]} == {"expired"}
    assert l10n("glossary", "lint", "--to", "fr").code == 2
    assert l10n("glossary", "lint", "--date", "soon").code == 2


def test_files_that_are_not_read_are_told(project: Path, l10n: Call) -> None:
    write_tree(
        project,
        {
            "glossary/more/a.yml": CLASH,
            "glossary/B.YML": CLASH,
            "glossary/.git/c.yml": CLASH,
            "glossary/notes.md": "# Notes\n",
            "glossary/.#party.yml": "a lock\n",
        },
    )
    found = [f for f in lint(l10n)[1] if f[0] == "unread-file"]
    assert sorted(found) == [
        ("unread-file", "glossary/B.YML", 0),
        ("unread-file", "glossary/more/a.yml", 0),
    ]


def test_a_house_style_that_does_not_fit(project: Path, l10n: Call) -> None:
    settings = "targets: [en]\nengine: none\nstyle: {en: {prefer: {party-bct: Bureau}}}\n"
    write_tree(project, {"l10n.yml": settings})
    outcome = l10n("glossary", "lint")
    assert outcome.code == 2
    assert "\nl10n.yml: error: style.en.prefer: 'Bureau' is no accepted term" in outcome.out


def test_control_codes_of_a_file_do_not_reach_the_terminal(project: Path, l10n: Call) -> None:
    write_tree(project, {"glossary/party.yml": '- {id: a, vi: "x\\e[2J", "k\\u0085\\nl": y}\n'})
    outcome = l10n("glossary", "lint")
    assert outcome.code == 2
    assert "\x1b" not in outcome.out
    assert len(outcome.out.splitlines()) == 2


def test_no_glossary_at_all(project: Path, l10n: Call) -> None:
    (project / "glossary/party.yml").unlink()
    (project / "glossary").rmdir()
    outcome = l10n("glossary", "lint")
    assert (outcome.code, outcome.err[:24]) == (0, "0 concepts in 0 files: 0")
