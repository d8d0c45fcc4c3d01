"""The lines at the top and at the bottom: where the person is, and which keys there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from rich.style import Style
from rich.text import Text

from l10n.model import State, Unit
from l10n.tui.colours import STATES
from l10n.tui.key_names import readable, types
from l10n.tui.keys import COMMANDS, Command
from l10n.tui.text import MARKS

WIDE = 110
"""Columns from which the states are named."""


def top(slug: str, place: str, note: str, person: str, units: Sequence[Unit], width: int) -> Text:
    """Where it is, how far it is, who is there; where room is short, the article's name is cut."""
    numbers = Counter(unit.state for unit in units)
    right = _states(numbers, person, named=True)
    here = Text(f" {place}", "bold").append(note, "l10n.key")
    left = Text(slug, "bold")
    if width < WIDE or left.cell_len + here.cell_len + right.cell_len + 2 > width:
        right = _states(numbers, person, named=False)
    right.truncate(width * 2 // 3, overflow="ellipsis")
    room = width - right.cell_len - here.cell_len - 2
    left.truncate(max(room, 4), overflow="ellipsis")
    left.append_text(here)
    left.truncate(max(width - right.cell_len - 2, 4), overflow="ellipsis", pad=True)
    return left.append("  ").append_text(right)


def _states(numbers: Mapping[State, int], person: str, *, named: bool) -> Text:
    text = Text()
    for state in State:
        if named:
            text.append(f"{MARKS[state]} {state} {numbers[state]}  ", STATES[state])
        elif numbers[state]:
            text.append(f"{MARKS[state]}{numbers[state]} ", STATES[state])
    return text.append(f" {person}", "bold")


def bottom(
    keys: Mapping[str, str], width: int, *, editing: bool, forbidden: Collection[str] = ()
) -> Text:
    """The keys that can be used now, as many as there is room for, and always that of the help."""
    text = Text()
    right = Text() if editing else _key("help", keys)
    for command in COMMANDS:
        now = command.while_editing == editing or command.id == "panel"
        now = now and any(not (editing and types(key)) for key in keys[command.id].split(","))
        if command.brief and now and command.id != "help" and command.id not in forbidden:
            part = _key(command.id, keys, editing=editing)
            if text.cell_len + part.cell_len + right.cell_len + 2 <= width:
                text.append_text(part).append("  ")
    return text.append_text(right)


def _key(name: str, keys: Mapping[str, str], *, editing: bool = False) -> Text:
    """A key with what it does; a click on it does it too."""
    command: Command = next(command for command in COMMANDS if command.id == name)
    usable = [key for key in keys[name].split(",") if not (editing and types(key))]
    text = Text().append(readable(usable[0]), "l10n.key")
    text.append(f" {command.brief}")
    text.stylize(Style(meta={"@click": f"screen.{command.action}"}))
    return text
