"""Who may do what to a unit, and what is refused."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogs import Catalog
from l10n.errors import UsageError
from l10n.model import Risk, State, Unit, seal_of
from l10n.settings import find
from l10n.workflow import acts
from l10n.workflow import recording as recording_room
from l10n.workflow.acts import ChangedError, act, history, outcome, redraft, restore, version, write
from l10n.workflow.identity import identity
from l10n.workflow.recording import recording
from l10n.workflow.verify import verify
from l10n.workflow.workspace import Workspace
from tests.conftest import write_tree

Units = Callable[[], list[Unit]]
CATALOG = Path("translations/en/hoi-nghi.po")


def by_hand(workspace: Workspace, unit: Unit, **changes: object) -> None:
    """What another editor does: the catalog changes, and nobody records it."""
    with workspace.editing("hoi-nghi", "en") as catalog:
        catalog.replace(replace(catalog.get(unit.id) or unit, **changes))  # type: ignore[arg-type]


def people(project: Path, text: str) -> Workspace:
    write_tree(project, {"l10n.yml": f"engine: none\nworkflow:\n  people: {text}\n"})
    return Workspace(find(project))


def test_from_nothing_to_approved_and_back(workspace: Workspace, units: Units) -> None:
    [done] = act(workspace, "set", units()[:1], "lan", "External information")
    assert (done.state, done.translator) == (State.TRANSLATED, "lan")
    [done] = act(workspace, "review", [done], "minh", "well done")
    [done] = act(workspace, "approve", [done], "ha")
    assert (done.state, done.reviewer, done.approver) == (State.APPROVED, "minh", "ha")
    assert units()[0] == replace(done, lines=units()[0].lines)
    [done] = act(workspace, "reject", [done], "minh", "wrong\n title")
    assert (done.state, done.reasons) == (State.DRAFT, ("rejected by minh: wrong title",))
    [done] = act(workspace, "accept", [done], "lan")
    assert (done.state, done.reasons) == (State.TRANSLATED, ())
    told = [(e.act, e.who, e.was, e.state, e.comment) for e, _ in history(workspace, done)]
    assert told == [
        ("set", "lan", "untranslated", "translated", ""),
        ("review", "minh", "translated", "reviewed", "well done"),
        ("approve", "ha", "reviewed", "approved", ""),
        ("reject", "minh", "approved", "draft", "wrong\n title"),
        ("accept", "lan", "draft", "translated", ""),
    ]
    assert {target for _, target in history(workspace, done)} == {"External information"}
    assert verify(workspace, ["hoi-nghi"], ["en"]) == []


@pytest.mark.parametrize("name", ["set", "replace"])
def test_a_text_is_written_in_nfc(workspace: Workspace, units: Units, name: str) -> None:
    text = unicodedata.normalize("NFD", "Tỉnh ủy Lâm Đồng")
    [left] = act(workspace, name, units()[:1], "lan", text)
    assert left.target == "Tỉnh ủy Lâm Đồng"


def test_what_changes_nothing_is_not_recorded(workspace: Workspace, units: Units) -> None:
    act(workspace, "set", units()[:1], "lan", "x")
    act(workspace, "approve", units()[:1], "ha")
    before = CATALOG.read_bytes()
    for name, who in (("accept", "kim"), ("review", "minh"), ("approve", "kim")):
        act(workspace, name, units()[:1], who)
    assert CATALOG.read_bytes() == before
    assert len(history(workspace, units()[0])) == 2


def test_a_comment_is_kept_and_changes_nothing(workspace: Workspace, units: Units) -> None:
    before = CATALOG.read_bytes()
    act(workspace, "comment", units()[:1], "minh", "Which Ms Lan?")
    assert CATALOG.read_bytes() == before
    assert history(workspace, units()[0])[0][0].comment == "Which Ms Lan?"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("set", " ", "the translation is empty"),
        ("set", "a\x00b", "U+0000"),
        ("set", "a\udcffb", "U+DCFF"),
        ("set", "a\x85b", "U+0085"),
        ("set", "x" * 100_001, "longer than 100000 characters"),
        ("accept", "", "no translation to accept"),
        ("review", "", "is untranslated; accept it first"),
        ("approve", "", "is untranslated; accept it first"),
        ("reject", "", "a rejection needs a reason"),
        ("reject", "why", "no translation to reject"),
        ("comment", " ", "the comment is empty"),
        ("comment", "\x1b[2J", "U+001B"),
    ],
)
def test_what_a_unit_or_a_text_does_not_allow(
    workspace: Workspace, units: Units, name: str, text: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told.replace("+", r"\+")):
        act(workspace, name, units()[:1], "lan", text)
    assert not CATALOG.with_name("hoi-nghi.log.jsonl").exists()


def test_one_that_is_refused_stops_all_of_its_catalog(workspace: Workspace, units: Units) -> None:
    act(workspace, "set", units()[:1], "lan", "x")
    with pytest.raises(UsageError, match="is untranslated"):
        act(workspace, "review", units()[:2], "minh")
    assert units()[0].state is State.TRANSLATED


class TestFourEyes:
    def test_nobody_signs_the_text_that_they_wrote(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "Lan Hà", "x")
        for name in ("review", "approve"):
            for who in ("Lan Hà", "lan hà", "Lan Ha\u0300"):
                with pytest.raises(UsageError, match=r"wrote .* and cannot"):
                    act(workspace, name, units()[:1], who)

    def test_a_name_taken_out_of_the_catalog_is_in_the_record(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "x")
        by_hand(workspace, units()[0], translator="")
        with pytest.raises(UsageError, match="lan wrote"):
            act(workspace, "review", units()[:1], "lan")
        by_hand(workspace, units()[0], translator="kim")
        with pytest.raises(UsageError, match="lan wrote"):
            outcome(workspace, "approve", units()[0], "lan")

    def test_a_text_that_somebody_took_over_has_two_writers(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "x")
        act(workspace, "reject", units()[:1], "minh", "no")
        act(workspace, "accept", units()[:1], "kim")
        for who in ("lan", "kim"):
            with pytest.raises(UsageError, match="wrote"):
                act(workspace, "review", units()[:1], who)
        act(workspace, "review", units()[:1], "minh")

    def test_a_text_from_elsewhere_takes_two(self, workspace: Workspace, units: Units) -> None:
        by_hand(workspace, units()[0], target="x", state=State.TRANSLATED)
        with pytest.raises(UsageError, match="nobody but lan is known to have read"):
            act(workspace, "approve", units()[:1], "lan")
        act(workspace, "review", units()[:1], "lan")
        with pytest.raises(UsageError, match="nobody but LAN is known"):
            act(workspace, "approve", units()[:1], "LAN")
        act(workspace, "approve", units()[:1], "ha")

    def test_a_name_belongs_to_the_text_that_it_was_given_to(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "x")
        by_hand(workspace, units()[0], target="y")  # still says translator=lan
        act(workspace, "review", units()[:1], "minh")
        with pytest.raises(UsageError, match="nobody but minh"):
            act(workspace, "approve", units()[:1], "minh")
        act(workspace, "reject", units()[:1], "minh", "who wrote this?")
        act(workspace, "accept", units()[:1], "kim")
        assert units()[0].translator == "kim"

    def test_who_accepts_a_text_from_elsewhere_stands_for_it(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "x")
        by_hand(workspace, units()[0], target="y")
        act(workspace, "accept", units()[:1], "kim")
        assert units()[0].translator == "kim"
        with pytest.raises(UsageError, match="kim wrote"):
            act(workspace, "review", units()[:1], "kim")

    def test_a_project_can_do_without(self, project: Path, workspace: Workspace) -> None:
        write_tree(project, {"l10n.yml": "engine: none\nworkflow: {four_eyes: false}\n"})
        alone = Workspace(find(project))
        unit = alone.translation("hoi-nghi", "en")[0]
        [unit] = act(alone, "set", [unit], "lan", "x")
        [unit] = act(alone, "approve", [unit], "lan")
        assert unit.state is State.APPROVED
        assert verify(alone, ["hoi-nghi"], ["en"]) == []


class TestRoles:
    def test_each_act_has_its_role(self, project: Path, workspace: Workspace) -> None:
        roles = people(project, "{lan: [translator], minh: [reviewer], ha: [approver], bo: []}")
        table = {
            "lan": {"set", "replace", "accept", "comment"},
            "minh": {"review", "reject", "reopen", "comment"},
            "ha": {"approve", "reject", "reopen", "comment"},
            "bo": set(),
            "stranger": set(),
        }
        for who, allowed in table.items():
            able = set()
            for name in acts.ACTS:
                try:
                    acts.may(roles, name, who)
                except UsageError:
                    continue
                able.add(name)
            assert able == allowed, who

    def test_the_error_names_who_may(self, project: Path, workspace: Workspace) -> None:
        roles = people(project, "{lan: [translator], minh: [reviewer], ha: [approver]}")
        with pytest.raises(UsageError) as refused:
            acts.may(roles, "reject", "lan")
        assert str(refused.value) == (
            "lan may not reject: that takes a reviewer or an approver; l10n.yml names minh, ha"
        )
        with pytest.raises(UsageError, match=r"takes a role; l10n\.yml names lan, minh, ha"):
            acts.may(roles, "comment", "stranger")

    def test_an_address_and_other_capitals_are_the_same_person(
        self, project: Path, workspace: Workspace
    ) -> None:
        roles = people(
            project,
            "{Lan: {roles: [translator], email: lan@example.org}, minh: [reviewer, translator]}",
        )
        unit = roles.translation("hoi-nghi", "en")[0]
        [unit] = act(roles, "set", [unit], "LAN@example.org", "x")
        assert unit.translator == "Lan"
        with pytest.raises(UsageError, match="Lan may not review"):
            act(roles, "review", [unit], "lan")
        [unit] = act(roles, "review", [unit], "MINH")
        assert unit.reviewer == "minh"


class TestChanged:
    def test_both_texts_are_shown(self, workspace: Workspace, units: Units) -> None:
        shown = units()[0]
        act(workspace, "set", [shown], "kim", "Kim's text")
        with pytest.raises(ChangedError) as refused:
            act(workspace, "set", [shown], "lan", "Lan's text")
        assert "it was untranslated and is translated “Kim's text”" in str(refused.value)
        now = units()[0]
        assert (refused.value.shown, refused.value.now) == (shown, replace(now, lines=shown.lines))
        act(workspace, "set", [now], "kim", "again")
        with pytest.raises(ChangedError, match="was translated “Kim's text” and is translated “ag"):
            act(workspace, "review", [now], "minh")

    @pytest.mark.parametrize("act_between", ["review", "reject"])
    def test_a_change_of_state_alone_counts(
        self, workspace: Workspace, units: Units, act_between: str
    ) -> None:
        [shown] = act(workspace, "set", units()[:1], "kim", "x")
        act(workspace, act_between, [shown], "minh", "a reason")
        with pytest.raises(ChangedError):
            act(workspace, "set", [shown], "lan", "y")

    def test_a_unit_that_is_gone(self, workspace: Workspace, units: Units) -> None:
        shown = replace(units()[0], source="Không còn")
        with pytest.raises(ChangedError, match="is no longer in the catalog") as refused:
            act(workspace, "set", [shown], "lan", "y")
        assert refused.value.now is None

    def test_notes_and_lines_do_not_count(self, workspace: Workspace, units: Units) -> None:
        shown = replace(units()[0], notes=("other",), lines=(99,), line=7, seal="junk")
        assert act(workspace, "set", [shown], "lan", "y")[0].target == "y"

    def test_a_version_differs_with_whatever_a_person_judges(self) -> None:
        unit = Unit("Một", "One", state=State.REVIEWED, seal=seal_of("Một", "One"))
        others = [
            unit,
            replace(unit, source="Hai"),
            replace(unit, target="Two"),
            replace(unit, state=State.APPROVED),
            replace(unit, seal="000000000000"),
            replace(unit, conflict=("Two",)),
        ]
        assert len({version(other) for other in others}) == len(others)


class TestUndo:
    def test_back_and_forth(self, workspace: Workspace, units: Units) -> None:
        empty = units()[0]
        [one] = act(workspace, "set", [empty], "lan", "one")
        [two] = act(workspace, "set", [one], "lan", "two")
        for wanted, instead in ((one, two), (empty, one), (one, empty), (two, one)):
            restore(workspace, [(wanted, instead)], "lan")
            assert (units()[0].target, units()[0].state) == (wanted.target, wanted.state)
        assert [e.act for e, _ in history(workspace, two)] == ["set"] * 2 + ["restore"] * 4
        assert verify(workspace, ["hoi-nghi"], ["en"]) == []

    def test_only_ones_own_acts(self, workspace: Workspace, units: Units) -> None:
        [one] = act(workspace, "set", units()[:1], "lan", "one")
        [two] = act(workspace, "review", [one], "minh")
        act(workspace, "comment", [two], "kim", "fine")
        with pytest.raises(UsageError, match="only your own last acts"):
            restore(workspace, [(one, two)], "lan")
        restore(workspace, [(one, two)], "minh")
        with pytest.raises(UsageError, match="only your own last acts"):
            restore(workspace, [(replace(one, target="", state=State.UNTRANSLATED), one)], "minh")

    def test_a_rejection_taken_back_brings_the_signature_back(
        self, workspace: Workspace, units: Units
    ) -> None:
        [one] = act(workspace, "set", units()[:1], "lan", "one")
        [signed] = act(workspace, "approve", [one], "ha")
        [rejected] = act(workspace, "reject", [signed], "minh", "no")
        forged = replace(signed, approver="minh")
        with pytest.raises(UsageError, match="cannot be set back"):
            restore(workspace, [(forged, rejected)], "minh")
        restore(workspace, [(signed, rejected)], "minh")
        assert (units()[0].state, units()[0].approver) == (State.APPROVED, "ha")
        assert verify(workspace, ["hoi-nghi"], ["en"]) == []

    def test_what_the_record_does_not_know_is_not_raised_to(
        self, workspace: Workspace, units: Units
    ) -> None:
        signed = {"target": "x", "state": State.APPROVED, "approver": "ha"}
        by_hand(workspace, units()[0], **signed)
        was = units()[0]
        [rejected] = act(workspace, "reject", [was], "minh", "no")
        with pytest.raises(UsageError, match="cannot be set back"):
            restore(workspace, [(was, rejected)], "minh")

    def test_not_over_somebody_elses_change(self, workspace: Workspace, units: Units) -> None:
        empty = units()[0]
        [one] = act(workspace, "set", [empty], "lan", "one")
        by_hand(workspace, one, target="other")
        with pytest.raises(ChangedError):
            restore(workspace, [(empty, one)], "lan")


class TestRedraft:
    def test_another_draft(self, workspace: Workspace, units: Units) -> None:
        [one] = act(workspace, "set", units()[:1], "lan", "one")
        draft = replace(one, target="eins", origin="local", risk=Risk.HIGH, reasons=("term:x",))
        done = redraft(workspace, one, draft, "lan")
        assert (done.target, done.state, done.origin, done.risk, done.translator) == (
            "eins", State.DRAFT, "local", Risk.HIGH, "",
        )  # fmt: skip
        restore(workspace, [(one, done)], "lan")
        assert units()[0].target == "one"

    def test_no_signed_text(self, workspace: Workspace, units: Units) -> None:
        [one] = act(workspace, "set", units()[:1], "lan", "one")
        [one] = act(workspace, "review", [one], "minh")
        with pytest.raises(UsageError, match="is reviewed; reject it first"):
            redraft(workspace, one, one, "lan")


def test_many_texts_in_one_go(workspace: Workspace, units: Units) -> None:
    texts = [(unit, f"text {n}") for n, unit in enumerate(units())]
    done = write(workspace, texts, "lan")
    assert [unit.target for unit in done] == [text for _, text in texts]
    assert [unit.target for unit in units()] == [text for _, text in texts]


def test_what_is_replaced_in_a_draft_stays_a_draft_with_two_writers(
    workspace: Workspace, units: Units
) -> None:
    by_hand(workspace, units()[0], target="A Draft", state=State.DRAFT, origin="local")
    act(workspace, "set", units()[1:2], "minh", "A text")
    texts = [(units()[0], "Another draft"), (units()[1], "Another text")]
    draft, text = write(workspace, texts, "lan", "replace")
    assert (draft.state, draft.target, draft.origin) == (State.DRAFT, "Another draft", "local")
    assert (text.state, text.translator) == (State.TRANSLATED, "lan")
    [taken] = act(workspace, "accept", [draft], "minh")
    for who in ("lan", "minh"):
        with pytest.raises(UsageError, match="four eyes"):
            act(workspace, "review", [taken], who)
    assert [e.origin for e, _ in history(workspace, taken)] == ["", "local"]
    assert verify(workspace, ["hoi-nghi"], ["en"]) == []
    [back] = restore(workspace, [(draft, taken)], "minh")
    assert back.state is State.DRAFT


def test_a_conflict_is_decided_by_a_text(workspace: Workspace, units: Units) -> None:
    by_hand(workspace, units()[0], target="ours", state=State.TRANSLATED, conflict=("theirs",))
    assert (units()[0].state, units()[0].conflict) == (State.DRAFT, ("theirs",))
    with pytest.raises(UsageError, match="is draft"):
        act(workspace, "approve", units()[:1], "ha")
    act(workspace, "accept", units()[:1], "lan")
    assert (units()[0].state, units()[0].conflict) == (State.TRANSLATED, ())


def test_a_broken_seal_falls_back_until_somebody_signs(workspace: Workspace, units: Units) -> None:
    [one] = act(workspace, "set", units()[:1], "lan", "one")
    act(workspace, "approve", [one], "ha")
    text = CATALOG.read_text(encoding="utf-8").replace('"one"', '"two"')
    CATALOG.write_text(text, encoding="utf-8")
    now = units()[0]
    assert (now.state, now.seal_broken) == (State.TRANSLATED, True)
    with pytest.raises(UsageError, match="nobody but minh"):
        act(workspace, "approve", [now], "minh")
    [now] = act(workspace, "accept", [now], "kim")
    assert (now.seal_broken, now.translator, now.approver) == (False, "kim", "")
    act(workspace, "approve", [now], "ha")
    assert verify(workspace, ["hoi-nghi"], ["en"]) == []


def test_an_unknown_unit_cannot_be_changed(workspace: Workspace, units: Units) -> None:
    with recording(workspace, "hoi-nghi", "en") as opened, pytest.raises(KeyError):
        opened.change(Unit("Không có"), "set", "lan")


class TestIdentity:
    def test_in_this_order(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        config = project / "gitconfig"
        config.write_text("[user]\nemail = kim@example.org\n", encoding="utf-8")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
        assert identity(None) == "kim@example.org"
        monkeypatch.setenv("L10N_USER", " Lan  Hà ")
        assert identity(None) == "Lan Hà"
        assert identity("Minh") == "Minh"

    @pytest.mark.parametrize("given", ["a\x1b[0m", "x" * 201, "\ud800"])
    def test_no_name(self, given: str) -> None:
        with pytest.raises(UsageError, match="no name of a person"):
            identity(given)

    def test_nobody(self, project: Path) -> None:
        with pytest.raises(UsageError, match="nobody signs this act; say who you are"):
            identity(" ")

    def test_without_git(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        with pytest.raises(UsageError, match="nobody signs"):
            identity(None)


def test_two_processes_lose_nothing(workspace: Workspace, units: Units) -> None:
    """Two people write every unit's comment and every second text at the same time."""
    code = (
        "import sys\n"
        "from l10n.settings import find\n"
        "from l10n.workflow.acts import act\n"
        "from l10n.workflow.workspace import Workspace\n"
        "me, turn = sys.argv[1], int(sys.argv[2])\n"
        "for n in range(8):\n"
        "    workspace = Workspace(find())\n"
        "    unit = workspace.translation('hoi-nghi', 'en')[n]\n"
        "    act(workspace, 'comment', [unit], me, f'{me} {n}')\n"
        "    if n % 2 == turn:\n"
        "        act(workspace, 'set', [unit], me, f'{me} wrote {n}')\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, who, turn], env=dict(os.environ))
        for who, turn in (("lan", "0"), ("kim", "1"))
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    assert [u.target for u in units()] == [
        f"{('lan', 'kim')[n % 2]} wrote {n}" for n in range(len(units()))
    ]
    told = {e.comment for unit in units() for e, _ in history(workspace, unit) if e.comment}
    assert told == {f"{who} {n}" for who in ("lan", "kim") for n in range(8)}
    assert verify(workspace, ["hoi-nghi"], ["en"]) == []


def test_a_catalog_is_parsed_once_while_nobody_else_writes_it(
    workspace: Workspace, units: Units, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    from_bytes = recording_room.catalogs.from_bytes

    def counted(data: bytes, path: Path) -> Catalog:
        parsed.append(data)
        return from_bytes(data, path)

    act(workspace, "set", units()[:1], "lan", "External information")
    monkeypatch.setattr(recording_room.catalogs, "from_bytes", counted)
    act(workspace, "set", units()[1:2], "lan", "A conclusion")
    assert parsed == []
    by_hand(workspace, units()[2], target="By hand", state=State.TRANSLATED)
    act(workspace, "set", units()[3:4], "lan", "A meeting")
    assert len(parsed) == 1
    with pytest.raises(UsageError):
        act(workspace, "reject", units()[:1], "minh", "")
    targets = [unit.target for unit in units()[:4]]
    assert targets == ["External information", "A conclusion", "By hand", "A meeting"]
    assert verify(workspace, ["hoi-nghi"], ["en"]) == []
