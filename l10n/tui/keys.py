"""All that can be done in the review, with its keys: bindings, help and settings come from here."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from l10n.errors import SettingsError
from l10n.tui.key_names import normal, readable, types

SETTINGS_FILE = "l10n.yml"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does."""

    id: str
    """Stands in the settings."""
    keys: str
    """Textual's names of the keys, parted by commas."""
    title: str
    """What it does, for people."""
    group: str
    """Heading in the help."""
    brief: str = ""
    """Name in the footer, or "" where it is not shown there."""
    while_editing: bool = False
    """Whether its keys work in the editor too."""

    @property
    def action(self) -> str:
        """The screen's action: `term-3` is `term(3)`."""
        kind, _, number = self.id.rpartition("-")
        return f"{kind}({number})" if number.isdigit() else self.id.replace("-", "_")


_MOVE, _TEXT, _ACT, _VIEW = "Moving", "Text", "Acts", "Views"

COMMANDS: tuple[Command, ...] = (
    Command("next", "j,down", "next unit", _MOVE),
    Command("previous", "k,up", "previous unit", _MOVE),
    Command("next-work", "n,space", "next unit that needs you", _MOVE, "Next"),
    Command("previous-work", "b", "previous unit that needs you", _MOVE),
    Command("first", "home,g", "first unit", _MOVE),
    Command("last", "end,G", "last unit", _MOVE),
    Command("page-down", "pagedown", "a page down", _MOVE),
    Command("page-up", "pageup", "a page up", _MOVE),
    Command("jump", "colon", "jump to a unit by its number or id", _MOVE),
    Command("accept", "a", "accept the target and go on", _ACT, "Accept"),
    Command("review", "r", "sign as reviewed and go on", _ACT, "Review"),
    Command("approve", "p", "approve and go on", _ACT, "Approve"),
    Command("reject", "x", "reject, with a comment", _ACT, "Reject"),
    Command("comment", "c", "comment on the unit", _ACT),
    Command("undo", "u", "undo", _ACT, "Undo"),
    Command("redo", "U,ctrl+r", "redo", _ACT),
    Command("edit", "e,enter", "edit the target", _TEXT, "Edit"),
    Command("save", "ctrl+s", "accept the text of the editor and go on", _TEXT, "Accept", True),
    Command("save-edit", "ctrl+n", "accept it, and edit the next", _TEXT, "and edit next", True),
    Command("leave", "escape", "leave the editor; its text is kept", _TEXT, "Leave", True),
    Command("discard", "ctrl+g", "give up what the editor changed", _TEXT, "Give up", True),
    Command("copy-source", "o,ctrl+o", "copy the source into the editor", _TEXT, "Source", True),
    *(
        Command(
            f"term-{n}",
            f"{n},alt+{n}",
            f"insert the equivalent of term {n}",
            _TEXT,
            while_editing=True,
        )
        for n in range(1, 10)
    ),
    *(
        Command(f"match-{n}", f"f{n + 1}", f"take match {n} of the memory", _TEXT, "", True)
        for n in range(1, 6)
    ),
    Command("redraft", "d", "draft again with an engine", _TEXT),
    Command("replace", "percent_sign", "search and replace in the whole article", _TEXT),
    Command("filter", "slash", "filter: words, state: risk: finding: concept:", _VIEW, "Filter"),
    Command("order", "s", "order by place or by risk", _VIEW),
    Command("panel", "tab", "next panel: terms, memory, findings, history", _VIEW, "Panel", True),
    Command("scroll-down", "J,ctrl+down", "scroll the panel down", _VIEW, "", True),
    Command("scroll-up", "K,ctrl+up", "scroll the panel up", _VIEW, "", True),
    Command("source-down", "alt+down", "scroll source and target down", _VIEW, "", True),
    Command("source-up", "alt+up", "scroll source and target up", _VIEW, "", True),
    Command("split", "v", "the whole article in both languages", _VIEW),
    Command("articles", "A", "open another article", _VIEW),
    Command("reload", "ctrl+l", "read the files again", _VIEW, "", True),
    Command("theme", "t", "dark or light", _VIEW),
    Command("palette", "ctrl+p", "find a command by its name", _VIEW, "", True),
    Command("help", "question_mark,f1", "all keys", _VIEW, "Help"),
    Command("quit", "q,ctrl+q", "leave", _VIEW, "Quit"),
)


def keymap(changes: Mapping[str, str]) -> dict[str, str]:
    """The keys of every command, with the settings' changes.

    Raises `SettingsError` for an unknown command, for what is no key, for a key that two commands
    would have, and for one that would be typed into the text where the command must work there.
    """
    known = {command.id: command.keys for command in COMMANDS}
    for name in changes:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
            raise _wrong(
                f"unknown command {name!r}",
                f"did you mean {near[0]}?" if near else "l10n review shows all with ?",
            )
    keys = known | {name: _normal(name, pressed) for name, pressed in changes.items()}
    owner: dict[str, str] = {}
    for name, pressed in keys.items():
        for key in pressed.split(","):
            other = owner.setdefault(key, name)
            if other != name and (name in changes or other in changes):
                raise _wrong(
                    f"{readable(key)} would do both {other} and {name}",
                    "give one of them another key",
                )
    return keys


def _normal(name: str, pressed: str) -> str:
    """The keys of a setting, as Textual names them."""
    keys = []
    for written in pressed.split(","):
        key = normal(written)
        if key is None:
            raise _wrong(f"{name}: no key is called {written.strip()!r}", "as in ctrl+s, f2, /, j")
        keys.append(key)
    command = next(command for command in COMMANDS if command.id == name)
    in_text = command.while_editing and not any(map(types, command.keys.split(",")))
    if in_text and all(map(types, keys)):
        raise _wrong(
            f"{name}: {readable(keys[0])} would be typed into the text",
            "add one with Ctrl or Alt, or F1 to F12",
        )
    return ",".join(keys)


def _wrong(what: str, remedy: str) -> SettingsError:
    return SettingsError(f"review.keys: {what}", file=SETTINGS_FILE, remedy=remedy)
