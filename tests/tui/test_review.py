"""Every key of the review, through the pilot, on real files."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from l10n.memory import MemoryMatch
from l10n.model import State
from l10n.tui.commands import Commands
from l10n.tui.dialogs import Ask, Choose, Differ
from l10n.tui.keys import COMMANDS
from l10n.tui.reading import Reading
from l10n.tui.replacing import Replace
from l10n.workflow.workspace import Workspace
from tests.tui.conftest import Driver, drafted, play

D, T, R, A = State.DRAFT, State.TRANSLATED, State.REVIEWED, State.APPROVED


def test_every_command_has_an_action_and_a_key_of_its_own(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        for command in COMMANDS:
            name = command.action.partition("(")[0]
            assert callable(getattr(review.screen, f"action_{name}")), command.id

    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    play(workspace, scene)


def test_accept_goes_on_and_is_on_disk(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("a", "a")
        assert review.screen.units.cursor == 2
        units = await review.written()
        assert [u.state for u in units] == [T, T, *[D] * 6]
        assert units[0].translator == "lan"

    app = play(workspace, scene)
    tally = app.tallies["hoi-nghi", "en"]
    assert tally.acts == {"accept": 2}
    assert tally.kept == {"local": 1.0}


def test_edit_saves_with_enter_in_nfc_and_goes_on(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("e")
        review.app.post_message(events.Paste(unicodedata.normalize("NFD", " ở Việt Nam")))
        await review.until(lambda: "not accepted" in review.screen.pane("status").text)
        await review.press("enter")
        units = await review.written()
        assert units[0].target == "Conference on external information ở Việt Nam"
        assert (units[0].state, units[0].origin) == (T, "")
        assert review.screen.units.cursor == 1
        assert review.screen.units.has_focus

    app = play(workspace, scene)
    assert 0 < app.tallies["hoi-nghi", "en"].kept["local"] < 1


def test_undo_and_redo_without_end(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("a", "a", "a", "u", "u", "u", "u")
        assert "Nothing to undo" in review.told()
        assert review.screen.units.cursor == 0
        assert {u.state for u in await review.written()} == {D}
        await review.press("U", "ctrl+r", "U", "U")
        assert "Nothing to redo" in review.told()
        assert [u.state for u in await review.written()][:4] == [T, T, T, D]
        await review.press("u", "x", "n", "o", "enter")
        await review.press("U")
        assert "Nothing to redo" in review.told()

    app = play(workspace, scene)
    assert app.tallies["hoi-nghi", "en"].acts == {"accept": 2, "reject": 1}


def test_review_and_approve_take_another_person(workspace: Workspace) -> None:
    async def translator(review: Driver) -> None:
        for _ in range(8):
            await review.press("a")
        await review.press("g", "r")
        assert "four eyes" in review.told()
        await review.press("n")
        assert "Nothing else needs work" in review.told()

    async def reviewer(review: Driver) -> None:
        await review.press("r", "r", "p")
        assert [u.state for u in await review.written()][:4] == [R, R, A, T]

    play(workspace, translator)
    play(Workspace(workspace.project), reviewer, who="minh")


def test_reject_needs_a_comment_and_escape_gives_up(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("x", "enter")
        assert isinstance(review.screen.asked, Ask)
        await review.press("escape")
        assert not isinstance(review.screen.asked, Ask)
        await review.press("x")
        await review.type("sai tên")
        await review.press("enter")
        assert "sai tên" in " ".join((await review.written())[0].reasons)
        assert review.screen.units.cursor == 1

    play(workspace, scene)


def test_hands_faster_than_the_screen_lose_no_key(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        def type_at_once(keys: str) -> None:
            for key in keys:
                named = {" ": "space", "/": "slash"}.get(key, key)
                review.app.post_message(events.Key(named, key))

        type_at_once("e and more")
        await review.until(lambda: review.screen.editor.text.endswith("information and more"))
        await review.press("enter")
        type_at_once("/hà nội")
        await review.pilot.pause(0.2)
        await review.press("enter")
        assert [row + 1 for row in review.screen.rows] == [4]
        type_at_once("xno reason")
        await review.pilot.pause(0.2)
        await review.press("enter")
        units = await review.written()
        assert [u.state for u in units] == [T, *[D] * 7]
        assert units[3].reasons == ("rejected by lan: no reason",)

    play(workspace, scene)


def test_moves(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        rows = []
        for key in ("j", "k", "down", "up", "end", "home", "G", "g", "pagedown", "pageup"):
            await review.press(key)
            rows.append(review.screen.units.cursor)
        assert rows == [1, 0, 1, 0, 7, 0, 7, 0, 7, 0]
        await review.press("a", "g", "n", "b")
        assert review.screen.units.cursor == 7
        await review.press("colon")
        await review.type("99")
        await review.press("enter")
        assert isinstance(review.screen.asked, Ask)
        await review.press("backspace", "backspace")
        await review.type("3")
        await review.press("enter")
        assert review.screen.units.cursor == 2

    play(workspace, scene)


def test_a_click_goes_to_the_unit(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.pilot.click("#units", offset=(5, 4))
        await review.pilot.pause()
        assert review.screen.units.cursor == 3
        await review.pilot.click("#units", offset=(5, 0))
        assert review.screen.units.cursor == 3
        keys = review.screen.pane("keys").text
        await review.pilot.click("#keys", offset=(keys.index("Accept") + 2, 0))
        await review.pilot.pause()
        assert [u.state for u in await review.written()][3] is T

    play(workspace, scene)


def test_a_click_inserts_a_term_and_takes_a_match(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("j", "j", "j", "e")
        review.screen.editor.take("")
        await review.pilot.click("#terms", offset=(6, 1))
        await review.until(lambda: review.screen.editor.text == "Politburo")
        review.screen.matches = [
            MemoryMatch(90, "Một", "One", "tm"),
            MemoryMatch(80, "2", "Two", "tm"),
        ]
        review.screen.show_memory()
        await review.pilot.pause()
        lines = review.screen.pane("memory").text.splitlines()
        await review.pilot.click("#memory", offset=(6, 1 + lines.index("   Two")))
        await review.until(lambda: review.screen.editor.text == "Two")
        assert review.screen.focused is review.screen.editor
        await review.press("escape", "ctrl+g")

    play(workspace, scene)


def test_terms_are_marked_inserted_and_judged_while_typing(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("j", "j", "j")
        assert "Bộ Chính trị[1]" in review.screen.pane("source").text
        assert "Politburo or Political Bureau" in review.screen.pane("terms").text
        assert "✓" in review.screen.pane("terms").text
        await review.press("e", "ctrl+u")
        await review.type("The")
        await review.until(lambda: "✗ missing" in review.screen.pane("terms").text)
        await review.press("alt+1")
        assert review.screen.editor.text == "The Politburo"
        await review.until(lambda: "✓" in review.screen.pane("terms").text)
        await review.press("escape", "2")
        assert "no term 2" in review.told()
        await review.press("1")
        assert review.screen.editor.text == "The Politburo Politburo"
        await review.press("ctrl+g")
        assert review.screen.editor.text == "The Political Bureau met in Hanoi."

    play(workspace, scene)


def test_findings_show_in_pane_and_list(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.until(lambda: len(review.screen.judged) == 8)
        await review.press("j", "j", "j", "j")
        assert "numbers" in review.screen.pane("findings").text
        line = "".join(s.text for s in review.screen.units.render_line(4))
        assert line.startswith("░!✗")

    play(workspace, scene)


def test_memory_match_is_shown_and_taken(make_project: Callable[..., Path]) -> None:
    other = "---\nlanguage: vi\n---\n\nBộ Chính trị họp tại Đà Nẵng.\n"
    root = make_project({"articles/khac.md": other})
    drafted(root, "khac")
    workspace = drafted(root)
    with workspace.editing("khac", "en") as catalog:
        for unit in catalog.units:
            from l10n.model import seal_of

            text = "The Politburo met in Da Nang."
            catalog.replace(
                replace(unit, target=text, state=A, seal=seal_of(unit.source, text), approver="ha")
            )

    async def scene(review: Driver) -> None:
        await review.press("j", "j", "j")
        await review.until(lambda: "khac" in review.screen.pane("memory").text)
        assert "F2 " in review.screen.pane("memory").text
        await review.press("f3")
        assert "no match 2" in review.told()
        await review.press("f2")
        assert review.screen.editor.text.startswith("The Politburo met in")

    play(Workspace(workspace.project), scene)


def test_what_stands_in_the_editor_is_kept_and_offered_again(workspace: Workspace) -> None:
    async def leave_it(review: Driver) -> None:
        await review.press("e")
        await review.type(" (bản nháp)")
        await review.press("escape", "j")
        line = "".join(s.text for s in review.screen.units.render_line(0))
        assert line[3] == "*"
        await review.press("q")

    async def find_it(review: Driver) -> None:
        assert review.screen.editor.text.endswith("(bản nháp)")
        await review.press("r")
        assert "not accepted" in review.told()
        await review.press("e", "enter")
        assert (await review.written())[0].target.endswith("(bản nháp)")

    assert play(workspace, leave_it).kept == 1
    assert play(Workspace(workspace.project), find_it).kept == 0


def test_filter_by_words_and_fields(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        async def filtered(text: str) -> list[int]:
            await review.press("slash", "ctrl+u")
            await review.type(text)
            await review.press("enter")
            return [row + 1 for row in review.screen.rows]

        assert await filtered("hà nội") == [4]
        assert await filtered("risk:high") == [5]
        assert await filtered("concept:party-bct") == [2, 4]
        assert await filtered("finding:numbers") == [5]
        assert await filtered("state:draft conference") == [1, 5]
        await review.press("slash", "ctrl+u")
        await review.type("state:done")
        await review.press("enter")
        assert isinstance(review.screen.asked, Ask)
        await review.press("escape")
        assert len(await filtered("")) == 8
        await review.press("s")
        assert review.screen.rows[0] == 4
        await review.press("s")
        assert review.screen.rows == list(range(8))

    play(workspace, scene)


def test_replace_in_the_whole_article(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("percent_sign")
        await review.type("onference")
        await review.press("enter")
        await review.type("ongress")
        assert isinstance(review.screen.asked, Replace)
        await review.press("ctrl+s")
        targets = [u.target for u in await review.written()]
        assert targets[0] == "Congress on external information"
        assert targets[4].startswith("The congress")
        assert {u.state for u in await review.written()} == {D}
        await review.press("u")
        assert (await review.written())[0].target == "Conference on external information"

    play(workspace, scene)


def test_views_and_help(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        for key, kind in (("question_mark", Commands), ("v", Reading)):
            await review.press(key)
            assert isinstance(review.screen.asked or review.app.screen, kind)
            await review.press("escape")
        await review.press("f1")
        await review.type("undo")
        await review.press("escape")
        light = review.app.light
        await review.press("t")
        assert review.app.light != light
        await review.press("tab")
        assert review.screen.pane("memory").has_class("-current")
        await review.press("o")
        assert review.screen.editor.text == "Hội nghị thông tin đối ngoại"
        await review.press("escape", "ctrl+g")
        await review.press("ctrl+p")
        await review.type("approve")
        await review.pilot.pause(0.3)
        await review.press("escape")

    play(workspace, scene)


@pytest.mark.parametrize("asked", [("hoi-nghi", "khac"), ("hoi-nghi",)])
def test_another_article(make_project: Callable[..., Path], asked: tuple[str, ...]) -> None:
    other = "---\nlanguage: vi\n---\n\nMột câu khác.\n"
    root = make_project({"articles/khac.md": other})
    drafted(root, "khac")
    workspace = drafted(root)

    async def scene(review: Driver) -> None:
        await review.press("a", "A")
        assert isinstance(review.screen.asked, Choose)
        await review.press("down", "enter")
        await review.until(lambda: review.screen.sitting.slug == "khac")
        await review.press("a")
        assert [u.state for u in await review.written()] == [T]

    app = play(workspace, scene, choices=tuple((slug, "en") for slug in asked))
    assert [t.acts["accept"] for t in app.tallies.values()] == [1, 1]


def test_redraft_asks_an_engine_and_can_be_undone(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        screen = review.screen
        draft = replace(screen.unit, target="The faulty engine's own", origin="other", risk=None)
        screen._redrafted(screen.unit, draft)
        assert (await review.written())[0].origin == "other"
        await review.press("u")
        assert (await review.written())[0].origin == "local"
        screen._redrafted(replace(screen.unit, target="old"), draft)
        await review.pilot.pause()
        assert "changed meanwhile" in review.told()

    play(workspace, scene)


def test_what_is_written_while_an_engine_drafts_stays(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        screen = review.screen
        unit = screen.unit
        draft = replace(unit, target="The engine's own", origin="other", risk=None)
        await review.press("e", *"mine")
        mine = screen.editor.text
        screen._redrafted(unit, draft)
        assert screen.editor.text == mine
        assert "You have written meanwhile" in review.told()
        await review.press("escape", "j")
        screen._redrafted(unit, draft)
        assert screen.sitting.journal.get(unit.id) == mine
        screen._redrafted(unit, draft, kept=mine)
        assert (await review.written())[0].target == draft.target
        assert screen.sitting.journal.get(unit.id) is None

    play(workspace, scene)


def test_a_rejected_text_says_why_where_it_is_read(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("a", "k", "x")
        await review.type("wrong title")
        await review.press("enter", "k")
        assert "rejected by lan: wrong title" in review.screen.pane("status").text

    play(workspace, scene)


def test_the_list_follows_the_last_unit_that_is_mended(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        screen = review.screen
        await review.until(lambda: len(screen.judged) == 8)
        await review.press("G")
        right = "See the [text](https://example.org/57) for more."
        screen.editor.take(f"{right} 15,7%")
        await review.press("a")
        assert screen._list.worst[screen.unit.id]
        drawn: list[int] = []
        screen.units.refresh_lines = lambda y, *_: drawn.append(y)  # type: ignore[method-assign]
        screen.editor.take(right)
        await review.press("a")
        await review.until(lambda: screen.unit.id not in screen._list.worst)
        assert drawn[-1] == screen.units.cursor

    play(workspace, scene)


def test_a_letter_goes_to_the_next_choice_that_begins_so(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        chosen: list[str | None] = []
        options = {"a": "apertium", "l": "Local", "x": "libre", "g": "google"}
        review.screen.ask(Choose("Which?", options, "a"), chosen.append)
        await review.press("l", "l", "l", "z", "shift+down", "enter")
        assert chosen == ["l"]
        review.screen.ask(Choose("Which?", options), chosen.append)
        await review.press("g", "l", "l", "enter")
        assert chosen == ["l", "x"]

    play(workspace, scene)


def test_somebody_else_changes_a_unit(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("e")
        await review.type(" mine")
        other = Workspace(workspace.project)
        with other.editing("hoi-nghi", "en") as catalog:
            unit = catalog.units[0]
            catalog.replace(replace(unit, target="Theirs", state=T, translator="minh"))
        await review.until(lambda: isinstance(review.screen.asked, Differ))
        assert "changed underneath by minh" in review.told()
        await review.press("t")
        assert review.screen.editor.text == "Theirs"

    play(workspace, scene)


def test_an_act_on_a_unit_that_changed_is_refused_and_the_text_kept(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        review.screen.sitting.changed_underneath = lambda: False  # type: ignore[method-assign]
        with Workspace(workspace.project).editing("hoi-nghi", "en") as catalog:
            unit = catalog.units[0]
            catalog.replace(replace(unit, target="Theirs", state=T, translator="minh"))
        await review.press("e")
        await review.type(" mine")
        await review.press("enter")
        await review.until(lambda: review.app.errors)
        assert (await review.written())[0].target == "Theirs"

    app = play(workspace, scene)
    assert list(app.sittings[0].journal.texts.values()) == [
        "Conference on external information mine"
    ]
    assert not app.sittings[0].tally.acts["set"]


def test_a_catalog_that_breaks_while_open_keeps_what_is_shown(workspace: Workspace) -> None:
    path = workspace.project.catalog("hoi-nghi", "en")

    async def scene(review: Driver) -> None:
        whole = path.read_bytes()
        path.write_bytes(b"msgid \xff broken")
        await review.until(lambda: "kept" in review.told())
        assert "Hội nghị" in review.screen.pane("source").text
        path.write_bytes(whole)
        await review.pilot.pause(1.2)
        await review.press("a")
        assert (await review.written())[0].state is T

    play(workspace, scene)


def test_too_small_a_terminal_says_so_and_comes_back(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        assert "40x10" in review.screen.pane("small").text
        await review.pilot.resize_terminal(80, 24)
        await review.pilot.pause()
        assert not review.screen.has_class("-small")

    play(workspace, scene, size=(40, 10))


def test_keys_of_the_settings(make_project: Callable[..., Path]) -> None:
    settings = "source: vi\ntargets: [en]\nreview: {keys: {accept: 'z', next: 'l'}}\n"
    workspace = drafted(make_project({"l10n.yml": settings}))

    async def scene(review: Driver) -> None:
        await review.press("l", "z", "a")
        assert [u.state for u in await review.written()] == [D, T, *[D] * 6]

    play(workspace, scene)


@pytest.mark.parametrize("evil", ["\x1b[31mred", "a\u202eb", "tab\there", "\x9b2J"])
def test_texts_cannot_command_the_terminal(make_project: Callable[..., Path], evil: str) -> None:
    article = f"---\nlanguage: vi\n---\n\nMột câu {evil} khác.\n"
    root = make_project({"articles/hoi-nghi.md": article})
    workspace = drafted(root)

    async def scene(review: Driver) -> None:
        await review.press("v")
        await review.press("escape")
        for widget in review.screen.walk_children():
            for y in range(widget.size.height):
                text = "".join(s.text for s in widget.render_line(y))
                assert not set(text) & set("\x1b\x9b\u202e\t"), widget

    play(workspace, scene)


def test_a_conflict_is_shown_and_decided(workspace: Workspace) -> None:
    with workspace.editing("hoi-nghi", "en") as catalog:
        catalog.replace(replace(catalog.units[0], conflict=("Conference on foreign news",)))

    async def scene(review: Driver) -> None:
        assert "two branches differ" in review.screen.pane("status").text
        assert "the other branch" in review.screen.pane("memory").text
        line = "".join(s.text for s in review.screen.units.render_line(0))
        assert line.startswith("░≠")
        # A quick hand does not wait for the memory.
        await review.press("j")
        review.screen.action_previous()
        review.screen.action_match(1)
        assert review.screen.editor.text == "Conference on foreign news"
        await review.press("enter")
        unit = (await review.written())[0]
        assert (unit.target, unit.conflict, unit.state) == ("Conference on foreign news", (), T)

    play(Workspace(workspace.project), scene)


def test_a_comment_is_kept_and_shown(workspace: Workspace) -> None:
    async def scene(review: Driver) -> None:
        await review.press("c")
        await review.type("tên này đúng chưa?")
        await review.press("enter")
        await review.written()
        await review.until(lambda: "tên này" in review.screen.pane("history").text)
        assert review.screen.units.cursor == 0

    play(workspace, scene)
