"""The terminal review as a program: one article at a time, all keys, the way out."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar, cast

from textual import events, on
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input, TextArea

from l10n.errors import L10nError
from l10n.tui import looks, terminal
from l10n.tui.colours import colours
from l10n.tui.dialogs import Choose
from l10n.tui.key_names import types
from l10n.tui.keys import COMMANDS, keymap
from l10n.tui.review import DRAFTING, ReviewScreen
from l10n.tui.text import shown
from l10n.workflow.advice import Advisor
from l10n.workflow.selection import with_catalog
from l10n.workflow.sitting import Sitting
from l10n.workflow.tally import Tally
from l10n.workflow.workspace import Workspace


class ReviewApp(App[None]):
    """Reviews articles of a project in target languages, as one person.

    `choices` are the articles that were asked for, each with its target language; the first one
    is opened. Raises `SettingsError` for keys that cannot be, and what opening the first raises.
    """

    CSS_PATH = Path(__file__).with_name("review.tcss")
    TITLE = "l10n review"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workspace: Workspace, choices: Sequence[tuple[str, str]], who: str) -> None:
        super().__init__()
        terminal.install()
        self.theme = looks.DARK
        self.light = looks.usual(workspace.project.cache) == looks.LIGHT
        self._lightened = looks.Light()
        self._workspace, self._choices, self._who = workspace, choices, who
        self.keys = keymap(workspace.project.settings.review.keys)
        self._screen_type = _with_keys(self.keys)
        self.sittings: list[Sitting] = []
        self.failure: L10nError | None = None
        """Why the review ended before the person did."""
        self.errors: list[str] = []
        """Acts that could not be written, each in one line."""
        self._open(*choices[0])

    def _open(self, slug: str, language: str) -> None:
        sitting = Sitting(self._workspace, slug, language, self._who, self._failed)
        if not sitting.units:
            raise L10nError(f"{slug} has nothing to translate")
        self.sittings.append(sitting)

    def on_mount(self) -> None:
        """Show the review of the first article."""
        self.console.push_theme(colours(self.get_css_variables()))
        # What is written behind must not hold the keys up: threads take turns more often.
        sys.setswitchinterval(0.001)
        # Nor must the garbage collector, that would go through the article again and again.
        gc.freeze()
        gc.set_threshold(700, 10, 100)
        gc.enable()
        self.push_screen(self._review())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """As Textual's, and what makes the picture a light one."""
        return [*super().get_line_filters(), *([self._lightened] if self.light else ())]

    def _review(self) -> ReviewScreen:
        sitting = self.sittings[-1]
        advisor = Advisor(self._workspace, sitting.cutting, sitting.language)
        return self._screen_type(sitting, advisor, self.keys)

    def _failed(self, error: L10nError) -> None:
        """An act could not be written; told in the writing thread."""
        self.errors.append(str(error))
        if self.is_running:
            told = partial(self.notify, severity="error", timeout=15, markup=False)
            with suppress(RuntimeError):
                self.call_later(told, shown(str(error)))

    @on(ReviewScreen.Failed)
    async def give_up(self, message: ReviewScreen.Failed) -> None:
        """End, without any loss."""
        self.failure = message.error
        await self.action_quit()

    @property
    def tallies(self) -> Mapping[tuple[str, str], Tally]:
        """What was done, by article and target language."""
        return {(s.slug, s.language): s.tally for s in self.sittings}

    @property
    def kept(self) -> int:
        """How many texts wait in journals for the next time."""
        return sum(len(sitting.journal.texts) for sitting in self.sittings)

    @property
    def drafting(self) -> bool:
        """Whether an engine is still at work."""
        return any(thread.name == DRAFTING for thread in threading.enumerate())

    def action_articles(self) -> None:
        """Ask for another article and open it: those that were asked for, then all others."""
        choices = list(dict.fromkeys([*self._choices, *with_catalog(self._workspace.project)]))
        options = {
            f"{index}": f"{slug} ({language})" for index, (slug, language) in enumerate(choices)
        }
        now = self.sittings[-1]
        current = str(choices.index((now.slug, now.language)))

        def chosen(index: str | None) -> None:
            if index is None or index == current:
                return
            try:
                self._open(*choices[int(index)])
            except L10nError as error:
                self.notify(shown(str(error)), severity="error", markup=False)
                return
            now.close()
            self.switch_screen(self._review())

        cast(ReviewScreen, self.screen).ask(Choose("Open:", options, current), chosen)

    def action_turn(self) -> None:
        """From dark to light, or back; the picture does not wait for the disk."""
        self.light = not self.light
        self.screen.refresh()
        theme = looks.LIGHT if self.light else looks.DARK
        self.call_after_refresh(looks.keep, self._workspace.project.cache, theme)

    def close_sittings(self, late: Callable[[], object] = lambda: None) -> None:
        """Wait until all acts are on disk; `late` is called where that takes long."""
        for sitting in self.sittings:
            sitting.close(late)

    @property
    def top(self) -> Screen[object] | None:
        """The screen that has the keys; none once the person leaves."""
        staying = self.is_running and not self._exit and self.screen_stack
        return self.screen if staying else None

    async def on_event(self, event: events.Event) -> None:
        """Carry out keys in the order in which they come, however fast.

        Textual hands a key to the widget in focus, which takes it when it comes to it, and what
        that leaves comes back behind the keys that were typed meanwhile: some would go to the
        wrong widget, or be done in another order.
        """
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif not event.is_forwarded:
            await self._take(event)

    async def _take(self, event: events.Key) -> None:
        screen, waited = self.top, None
        while isinstance(screen, ReviewScreen) and screen is not waited:
            # What came before may be that another article is opened.
            await screen.in_turn(event)
            screen, waited = self.top, screen
        if screen is None:
            return
        if isinstance(screen, ReviewScreen):
            screen.awake()
            action = screen.meant(event)
            if screen.small and action != "quit":
                return
            if action:
                await self.run_action(action, screen)
                return
        typed = event.is_printable and isinstance(self.focused, Input | TextArea)
        if typed or not (
            await self._check_bindings(event.key, priority=True)
            or await self._check_bindings(event.key)
        ):
            await super().on_event(event)

    async def action_quit(self) -> None:
        """Keep what stands in the editor, wait for what is being written, and leave."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.keep()
        self.exit()


def _with_keys(keys: Mapping[str, str]) -> type[ReviewScreen]:
    """The screen with these keys; those that work in the editor come before the editor's own."""
    actions: dict[str, tuple[str, bool]] = {}
    for command in COMMANDS:
        for key in keys[command.id].split(","):
            actions[key] = command.action, command.while_editing and not types(key)
    return type("BoundReviewScreen", (ReviewScreen,), {"ACTIONS": actions})
