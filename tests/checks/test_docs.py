"""Every check has its section, with a wrong and a right example; each example is run."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from l10n import checks
from l10n.glossary import mixes
from l10n.model import State, Unit
from l10n.model.unit import seal_of
from l10n.settings import find
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"^- (wrong|right)(?: \((.+?)\))?: `(.*)` → (?:`(.*)`|\(nothing\))$", re.MULTILINE
)
"""Which it is, what stands beside the texts, source and target."""


@cache
def workspace() -> Workspace:
    """The shipped project, whose glossary judges."""
    return Workspace(find(ROOT))


def noted(note: str) -> dict[str, str]:
    """What an example says in parentheses: a language, or `what: text`, more of them after `;`."""
    parts = (part.partition(":") for part in note.split(";") if part)
    return {
        key.strip() if colon else "language": (text if colon else key).strip()
        for key, colon, text in parts
    }


def subject(source: str, target: str, given: dict[str, str]) -> checks.Subject:
    """What the example describes."""
    said = given.get
    signed = said("approved")
    unit = Unit(
        source=source, target=target, language=said("language", "en"),
        context=said("role", ""), origin=said("origin", ""), translator=said("written by", ""),
        reviewer=said("reviewed by", ""), via=said("made from", ""),
        conflict=(given["theirs"],) if said("theirs") else (),
        state=State(said("state", "reviewed" if said("reviewed by") else "translated")),
        seal=seal_of(source, signed) if signed else "", recorded=State.APPROVED if signed else None,
        skips=((given["skip"].partition(" ")[::2]),) if said("skip") else (),
    )  # fmt: skip
    on = date.fromisoformat(given["on"]) if said("on") else None
    verdicts = workspace().verdicts(unit, on=on)
    rest = [unit]
    if said("also"):
        rest.append(replace(unit, target=given["also"]))
    if said("also of"):
        rest.append(replace(unit, source=given["also of"]))
    others = {tag: {unit.id: text} for tag, text in given.items() if tag in {"fr", "ru"}}
    return checks.Subject(
        unit, verdicts, mixes=mixes([verdicts])[0], company=checks.companies(rest, others)[0],
        added=workspace().added(unit, verdicts, frozenset),
        via=said("now", ""),
        title_case=said("style", ""), diacritics=said("style", ""),
    )  # fmt: skip


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.id)
def test_every_check_has_a_wrong_and_a_right_example(check: checks.Check) -> None:
    section = PAGE.split(f"\n## {check.id}\n")[1].split("\n## ")[0]
    examples = EXAMPLE.findall(section)
    assert len(examples) == len(re.findall("^- (?:wrong|right)", section, re.MULTILINE))
    if check.id == "too-long":  # no page can show it
        assert not examples
        return
    assert {verdict for verdict, *_ in examples} == {"wrong", "right"}
    for verdict, note, source, target in examples:
        found = list(check.problems(subject(source, target, noted(note))))
        if check.id == "skipped":  # each is listed
            found = [problem for problem in found if problem.severity]
        assert bool(found) is (verdict == "wrong"), (source, target, found)
