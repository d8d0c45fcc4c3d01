"""Makes the pictures of `docs/images/`: `python docs/screenshots.py`.

Copies the shipped project into a temporary folder, drafts one article with the embedded engine, has
two people work on it, and pictures the terminal at several sizes.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from l10n.settings import find
from l10n.tui.app import ReviewApp
from l10n.workflow.acts import act
from l10n.workflow.draft import draft
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parents[1]
ARTICLE = "tong-lanh-su-nhat-ban-tham-va-lam-viec-tai-binh-thuan"
SCENES = {
    "review-80x24": ((80, 24), ()),
    "review-wide": ((140, 36), ()),
    "review-editing": ((140, 36), ("e", *" và", "alt+1")),
    "review-filter": ((100, 30), ("slash",)),
    "review-help": ((100, 30), ("question_mark",)),
    "review-both": ((140, 36), ("v",)),
    "review-light": ((140, 36), ("t",)),
}


async def picture(workspace: Workspace, name: str) -> None:
    """One picture, after some keys."""
    size, keys = SCENES[name]
    app = ReviewApp(workspace, [(ARTICLE, "en")], "minh")
    async with app.run_test(size=size) as pilot:
        await pilot.pause(2)
        await pilot.press(*keys)
        await pilot.pause(1)
        app.save_screenshot(f"{name}.svg", path=str(ROOT / "docs" / "images"))
        await pilot.press("escape", "ctrl+g")
    app.close_sittings()


def main() -> None:
    """All pictures."""
    with tempfile.TemporaryDirectory() as name:
        for part in ("l10n.yml", "articles", "glossary"):
            place = ROOT / part
            copy = shutil.copytree if place.is_dir() else shutil.copy
            copy(place, Path(name) / part)
        workspace = Workspace(find(Path(name)))
        draft(workspace, [ARTICLE], ["en"])
        units = workspace.translation(ARTICLE, "en")
        accepted = act(workspace, "accept", units[:6], "lan")
        act(workspace, "review", accepted[:2], "minh")
        (ROOT / "docs" / "images").mkdir(exist_ok=True)
        for scene in SCENES:
            asyncio.run(picture(Workspace(find(Path(name))), scene))


if __name__ == "__main__":
    main()
