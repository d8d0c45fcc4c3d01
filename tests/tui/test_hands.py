"""What hands notice that use the review all day, through the pilot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import OptionList

from l10n.errors import EngineError
from l10n.model import State
from l10n.tui.dialogs import Choose
from l10n.tui.pane import Pane
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, drafted, play, top

D, T = State.DRAFT, State.TRANSLATED


def test_escape_shows_all_again(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("slash")
        await review.type("risk:high")
        await review.press("enter")
        assert "risk:high (1; Esc: all)" in review.screen.pane("title").text
        await review.press("escape")
        assert len(review.screen.rows) == 8
        assert review.screen.units.cursor == 4

    play(workspace, scene)


def test_accepting_goes_on_to_what_needs_the_person(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("j", "a", "g", "a")
        assert review.screen.units.cursor == 2
        await review.press("e")
        await review.type(".")
        await review.press("ctrl+n")
        assert review.screen.units.cursor == 3
        assert review.screen.focused is review.screen.editor
        await review.type("!")
        await review.press("ctrl+n")
        units = await review.written()
        assert [u.target[-1] for u in units[2:4]] == [".", "!"]
        await review.press("escape", "G", "e")
        await review.press("ctrl+n")
        assert review.screen.focused is review.screen.units

    play(workspace, scene)


def test_keys_are_dead_while_nothing_can_be_seen(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("e")
        await review.pilot.resize_terminal(40, 10)
        await review.pilot.pause(0.2)
        assert "This terminal is 40x10; make it 60x16 at least" in review.screen.pane("small").text
        await review.press("a", "x", "o", "enter", "j")
        await review.pilot.resize_terminal(100, 30)
        await review.pilot.pause(0.2)
        assert review.screen.focused is review.screen.editor
        assert not review.screen.editor.changed
        assert review.screen.units.cursor == 0
        await review.type("y")
        assert review.screen.editor.text.endswith("informationy")
        await review.press("escape", "ctrl+g")
        await review.pilot.resize_terminal(40, 10)
        await review.pilot.pause(0.2)
        await review.press("q")

    play(workspace, scene)


def test_what_is_longer_than_its_place_is_scrolled_without_a_mouse(
    make_project: Callable[..., Path],
) -> None:
    long = " ".join(f"câu thứ {n} rất dài" for n in range(200))
    root = make_project(
        {"articles/dai.md": f"---\nlanguage: vi\n---\n\nNgắn.\n\n{long}.\n\nHết.\n"}
    )

    async def scene(review: Driver) -> None:
        source, neighbour = review.screen.pane("source"), review.screen.pane("before")
        before = neighbour.size.height
        await review.press("j")
        await review.pilot.pause(0.2)
        assert neighbour.size.height == 1 < before
        first = top(source)
        assert "more" in str(source.border_subtitle)
        await review.press("alt+down", "alt+down", "alt+up")
        await review.pilot.pause(0.1)
        assert top(source) != first
        await review.press("k")
        await review.pilot.pause(0.2)
        assert neighbour.size.height == before
        history = review.screen.pane("history")
        await review.press("tab", "tab", "tab")
        history.show("\n".join(map(str, range(100))))
        await review.press("J", "ctrl+down", "ctrl+down", "K", "ctrl+up")
        await review.pilot.pause(0.1)
        assert top(history) == "1"

    async def beside(review: Driver) -> None:
        after = review.screen.pane("after")
        assert top(after).startswith("2 câu thứ 0 rất dài")
        assert len(after.text) < len(long)
        await review.press("G")
        before = review.screen.pane("before")
        assert before.text.endswith("câu thứ 199 rất dài.")
        assert len(before.text) < len(long)

    play(drafted(root, "dai"), beside, choices=(("dai", "en"),))
    play(drafted(root, "dai"), scene, choices=(("dai", "en"),))


def test_texts_of_the_last_time_are_announced(workspace: Workspace) -> None:
    async def leave_it(review: Driver) -> None:
        await review.press("e", "x", "q", "escape", "q")

    async def find_it(review: Driver) -> None:
        assert "1 text of yours, marked *, not accepted yet" in review.told()

    play(workspace, leave_it)
    play(Workspace(workspace.project), find_it)


def test_only_what_the_person_may_do_is_offered(make_project: Callable[..., Path]) -> None:
    settings = "workflow:\n  people: {lan: [translator], minh: [reviewer]}\n"
    workspace = drafted(make_project({"l10n.yml": f"engine: none\n{settings}"}))

    async def translator(review: Driver) -> None:
        keys = review.screen.pane("keys").text
        assert "Accept" in keys
        assert "Review" not in keys
        await review.press("r")
        assert "lan may not review: that takes a reviewer" in review.told()
        await review.press("e")
        assert "Ctrl+S Accept" in review.screen.pane("keys").text

    play(workspace, translator)


def test_undoing_what_a_filter_asked_for_shows_all(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("a", "slash")
        await review.type("state:translated")
        await review.press("enter")
        assert len(review.screen.rows) == 1
        await review.press("u")
        assert "No unit is like that; all are shown." in review.told()
        assert len(review.screen.rows) == 8
        await review.press("a")
        assert (await review.written())[0].state is T

    play(workspace, scene)


def test_a_filter_by_findings_is_looked_for_between_keys(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        screen = review.screen
        screen.workers.cancel_group(screen, "sweep")
        screen.judged.clear()
        screen.narrow("finding:numbers")
        assert screen.seeking
        assert "finding:numbers (looking…; Esc: all)" in screen.pane("title").text
        await review.press("j")
        await review.until(lambda: not screen.seeking)
        assert [row + 1 for row in screen.rows] == [5]
        screen.narrow("finding:nothing-like-it")
        await review.until(lambda: not screen.seeking)
        assert "No unit is like that; all are shown." in review.told()
        assert len(screen.rows) == 8

    play(workspace, scene)


def test_d_drafts_again_with_the_engine_that_is_chosen(workspace: Workspace) -> None:
    """The real embedded model, which may take its time."""

    async def scene(review: Driver) -> None:
        before = review.screen.unit.target
        await review.press("d")
        await review.until(lambda: isinstance(review.screen.asked, Choose))
        await review.press("escape")
        await review.press("d")
        await review.until(lambda: isinstance(review.screen.asked, Choose))
        options = review.screen.query_one(OptionList)
        options.highlighted = options.get_option_index("local")
        await review.press("enter")
        assert "Drafting with local" in review.told()
        for _ in range(60):
            if review.screen.unit.target != before:
                break
            await review.pilot.pause(1)
        unit = (await review.written())[0]
        assert (unit.state, unit.origin) == (State.DRAFT, "local")
        assert unit.target not in {"", before}
        await review.press("u")
        assert (await review.written())[0].target == before

    play(workspace, scene)


def test_d_says_why_an_engine_gives_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise EngineError("it gave out", remedy="choose another --engine")

    monkeypatch.setattr("l10n.workflow.redraft.translate", fails)

    async def scene(review: Driver) -> None:
        review.screen._redraft("local", review.screen.unit)
        await review.until(lambda: "it gave out" in review.told())
        assert "choose another --engine" in review.told()
        assert (await review.written())[0].target == review.screen.unit.target

    play(workspace, scene)


@pytest.mark.parametrize("size", [(60, 16), (60, 23), (80, 24), (109, 60)])
@pytest.mark.parametrize("words", [3, 40])
def test_both_texts_and_the_row_are_in_sight_on_every_narrow_terminal(
    make_project: Callable[..., Path], size: tuple[int, int], words: int
) -> None:
    text = "Dòng đầu " + "chữ " * words
    root = make_project({"articles/a.md": f"---\nlanguage: vi\n---\n\nMột.\n\nHai.\n\n{text}.\n"})

    async def scene(review: Driver) -> None:
        await review.press("j", "j")
        await review.pilot.pause(0.2)
        screen = review.screen
        rows = map(screen.units.render_line, range(screen.units.size.height))
        seen = [row.text[4:8].strip() for row in rows]
        assert "3" in seen
        assert top(screen.pane("source")).startswith("Dòng đầu")
        assert screen.editor.scroll_offset.y == 0
        for box in (screen.editor, screen.pane("terms"), screen.pane("status")):
            assert box.content_size.height > 0
            assert screen.size.region.contains_region(box.region)
        await review.press("e")
        await review.pilot.pause(0.1)
        shown = screen.editor.wrapped_document.height - screen.editor.content_size.height
        assert screen.editor.scroll_offset.y == max(shown, 0)
        await review.press("escape")
        await review.pilot.pause(0.1)
        assert screen.editor.scroll_offset.y == 0

    play(drafted(root, "a"), scene, size=size, choices=(("a", "en"),))


def test_a_source_without_a_border_tells_that_it_goes_on(
    make_project: Callable[..., Path],
) -> None:
    long = " ".join(f"câu thứ {n} rất dài" for n in range(60))
    root = make_project({"articles/dai.md": f"---\nlanguage: vi\n---\n\n{long}.\n"})

    async def scene(review: Driver) -> None:
        source, editor = review.screen.pane("source"), review.screen.editor
        await review.pilot.pause(0.2)
        assert source.render_line(source.size.height - 1).text.endswith("▾")
        await review.press("alt+down", "alt+down")
        assert editor.scroll_offset.y == 2
        for _ in range(source.height_wanted):
            await review.press("alt+down")
        assert not source.render_line(source.size.height - 1).text.endswith("▾")
        assert "thứ 59" in source.render_line(source.size.height - 1).text

    play(drafted(root, "dai"), scene, size=(80, 24), choices=(("dai", "en"),))


def test_the_whole_text_is_deleted_wherever_it_is_wrapped(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        editor = review.screen.editor
        await review.press("e")
        editor.take(long := "một hai ba " * 40)
        await review.press("ctrl+u", *"new")
        assert editor.text == "new"
        await review.press("ctrl+z", "ctrl+z")
        assert editor.text == long
        editor.move_cursor((0, 4))
        await review.press("ctrl+k")
        assert editor.text == "một "
        editor.take("một\nhai")
        editor.move_cursor((0, 3))
        await review.press("ctrl+k")
        assert editor.text == "mộthai"
        editor.move_cursor((0, 0))
        await review.press("ctrl+u")
        assert editor.text == "mộthai"
        await review.press("ctrl+g")

    play(workspace, scene)


def test_the_history_says_what_an_undo_led_back_to(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("a", "u", "U", "k")
        await review.written()
        await review.press("u")
        await review.written()
        await review.until(lambda: len(review.screen.sitting.history(0)) == 4)
        told = [line.rpartition("lan: ")[2] for line in review.screen.sitting.history(0)]
        assert told == ["restore (draft)", "restore (translated)", "restore (draft)", "accept"]

    play(workspace, scene)


@pytest.mark.parametrize(
    ("before", "term", "after", "text"),
    [
        ("the", "Politburo", "met", "the Politburo met"),
        ("Assembly,", "Lam Dong", "", "Assembly, Lam Dong"),
        ("(the ", "Politburo", ")", "(the Politburo)"),
        ("l’", "Assemblée", " a", "l’Assemblée a"),
        ("“", "Politburo", "” met", "“Politburo” met"),
        ("越南", "政治局", "开会", "越南政治局开会"),
        ("", "政治局", "met", "政治局met"),
    ],
)
def test_a_term_is_parted_from_words_and_not_from_signs(
    workspace: Workspace, before: str, term: str, after: str, text: str
) -> None:
    async def scene(review: Driver) -> None:
        editor = review.screen.editor
        editor.take(before + after)
        editor.move_cursor((0, len(before)))
        editor.put(term)
        assert editor.text == text
        await review.press("ctrl+g")

    play(workspace, scene)


def test_the_title_of_the_article_in_both_languages_keeps_to_its_line(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("v")
        title = review.app.screen.query_one("#title", Pane)
        assert title.height_wanted == 1
        assert title.text.endswith("…")
        await review.pilot.resize_terminal(100, 30)
        await review.pilot.pause(0.1)
        assert title.text.endswith("Esc goes back  hoi-nghi")

    play(workspace, scene, size=(60, 16))
