"""`l10n unit`, `l10n log` and `l10n verify`, as scripts call them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree

Call = Callable[..., Outcome]
RECORD = Path("translations/en/hoi-nghi.log.jsonl")


@pytest.fixture
def extracted(project: Path, l10n: Call) -> Path:
    l10n("extract")
    return project


def units(l10n: Call, *options: str) -> list[dict[str, object]]:
    outcome = l10n("unit", "list", "--format", "json", *options)
    assert outcome.code == 0, outcome.err
    return list(json.loads(outcome.out)["units"])


def ids(l10n: Call, *options: str) -> list[str]:
    return [str(unit["unit"]) for unit in units(l10n, *options)]


def sources(l10n: Call, *options: str) -> list[object]:
    return [unit["source"] for unit in units(l10n, *options)]


class TestChoosing:
    def test_by_state_text_concept_and_finding(self, extracted: Path, l10n: Call) -> None:
        met = "Bộ Chính trị họp tại Hà Nội."
        [unit] = ids(l10n, "--text", "bộ chính trị HỌP")
        assert len(ids(l10n, "--concept", "party-bct")) == 2
        l10n("unit", "set", unit, "The Polit Bureau met.", "--as", "lan")
        assert sources(l10n, "--state", "translated") == [met]
        assert sources(l10n, "--check", "terminology") == [met]
        assert sources(l10n, "--text", "polit bureau", "--concept", "party-bct") == [met]
        assert sources(l10n, "--risk", "high") == []
        assert len(ids(l10n, "--state", "translated", "--state", "untranslated")) == 8

    def test_by_articles_with_and_without_the_option(self, extracted: Path, l10n: Call) -> None:
        tree = {f"articles/{name}.md": f"Bản tin {name}.\n" for name in ("mua", "nang", "gio")}
        write_tree(extracted, tree)
        l10n("extract")
        assert sources(l10n, "nang", "articles/gio.md") == ["Bản tin nang.", "Bản tin gio."]
        assert sources(l10n, "nang", "--article", "mua") == ["Bản tin nang.", "Bản tin mua."]

    def test_all_of_the_articles_that_are_named(self, extracted: Path, l10n: Call) -> None:
        write_tree(
            extracted, {"articles/mua.md": "Trời mưa.\n", "articles/nang.md": "Trời nắng.\n"}
        )
        l10n("extract")
        for unit in ids(l10n):
            l10n("unit", "set", unit, "x", "--as", "lan")
        done = l10n("unit", "review", "--all", "mua", "--article", "nang", "--as", "minh")
        assert (done.code, "2 units reviewed as minh" in done.err) == (0, True)
        assert sorted(sources(l10n, "--state", "reviewed")) == ["Trời mưa.", "Trời nắng."]
        unknown = l10n("unit", "review", "--all", ids(l10n)[0], "--as", "minh")
        assert (unknown.code, unknown.err.count("\n")) == (2, 1)
        assert ".md is no article; l10n status lists the articles" in unknown.err

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--check", "terminolgy"], "no check 'terminolgy'; did you mean 'terminology'?"),
            (["--check", "%"], "no check '%'; l10n checks are named by their ids"),
            (["--concept", "party-btc"], "no concept 'party-btc'; did you mean 'party-bct'?"),
            (["--risk", "huge"], "--risk"),
        ],
    )
    def test_what_there_is_none_of(
        self, extracted: Path, l10n: Call, options: list[str], told: str
    ) -> None:
        outcome = l10n("unit", "list", *options)
        assert (outcome.code, outcome.err.count("\n"), told in outcome.err) == (2, 1, True)

    def test_all_takes_what_the_rules_allow_and_tells_the_rest(
        self, extracted: Path, l10n: Call
    ) -> None:
        one, two, *_ = ids(l10n)
        l10n("unit", "set", one, "a", "--as", "lan")
        l10n("unit", "set", two, "b", "--as", "minh")
        preview = l10n("unit", "review", "--all", "--dry-run", "--as", "minh")
        assert preview.out == f"{one} en reviewed: a\n"
        assert "1 unit would be reviewed as minh" in preview.err
        assert f"1 unit is left as it is: minh wrote {two}" in preview.err
        assert l10n("unit", "review", "--all", "--as", "minh").code == 0
        assert [u["state"] for u in units(l10n)][:2] == ["reviewed", "translated"]
        refused = l10n("unit", "review", "--all", "--as", "minh")
        assert (refused.code, f"minh wrote {two}" in refused.err) == (2, True)

    def test_rejecting_many_with_one_reason(self, extracted: Path, l10n: Call) -> None:
        for unit in ids(l10n)[:3]:
            l10n("unit", "set", unit, "x", "--as", "lan")
        assert "a rejection needs a reason" in l10n("unit", "reject", "--all", "--as", "ha").err
        done = l10n("unit", "reject", "--all", "--comment", "all x", "--as", "ha", "--yes")
        assert (done.code, done.out.count("draft")) == (0, 3)

    @pytest.mark.parametrize("act", ["accept", "review", "approve", "reject"])
    def test_units_or_all(self, extracted: Path, l10n: Call, act: str) -> None:
        for arguments in ([], ["3f2a", "--all"]):
            outcome = l10n("unit", act, *arguments, "--as", "lan")
            assert (outcome.code, "name units or say --all" in outcome.err) == (2, True)


class TestAsked:
    """On a terminal `--all` shows what it would do, and asks."""

    @pytest.fixture
    def at_a_terminal(
        self, extracted: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> list[str]:
        for unit in ids(l10n):
            l10n("unit", "set", unit, f"x {unit}", "--as", "lan")
        asked: list[str] = []
        monkeypatch.setattr("l10n.cli.unit_call._terminal", lambda: True)
        monkeypatch.setattr("l10n.cli.unit_call.PREVIEW", 5)
        return asked

    @pytest.mark.parametrize(("answer", "state"), [(True, "reviewed"), (False, "translated")])
    def test_the_answer_decides(
        self,
        at_a_terminal: list[str],
        l10n: Call,
        monkeypatch: pytest.MonkeyPatch,
        answer: bool,
        state: str,
    ) -> None:
        def confirm(text: str, *, err: bool) -> bool:
            at_a_terminal.append(text)
            return answer

        monkeypatch.setattr("typer.confirm", confirm)
        outcome = l10n("unit", "review", "--all", "--as", "minh")
        assert outcome.code == 0
        assert at_a_terminal == ["review 8 units?"]
        assert "… and 3 more" in outcome.err
        assert ("nothing was done" in outcome.err) is not answer
        assert {u["state"] for u in units(l10n)} == {state}

    def test_yes_is_an_answer_and_nothing_to_do_needs_none(
        self, at_a_terminal: list[str], l10n: Call
    ) -> None:
        assert l10n("unit", "review", "--all", "--yes", "--as", "minh").code == 0
        assert "0 units reviewed" in l10n("unit", "review", "--all", "--as", "minh").err

    def test_what_is_so_already_is_not_counted(self, extracted: Path, l10n: Call) -> None:
        unit = ids(l10n)[0]
        l10n("unit", "set", unit, "one", "--as", "lan")
        assert "1 unit approved as ha\n" in l10n("unit", "approve", unit, "--as", "ha").err
        again = l10n("unit", "approve", unit, "--as", "lan")
        assert "0 units approved as lan; 1 left as they are" in again.err
        assert "1 unit" in l10n("unit", "comment", unit, "good", "--as", "lan").err


class TestSeen:
    def test_a_unit_that_changed_since_is_refused(self, extracted: Path, l10n: Call) -> None:
        unit = units(l10n)[0]
        name, seen = str(unit["unit"]), str(unit["version"])
        assert l10n("unit", "set", name, "Kim's", "--seen", seen, "--as", "kim").code == 0
        refused = l10n("unit", "set", name, "Lan's", "--seen", seen, "--as", "lan")
        assert (refused.code, refused.err.count("\n")) == (2, 1)
        both = "it was untranslated, it is translated “Kim's”; look at it"
        assert f"has changed since it was read: {both}" in refused.err
        now = str(units(l10n)[0]["version"])
        assert now in refused.err
        assert l10n("unit", "review", name, "--seen", now, "--as", "minh").code == 0

    def test_what_was_seen_is_told_where_the_record_knows_it(
        self, extracted: Path, l10n: Call
    ) -> None:
        name = ids(l10n)[0]
        versions = []
        for text in ("one", "two", "three"):
            l10n("unit", "set", name, text, "--as", "lan")
            versions.append(str(units(l10n)[0]["version"]))
        l10n("unit", "review", name, "--as", "minh")
        versions.append(str(units(l10n)[0]["version"]))
        l10n("unit", "reject", name, "--comment", "no", "--as", "minh")
        for version, was in zip(
            [*versions, "123456789abc"],
            [
                *(f"it was translated “{text}”, " for text in ("one", "two", "three")),
                "it was reviewed “three”, ",
                "",
            ],
            strict=True,
        ):
            refused = l10n("unit", "accept", name, "--seen", version, "--as", "lan")
            assert f"since it was read: {was}it is draft “three”" in refused.err

    def test_it_is_for_one_unit(self, extracted: Path, l10n: Call) -> None:
        outcome = l10n("unit", "accept", *ids(l10n)[:2], "--seen", "x", "--as", "lan")
        assert (outcome.code, "--seen is for one unit" in outcome.err) == (2, True)

    def test_theirs_needs_a_conflict(self, extracted: Path, l10n: Call) -> None:
        outcome = l10n("unit", "accept", ids(l10n)[0], "--theirs", "--as", "lan")
        assert (outcome.code, "has no conflict" in outcome.err) == (2, True)


class TestLog:
    def test_what_was_said_and_done(self, extracted: Path, l10n: Call) -> None:
        unit = ids(l10n)[0]
        assert l10n("log", "hoi-nghi").err == "nobody has done anything to it yet\n"
        l10n("unit", "set", unit, "one\ntwo", "--as", "lan")
        l10n("unit", "set", unit, "two", "--as", "lan")
        l10n("unit", "comment", unit, "why?", "--as", "minh")
        lines = l10n("log", "hoi-nghi", "--unit", unit[:5]).out.splitlines()
        shown = [line[21:] if line[0] != " " else line for line in lines]
        assert shown == [
            f"en {unit} lan: set (untranslated → translated)",
            "    + one",
            "      two",
            f"en {unit} lan: set (translated)",
            "    - one",
            "      two",
            "    + two",
            f"en {unit} minh: comment (translated)",
            "    “why?”",
        ]
        document = json.loads(l10n("log", "hoi-nghi", "--format", "json").out)
        assert document["schema"] == 1
        assert document["acts"][1] | {"id": "", "at": ""} == {
            "id": "", "language": "en", "at": "", "who": "lan", "act": "set", "unit": unit,
            "from": "translated", "to": "translated", "source": units(l10n)[0]["source"],
            "before": "one\ntwo", "target": "two", "comment": "",
        }  # fmt: skip

    def test_a_unit_or_an_article_that_there_is_none_of(self, extracted: Path, l10n: Call) -> None:
        assert l10n("log", "nothing").code == 4
        outcome = l10n("log", "hoi-nghi", "--unit", "ffff")
        assert (outcome.code, "nothing on a unit 'ffff'" in outcome.err) == (2, True)

    def test_control_codes_of_a_record_do_not_reach_the_terminal(
        self, extracted: Path, l10n: Call
    ) -> None:
        l10n("unit", "comment", ids(l10n)[0], "x", "--as", "lan")
        text = RECORD.read_text(encoding="utf-8").replace('"x"', '"\\u001b[2J"')
        RECORD.write_text(text, encoding="utf-8")
        assert "\x1b" not in l10n("log", "hoi-nghi").out


class TestVerify:
    def test_findings_name_file_and_line(self, extracted: Path, l10n: Call) -> None:
        unit = ids(l10n)[0]
        l10n("unit", "set", unit, "one", "--as", "lan")
        l10n("unit", "approve", unit, "--as", "ha")
        fine = l10n("verify")
        assert (fine.code, fine.out, fine.err) == (0, "", "no findings in 1 catalog\n")
        text = RECORD.read_text(encoding="utf-8")
        RECORD.write_text(text.replace('"who":"ha"', '"who":"ho"'), encoding="utf-8")
        outcome = l10n("verify", "hoi-nghi", "--to", "en")
        assert outcome.code == 1
        first, second = outcome.out.splitlines()
        assert first == f"{RECORD}:2: altered: the entry is not the one that was written"
        assert f": unproved: unit {unit}: approved by ha, but the record has no such act" in second
        document = json.loads(l10n("verify", "--format", "json").out)
        assert [f["check"] for f in document["findings"]] == ["altered", "unproved"]
        assert document["findings"][0]["line"] == 2


class TestPeople:
    def test_git_knows_them_by_their_address(
        self, extracted: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        people = "{lan: {roles: [translator], email: Lan@example.org}, minh: [reviewer]}"
        write_tree(extracted, {
            "l10n.yml": f"engine: none\nworkflow: {{people: {people}}}\n",
            "gitconfig": "[user]\nemail = lan@example.org\n",
        })  # fmt: skip
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(extracted / "gitconfig"))
        assert l10n("unit", "set", ids(l10n)[0], "x").code == 0
        assert units(l10n)[0]["translator"] == "lan"
        refused = l10n("unit", "review", ids(l10n)[0])
        assert "lan may not review: that takes a reviewer; l10n.yml names minh" in refused.err

    @pytest.mark.parametrize(
        ("people", "told"),
        [
            ("{lan: [translator], LAN: [reviewer]}", "l10n.yml:1: LAN and lan have one name"),
            ("{lan: {roles: [], email: ha}, ha: []}", "l10n.yml:1: ha and lan have one name"),
            ("{lan: {role: []}}", "l10n.yml:1: unknown key 'role'; did you mean 'roles'?"),
            ("{lan: {email: x}}", "l10n.yml:1: the roles of lan must be a list"),
            ("{lan: {roles: [], email: 1}}", "l10n.yml:1: email must be text"),
        ],
    )
    def test_settings_that_are_wrong(
        self, extracted: Path, l10n: Call, people: str, told: str
    ) -> None:
        write_tree(extracted, {"l10n.yml": f"workflow: {{people: {people}}}\n"})
        outcome = l10n("status")
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert told in outcome.err
