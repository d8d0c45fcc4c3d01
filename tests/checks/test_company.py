"""What stands beside a unit: wordings, other languages, periods, signatures, origins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n import checks
from l10n.checks import Company, companies
from l10n.model import State, Unit, Verdict, VerdictKind
from tests.conftest import Outcome

Call = Callable[..., Outcome]


def found(check: str, subject: checks.Subject) -> list[str]:
    return [f.message for f in checks.run(subject, {}) if f.check == check]


def test_one_source_two_ways() -> None:
    units = [
        Unit("Kinh tế biển", "Marine economy", context="title"),
        Unit("Kinh tế biển.", "The sea's economy", context="tag"),
        Unit("Kinh tế biển", "marine economy", context="caption"),
        Unit("Kinh tế biển", "", context="heading"),
    ]
    first, second, third, fourth = companies(units)
    assert first.same_source == ("The sea's economy",)
    assert second.same_source == ("Marine economy", "marine economy")
    assert third.same_source == ("The sea's economy",)
    assert fourth == Company()
    subject = checks.Subject(units[0], company=first)
    assert found("inconsistent", subject) == [
        "the same source is “The sea's economy” elsewhere in the article"
    ]


def test_two_sources_one_way() -> None:
    units = [
        Unit("Tỉnh đã thông qua kế hoạch năm.", "The plan was adopted."),
        Unit("Tỉnh chưa công bố kết quả năm.", "The plan was adopted."),
        Unit("Đã thông qua.", "The plan was adopted."),
    ]
    first, _, third = companies(units)
    assert first.same_target == ("Tỉnh chưa công bố kết quả năm.", "Đã thông qua.")
    assert found("same-target", checks.Subject(units[0], company=first))
    assert not found("same-target", checks.Subject(units[2], company=third))
    alike = Unit("TỈNH ĐÃ THÔNG QUA KẾ HOẠCH NĂM", "The plan was adopted.")
    company = Company(same_target=("Tinh da thong qua ke hoach nam",))
    assert not found("same-target", checks.Subject(alike, company=company))


@pytest.mark.parametrize(
    ("target", "messages"),
    [
        ("La province a dépensé 15,7 milliards.", []),
        ("La province a dépensé 16,7 milliards.", ["“15.7 billion” is “16,7 milliards” in fr"]),
        ("La province a dépensé.", []),
    ],
)
def test_other_targets(target: str, messages: list[str]) -> None:
    unit = Unit("Tỉnh chi 15,7 tỷ.", "The province spent 15.7 billion.", language="en")
    [company] = companies([unit], {"fr": {unit.id: target}, "ru": {}})
    assert company.others == (("fr", target),)
    assert found("other-targets", checks.Subject(unit, company=company)) == messages


@pytest.mark.parametrize(
    ("other", "messages"),
    [
        ("M. Nguyễn Văn An a pris la parole.", []),
        ("M. An a pris la parole.", []),
        ("M. Nguyen Van Binh a pris la parole.", ["“Nguyễn Văn An” is “Nguyen Van Binh” in fr"]),
        ("Il a pris la parole.", []),
    ],
)
def test_other_targets_name_the_same_people(other: str, messages: list[str]) -> None:
    unit = Unit("Ông Nguyễn Văn An phát biểu.", "Mr Nguyễn Văn An spoke.", language="en")
    [company] = companies([unit], {"fr": {unit.id: other}})
    assert found("other-targets", checks.Subject(unit, company=company)) == messages


@pytest.mark.parametrize(
    ("mine", "theirs", "messages"),
    [
        ("The eye is 619 km away.", "Son œil est à 620 km.", []),
        ("The eye is 385 miles away.", "Son œil est à 620 km.", []),
        ("Storm No. 7 is near.", "La tempête n° 385 est proche.", ["“7” is “385” in fr"]),
        ("Storm 7 is 385 miles away.", "La tempête 385 est à 7 miles.", []),
    ],
)
def test_targets_convert_in_their_own_ways(mine: str, theirs: str, messages: list[str]) -> None:
    unit = Unit("Mắt bão số 7 cách 385 dặm.", mine, language="en")
    [company] = companies([unit], {"fr": {unit.id: theirs}})
    assert found("other-targets", checks.Subject(unit, company=company)) == messages


def test_targets_that_convert_nothing_say_the_same() -> None:
    unit = Unit("Bão số 7 và số 8 cách 385 dặm.", "Storm 7 is 385 miles away.", language="en")
    [company] = companies([unit], {"fr": {unit.id: "La tempête 8 est à 385 miles."}})
    assert found("other-targets", checks.Subject(unit, company=company)) == ["“7” is “8” in fr"]


def test_a_term_after_its_end() -> None:
    verdict = Verdict("old", VerdictKind.OK, "District", out_of_period=True)
    subject = checks.Subject(Unit("Huyện", "District"), (verdict, verdict))
    assert found("out-of-period", subject) == [
        "“District” did not exist on the article's day (old)"
    ]


@pytest.mark.parametrize(
    ("four_eyes", "translator", "reviewer", "approver", "state", "messages"),
    [
        (True, "lan", "Lan", "", State.REVIEWED, ["reviewed by Lan, who wrote it"]),
        (True, "lan", "minh", "lan", State.APPROVED, ["approved by lan, who wrote it"]),
        (True, "lan", "minh", "ha", State.APPROVED, []),
        (True, "", "minh", "minh", State.APPROVED, []),
        (True, "lan", "lan", "", State.TRANSLATED, []),
        (False, "lan", "lan", "", State.REVIEWED, []),
    ],
)
def test_four_eyes(
    four_eyes: bool,
    translator: str,
    reviewer: str,
    approver: str,
    state: State,
    messages: list[str],
) -> None:
    unit = Unit(
        "Một", "One", state=state, translator=translator, reviewer=reviewer, approver=approver
    )
    assert found("four-eyes", checks.Subject(unit, four_eyes=four_eyes)) == messages


@pytest.mark.parametrize(
    ("unit", "wrong"),
    [
        (Unit("Một", "One", state=State.DRAFT), True),
        (Unit("Một", "One", state=State.DRAFT, origin="local"), False),
        (Unit("Một", "One", state=State.DRAFT, translator="lan"), False),
        (Unit("Một", "One", state=State.TRANSLATED), False),
    ],
)
def test_no_origin(unit: Unit, wrong: bool) -> None:
    assert bool(found("no-origin", checks.Subject(unit))) is wrong


def test_the_languages_of_a_project_are_compared(
    make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, l10n: Call
) -> None:
    settings = "source: vi\ntargets: [en, fr]\nengine: none\n"
    root = make_project({"l10n.yml": settings})
    monkeypatch.chdir(root)
    l10n("extract")
    units = json.loads(l10n("unit", "list", "--to", "en", "--format", "json").out)["units"]
    unit = next(u["unit"] for u in units if "15,7" in u["source"])
    for language, text in (("en", "**VND15.7 billion**."), ("fr", "**16,7 milliards de dongs**.")):
        l10n("unit", "set", unit, text, "--to", language, "--as", "lan")
    document = json.loads(l10n("check", "--format", "json").out)
    told = [f["message"] for f in document["findings"] if f["check"] == "other-targets"]
    assert told == [
        "“15.7 billion” is “16,7 milliards” in fr",
        "“16,7 milliards” is “15.7 billion” in en",
    ]
    (root / "translations" / "fr" / "hoi-nghi.po").write_text("broken\n")
    assert l10n("check").code == 4


def test_the_glossary_says_when_a_term_had_its_time(
    make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, l10n: Call
) -> None:
    glossary = "- id: old\n  vi: [Bộ Chính trị]\n  en: [Politburo]\n  valid: {to: 2020-01-01}\n"
    root = make_project({"glossary/party.yml": glossary})
    monkeypatch.chdir(root)
    l10n("extract")
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    unit = next(u["unit"] for u in units if u["source"].startswith("Bộ Chính trị họp"))
    l10n("unit", "set", unit, "The Politburo met in Hanoi.", "--as", "lan")
    findings = json.loads(l10n("check", "--format", "json").out)["findings"]
    late = [f for f in findings if f["check"] == "out-of-period"]
    assert [(f["unit"], f["severity"]) for f in late] == [(unit, "warning")]
