"""A project with drafts, and the review of it driven through Textual's pilot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from l10n.model import Risk, State, Unit
from l10n.settings import find
from l10n.tui.app import ReviewApp
from l10n.tui.pane import Pane
from l10n.tui.review import ReviewScreen
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Workspace

TARGETS = {
    "Hội nghị thông tin đối ngoại": "Conference on external information",
    "Sáng 8/1, Bộ Chính trị ban hành kết luận mới.": (
        "On the morning of January 8, the Politburo issued a new conclusion."
    ),
    "Bộ Chính trị họp tại Hà Nội.": "The Political Bureau met in Hanoi.",
    "Hội nghị dành **15,7 tỷ đồng** cho nhiệm vụ này.": (
        "The conference set aside **15.7 million dong** for this task."
    ),
}


def drafted(root: Path, slug: str = "hoi-nghi") -> Workspace:
    """The usual project with a draft in every unit, one of them of high risk."""
    workspace = Workspace(find(root))
    extract(workspace, [slug], ["en"])
    with workspace.editing(slug, "en") as catalog:
        for unit in catalog.units:
            target = TARGETS.get(unit.source, f"EN {unit.source}")
            draft = replace(unit, target=target, state=State.DRAFT, origin="local")
            risky = "15,7" in unit.source
            catalog.replace(
                replace(
                    draft,
                    risk=Risk.HIGH if risky else Risk.LOW,
                    reasons=("numbers",) if risky else (),
                )
            )
    return Workspace(find(root))


def top(pane: Pane) -> str:
    """The first line in sight."""
    return pane.render_line(0).text.strip()


class Driver:
    """The review while it runs: keys in, screen and files out."""

    def __init__(self, app: ReviewApp, root: Path) -> None:
        self.app, self.root = app, root
        self.pilot: Pilot[None]
        self._told: list[str] = []
        self._notify = app.notify
        app.notify = self._hear  # type: ignore[method-assign]

    def _hear(self, message: str, **how: Any) -> None:
        self._told.append(message)
        self._notify(message, **how)

    @property
    def screen(self) -> ReviewScreen:
        """The main screen, whatever lies over it."""
        return next(s for s in self.app.screen_stack if isinstance(s, ReviewScreen))

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that they do is done."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        screens = [s for s in self.app.screen_stack if isinstance(s, ReviewScreen)]
        await self.until(lambda: all(screen.settled for screen in screens))

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*(" " if c == " " else c for c in text))

    async def until(self, true: Callable[[], object]) -> None:
        """Wait until something is so."""
        for _ in range(200):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it never came")

    async def written(self) -> list[Unit]:
        """The units as they are on disk once all is written."""
        await self.until(lambda: not self.screen.sitting.busy)
        sitting = self.screen.sitting
        return Workspace(find(self.root)).translation(sitting.slug, sitting.language)

    def told(self) -> str:
        """All that was ever told in a corner, gone again or not."""
        return "\n".join(self._told)


Play = Callable[[Driver], Awaitable[None]]


def play(
    workspace: Workspace,
    scene: Play,
    *,
    who: str = "lan",
    size: tuple[int, int] = (120, 40),
    choices: tuple[tuple[str, str], ...] = (("hoi-nghi", "en"),),
) -> ReviewApp:
    """Open the review, play a scene, and leave."""
    app = ReviewApp(workspace, choices, who)

    async def run() -> None:
        driver = Driver(app, workspace.project.root)
        async with app.run_test(size=size) as driver.pilot:
            await driver.pilot.pause()
            await scene(driver)

    asyncio.run(run())
    app.close_sittings()
    return app


@pytest.fixture
def workspace(project: Path) -> Workspace:
    return drafted(project)
