"""Questions over the review: what has the keys, what is found, what is carried out."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from l10n.model import State
from l10n.tui.commands import Commands
from l10n.tui.dialogs import Differ
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, play, top

D = State.DRAFT


def test_all_that_can_be_done_is_found_and_carried_out(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("question_mark")
        keys = review.screen.pane("all")
        await review.pilot.pause(0.1)
        assert top(keys) == "Moving"
        assert keys.render_line(1).text.startswith("›")
        await review.press("down", "pagedown", "pagedown", "pagedown", "up")
        await review.pilot.pause(0.1)
        assert top(keys) != "Moving"
        await review.type("command find")
        assert "Ctrl+P ✎ find a command by its name" in keys.text
        await review.press(*"zzz")
        assert keys.text == "No such key."
        await review.press("down", "enter")
        assert isinstance(review.screen.asked, Commands)
        await review.press("escape", "ctrl+p")
        await review.type("last unit")
        await review.press("enter")
        assert review.screen.asked is None
        assert review.screen.units.cursor == 7
        await review.press("ctrl+p")
        await review.type("term 9")
        await review.press("enter")
        assert "There is no term 9." in review.told()
        await review.press("question_mark")
        await review.pilot.pause(0.1)
        await review.pilot.click("#all", offset=(25, 5))
        await review.pilot.pause(0.1)
        assert review.screen.units.cursor == 0

    play(workspace, scene)


def test_a_question_is_all_that_there_is_while_it_is_open(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        keys = review.screen.pane("keys").text
        await review.press("c")
        dialog = review.screen.asked
        assert dialog is not None
        await review.pilot.click("#units", offset=(5, 4))
        await review.pilot.click("#editor", offset=(5, 2))
        await review.pilot.click("#keys", offset=(keys.index("Accept") + 2, 0))
        await review.press("tab", "shift+tab", *"ja")
        assert review.screen.units.cursor == 0
        assert review.screen.query_one(Input).value == "ja"
        review.screen._differ(review.screen.unit, replace(review.screen.unit, target="T"), "M")
        await review.pilot.pause(0.1)
        assert isinstance(review.screen.asked, Differ)
        await review.press("m")
        assert review.screen.asked is dialog
        await review.press("!", "enter")
        await review.press("j")
        assert review.screen.units.cursor == 1
        assert {u.state for u in await review.written()} == {D}
        await review.until(lambda: "ja!" in review.screen.sitting.history(0)[0])

    play(workspace, scene)


def test_the_text_that_a_question_is_about_stays_in_sight(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        for key in ("x", "c", "colon", "slash"):
            await review.press(key)
            await review.pilot.pause(0.1)
            assert review.screen.asked is not None
            assert review.screen.asked.region.y >= review.screen.editor.content_region.bottom
            await review.press("escape")

    for size in ((80, 24), (200, 50)):
        play(workspace, scene, size=size)


def test_a_filter_is_told_beside_a_long_name(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        review.screen.sitting.slug = "mot-bai-bao-co-ten-rat-dai-" * 4
        await review.press("slash", *"state:draft", "enter")
        title = review.screen.pane("title")
        await review.until(lambda: "state:draft (8; Esc: all)" in title.text)
        assert title.text.startswith("mot-bai")
        assert len(title.text) <= 78
        assert title.text.endswith("lan")
        review.screen.sitting.slug = "hoi-nghi"
        await review.press("escape")

    play(workspace, scene, size=(80, 24))


def test_what_many_units_had_undone_leaves_the_hands_where_they_are(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("percent_sign", *"e", "enter", *"E", "enter")
        await review.press("G")
        last = review.screen.units.cursor
        changed = review.screen.unit.target
        await review.press("u")
        assert review.screen.unit.target != changed
        assert review.screen.units.cursor == last
        await review.press("g", "a", "G", "u")
        assert review.screen.units.cursor == 0

    play(workspace, scene)
