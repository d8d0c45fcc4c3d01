"""What other processes do to the files while the review is open."""

from __future__ import annotations

import threading

import pytest

from l10n.model import State
from l10n.tui import watching
from l10n.workflow.looking import Read
from l10n.workflow.sitting import Sitting
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, play

T = State.TRANSLATED


def test_a_unit_that_goes_from_the_article_goes_from_the_list(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("G", "e")
        await review.type("mine")
        article = review.root / "articles" / "hoi-nghi.md"
        text = article.read_text()
        article.write_text(text.replace(review.screen.unit.source, "").rstrip() + "\n")
        await review.until(lambda: len(review.screen.rows) == 7)
        assert "1 unit went underneath." in review.told()
        assert review.screen.sitting.journal.texts
        await review.press("escape", "G", "a")
        assert (await review.written())[6].state is T

    play(workspace, scene)


def test_what_is_read_while_the_person_acts_is_read_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK", 60)

    async def scene(review: Driver) -> None:
        sitting = review.screen.sitting
        read = sitting.reread()
        with Workspace(workspace.project).editing("hoi-nghi", "en"):  # the act has to wait
            await review.press("a")
            assert sitting.reread() is None
            assert sitting.take(read) is None
        assert sitting.units[0].state is T
        await review.written()
        assert sitting.changed_underneath()
        review.screen._look()
        await review.until(lambda: not sitting.changed_underneath())
        assert sitting.units[0].state is T

    play(workspace, scene)


def test_the_list_follows_after_the_same_was_read_again(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        review.screen._reread(review.screen.sitting.reread())
        await review.press("a")
        assert review.screen.units.render_line(0).text.startswith("▒")

    play(workspace, scene)


def test_a_catalog_that_another_process_holds_is_waited_for_and_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.workflow.writer.PATIENCE", 0.1)
    late: list[bool] = []

    async def scene(review: Driver) -> None:
        with Workspace(workspace.project).editing("hoi-nghi", "en"):
            await review.press("a")
            await review.until(lambda: "Not written yet" in review.told())
            await review.press("j")
            assert review.screen.units.cursor == 2
        assert (await review.written())[0].state is T
        with Workspace(workspace.project).editing("hoi-nghi", "en"):
            await review.press("a")
            closing = threading.Thread(
                target=review.app.close_sittings, args=(lambda: late.append(True),)
            )
            closing.start()
            await review.until(lambda: late)
        closing.join()

    play(workspace, scene)
    assert Workspace(workspace.project).translation("hoi-nghi", "en")[2].state is T


def test_who_has_the_files_read_again_sees_that_they_are(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on, reread = threading.Event(), Sitting.reread

    def late(sitting: Sitting) -> Read | None:
        going_on.wait(20)
        return reread(sitting)

    monkeypatch.setattr(Sitting, "reread", late)

    async def scene(review: Driver) -> None:
        title = review.screen.pane("title")
        await review.press("ctrl+l")
        assert "reading…" in title.text
        going_on.set()
        await review.until(lambda: "reading…" not in title.text)

    play(workspace, scene)
