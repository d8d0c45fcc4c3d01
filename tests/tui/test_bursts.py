"""Keys that come at once, as over a slow line or from an input method that corrects itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual import events

from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, drafted, play


def send(review: Driver, *keys: str) -> None:
    """Press keys without waiting for what any of them does."""
    for key in keys:
        named = {" ": "space", ":": "colon", "/": "slash", "?": "question_mark"}.get(key, key)
        review.app.post_message(events.Key(named, key if len(key) == 1 else None))


async def burst(review: Driver, *keys: str) -> None:
    """The same, and wait for all of it then."""
    send(review, *keys)
    await review.pilot.pause(0.1)
    await review.press()


def test_what_is_typed_and_taken_back_keeps_its_order(workspace: Workspace) -> None:
    """Many input methods write `ọ` for `oj` by taking `o` back."""

    async def scene(review: Driver) -> None:
        await burst(review, "e", "ctrl+a", "ctrl+k", *"ho", *["backspace"] * 2, *"họp", "left", "!")
        assert review.screen.editor.text == "họ!p"
        await burst(review, "X", "ctrl+s", "j", "e", "home", "»")
        assert review.screen.editor.text.startswith("»")
        assert (await review.written())[0].target == "họ!Xp"
        assert review.screen.units.cursor == 2

    play(workspace, scene)


def test_what_is_typed_after_an_answer_is_no_part_of_it(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await burst(review, "c", *"seen", "enter", "j", "/", *"đồng", "enter", "e", "X")
        screen = review.screen
        assert screen.filter_text == "đồng"
        assert screen.editor.text.endswith("X")
        await burst(review, "escape", "escape", ":", "2", "enter", "/", "a", "escape", "j", "r")
        assert screen.units.cursor == 2
        assert "accept it first" in review.told()
        await burst(review, "?", *"last unit", "enter", "k", "e", "Y")
        assert screen.units.cursor == 6
        assert screen.editor.text.endswith("Y")
        await review.written()
        assert [told[17:] for told in screen.sitting.history(0)] == ["lan: comment: seen"]

    play(workspace, scene)


def test_what_is_typed_while_another_screen_opens_waits_for_it(
    make_project: Callable[..., Path],
) -> None:
    root = make_project({"articles/khac.md": "---\nlanguage: vi\n---\n\nMột câu. Câu khác.\n"})
    drafted(root, "khac")
    workspace = drafted(root)

    async def scene(review: Driver) -> None:
        await burst(review, "v", "j", "j", "escape", "j", "v", "q", "j")
        assert review.screen.units.cursor == 2
        await burst(review, "A", "pageup", "pagedown", "enter", "j", "e", "Z")
        assert review.screen.sitting.slug == "khac"
        assert review.screen.editor.text == "EN Câu khác.Z"

    play(workspace, scene)


def test_what_is_typed_after_leaving_is_not_done(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        send(review, "a", "q", "a", "?", "c", "v")
        await asyncio.sleep(0.1)

    app = play(workspace, scene)
    assert app.tallies["hoi-nghi", "en"].acts["accept"] == 1
