"""`l10n check --fix`: what has one right text is put right, where nobody has signed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.model import State, Unit
from l10n.settings import find
from l10n.workflow.workspace import Workspace
from tests.conftest import Outcome
from tests.git import commit
from tests.tui.conftest import drafted

Call = Callable[..., Outcome]
WRONG = "The  Politburo met in Hanoi ."
RIGHT = "The Politburo met in Hanoi."


def units(project: Path) -> dict[str, Unit]:
    found = Workspace(find(project)).translation("hoi-nghi", "en")
    return {unit.id: unit for unit in found}


@pytest.fixture
def unit(project: Path, l10n: Call) -> str:
    workspace = drafted(project)
    found = workspace.translation("hoi-nghi", "en")
    chosen = next(u.id for u in found if u.source.startswith("Bộ Chính trị họp"))
    assert l10n("unit", "set", chosen, WRONG, "--as", "lan").code == 0
    return chosen


def test_it_shows_and_records_what_it_did(project: Path, unit: str, l10n: Call) -> None:
    shown = l10n("check", "--fix", "--dry-run", "--fail-on", "never")
    assert f"  - {WRONG}\n  + {RIGHT}\n" in shown.err
    assert "1 translation would be put right" in shown.err
    assert units(project)[unit].target == WRONG
    done = l10n("check", "--fix", "--fail-on", "never")
    assert "1 translation put right; signed ones are never touched" in done.err
    after = units(project)[unit]
    assert (after.target, after.state, after.translator) == (RIGHT, State.TRANSLATED, "lan")
    assert "l10n check --fix: refresh" in l10n("log", "hoi-nghi", "--unit", unit).out
    assert l10n("verify").code == 0
    assert "0 translations put right" in l10n("check", "--fix", "--fail-on", "never").err


def test_a_unit_taken_out_of_a_check_is_not_fixed_for_it(
    project: Path, unit: str, l10n: Call
) -> None:
    path = project / "translations/en/hoi-nghi.po"
    text = path.read_text(encoding="utf-8")
    comment = "# l10n: skip=spaces as the old paper set it\n#. term"
    at = text.rindex("#. term", 0, text.index(WRONG))
    path.write_text(text[:at] + comment + text[at + len("#. term") :], encoding="utf-8")
    assert "0 translations put right" in l10n("check", "--fix", "--fail-on", "never").err
    assert units(project)[unit].target == WRONG


def test_only_what_a_change_touches_is_fixed(project: Path, unit: str, l10n: Call) -> None:
    commit(project)
    other = next(i for i, u in units(project).items() if i != unit and u.target)
    assert l10n("unit", "set", other, "Two  spaces.", "--as", "lan").code == 0
    done = l10n("check", "--fix", "--since", "HEAD", "--fail-on", "never")
    assert "1 translation put right" in done.err
    assert (units(project)[unit].target, units(project)[other].target) == (WRONG, "Two spaces.")


def test_a_signed_text_is_never_touched(project: Path, unit: str, l10n: Call) -> None:
    assert l10n("unit", "review", unit, "--as", "minh").code == 0
    before = (project / "translations/en/hoi-nghi.po").read_bytes()
    assert "0 translations put right" in l10n("check", "--fix", "--fail-on", "never").err
    assert (project / "translations/en/hoi-nghi.po").read_bytes() == before
    assert units(project)[unit].state is State.REVIEWED


@pytest.mark.parametrize("change", [("met in", "met  in"), ("\nmsgid", "\n#, fuzzy\nmsgid")])
def test_a_broken_seal_is_no_licence(
    project: Path, unit: str, l10n: Call, change: tuple[str, str]
) -> None:
    assert l10n("unit", "review", unit, "--as", "minh").code == 0
    path = project / "translations/en/hoi-nghi.po"
    head, seal, rest = path.read_text("utf-8").partition(" seal=")
    path.write_text(head + seal + rest.replace(*change, 1), "utf-8")
    before = path.read_bytes()
    assert units(project)[unit].state is not State.REVIEWED
    assert units(project)[unit].recorded is State.REVIEWED
    assert "0 translations put right" in l10n("check", "--fix", "--fail-on", "never").err
    assert path.read_bytes() == before


def test_a_check_that_is_off_fixes_nothing(project: Path, unit: str, l10n: Call) -> None:
    with (project / "l10n.yml").open("a") as settings:
        settings.write("checks: {spaces: false}\n")
    assert "0 translations put right" in l10n("check", "--fix", "--fail-on", "never").err
    assert units(project)[unit].target == WRONG


def test_drafts_are_put_right_and_stay_drafts(project: Path, l10n: Call) -> None:
    workspace = drafted(project)
    from dataclasses import replace

    with workspace.editing("hoi-nghi", "en") as catalog:
        first = catalog.units[0]
        text = unicodedata.normalize("NFD", 'Hội nghị "lớn" ')
        catalog.replace(replace(first, target=text))
    shown = l10n("check", "--fix", "--fail-on", "never").err
    assert "decomposed, quotes, spaces" in shown
    after = units(project)[first.id]
    assert (after.target, after.state, after.origin) == ("Hội nghị “lớn”", State.DRAFT, "local")
