"""`# l10n: skip=check reason` in a catalog: left out, and listed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome
from tests.tui.conftest import drafted

Call = Callable[..., Outcome]
CATALOG = "translations/en/hoi-nghi.po"


def findings(l10n: Call) -> list[tuple[str, str, str]]:
    found = json.loads(l10n("check", "--format", "json").out)["findings"]
    return [
        (f["check"], f["severity"], f["message"])
        for f in found
        if "15,7" in f["source"] and f["check"] in ("numbers", "skipped", "untranslated")
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "# l10n: skip=numbers they mean the budget of a department",
            [("skipped", "info", "numbers: they mean the budget of a department")],
        ),
        (
            "# l10n: skip=numbers",
            [
                ("numbers", "error", ""),
                ("skipped", "warning", "numbers is skipped without a reason: write it"),
            ],
        ),
        (
            "# l10n: skip=numers because",
            [
                ("numbers", "error", ""),
                ("skipped", "warning", "there is no check numers to skip"),
            ],
        ),
        (
            "# l10n: skip=conflict because",
            [
                ("numbers", "error", ""),
                ("skipped", "warning", "conflict cannot be skipped"),
            ],
        ),
    ],
)
def test_a_skip_needs_a_reason(
    project: Path, l10n: Call, line: str, expected: list[tuple[str, str, str]]
) -> None:
    drafted(project)
    path = project / CATALOG
    entries = path.read_text(encoding="utf-8").split("\n\n")
    entries = [f"{line}\n{e}" if "15,7" in e.split("msgid")[-1] else e for e in entries]
    path.write_text("\n\n".join(entries), encoding="utf-8")
    found = findings(l10n)
    assert [(check, severity) for check, severity, _ in found] == [(c, s) for c, s, _ in expected]
    for (_, _, message), (_, _, wanted) in zip(found, expected, strict=True):
        assert message == wanted or not wanted


def test_the_reason_outlives_an_act(project: Path, l10n: Call) -> None:
    test_a_skip_needs_a_reason(
        project,
        l10n,
        "# l10n: skip=numbers a budget",
        [("skipped", "info", "numbers: a budget")],
    )
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    unit = next(u["unit"] for u in units if "15,7" in u["source"])
    assert l10n("unit", "accept", unit, "--as", "lan").code == 0
    assert findings(l10n) == [("skipped", "info", "numbers: a budget")]
    l10n("extract")
    assert findings(l10n) == [("skipped", "info", "numbers: a budget")]
