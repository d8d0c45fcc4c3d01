"""SARIF, as its standard and code scanning ask for it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from l10n.cli.reports.report import Report
from l10n.cli.reports.sarif import fingerprint, sarif
from l10n.model import Finding, Severity
from tests.conftest import Outcome


def record(required: str, **properties: object) -> dict[str, object]:
    """An object that has all of these, and nothing else."""
    names = required.split()
    return {
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": False,
    }


WORDS = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = record("text", text=WORDS, markdown=WORDS)
RULE = record(
    "id name shortDescription fullDescription help defaultConfiguration",
    id=WORDS, name={"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$"},
    shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE,
    defaultConfiguration=record("level", level=LEVEL),
    properties={"properties": {"tags": {"type": "array", "items": WORDS, "uniqueItems": True}}},
)  # fmt: skip
PLACE = record(
    "artifactLocation region",
    artifactLocation=record(
        "uri", uri={**WORDS, "pattern": r"^[!#-;=?-\[\]_a-z~]+$"}, uriBaseId=WORDS
    ),
    region=record("startLine", startLine={"type": "integer", "minimum": 1}),
)
RESULT = record(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=WORDS, ruleIndex={"type": "integer", "minimum": 0}, level=LEVEL, message=MESSAGE,
    locations={
        "type": "array", "minItems": 1, "items": record("physicalLocation", physicalLocation=PLACE),
    },
    partialFingerprints={"type": "object", "minProperties": 1, "additionalProperties": WORDS},
)  # fmt: skip
DRIVER = record(
    "name version rules", name=WORDS, version=WORDS,
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)  # fmt: skip
RUN = record(
    "tool results",
    tool=record("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations={
        "type": "array",
        "items": record("executionSuccessful", executionSuccessful={"type": "boolean"}),
    },
    results={"type": "array", "items": RESULT},
)
SCHEMA = record(
    "$schema version runs",
    **{"$schema": WORDS, "version": {"const": "2.1.0"}},
    runs={"type": "array", "minItems": 1, "items": RUN},
)
"""What the standard's own schema asks for of the properties that are written, and code scanning."""


def valid(text: str) -> dict[str, Any]:
    """The one run of a log that keeps to the schema."""
    log = json.loads(text)
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    return dict(run)


@pytest.fixture
def translated(project: Path, l10n: Callable[..., Outcome]) -> Path:
    """The usual project, with a forbidden term in every unit."""
    l10n("extract")
    for unit in json.loads(l10n("unit", "list", "--format", "json").out)["units"]:
        l10n("unit", "set", unit["unit"], "The Polit Bureau met.", "--to", "en", "--as", "a")
    return project


def test_it_names_rule_level_file_and_line(translated: Path, l10n: Callable[..., Outcome]) -> None:
    subprocess.run(["git", "init", "-q"], cwd=translated.parent, check=True)
    outcome = l10n("check", "--format", "sarif")
    assert outcome.code == 1
    run = valid(outcome.out)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    result = next(r for r in run["results"] if r["ruleId"] == "terminology")
    assert rules[result["ruleIndex"]] == "terminology"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "project/translations/en/hoi-nghi.po"
    line = place["region"]["startLine"]
    assert "msgid" in (translated / "translations/en/hoi-nghi.po").read_text().split("\n")[line - 1]
    assert len(result["partialFingerprints"]["l10nFinding/v1"]) == 32


def test_it_keeps_to_the_standard(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    findings = [
        Finding("numbers", Severity.INFO, "[x](y) [z]", "a", "en", "u", "translations/en/ả b#.po"),
        Finding("unreadable", Severity.ERROR, "m", file="/elsewhere/known.json", line=2),
        Finding("baseline", Severity.ERROR, "m"),
        Finding("catalog", Severity.ERROR, "m", "a\udcff", "en", file="translations/en/a\udcff.po"),
    ]
    sarif(Report(findings, root=tmp_path))
    run = valid(capsys.readouterr().out)
    rules = run["tool"]["driver"]["rules"]
    assert (
        len({rule["id"] for rule in rules}) == len({rule["name"] for rule in rules}) == len(rules)
    )
    assert all(rule["fullDescription"]["text"][-1] == "." for rule in rules)
    assert run["invocations"] == [{"executionSuccessful": False}]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert run["results"][0]["message"]["text"] == "\\[x](y) [z]"
    places = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    assert [p["artifactLocation"]["uri"] for p in places] == [
        "translations/en/%E1%BA%A3%20b%23.po", "file:///elsewhere/known.json", "l10n.yml",
        "translations/en/a%FF.po",
    ]  # fmt: skip
    based = ["uriBaseId" in p["artifactLocation"] for p in places]
    assert based == [True, False, True, True]  # one with a base has to be relative
    assert [p["region"] for p in places] == [{"startLine": n} for n in (1, 2, 1, 1)]


AT = ("runs", 0, "results", 0, "locations", 0, "physicalLocation")


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "tool"), {}),
        (("runs", 0, "results", 0, "level"), "info"),
        (("runs", 0, "results", 0, "ruleIndex"), -1),
        (("runs", 0, "results", 0, "locations"), []),
        (("runs", 0, "results", 0, "source"), "text"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (
            (
                "runs",
                0,
                "results",
                0,
                "locations",
                0,
                "physicalLocation",
                "artifactLocation",
                "uri",
            ),
            "translations/en/a b.po",
        ),
        (("runs", 0, "tool", "driver", "rules", 0, "help"), "text"),
    ],
)
def test_the_schema_refuses_what_is_not_valid(
    capsys: pytest.CaptureFixture[str], path: tuple[Any, ...], wrong: object
) -> None:
    sarif(Report([Finding("numbers", Severity.ERROR, "m", "a", "en", "u", "f", 3)]))
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, SCHEMA)
    *above, last = path
    place = log
    for step in above:
        place = place[step]
    place[last] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


def test_a_fingerprint_outlives_a_moved_line() -> None:
    one = Finding("a", Severity.ERROR, "m", "art", "en", "u", "f", 3)
    assert fingerprint(one) == fingerprint(
        Finding("a", Severity.INFO, "m", "art", "en", "u", "g", 9)
    )
    assert fingerprint(one) != fingerprint(
        Finding("a", Severity.ERROR, "n", "art", "en", "u", "f", 3)
    )
