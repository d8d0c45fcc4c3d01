"""What the main screens look like, in three sizes, letter by letter.

`L10N_SNAPSHOTS=write pytest tests/tui/test_snapshots.py` takes what they look like now.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from l10n.model import State
from l10n.tui.app import ReviewApp
from l10n.workflow import recording
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, play

FOLDER = Path(__file__).parent / "snapshots"
SIZES = ((80, 24), (120, 36), (200, 50))
SCREENS = {
    "main": ("j", "j", "j", "j"),
    "editing": ("j", "e", *" và"),
    "help": ("question_mark",),
    "both": ("v",),
    "replace": ("percent_sign", *"onference"),
}


def picture(app: ReviewApp) -> str:
    """The letters on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips) + "\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screen(
    workspace: Workspace, name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "now", lambda: "2026-01-08T08:00:00Z")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    shown: list[str] = []

    async def scene(review: Driver) -> None:
        await review.until(lambda: len(review.screen.judged) == 8)
        await review.press("a")
        await review.written()
        await review.press(*SCREENS[name])
        await review.pilot.pause(0.4)
        shown.append(picture(review.app))
        await review.press("escape", "ctrl+g")

    play(workspace, scene, size=size)
    path = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("L10N_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown[0], encoding="utf-8")
    assert shown[0] == path.read_text(encoding="utf-8")
    assert all(len(line) <= size[0] for line in shown[0].splitlines())


def test_states_are_told_without_colour(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("a")
        assert picture(review.app).count(f"▒ {State.TRANSLATED}") == 1
        await review.press("k")
        assert picture(review.app).count(f"▒ {State.TRANSLATED}") == 2
        await review.pilot.resize_terminal(80, 24)
        await review.pilot.pause(0.2)
        shown = picture(review.app)
        assert "░7 ▒1  lan" in shown
        assert f"▒ {State.TRANSLATED}" in shown

    play(workspace, scene)


def test_colours_follow_the_theme_which_is_kept(workspace: Workspace) -> None:
    def colours(app: ReviewApp) -> set[object]:
        strips = app.screen._compositor.render_strips()
        return {s.style.color for strip in strips for s in strip if s.style and "✗" in s.text}

    seen: list[set[object]] = []

    async def scene(review: Driver) -> None:
        await review.until(lambda: len(review.screen.judged) == 8)
        await review.press("j")
        seen.append(colours(review.app))
        await review.press("t")
        await review.pilot.pause(0.1)
        seen.append(colours(review.app))

    play(workspace, scene)
    assert seen[0].isdisjoint(seen[1])
    assert not play(Workspace(workspace.project), scene).light
    assert seen[2:] == [seen[1], seen[0]]


def test_no_colour_where_none_is_wanted(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scene(review: Driver) -> None:
        colours = {
            (segment.style.color.triplet, segment.style.bgcolor.triplet)
            for strip in review.screen._compositor.render_strips()
            for segment in strip.apply_filter(
                review.app._filters[0], review.app.background_colors[1]
            )
            if segment.style and segment.style.color and segment.style.bgcolor
        }
        for colour in (c for pair in colours for c in pair if c):
            assert max(colour) - min(colour) < 3, colour

    play(workspace, scene)
