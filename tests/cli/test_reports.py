"""Findings as the programs of a CI read them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from l10n.cli.reports.github import github
from l10n.cli.reports.junit import junit
from l10n.cli.reports.markdown import markdown
from l10n.cli.reports.report import Report
from l10n.cli.reports.sarif import fingerprint
from l10n.cli.reports.text import text
from l10n.model import Finding, Severity
from tests.conftest import Outcome, write_tree

HOSTILE = "a\x1b[2J | <b> @user ::error,x:y%0A `x` \ufffe"


@pytest.fixture
def translated(project: Path, l10n: Callable[..., Outcome]) -> Path:
    """The usual project, with a forbidden term in its second unit."""
    l10n("extract")
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    for unit in units:
        done = l10n("unit", "set", unit["unit"], "The Polit Bureau met.", "--to", "en", "--as", "a")
        assert done.code == 0, done.err
    return project


def unit_about(l10n: Callable[..., Outcome], words: str) -> str:
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    return next(unit["unit"] for unit in units if words in unit["source"])


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=lan", "-c", "user.email=lan@example.org")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def test_sarif_names_rule_level_file_and_line(
    translated: Path, l10n: Callable[..., Outcome]
) -> None:
    git(translated.parent, "init", "-q")
    outcome = l10n("check", "--format", "sarif")
    assert outcome.code == 1
    document = json.loads(outcome.out)
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    run = document["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    result = next(r for r in run["results"] if r["ruleId"] == "terminology")
    assert rules[result["ruleIndex"]] == "terminology"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "project/translations/en/hoi-nghi.po"
    line = place["region"]["startLine"]
    assert "msgid" in (translated / "translations/en/hoi-nghi.po").read_text().split("\n")[line - 1]
    assert len(result["partialFingerprints"]["l10nFinding/v1"]) == 32


def test_junit_has_a_case_for_each_check(translated: Path, l10n: Callable[..., Outcome]) -> None:
    root = etree.fromstring(l10n("check", "--format", "junit").out.encode())
    (suite,) = root
    assert suite.get("name") == "en/hoi-nghi"
    cases = {case.get("name"): case for case in suite}
    assert cases["untranslated"].find("failure") is None
    failure = cases["terminology"].find("failure")
    assert failure is not None
    assert "translations/en/hoi-nghi.po:" in (failure.text or "")
    assert int(root.get("failures", "0")) == len(root.findall(".//failure"))
    assert int(root.get("tests", "0")) == len(root.findall(".//testcase"))


def test_annotations_and_the_summary(translated: Path, l10n: Callable[..., Outcome]) -> None:
    lines = l10n("check", "--format", "github").out.splitlines()
    assert any(
        line.startswith("::error file=translations/en/hoi-nghi.po,line=")
        and "title=l10n terminology (en)::" in line
        for line in lines
    )
    summary = l10n("check", "--format", "markdown").out
    assert summary.startswith("### l10n check: ")
    assert "| ❌ error **terminology**: " in summary


def test_text_points_at_the_place(translated: Path, l10n: Callable[..., Outcome]) -> None:
    out = l10n("check").out
    assert "hoi-nghi → en\n" in out
    assert f"    target: The Polit Bureau met.\n{' ' * 16}{'^' * 12}\n    " in out
    assert "\n    error terminology: forbidden" in out


def test_nothing_hostile_passes(capsys: pytest.CaptureFixture[str]) -> None:
    finding = Finding(
        "numbers", Severity.INFO, HOSTILE, HOSTILE, "en", "u", HOSTILE, 0, HOSTILE, HOSTILE
    )
    report = Report([finding])
    for writer in (text, junit, github, markdown):
        writer(report)
        out = capsys.readouterr().out
        assert "\x1b" not in out
        if writer is junit:
            assert etree.fromstring(out.encode()).get("failures") == "0"
        if writer is github:
            assert out.count("\n") == 1
            assert "file=a\ufffd[2J | <b> @user %3A%3Aerror%2Cx%3Ay%250A" in out
        if writer is markdown:
            cells = re.sub(r"`[^`]*`", "", out)  # in a code span, signs are signs
            assert "<b>" not in cells
            assert "@user" not in cells


def test_a_long_summary_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    markdown(Report([Finding("a", Severity.ERROR, "x" * 400)] * 501))
    out = capsys.readouterr().out
    assert out.count("❌") == 500
    assert "and 1 more" in out
    assert "…" in out


def shown(capsys: pytest.CaptureFixture[str], message: str, source: str, target: str) -> list[str]:
    """The lines of one finding between its place and its message."""
    text(Report([Finding("a", Severity.ERROR, message, "x", "en", "u", "f", 3, source, target)]))
    return capsys.readouterr().out.splitlines()[2:-1]


@pytest.mark.parametrize(
    ("message", "target", "carets"),
    [
        ("“政治” and “x”", "中央政治", "    ^^^^"),
        ("“c” is not there", "b", None),
        ("“b”", "a\tb\nc", "  ^"),
        ("“tri”", "Hô\u0323i chi\u0301nh tri\u0323", "          ^^^"),
        ("“ກຳ”", "ສະບາຍດີ ກຳ", "       ^^"),
        ("“가”", "\u1100\u1161\u11a8 가", "   ^^"),
        ("“5”", "15,5 on May 5", "            ^"),
        ("“5”", "15,7", " ^"),
        ("“\u0323”", "a\u0323b", "^"),
        ("“b”", "\x1b[2J \u200db", "     ^"),
        ("“a” and “c”", "a b c", "^   ^"),
    ],
)
def test_carets_stand_under_the_place(
    capsys: pytest.CaptureFixture[str], message: str, target: str, carets: str | None
) -> None:
    lines = shown(capsys, message, "", target)
    assert len(lines) == 1 + (carets is not None)
    if carets is not None:
        assert lines[1] == " " * 12 + carets


def test_what_is_missing_is_pointed_at_in_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "“15,7 tỷ” is missing", "Dành 15,7 tỷ đồng.", "Spend it.") == [
        "    source: Dành 15,7 tỷ đồng.",
        "                 ^^^^^^^",
        "    target: Spend it.",
    ]


def test_long_texts_are_wrapped_on_a_terminal_and_carets_with_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "34")
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(capsys, "“five six”", "", "one two three four five six " + "x" * 30) == [
        "    target: one two three four ",
        "            five six ",
        "            ^^^^^^^^",
        "            " + "x" * 22,
        "            " + "x" * 8,
    ]
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    text(Report([Finding("a", Severity.ERROR, "m", "x", "en", "u", "f", 3)]))
    out = capsys.readouterr().out
    assert "\x1b[1mx → en\x1b[0m\n" in out
    assert "    \x1b[31merror\x1b[0m a: m\n" in out


def test_a_fingerprint_outlives_a_moved_line() -> None:
    one = Finding("a", Severity.ERROR, "m", "art", "en", "u", "f", 3)
    assert fingerprint(one) == fingerprint(
        Finding("a", Severity.INFO, "m", "art", "en", "u", "g", 9)
    )
    assert fingerprint(one) != fingerprint(
        Finding("a", Severity.ERROR, "n", "art", "en", "u", "f", 3)
    )


class TestBaseline:
    def test_only_new_findings_count(self, translated: Path, l10n: Callable[..., Outcome]) -> None:
        noted = l10n("check", "--write-baseline", "known.json")
        assert (noted.code, noted.out) == (0, "")
        assert l10n("check", "--baseline", "known.json").code == 0
        unit = unit_about(l10n, "Bộ Chính trị")
        l10n("unit", "set", unit, "The Polit Bureaus met.", "--to", "en", "--as", "a")
        before = (translated / "known.json").read_bytes()
        again = l10n("check", "--baseline", "known.json", "--format", "json")
        assert [f["unit"] for f in json.loads(again.out)["findings"]] == [unit]
        assert (translated / "known.json").read_bytes() == before

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ('{"l10n-baseline": 9}', "known.json:1: error baseline: a baseline of version 9"),
            ("[]", "no baseline; make a new one: l10n check --write-baseline known.json"),
            ('{"l10n-baseline": 1, "findings": [{}]}', "a finding lacks a field"),
            ("\n{", "known.json:2: error baseline: no baseline: not valid JSON"),
        ],
    )
    def test_an_unusable_one_is_a_finding(
        self, translated: Path, l10n: Callable[..., Outcome], content: str, told: str
    ) -> None:
        write_tree(translated, {"known.json": content})
        outcome = l10n("check", "--baseline", "known.json")
        assert outcome.code == 1
        assert told in outcome.out.replace(":\n    ", ": ")
        assert "terminology" in outcome.out

    def test_a_missing_one_says_how_to_make_it(
        self, project: Path, l10n: Callable[..., Outcome]
    ) -> None:
        outcome = l10n("check", "--baseline", "known.json")
        assert outcome.code == 4
        assert "l10n check --write-baseline known.json" in outcome.err


class TestFiles:
    def test_a_broken_catalog_is_a_finding_and_the_rest_is_checked(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        write_tree(translated, {"articles/moi.md": "---\ntitle: Tin\nlanguage: vi\n---\n\nTin.\n"})
        path = translated / "translations/en/hoi-nghi.po"
        path.write_bytes(path.read_bytes() + b"<<<<<<< ours\n")
        outcome = l10n("check", "--format", "json")
        assert outcome.code == 4
        assert "an unresolved merge conflict" in outcome.err
        found = json.loads(outcome.out)["findings"]
        first = found[0]
        assert (first["check"], first["file"]) == ("unreadable", "translations/en/hoi-nghi.po")
        assert first["line"] > 1
        assert {f["article"] for f in found} == {"hoi-nghi", "moi"}

    def test_a_broken_article_is_a_finding(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        write_tree(translated, {"articles/moi.md": b"---\ntitle: \xff\n---\n"})
        found = json.loads(l10n("check", "--format", "json").out)["findings"]
        assert [f["check"] for f in found if f["article"] == "moi"] == ["unreadable"]

    def test_another_language_in_the_header(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        path = translated / "translations/en/hoi-nghi.po"
        path.write_text(path.read_text().replace("Language: en", "Language: fr"))
        outcome = l10n("check")
        assert "error catalog: its header says Language: fr; write en" in outcome.out

    def test_a_catalog_without_an_article(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        whole = (translated / "translations/en/hoi-nghi.po").read_bytes()
        write_tree(translated, {"translations/en/gone.po": whole})
        assert "gone.po:1:\n    error catalog: has no article" in l10n("check").out
        assert "gone.po" not in l10n("check", "hoi-nghi").out

    def test_line_ends_of_windows_change_nothing(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        before = l10n("check").out
        path = translated / "translations/en/hoi-nghi.po"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        assert l10n("check").out == before
