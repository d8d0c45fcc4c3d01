"""The editor's own way of drawing shows what Textual's shows."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from l10n.tui.editor import Editor

TEXTS = (
    "",
    "Ngắn.",
    "Hội nghị toàn quốc về thông tin đối ngoại họp tại Hà Nội. " * 20,
    "一二三四五六七八九十，全国对外宣传会议在河内举行。" * 8,
    "Một dòng.\n\nMột dòng nữa, dài hơn hẳn dòng thứ nhất ở trên.\n",
    "e\u0302\u0301 tách dấu " * 9,
    "có\ttab " * 9,
)


class Alone(App[None]):
    """An editor and nothing else."""

    def compose(self) -> ComposeResult:
        """It."""
        yield Editor(id="editor")


@pytest.mark.parametrize("text", TEXTS)
def test_each_row_is_as_textual_draws_it(text: str) -> None:
    own, theirs = asyncio.run(_drawn(text))
    assert len(own) >= 5 * 5
    assert own == theirs


async def _drawn(text: str) -> tuple[list[Strip], list[Strip]]:
    """What the editor draws, row by row and selection by selection, and what Textual would."""
    app = Alone()
    own: list[Strip] = []
    theirs: list[Strip] = []
    async with app.run_test(size=(30, 12)) as pilot:
        editor = app.query_one(Editor)
        editor.give(text, text, lines="\n" in text)
        editor.focus()
        start, end = (0, 0), editor.document.end
        near, far = ((0, min(n, len(editor.document.get_line(0)))) for n in (2, 40))
        for selection in ((start, start), (end, end), (near, near), (near, end), (end, far)):
            editor.selection = Selection(*selection)
            await pilot.pause()
            for y in range(editor.size.height):
                own.append(editor.render_line(y).simplify())
                theirs.append(TextArea.render_line(editor, y).simplify())
    return own, theirs
