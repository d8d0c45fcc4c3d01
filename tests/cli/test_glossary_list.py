"""`l10n glossary list`: which concepts, and how they are shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from l10n.cli.values import today
from tests.conftest import Outcome, write_tree

Call = Callable[..., Outcome]

NEAR = today() + timedelta(days=20)
CONCEPTS = {
    "glossary/party.yml": """\
- id: party-bct
  domain: party
  vi: [Bộ Chính trị, {text: BCT, kind: abbreviation}]
  en:
    - Politburo
    - {text: Political Bureau, status: admitted}
    - {text: Polit Bureau, status: forbidden, forms: [Polit Bureaus]}
  guards: [Bộ Chính trị viên]
  case: initial
  target_case: proper
  ambiguous: [PB]
  verified: true
  source: [one, two]
  note: Only one.
""",
    "glossary/state.yml": f"""\
- id: state-so
  domain: state
  vi: Sở
  en: department
  ru: департамент
  valid: {{from: 2010-01-01, to: {NEAR}}}
- id: mil-qk
  domain: military
  vi: Quân khu
  fr: Région militaire
  valid: {{to: 2020-01-31}}
""",
}


@pytest.fixture
def listed(project: Path, l10n: Call) -> Callable[..., list[str]]:
    """The ids that a call of the command lists."""
    write_tree(project, CONCEPTS)

    def _listed(*options: str) -> list[str]:
        outcome = l10n("glossary", "list", "--format", "json", *options)
        assert outcome.code == 0, outcome.err
        return [concept["concept"] for concept in json.loads(outcome.out)["concepts"]]

    return _listed


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], "party-bct state-so mil-qk"),
        (["--domain", "state"], "state-so"),
        (["--domain", "state", "--domain", "party"], "party-bct state-so"),
        (["--language", "en"], "party-bct state-so"),
        (["--language", "en", "--language", "ru"], "state-so"),
        (["--missing", "en"], "mil-qk"),
        (["--missing", "en", "--missing", "fr"], ""),
        (["--status", "forbidden"], "party-bct"),
        (["--status", "forbidden", "--language", "vi"], ""),
        (["--status", "forbidden", "--status", "admitted"], "party-bct"),
        (["--unverified"], "state-so mil-qk"),
        (["--expiring", "0"], "mil-qk"),
        (["--expiring", "19"], "mil-qk"),
        (["--expiring", "20"], "state-so mil-qk"),
        (["--expiring", "9" * 30], "state-so mil-qk"),
        (["--expiring", "2020-01-30"], ""),
        (["--expiring", "2020-01-31"], "mil-qk"),
        (["--expiring", "20", "--domain", "state"], "state-so"),
    ],
)
def test_filters(listed: Callable[..., list[str]], options: list[str], ids: str) -> None:
    assert listed(*options) == ids.split()


def test_json_is_complete(project: Path, l10n: Call) -> None:
    write_tree(project, CONCEPTS)
    outcome = l10n("glossary", "list", "--domain", "party", "--format", "json")
    (concept,) = json.loads(outcome.out)["concepts"]
    term = {"status": "preferred", "kind": "term", "forms": []}
    assert concept == {
        "concept": "party-bct",
        "domain": "party",
        "terms": {
            "vi": [
                {**term, "text": "Bộ Chính trị"},
                {**term, "text": "BCT", "status": "admitted", "kind": "abbreviation"},
            ],
            "en": [
                {**term, "text": "Politburo"},
                {**term, "text": "Political Bureau", "status": "admitted"},
                {
                    **term,
                    "text": "Polit Bureau",
                    "status": "forbidden",
                    "forms": ["Polit Bureaus"],
                },
            ],
        },
        "guards": ["Bộ Chính trị viên"],
        "case": "initial",
        "target_case": "proper",
        "ambiguous": ["PB"],
        "valid": {"from": None, "to": None},
        "verified": True,
        "source": ["one", "two"],
        "note": "Only one.",
        "file": "glossary/party.yml",
        "line": 1,
    }


def test_a_line_a_concept_in_a_pipe(project: Path, l10n: Call) -> None:
    write_tree(project, CONCEPTS)
    outcome = l10n("glossary", "list")
    marks = f"(not verified, from 2010-01-01, to {NEAR})"
    assert outcome.out.splitlines() == [
        "party-bct  vi: Bộ Chính trị | en: Politburo",
        f"state-so {marks}  vi: Sở | en: department | ru: департамент",
        "mil-qk (not verified, to 2020-01-31)  vi: Quân khu | fr: Région militaire",
    ]
    assert outcome.err == "3 concepts\n"
    one = l10n("glossary", "list", "--status", "forbidden", "--language", "en")
    assert one.out == "party-bct  en: Polit Bureau (forbidden)\n"
    assert one.err == "1 concept\n"


def test_the_house_style_is_what_is_listed(project: Path, l10n: Call) -> None:
    style = "style: {en: {prefer: {party-bct: Political Bureau}}}\n"
    write_tree(project, {**CONCEPTS, "l10n.yml": "targets: [en]\nengine: none\n" + style})
    assert "en: Political Bureau" in l10n("glossary", "list", "--domain", "party").out


def test_a_table_on_a_terminal(project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(project, CONCEPTS)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    lines = l10n("glossary", "list", "--language", "vi", "--language", "en").out.splitlines()
    assert lines[0].split() == ["concept", "domain", "vi", "en", "marks"]
    column = lines[0].index("en")
    assert lines[1][column:].startswith("Politburo")
    assert lines[2][column:].startswith("department")
    assert lines[0].index("marks") == lines[2].index("not verified")


@pytest.mark.parametrize("value", ["soon", "-1", "2025-13-01", "1.5", "²"])
def test_an_end_that_is_none(project: Path, l10n: Call, value: str) -> None:
    outcome = l10n("glossary", "list", f"--expiring={value}")
    assert outcome.code == 2
    assert f"'{value}' is no date" in outcome.err
    assert "number of days" in outcome.err


def test_a_domain_that_no_concept_has_is_refused(project: Path, l10n: Call) -> None:
    write_tree(project, CONCEPTS)
    outcome = l10n("glossary", "list", "--domain", "prty")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no concept is of the domain 'prty'; known are " in outcome.err
