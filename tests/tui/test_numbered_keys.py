"""Every key that inserts a term or takes a match, and those that work while a text is edited."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.memory import MemoryMatch
from l10n.tui.keys import COMMANDS
from l10n.workflow.advice import Advisor
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, drafted, play

_NUMBERS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")
GLOSSARY = "".join(
    f"- id: ban-{n}\n  vi: Ban {word}\n  en: Board {n}\n" for n, word in enumerate(_NUMBERS, 1)
)
ARTICLE = f"---\nlanguage: vi\n---\n\n{', '.join(f'Ban {word}' for word in _NUMBERS)} cùng họp.\n"


def test_each_term_has_its_key_in_the_list_and_in_the_editor(
    make_project: Callable[..., Path],
) -> None:
    root = make_project({"articles/ban.md": ARTICLE, "glossary/ban.yml": GLOSSARY})

    async def scene(review: Driver) -> None:
        for n in range(1, 10):
            await review.press(str(n))
            assert review.screen.editor.text.endswith(f" họp. Board {n}")
            assert review.screen.focused is review.screen.editor
            await review.press(f"alt+{n}")
            assert review.screen.editor.text.endswith(f" họp. Board {n} Board {n}")
            await review.press(str(n))
            assert review.screen.editor.text.endswith(f"Board {n}{n}")
            await review.press("ctrl+g")

    play(drafted(root, "ban"), scene, choices=(("ban", "en"),))


def test_each_match_has_its_key_in_the_list_and_in_the_editor(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    matches = [MemoryMatch(90, "Một", f"Text {n}", "tm") for n in range(1, 6)]
    monkeypatch.setattr(Advisor, "matches", lambda *_: matches)

    async def scene(review: Driver) -> None:
        for n in range(1, 6):
            await review.until(lambda: review.screen.matches == matches)
            await review.press(f"f{n + 1}")
            assert review.screen.editor.text == f"Text {n}"
            await review.type("!")
            await review.press(f"f{n + 1}")
            assert review.screen.editor.text == f"Text {n}"
            await review.press("ctrl+g")

    play(workspace, scene)


def test_the_source_is_copied_and_the_files_are_read_while_a_text_is_edited(
    workspace: Workspace,
) -> None:
    async def scene(review: Driver) -> None:
        await review.press("e")
        await review.type(" thừa")
        await review.press("ctrl+o")
        assert review.screen.editor.text == "Hội nghị thông tin đối ngoại"
        await review.press("ctrl+z")
        assert review.screen.editor.text.endswith(" thừa")
        with Workspace(workspace.project).editing("hoi-nghi", "en") as catalog:
            catalog.replace(replace(catalog.units[-1], target="Elsewhere"))
        await review.press("ctrl+l")
        await review.until(lambda: review.screen.sitting.units[-1].target == "Elsewhere")
        assert review.screen.editor.text.endswith(" thừa")

    play(workspace, scene)


def test_ctrl_q_leaves_the_editor_and_the_review_and_keeps_the_text(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("e")
        await review.type(" dở dang")
        await review.pilot.press("ctrl+q")
        await review.until(lambda: not review.app.is_running)

    app = play(workspace, scene)
    assert list(app.sittings[0].journal.texts.values()) == [
        "Conference on external information dở dang"
    ]


def test_every_key_is_pressed_in_a_test() -> None:
    files = set(Path(__file__).parent.glob("test_*.py"))
    files -= {path for path in files if path.stem in ("test_keys", "test_terminal")}
    told = "".join(path.read_text("utf-8") for path in files)
    numbered = {f"{n}" for n in range(1, 10)} | {f"alt+{n}" for n in range(1, 10)}
    pressed = set(re.findall(r'"([^"\n]+)"', told)) | numbered | {f"f{n}" for n in range(2, 7)}
    assert {key for command in COMMANDS for key in command.keys.split(",")} <= pressed
