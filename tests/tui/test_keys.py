"""The keys that the settings can give."""

from __future__ import annotations

import pytest

from l10n.errors import SettingsError
from l10n.tui.dialogs import readable
from l10n.tui.keys import COMMANDS, keymap


def test_usual_keys_and_changed_ones() -> None:
    keys = keymap({"accept": "z"})
    assert keys["accept"] == "z"
    assert set(keys) == {command.id for command in COMMANDS}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"acept": "z"}, "unknown command 'acept'; did you mean accept?"),
        ({"xyzzy": "z"}, "unknown command 'xyzzy'; l10n review shows all with ?"),
        ({"accept": "r"}, "r would do both accept and review; give one of them another key"),
    ],
)
def test_keys_that_cannot_be(changes: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        keymap(changes)
    assert told in str(caught.value)
    assert str(caught.value).startswith("l10n.yml: review.keys: ")


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("a", "a"),
        ("A", "A"),
        ("ctrl+s", "Ctrl+S"),
        ("alt+1", "Alt+1"),
        ("f2", "F2"),
        ("down", "Down"),
    ],
)
def test_keys_as_people_write_them(key: str, written: str) -> None:
    assert readable(key) == written
