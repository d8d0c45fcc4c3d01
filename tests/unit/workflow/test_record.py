"""The record: reading, chaining, forks and merges, and what it proves."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.errors import FileError, InputError, UsageError
from l10n.model import State, Unit
from l10n.settings import find
from l10n.workflow import committed
from l10n.workflow import record as records
from l10n.workflow import recording as recordings
from l10n.workflow.acts import act
from l10n.workflow.extract import extract
from l10n.workflow.log import log
from l10n.workflow.merging import merge_records
from l10n.workflow.record import Entry, Record
from l10n.workflow.record_order import last_acts
from l10n.workflow.verify import verify
from l10n.workflow.workspace import Workspace
from tests.conftest import write_tree
from tests.git import commit

Units = Callable[[], list[Unit]]
RECORD = Path("translations/en/hoi-nghi.log.jsonl")
CATALOG = Path("translations/en/hoi-nghi.po")
NOTE = Path(".l10n/acts/hoi-nghi.en.json")


def entry(
    *parents: Entry, unit: str = "u", act_: str = "set", who: str = "lan", **more: object
) -> Entry:
    fields: dict[str, object] = {
        "parents": tuple(p.id for p in parents),
        "at": "2026-03-01T08:15:00Z",
        "who": who,
        "act": act_,
        "unit": unit,
        "was": State.DRAFT,
        "state": State.TRANSLATED,
        "old": "0",
        "new": "1",
    }
    return Entry(**{**fields, **more})  # type: ignore[arg-type]


def told(workspace: Workspace, **more: str) -> list[tuple[str, str, int]]:
    found = verify(workspace, ["hoi-nghi"], ["en"], **more)
    return [(f.check, f.file, f.line) for f in found]


class TestEntries:
    def test_a_line_is_read_as_it_was_written(self) -> None:
        first = entry(source="Một\u2028hai", target="", comment='"\\\n')
        line = records.read_line(first.line(), 7)
        assert (line.entry, line.id, line.number, line.sound) == (first, first.id, 7, True)
        assert list(json.loads(first.line()))[:3] == ["id", "parents", "at"]

    def test_any_change_shows(self) -> None:
        line = entry(comment="x").line()
        for changed in (
            line.replace('"lan"', '"kim"'),
            line.replace('","', '", "', 1),
            line.replace('"comment"', '"source"'),
            line.replace(entry(comment="x").id, "0" * 32),
        ):
            assert not records.read_line(changed, 1).sound

    @pytest.mark.parametrize(
        "line",
        ["[]", "{}", pytest.param("[" * 99_999, id="deep")]
        + ["<<<<<<< ours", '{"id": 1}', '{"parents": "abc"}', "\x00"]
        + [entry().line().replace(*swap) for swap in (
            ('"who":"lan"', '"who":1'), ('"to":"translated"', '"to":"done"'),
            ('"at"', '"when"'), ('"parents":[]', '"parents":[1]'), ('"id":"', '"id":["'),
        )],
    )  # fmt: skip
    def test_what_is_no_entry(self, line: str) -> None:
        record = Record(Path("a"), line.encode())
        assert (record.entries, record.wrong) == ({}, [(1, "no entry of a record")])

    def test_a_file_with_other_lines(self, tmp_path: Path) -> None:
        first, second = entry(), entry(comment="2")
        data = f"{first.line()}\r\n\n<<<<<<< ours\n{second.line()}\n".encode() + b"\xff\n"
        record = Record(tmp_path / "a.log.jsonl", data)
        assert list(record.entries) == [first.id, second.id]
        assert record.wrong == [(3, "no entry of a record"), (5, "not UTF-8")]
        with pytest.raises(InputError, match=r"a\.log.jsonl:3: no entry of a record; restore"):
            record.refuse_unreadable()

    def test_adding_to_a_file_that_lacks_its_last_line_end(self, tmp_path: Path) -> None:
        first = entry()
        record = Record(tmp_path / "a", first.line().encode())
        second = entry(first)
        data = record.add([second])
        assert data.decode() == f"{first.line()}\n{second.line()}\n"
        assert [line.number for line in record.lines] == [1, 2]
        assert [line.number for line in Record(tmp_path / "a", data).lines] == [1, 2]
        assert (record.heads, record.add([]), record.data) == ((second.id,), data, data)

    def test_one_that_cannot_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert records.load(tmp_path / "none").heads == ()
        (tmp_path / "folder").mkdir()
        with pytest.raises(FileError, match="cannot be read: Is a directory"):
            records.load(tmp_path / "folder")
        (tmp_path / "large").write_bytes(b"x" * 11)
        monkeypatch.setattr(records, "MAX_BYTES", 10)
        with pytest.raises(InputError, match="larger than"):
            records.load(tmp_path / "large")


class TestOrder:
    def test_a_straight_line(self) -> None:
        one = entry()
        two = entry(one, act_="review")
        talk = entry(two, act_="comment")
        other = entry(talk, unit="v")
        found = last_acts({e.id: e for e in (one, two, talk, other)})
        assert found == {"u": {two.id}, "v": {other.id}}

    def test_a_fork_has_two_last_acts_until_an_act_follows_both(self) -> None:
        one = entry()
        left, right = entry(one, who="kim"), entry(one, who="ha")
        quiet = entry(right, unit="v")
        entries = [one, left, right, quiet]
        for order in (entries, entries[::-1]):
            assert last_acts({e.id: e for e in order})["u"] == {left.id, right.id}
        joined = entry(left, quiet)
        assert last_acts({e.id: e for e in (*entries, joined)}) == {
            "u": {joined.id}, "v": {quiet.id},
        }  # fmt: skip

    def test_one_side_that_did_nothing_is_no_fork(self) -> None:
        one = entry()
        left, right = entry(one, act_="review"), entry(one, unit="v")
        later = entry(left, right, unit="w")
        assert last_acts({e.id: e for e in (one, left, right, later)})["u"] == {left.id}

    def test_a_unit_whose_source_changed(self) -> None:
        one = entry()
        moved = entry(one, unit="u2", from_unit="u", act_="refresh")
        beside = entry(one, act_="review")
        assert last_acts({e.id: e for e in (one, moved)}) == {"u2": {moved.id}}
        found = last_acts({e.id: e for e in (one, moved, beside)})
        assert found == {"u2": {moved.id}, "u": {beside.id}}

    def test_rings_and_orphans_of_a_forger_do_no_harm(self) -> None:
        one, two = entry(), entry(comment="2")
        ring = {"a": replace(one, parents=("b",)), "b": replace(two, parents=("a", "gone"))}
        assert last_acts(ring)["u"] <= {"a", "b"}
        assert last_acts({}) == {}

    def test_long_records_are_walked_in_time(self) -> None:
        entries: dict[str, Entry] = {}
        last: tuple[str, ...] = ()
        for n in range(5000):
            entries[f"{n}"] = replace(entry(unit=f"u{n % 50}"), parents=last)
            last = (f"{n}",)
        found = last_acts(dict(reversed(entries.items())))
        assert found == {f"u{n}": {str(4950 + n)} for n in range(50)}


class TestVerify:
    def test_a_missing_a_changed_and_a_foreign_line(
        self, workspace: Workspace, units: Units
    ) -> None:
        for text in "abc":
            act(workspace, "set", units()[:1], "lan", text)
        lines = RECORD.read_text(encoding="utf-8").splitlines(keepends=True)
        RECORD.write_text("".join([lines[0], lines[2]]), encoding="utf-8")
        assert told(workspace) == [("missing", str(RECORD), 2)]
        RECORD.write_text("".join([lines[0], lines[1].replace('"b"', '"x"'), lines[2]]), "utf-8")
        assert told(workspace) == [("altered", str(RECORD), 2)]
        RECORD.write_text("".join([*lines[:2], "=======\n", lines[2]]), encoding="utf-8")
        assert told(workspace) == [("unreadable", str(RECORD), 3)]
        with pytest.raises(InputError, match=f"^{RECORD}:3: no entry of a record"):
            act(workspace, "set", units()[:1], "lan", "d")
        with pytest.raises(InputError, match=f"^{RECORD}:3"):
            log(workspace, "hoi-nghi", ["en"])
        RECORD.write_text("".join(lines), encoding="utf-8")
        assert told(workspace) == []

    def test_lines_in_another_order_and_twice(self, workspace: Workspace, units: Units) -> None:
        for text in "abc":
            act(workspace, "set", units()[:1], "lan", text)
        one, two, three = RECORD.read_text(encoding="utf-8").splitlines(keepends=True)
        for lines, expected in (
            ([two, one, three], [("misplaced", str(RECORD), 1)]),
            ([one, two, three, two], [("repeated", str(RECORD), 4)]),
            ([three, two, one], [("misplaced", str(RECORD), 1), ("misplaced", str(RECORD), 2)]),
            ([one, two, three], []),
        ):
            RECORD.write_text("".join(lines), encoding="utf-8")
            assert told(workspace) == expected

    def test_a_cut_off_record_against_git(self, workspace: Workspace, units: Units) -> None:
        act(workspace, "set", units()[:1], "lan", "a")
        act(workspace, "set", units()[:1], "lan", "b")
        commit(Path())
        lines = RECORD.read_text(encoding="utf-8").splitlines(keepends=True)
        RECORD.write_text(lines[0], encoding="utf-8")
        assert told(workspace) == [("removed", str(RECORD), 0)]
        commit(Path())
        assert told(workspace) == []
        assert told(workspace, since="HEAD~1") == [("removed", str(RECORD), 0)]
        with pytest.raises(UsageError, match="no revision 'nope' here; give another revision"):
            verify(workspace, ["hoi-nghi"], ["en"], since="nope")

    def test_what_came_after_the_revision_and_went_again(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "a")
        commit(Path())
        act(workspace, "set", units()[:1], "lan", "b")
        commit(Path())
        lines = RECORD.read_text(encoding="utf-8").splitlines(keepends=True)
        for left, gone in (([lines[0]], 1), ([], 2)):
            RECORD.write_text("".join(left), encoding="utf-8")
            found = [check for check, *_ in told(workspace, since="HEAD~1")]
            assert found.count("removed") == gone

    def test_every_record_is_compared_with_git_however_many(
        self, make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = "---\nlanguage: vi\n---\n\nMột câu.\n"
        slugs, languages = ["a", "b", "c"], ["en", "fr"]
        root = make_project({f"articles/{slug}.md": text for slug in slugs})
        monkeypatch.chdir(root)
        workspace = Workspace(find(root))
        extract(workspace, slugs, languages)
        for slug in slugs:
            for language in languages:
                act(workspace, "set", workspace.translation(slug, language)[:1], "lan", "x")
        commit(Path())
        monkeypatch.setattr(committed, "AT_ONCE", 2)
        monkeypatch.setattr(committed, "MAX_BYTES", 100_000)
        assert verify(workspace, slugs, languages) == []
        for name in ("en/a", "fr/b", "fr/c"):
            Path(f"translations/{name}.log.jsonl").write_bytes(b"")
        found = verify(workspace, slugs, languages)
        removed = [(f.language, f.article) for f in found if f.check == "removed"]
        assert removed == [("en", "a"), ("fr", "b"), ("fr", "c")]

    def test_what_git_cannot_give_is_said(
        self, workspace: Workspace, units: Units, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "a")
        assert told(workspace) == []
        commit(Path())
        monkeypatch.setattr(committed, "MAX_BYTES", 10)
        with pytest.raises(UsageError, match=r"HEAD:.*jsonl: larger than 10 bytes"):
            told(workspace)
        monkeypatch.setenv("PATH", "")
        with pytest.raises(UsageError, match="git is not installed"):
            told(workspace)

    def test_a_signature_without_its_act(self, workspace: Workspace, units: Units) -> None:
        act(workspace, "set", units()[:2], "lan", "a")
        act(workspace, "approve", units()[:2], "ha")
        text = CATALOG.read_text(encoding="utf-8")
        CATALOG.write_text(text.replace("approver=ha", "approver=kim", 1), encoding="utf-8")
        [finding] = verify(workspace, ["hoi-nghi"], ["en"])
        assert (finding.unit, finding.line) == (units()[0].id, units()[0].line)
        assert finding.message == "approved by kim, but the record has no such act on this text"
        CATALOG.write_text(text, encoding="utf-8")
        RECORD.unlink()
        assert len(told(workspace)) == 2

    def test_an_older_catalog_over_a_newer_record(self, workspace: Workspace, units: Units) -> None:
        act(workspace, "set", units()[:1], "lan", "a")
        act(workspace, "approve", units()[:1], "ha")
        approved = CATALOG.read_bytes()
        act(workspace, "reject", units()[:1], "minh", "no")
        CATALOG.write_bytes(approved)
        [finding] = verify(workspace, ["hoi-nghi"], ["en"])
        assert "approved by ha, but minh has done this to it since: reject" in finding.message

    def test_a_record_without_a_catalog(self, workspace: Workspace, units: Units) -> None:
        act(workspace, "set", units()[:1], "lan", "a")
        CATALOG.unlink()
        assert told(workspace) == [("orphan", str(RECORD), 1)]
        RECORD.unlink()
        assert told(workspace) == []

    def test_files_that_cannot_be_read(self, workspace: Workspace, units: Units) -> None:
        CATALOG.write_text("<<<<<<< x\n", encoding="utf-8")
        assert told(workspace) == [("unreadable", str(CATALOG), 1)]
        RECORD.mkdir()
        assert told(workspace) == [("unreadable", str(RECORD), 0)]

    @pytest.mark.parametrize(
        ("source", "state"),
        [
            ("Bộ Chính trị  họp tại Hà Nội.", State.APPROVED),
            ("Bộ Chính trị không họp tại Hà Nội.", State.DRAFT),
        ],
    )
    def test_a_source_that_changed_in_typography_stays_signed(
        self, workspace: Workspace, units: Units, source: str, state: State
    ) -> None:
        place = next(n for n, u in enumerate(units()) if u.source.startswith("Bộ Chính trị họp"))
        act(workspace, "set", units()[place : place + 1], "lan", "It met.")
        act(workspace, "approve", units()[place : place + 1], "ha")
        article = Path("articles/hoi-nghi.md")
        text = article.read_text(encoding="utf-8")
        article.write_text(text.replace("Bộ Chính trị họp tại Hà Nội.", source), encoding="utf-8")
        extract(workspace, ["hoi-nghi"], ["en"])
        assert units()[place].state is state
        assert told(workspace) == []
        acts_ = [one.entry.act for one in log(workspace, "hoi-nghi", ["en"], units()[place].id)]
        assert acts_ == ["set", "approve", "refresh"]

    def test_a_forged_refresh_carries_no_signature(
        self, workspace: Workspace, units: Units
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "It met.")
        act(workspace, "approve", units()[:1], "ha")
        approved = units()[0]
        other = replace(units()[1], target="It met.", state=State.APPROVED, approver="ha")
        with recordings.recording(workspace, "hoi-nghi", "en") as opened:
            opened.catalog.replace(other)
            opened.note(approved, opened.catalog.get(other.id) or other, "refresh", "l10n extract")
        assert len(told(workspace)) == 1


class TestKilled:
    def test_at_any_moment_the_next_act_finds_all_in_step(
        self, workspace: Workspace, units: Units
    ) -> None:
        """Kill a process that writes all the time, at many moments."""
        code = (
            "import sys\n"
            "from l10n.settings import find\n"
            "from l10n.workflow.acts import act\n"
            "from l10n.workflow.workspace import Workspace\n"
            "workspace = Workspace(find())\n"
            "unit = workspace.translation('hoi-nghi', 'en')[0]\n"
            "print('ready', flush=True)\n"
            "for n in range(100000):\n"
            "    [unit] = act(workspace, 'set', [unit], 'lan', f'{sys.argv[1]} {n}')\n"
        )
        for moment in range(12):
            running = subprocess.Popen(
                [sys.executable, "-c", code, str(moment)],
                env=dict(os.environ),
                stdout=subprocess.PIPE,
            )
            assert running.stdout is not None
            running.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                running.wait(0.01 + 0.0037 * moment)
            running.send_signal(signal.SIGKILL)
            running.wait()
            running.stdout.close()
            catalogs.load(CATALOG)
            recordings.recover(workspace, "hoi-nghi", "en")
            assert not NOTE.exists()
            [last] = log(workspace, "hoi-nghi", ["en"])[-1:] or [None]
            now = units()[0]
            assert last is None or last.target == now.target
            act(workspace, "approve", [act(workspace, "set", [now], "lan", "x")[0]], "ha")
            assert told(workspace) == []

    def stop_at(self, monkeypatch: pytest.MonkeyPatch, call: int) -> None:
        """The program dies before its `call`-th write of an act."""
        real, calls = catalogs.atomic_write, []

        def write(path: Path, data: bytes) -> None:
            calls.append(path)
            if len(calls) == call:
                raise KeyboardInterrupt
            real(path, data)

        monkeypatch.setattr(catalogs, "atomic_write", write)
        monkeypatch.setattr("l10n.catalogs.storage.atomic_write", write)

    @pytest.mark.parametrize(("call", "happened"), [(1, False), (2, True), (3, True)])
    def test_between_any_two_writes(
        self,
        workspace: Workspace,
        units: Units,
        monkeypatch: pytest.MonkeyPatch,
        call: int,
        happened: bool,
    ) -> None:
        act(workspace, "set", units()[:1], "lan", "before")
        with monkeypatch.context() as patched:
            self.stop_at(patched, call)
            with pytest.raises(KeyboardInterrupt):
                act(workspace, "set", units()[:1], "lan", "after")
        assert units()[0].target == "before"
        recordings.recover(workspace, "hoi-nghi", "en")
        recordings.recover(workspace, "hoi-nghi", "en")
        assert units()[0].target == ("after" if happened else "before")
        assert len(log(workspace, "hoi-nghi", ["en"])) == 1 + happened
        act(workspace, "approve", units()[:1], "ha")
        assert told(workspace) == []

    def test_a_note_is_not_finished_over_somebody_elses_work(
        self, workspace: Workspace, units: Units, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patched:
            self.stop_at(patched, 2)
            with pytest.raises(KeyboardInterrupt):
                act(workspace, "set", units()[:1], "lan", "after")
        text = CATALOG.read_text(encoding="utf-8").replace('msgstr ""', 'msgstr "by hand"', 2)
        CATALOG.write_text(text, encoding="utf-8")
        act(workspace, "set", units()[1:2], "kim", "two")
        assert "after" not in {unit.target for unit in units()}
        assert [one.entry.who for one in log(workspace, "hoi-nghi", ["en"])] == ["kim"]

    @pytest.mark.parametrize(
        "note",
        [
            "",
            "{",
            pytest.param("[" * 99_999, id="deep"),
            "[]",
            '{"lines": [1]}',
            '{"lines": [], "catalog": 1}',
        ],
    )
    def test_a_note_that_is_none_goes(self, workspace: Workspace, units: Units, note: str) -> None:
        write_tree(Path(), {str(NOTE): note})
        act(workspace, "set", units()[:1], "lan", "x")
        assert (units()[0].target, NOTE.exists()) == ("x", False)


class TestLog:
    def test_the_texts_are_those_of_the_time(self, workspace: Workspace, units: Units) -> None:
        with workspace.editing("hoi-nghi", "en") as catalog:
            catalog.replace(replace(catalog.units[0], target="draft", state=State.DRAFT))
        act(workspace, "set", units()[:1], "lan", "one")
        act(workspace, "set", units()[:1], "lan", "two")
        act(workspace, "approve", units()[:1], "ha")
        found = [(e.before, e.target) for e in log(workspace, "hoi-nghi", ["en"])]
        assert found == [("draft", "one"), ("one", "two"), ("two", "two")]
        assert {e.source for e in log(workspace, "hoi-nghi", ["en"])} == {units()[0].source}

    def test_one_unit(self, workspace: Workspace, units: Units) -> None:
        act(workspace, "set", units()[:2], "lan", "x")
        one = units()[0].id
        for wanted in (one, one[:4]):
            assert [e.entry.unit for e in log(workspace, "hoi-nghi", ["en"], wanted)] == [one]
        for wanted in (one[:3], "ffff"):
            with pytest.raises(UsageError, match="the record has nothing on a unit"):
                log(workspace, "hoi-nghi", ["en"], wanted)


class TestMergingRecords:
    def test_the_same_whichever_side_merges(self) -> None:
        one = entry()
        left = [entry(one, who="kim", at="2026-03-02T00:00:00Z")]
        left.append(entry(left[0], who="kim", at="2026-03-01T00:00:00Z"))  # a clock that is wrong
        right = [entry(one, who="ha", at="2026-03-01T12:00:00Z")]
        base, ours, theirs = (
            "".join(f"{e.line()}\n" for e in entries).encode()
            for entries in ([one], [one, *left], [one, *right])
        )
        merged = merge_records(base, ours, theirs)
        assert merged == merge_records(base, theirs, ours)
        found = Record(Path("a"), merged)
        assert list(found.entries) == [one.id, right[0].id, left[0].id, left[1].id]
        assert set(found.heads) == {right[0].id, left[1].id}
        assert merge_records(base, merged, ours) == merge_records(base, theirs, merged) == merged

    def test_nothing_is_lost(self) -> None:
        one, two = entry(), entry(comment="2")
        ring = entry(comment="r").line().replace('"parents":[]', '"parents":["%s"]')
        ring = ring % json.loads(ring)["id"]
        lines = {one.line(), two.line(), ring, "junk", "<<<<<<< ours"}
        merged = merge_records(
            f"{one.line()}\n".encode(),
            f"junk\r\n{two.line()}".encode(),
            f"<<<<<<< ours\n{ring}\n{two.line()}\n".encode(),
        )
        assert set(merged.decode().splitlines()) == lines
        assert merged.decode().splitlines()[0] == one.line()


def test_records_are_read_again_when_they_change(workspace: Workspace, units: Units) -> None:
    act(workspace, "set", units()[:1], "lan", "x")
    first = recordings.of(workspace, "hoi-nghi", "en")
    assert recordings.of(workspace, "hoi-nghi", "en") is first
    RECORD.write_bytes(RECORD.read_bytes() + b"\n")
    assert recordings.of(workspace, "hoi-nghi", "en") is not first
    for n in range(20):
        recordings.of(workspace, f"other-{n}", "en")
    assert len(recordings._known) <= recordings._MOST_KNOWN
