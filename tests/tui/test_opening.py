"""What is seen before glossary and checks are loaded, and once they are, or cannot be."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from l10n.errors import GlossaryError
from l10n.model import Unit
from l10n.workflow.advice import Advisor
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, drafted, play


def test_the_first_picture_does_not_wait_for_the_glossary_and_a_key_that_needs_it_does(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded, load = threading.Event(), Advisor.prepare

    def late(advisor: Advisor, unit: Unit) -> None:
        loaded.wait(20)
        load(advisor, unit)

    monkeypatch.setattr(Advisor, "prepare", late)

    async def scene(review: Driver) -> None:
        source, findings = review.screen.pane("source"), review.screen.pane("findings")
        await review.until(lambda: source.text)
        assert "░ draft 8" in review.screen.pane("title").text
        for key in ("j", "e", "O", "1"):
            review.app.post_message(events.Key(key, key))
            await review.pilot.pause()
        await review.until(lambda: review.screen.editor.text.endswith("O1"))
        review.app.post_message(events.Key("alt+1", None))
        review.app.post_message(events.Key("escape", None))
        await asyncio.sleep(0.3)
        assert "[1]" not in source.text
        assert not findings.text
        assert review.screen.focused is review.screen.editor
        loaded.set()
        await review.until(lambda: review.screen.settled)
        assert "Bộ Chính trị[1]" in source.text
        assert review.screen.editor.text.endswith("O1 Politburo")
        assert review.screen.focused is review.screen.units
        assert findings.text

    play(workspace, scene)


def test_without_a_glossary_it_ends_and_keeps_what_was_written(workspace: Workspace) -> None:
    broken = workspace.project.root / "glossary" / "broken.yml"
    broken.write_text("- id: [\n", encoding="utf-8")

    async def scene(review: Driver) -> None:
        for key in ("e", "O"):
            review.app.post_message(events.Key(key, key))
        await review.until(lambda: review.app.failure)

    app = play(workspace, scene)
    assert isinstance(app.failure, GlossaryError)
    assert str(app.failure).startswith("glossary/broken.yml:2: is not YAML")
    assert app.errors == []


def test_what_comes_while_it_closes_is_not_shown(make_project: Callable[..., Path]) -> None:
    root = make_project({"articles/khac.md": "---\nlanguage: vi\n---\n\nMột câu.\n"})
    drafted(root, "khac")
    called: list[str] = []

    async def scene(review: Driver) -> None:
        screen = review.screen
        await review.press("A", "down", "enter")
        await review.until(lambda: not screen.children)
        await asyncio.to_thread(screen.from_thread, called.append, "from a thread")
        screen.get_ready()
        screen.seek()
        await review.pilot.pause(0.05)
        assert not screen.in_use

    play(drafted(root), scene)
    assert called == []


def test_the_first_text_is_wrapped_in_its_place(workspace: Workspace) -> None:
    long = "The conference agreed on the plan for external information work. " * 3
    with workspace.editing("hoi-nghi", "en") as catalog:
        catalog.replace(replace(catalog.units[0], target=long.strip()))

    async def scene(review: Driver) -> None:
        editor = review.screen.editor
        await review.until(lambda: review.screen.settled)
        assert editor.text == long.strip()
        lines = [editor.wrapped_document.get_offsets(0), editor.render_line(1).text.strip()]
        assert all(lines)

    play(workspace, scene, size=(110, 30))
