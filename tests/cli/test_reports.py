"""Findings as the programs of a CI read them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from l10n.cli.reports.github import github
from l10n.cli.reports.junit import junit
from l10n.cli.reports.markdown import markdown
from l10n.cli.reports.report import Report
from l10n.cli.reports.text import text
from l10n.model import Finding, Severity
from tests.conftest import Outcome

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


def test_two_tables_of_a_summary_are_two(translated: Path, l10n: Callable[..., Outcome]) -> None:
    commands = (("check", "--fail-on", "never"), ("status",))
    summary = "".join(l10n(*command, "--format", "markdown").out for command in commands)
    tokens = MarkdownIt("commonmark").enable("table").parse(summary)
    tables = [token for token in tokens if token.type == "table_open"]
    assert len(tables) == 2


def test_a_summary_counts_by_check(translated: Path, l10n: Callable[..., Outcome]) -> None:
    lines = l10n("check", "--summary").out.splitlines()
    assert lines == sorted(
        lines, key=lambda line: ("error", "warning", "info").index(line.split()[1])
    )
    outcome = l10n("check", "--summary", "--format", "json")
    told = json.loads(outcome.out)
    assert outcome.code == 1
    assert [f"{f['findings']:6} {f['severity']:7} {f['check']}" for f in told["by_check"]] == lines
    assert told["counts"]["error"] == sum(
        f["findings"] for f in told["by_check"] if f["severity"] == "error"
    )
    refused = l10n("check", "--summary", "--format", "sarif")
    assert (refused.code, refused.out) == (2, "")
    assert "a summary is text or json; leave out --format sarif" in refused.err


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


def test_a_long_summary_is_cut_to_a_comment_with_the_worst(
    capsys: pytest.CaptureFixture[str],
) -> None:
    some = [Finding("a", Severity.INFO, "x" * 400), Finding("b", Severity.ERROR, "y" * 400)]
    markdown(Report(some * 120))
    out = capsys.readouterr().out
    assert 55_000 < len(out) < 65_536
    assert (out.count("**b**"), out.count("| info")) == (120, out.count("**a**"))
    assert f"and {120 - out.count('**a**')} more: `l10n check` lists all" in out
    assert "…" in out


def test_a_summary_shows_signs_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    markdown(Report([Finding("a", Severity.INFO, "<b> #1 @you a|b *c* \\ `d`")]))
    told = r"&#60;b&#62; \#1 &#64;you a&#124;b \*c\* \\ \`d\`"
    assert f"**a**: {told} |" in capsys.readouterr().out


def test_junit_keeps_to_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    some = [Finding("numbers", s, HOSTILE, "a", "en", "u", "f", 2) for s in Severity]
    junit(Report([*some[1:], Finding("links", Severity.INFO, "m", "a", "en")], [("a", "en")]))
    root = etree.fromstring(capsys.readouterr().out.encode())
    known = {
        "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
        "testsuite": ({"name", "tests", "failures", "errors"}, {"testcase"}),
        "testcase": ({"classname", "name"}, {"failure", "system-out"}),
        "failure": ({"type", "message"}, set()),
        "system-out": (set(), set()),
    }
    for element in root.iter():
        attributes, children = known[str(element.tag)]
        assert set(element.attrib) == attributes
        assert {str(child.tag) for child in element} <= children
    assert [f.get("type") for f in root.iter("failure")] == ["warning"]


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
        ("“tri\u0323”", "Hô\u0323i chính trị", "          ^^^"),
        ("“trị”", "Hô\u0323i chi\u0301nh tri\u0323", "          ^^^"),
        ("“ກຳ”", "ສະບາຍດີ ກຳ", "       ^^"),
        ("“가”", "\u1100\u1161\u11a8 가", "   ^^"),
        ("“5”", "15,5 on May 5", "            ^"),
        ("“5”", "15,7", " ^"),
        ("“\u0323”", "x\u0323b", "^"),
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
