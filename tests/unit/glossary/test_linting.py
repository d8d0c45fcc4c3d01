"""What is said of a whole glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from l10n.errors import FileError, GlossaryError, SettingsError
from l10n.glossary.linting import RULES, Problem, Report, lint
from l10n.model import Severity, Style

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "glossary-rules.md").read_text(encoding="utf-8")
TODAY = date(2026, 7, 1)
OTHERS = "".join(
    f"- {{id: party-{n}, domain: party, vi: chi bộ {n}, en: cell {n}, source: a handbook}}\n"
    for n in range(12)
)
"""Concepts that there is nothing to say of."""

Lint = Callable[..., Report]


@pytest.fixture
def look(tmp_path: Path) -> Lint:
    def _look(*texts: str, targets: tuple[str, ...] = ("en",), **more: object) -> Report:
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.yml").write_text(text, encoding="utf-8")
        return lint([tmp_path], source="vi", targets=targets, today=TODAY, **more)  # type: ignore[arg-type]

    return _look


def rules(report: Report) -> set[str]:
    return {problem.rule for problem in report.problems}


def only(report: Report, rule: str) -> Problem:
    (problem,) = [p for p in report.problems if p.rule == rule]
    return problem


def examples() -> list[tuple[str, str, str]]:
    """Rule, verdict and file of every example in the documentation."""
    return [
        (section.partition("\n")[0], verdict, text)
        for section in DOCUMENT.split("\n## ")[1:]
        for verdict, text in re.findall(r"^- (wrong|right): `(.*)`$", section, re.MULTILINE)
    ]


@pytest.mark.parametrize(("rule", "verdict", "text"), examples())
def test_the_examples_of_the_documentation(look: Lint, rule: str, verdict: str, text: str) -> None:
    found = rules(look(OTHERS, text))
    assert (rule in found) is (verdict == "wrong"), found
    if verdict == "right":
        heavy = {r.id for r in RULES if r.severity is Severity.ERROR} | {"unreadable"}
        assert not found & heavy


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_documented_with_its_severity(rule: object) -> None:
    section = DOCUMENT.split(f"\n## {rule.id}\n")[1].split("\n## ")[0]  # type: ignore[attr-defined]
    assert section.strip().lower().startswith(str(rule.severity))  # type: ignore[attr-defined]
    assert {"wrong", "right"} == {v for r, v, _ in examples() if r == rule.id}  # type: ignore[attr-defined]


def test_the_examples_stand_beside_concepts_that_nothing_is_wrong_with(look: Lint) -> None:
    report = look(OTHERS)
    assert (report.problems, report.errors) == ((), ())
    assert (report.concepts, report.files) == (12, 1)


def test_the_shipped_glossary_has_no_errors_and_few_warnings() -> None:
    report = lint([ROOT / "glossary"], source="vi", targets=["en"], today=TODAY)
    counts = Counter(problem.severity for problem in report.problems)
    assert report.concepts >= 329
    assert counts[Severity.ERROR] == 0
    assert counts[Severity.WARNING] <= 3
    assert all(problem.line for problem in report.problems)


def test_all_that_is_wrong_is_told_with_its_line(look: Lint) -> None:
    report = look(
        "- id: a\n"
        "  vi: [x, '']\n"  # 2
        "  en:\n"
        "    - {text: y, status: fine}\n"  # 4
        "    - z\n"
        f"    - {'w' * 5000}\n"  # 6
        "  gaurds: [x y]\n"  # 7
        "  valid: {from: 2025-02-30, to: soon, til: 2026-01-01}\n"  # 8, three times
        "- id: a b\n"  # 9
        "  vi: q\n"
        "- just a text\n"  # 11
        "- id: c\n"
        "  vi: [p, p]\n"  # 13
        "- id: d\n"
        "  domain: [x, y]\n"  # 15
        "  vi: o\n"
        "  source: [[x]]\n"  # 17
    )
    assert [p.line for p in report.problems if p.rule == "unreadable"] == [
        2, 4, 6, 7, 8, 8, 8, 9, 11, 13, 15, 17,
    ]  # fmt: skip
    assert report.concepts == 0
    assert {type(error) for error in report.errors} == {GlossaryError}


def test_a_broken_file_hides_nothing_of_the_others(look: Lint, tmp_path: Path) -> None:
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "lost.yml").symlink_to("nowhere.yml")
    report = look(
        "- id: a\n  vi: x\n en: [\n",
        "- {id: b, vi: Sở, en: A}\n- {id: b, vi: Vụ, en: B}\n",
        "- {id: b, vi: Cục, en: B}\n- {id: c, vi: sở, en: 'C,'}\n",
    )
    errors = [(Path(p.file).name, p.line) for p in report.problems if p.rule == "unreadable"]
    assert errors == [("0.yml", 3), ("1.yml", 2), ("2.yml", 1), ("folder.yml", 0), ("lost.yml", 0)]
    assert only(report, "punctuation").concept == "c"
    assert only(report, "case-clash").concept == "c"
    assert "1.yml:1" in only(report, "case-clash").message
    assert [type(e) for e in report.errors].count(FileError) == 2
    assert report.files == 5


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    report = lint([tmp_path / "none"], source="vi", targets=[], today=TODAY)
    (problem,) = report.problems
    assert str(problem) == (
        f"{tmp_path}/none: error: cannot be read: No such file or directory; "
        "see that it is there and may be read [unreadable]"
    )


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    (problem,) = lint([tmp_path], source="vi", targets=[], today=TODAY).problems
    assert str(problem) == (
        f"{tmp_path}: error: cannot be listed: Permission denied; see that it may be read "
        "[unreadable]"
    )


def test_a_problem_names_the_line_of_its_term(look: Lint) -> None:
    report = look(
        "- id: a\n"
        "  domain: x\n"
        "  vi:\n"
        "    - Bộ Chính trị\n"
        "    - text: BỘ CHÍNH TRỊ\n"
        "      kind: term\n"
        "  en: Politburo\n"
        "  guards:\n"
        "    - Bộ Chính trị họp\n"
        "    - chính trị\n"
        "  valid:\n"
        "    to: 2020-01-01\n"
    )
    assert {(p.rule, p.line) for p in report.problems} == {
        ("redundant-form", 5),
        ("idle-guard", 10),
        ("expired", 11),
        ("no-source", 1),
    }


def test_a_line_says_place_severity_remedy_and_rule(look: Lint, tmp_path: Path) -> None:
    problem = only(
        look("- {id: a, vi: X, en: y, source: s, verified: true, valid: {to: 2020-01-01}}"),
        "expired",
    )
    assert str(problem) == (
        f"{tmp_path}/0.yml:1: info: a ended on 2020-01-01; "
        "keep it for older articles; its successor is a concept of its own [expired]"
    )


def test_periods_are_compared_with_the_one_that_lasts_longest(look: Lint) -> None:
    """The form of b ends before c begins, but that of a does not."""
    report = look(
        "- {id: a, vi: Sở, en: A, valid: {from: 2010-01-01}}\n"
        "- {id: b, vi: Sở, en: B, valid: {from: 2011-01-01, to: 2012-01-01}}\n"
        "- {id: c, vi: Sở, en: C, valid: {from: 2013-01-01, to: 2014-01-01}}\n"
    )
    found = [(p.concept, "a (" in p.message) for p in report.problems if p.rule == "duplicate-form"]
    assert found == [("b", True), ("c", True)]


def test_a_gap_is_measured_from_the_day_before(look: Lint) -> None:
    one = "- {id: a, vi: Sở, en: A, valid: {to: 2025-02-28}}\n"
    two = "- {{id: b, vi: Sở, en: B, valid: {{from: {}}}}}"
    assert "period-gap" not in rules(look(one, two.format("2025-03-01")))
    assert "period-gap" in rules(look(one, two.format("2025-03-02")))


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        ("vi: đảng", "vi: Đảng", True),
        ("vi: đảng, case: exact", "vi: Đảng, case: exact", False),
        ("vi: đảng, case: exact", "vi: Đảng, case: initial", False),
        ("vi: Bộ Y tế", "vi: bộ y tế, case: exact", True),
        ("vi: GO", "vi: go, case: exact", False),
    ],
)
def test_capitals_tell_forms_apart_only_where_case_heeds_them(
    look: Lint, one: str, two: str, clash: bool
) -> None:
    found = rules(look(f"- {{id: a, en: A, {one}}}\n- {{id: b, en: B, {two}}}\n"))
    assert ("case-clash" in found) is clash
    assert "duplicate-form" not in found


def test_slots_are_compared_by_their_names(look: Lint) -> None:
    report = look(
        "- {id: a, vi: 'Kết luận số {code}', en: 'Conclusion No. {code}'}\n"
        "- {id: b, vi: 'kết luận số {number}', en: 'Conclusion {number}'}\n"
        "- {id: c, vi: 'Kết luận số {code}', en: 'No. {code}'}\n"
    )
    assert only(report, "duplicate-form").concept == "c"
    assert not rules(report) & {"hidden-form", "case-clash", "slot-lost", "slot-unfilled"}


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("[Viet Nam, {text: Vietnam, status: forbidden}]", "Vietnam"),
        ("[People's Council, {text: People’s Council, status: forbidden}]", "People’s Council"),
    ],
)
def test_a_term_that_counts_as_another_contradicts_it(look: Lint, terms: str, told: str) -> None:
    problem = only(look(f"- {{id: a, vi: Đảng, en: {terms}}}"), "contradiction")
    assert f"“{told}”" in problem.message


@pytest.mark.parametrize(
    "rest",
    [
        "[the Party, {text: the party, status: forbidden}], target_case: proper",
        "[the Party, {text: the party, status: forbidden}]",
        "[chairman, {text: chairmen, status: deprecated}]",
        "[Party Committee, {text: Party Committees of Viet Nam, status: forbidden}]",
    ],
)
def test_what_is_judged_as_it_says_contradicts_nothing(look: Lint, rest: str) -> None:
    assert "contradiction" not in rules(look(f"- {{id: a, vi: Đảng, en: {rest}}}"))


def test_a_concept_is_judged_in_every_language_of_the_project(look: Lint) -> None:
    text = "- {id: a, vi: Đảng, en: Party, fr: Parti}\n- {id: b, vi: Vụ, zh: 司}\n"
    report = look(text, targets=("en", "fr", "vi"))
    assert only(report, "missing-target").message == "b has no term in en, fr"


def test_terms_none_of_which_is_preferred(look: Lint) -> None:
    terms = "[{text: A, status: admitted}, {text: B, status: admitted}]"
    problem = only(look(f"- {{id: a, vi: Vụ, en: {terms}}}"), "no-preferred")
    assert "none is preferred" in problem.message


def test_a_preference_of_the_house_style_that_is_not_there(look: Lint) -> None:
    styles = {"en": Style(prefer={"nobody": "X"})}
    report = look("- {id: a, vi: Vụ, en: A}\n", styles=styles)
    (error,) = report.errors
    assert isinstance(error, SettingsError)
    assert "no concept 'nobody'" in only(report, "unreadable").message


def test_no_domain_and_no_source_weigh_what_they_are_worth(look: Lint) -> None:
    report = look(OTHERS, "- {id: party-x, vi: Vụ, en: A, verified: true}\n")
    assert only(report, "odd-domain").severity is Severity.INFO
    assert only(report, "no-source").severity is Severity.WARNING
    assert "no-source" not in rules(look("- {id: a, vi: Vụ}", "", targets=()))


def test_ids_of_their_own_are_no_finding_where_all_are(look: Lint) -> None:
    assert "odd-id" not in rules(look("- {id: a, vi: Vụ, en: A}\n- {id: b, vi: Cục, en: B}\n"))
    assert (
        "begin it like party-" in only(look(OTHERS, "- {id: zq, vi: Vụ, en: A}\n"), "odd-id").remedy
    )


def test_long_wordings_are_shown_short(look: Lint) -> None:
    problem = only(
        look(f"- {{id: a, vi: {'xã ' * 100}, en: 'A,'}}\n- {{id: b, vi: {'xã ' * 100}, en: B}}\n"),
        "duplicate-form",
    )
    assert len(problem.message) < 200


def test_many_concepts_with_one_form_take_no_more_time_than_others(look: Lint) -> None:
    """Two for each would be four million comparisons."""
    text = "".join(f"- {{id: x-{n}, vi: Sở, en: A {n}, source: s}}\n" for n in range(2000))
    report = look(text)
    assert Counter(p.rule for p in report.problems)["duplicate-form"] == 1999


def test_a_term_written_out_does_not_hide_one_with_a_slot(look: Lint) -> None:
    report = look(
        "- {id: a, vi: Đại hội XIII, en: 13th Congress}\n"
        "- {id: b, vi: 'Đại hội {ordinal}', en: '{ordinal} Congress'}\n"
    )
    assert rules(report) == {"no-source"}


@pytest.mark.parametrize(
    ("guard", "told"),
    [
        ("xã hội", []),
        ("phường trưởng", []),
        ("đô thị", ["the guard “đô thị” holds none of the concept's forms"]),
        ("XÃ", ["the guard “XÃ” is one of the concept's forms"]),
    ],
)
def test_a_guard_holds_a_form(look: Lint, guard: str, told: list[str]) -> None:
    text = f"- {{id: a, vi: [xã, 'phường {{number}}'], en: commune, guards: [{guard}]}}"
    assert [p.message for p in look(text).problems if p.rule == "idle-guard"] == told
