"""A sitting, its journal and its writer, without a terminal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.errors import FileError, L10nError, UsageError
from l10n.model import State, Unit
from l10n.settings import find
from l10n.workflow import journal, writer
from l10n.workflow.journal import Journal
from l10n.workflow.sitting import Sitting
from l10n.workflow.workspace import Workspace
from l10n.workflow.writer import Writer
from tests.tui.conftest import drafted

D, T = State.DRAFT, State.TRANSLATED


@pytest.fixture
def failures() -> list[L10nError]:
    return []


@pytest.fixture
def sit(project: Path, failures: list[L10nError]) -> Callable[..., Sitting]:
    drafted(project)

    def sit(who: str = "lan", slug: str = "hoi-nghi") -> Sitting:
        return Sitting(Workspace(find(project)), slug, "en", who, failures.append)

    return sit


def test_acts_in_a_row_are_written_in_one_go(
    sit: Callable[..., Sitting], failures: list[L10nError], monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.workflow import acts

    calls = []
    real = acts.act
    monkeypatch.setattr(acts, "act", lambda *a: (calls.append(len(a[2])), real(*a))[1])
    sitting = sit()
    for place in range(5):
        assert sitting.act("accept", [place])
    assert sitting.busy
    sitting.close()
    assert calls == [5]
    assert not failures
    assert [u.state for u in sit().units] == [*[T] * 5, *[D] * 3]
    assert sitting.tally.acts["accept"] == 5


def test_one_that_cannot_be_written_holds_up_no_other(
    sit: Callable[..., Sitting], failures: list[L10nError]
) -> None:
    sitting = sit()
    with sitting.workspace.editing("hoi-nghi", "en") as catalog:
        catalog.replace(replace(catalog.units[1], target="Theirs"))
    for place in range(3):
        sitting.act("accept", [place])
    sitting.close()
    assert len(failures) == 1
    assert "has changed since it was read" in str(failures[0])
    assert [u.state for u in sit().units][:4] == [T, D, T, D]
    assert sitting.changed_underneath()
    assert sitting.undo() is not None


def taken(sitting: Sitting) -> list[tuple[Unit | None, Unit]]:
    changed = sitting.take(sitting.reread())
    assert changed is not None
    return changed


def test_a_text_that_cannot_be_written_goes_back_to_the_journal(
    sit: Callable[..., Sitting], failures: list[L10nError]
) -> None:
    sitting = sit()
    drafted = sitting.units[0].target
    with sitting.workspace.editing("hoi-nghi", "en") as catalog:
        catalog.replace(replace(catalog.units[0], target="Theirs"))
    sitting.act("set", [0], "Mine")
    sitting.close()
    assert len(failures) == 1
    assert (sitting.units[0].target, sitting.units[0].state) == (drafted, D)
    assert sit().journal.texts == {sitting.units[0].id: "Mine"}
    [(was, now)] = taken(sitting)
    assert (was and was.target, now.target) == (drafted, "Theirs")
    assert sitting.undo() is None


def test_several_texts_are_one_step(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    assert sitting.replace_all({0: "One", 1: "Two", 2: sitting.units[2].target})
    sitting.undo()
    sitting.redo()
    sitting.undo()
    assert sitting.redo()
    assert sitting.redo() is None
    sitting.close()
    assert [u.target for u in sit().units][:2] == ["One", "Two"]


def test_what_changes_nothing_is_no_step(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    assert sitting.act("accept", [0])
    assert not sitting.act("accept", [0])
    assert not sitting.replace_all({0: sitting.units[0].target})
    sitting.close()


def test_a_signed_unit_is_not_drafted_again(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    sitting.act("accept", [0])
    sitting.close()
    other = sit("minh")
    other.act("review", [0])
    with pytest.raises(UsageError, match="reject it first"):
        other.redrafted(0, replace(other.units[0], target="new"))
    other.close()


def test_waiting_is_for_the_person_who_can_do_it(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    assert sitting.waits(0)
    sitting.act("accept", [0])
    assert not sitting.waits(0)
    sitting.close()
    other = sit("minh")
    assert other.waits(0)
    other.act("review", [0])
    other.close()
    assert sit("ha").waits(0)


def test_a_new_article_is_followed(sit: Callable[..., Sitting], project: Path) -> None:
    sitting = sit()
    article = project / "articles" / "hoi-nghi.md"
    article.write_text(article.read_text().replace("Hà Nội.", "Huế."))
    assert sitting.changed_underneath()
    [(was, now)] = taken(sitting)
    assert was is None
    assert now.source == "Bộ Chính trị họp tại Huế."
    assert taken(sitting) == []
    assert sitting.place("nowhere") is None
    sitting.close()


def test_no_catalog_says_how_to_make_one(sit: Callable[..., Sitting], project: Path) -> None:
    (project / "articles" / "khac.md").write_text("Một câu.\n")
    with pytest.raises(FileError, match="l10n draft khac --to en"):
        sit(slug="khac")


def test_a_journal_outlives_its_program(tmp_path: Path) -> None:
    kept = Journal.of(tmp_path, "a", "en", "lan")
    kept.keep("1", "Một")
    kept.keep("2", "Hai")
    kept.keep("2", "Hai")
    kept.drop("1", "3")
    assert Journal.of(tmp_path, "a", "en", "lan").texts == {"2": "Hai"}
    assert Journal.of(tmp_path, "a", "en", "minh").texts == {}
    kept.drop("2")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", "{", '{"texts": 3}', "\udcff"])
def test_a_broken_journal_is_an_empty_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "j.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert Journal(path).get("1") is None


def test_a_journal_too_large_is_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "j.json"
    Journal(path).keep("1", "Một")
    monkeypatch.setattr(journal, "MAX_BYTES", 3)
    assert Journal(path).texts == {}


def test_a_writer_waits_for_rest_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    assert writer.QUIET < writer.LONGEST < 0.8  # acts are on disk within a second
    monkeypatch.setattr(writer, "QUIET", 0.05)
    monkeypatch.setattr(writer, "LONGEST", 0.2)
    done: list[list[int]] = []
    came = threading.Event()

    def write(jobs: list[int]) -> None:
        done.append(jobs)
        came.set()

    behind: Writer[int] = Writer(write)
    stop = threading.Event()

    def hands() -> None:
        while not stop.wait(0.01):
            behind.touch()

    thread = threading.Thread(target=hands)
    thread.start()
    behind.submit(1)
    behind.submit(2)
    assert came.wait(5)
    stop.set()
    thread.join()
    behind.submit(3)
    behind.close()
    assert done == [[1, 2], [3]]
    assert not behind.busy
