"""What a terminal sends, as keys and pastes."""

from __future__ import annotations

import pytest
from textual import events
from textual.drivers import linux_driver

from l10n.tui import terminal
from l10n.tui.keys import COMMANDS
from l10n.tui.terminal import Parser

SENT = {
    **{f"alt+{n}": f"\x1b{n}" for n in range(1, 10)},
    "ctrl+down": "\x1b[1;5B",
    "ctrl+up": "\x1b[1;5A",
    "alt+down": "\x1b[1;3B",
    "alt+up": "\x1b[1;3A",
    "escape": "\x1b",
    "tab": "\t",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    **{f"ctrl+{c}": chr(ord(c) - 96) for c in "sgolrnpq"},
}


def come(*chunks: str) -> list[str]:
    """Keys by their names, and pastes as `‹text›`."""
    terminal.install()
    parser = Parser()
    found: list[str] = []
    for chunk in [*chunks, ""]:
        for event in parser.feed(chunk):
            if isinstance(event, events.Paste):
                found.append(f"‹{event.text}›")
            elif isinstance(event, events.Key):
                found.append(event.key)
    return found


def test_every_key_that_works_while_typing_is_one_that_terminals_send() -> None:
    keys = {k for c in COMMANDS if c.while_editing for k in c.keys.split(",") if len(k) > 1}
    assert keys <= set(SENT)
    for key in keys:
        assert come(SENT[key]) == [key]


@pytest.mark.parametrize(
    ("chunks", "found"),
    [
        (("a", "bệ"), ["a", "b", "ệ"]),
        (("x\x1b[200~Tiếng Việt\n2\x1b[201~y",), ["x", "‹Tiếng Việt\n2›", "y"]),
        (("\x1b[200~a\x1b[31mb\x07\x9bc\x1b[201~q",), ["‹a[31mbc›", "q"]),
        (("\x1b[20", "0~a\x1b[3", "1m\x1b", "[201~", "z"), ["‹a[31m›", "z"]),
        (("\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~",), ["‹a›", "‹b›"]),
        (("\x1b[200~a\x1b", "x\x1b[201~"), ["‹ax›"]),
    ],
)
def test_what_is_pasted_is_text_and_nothing_else(chunks: tuple[str, ...], found: list[str]) -> None:
    assert come(*chunks) == found


def test_the_terminal_uses_it() -> None:
    terminal.install()
    assert vars(linux_driver)["XTermParser"] is Parser
