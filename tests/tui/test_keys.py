"""The keys that the settings can give."""

from __future__ import annotations

import pytest

from l10n.errors import SettingsError
from l10n.tui.key_names import normal, readable
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
        ({"filter": ":"}, ": would do both jump and filter; give one of them another key"),
        ({"accept": "ctrl-a"}, "accept: no key is called 'ctrl-a'; as in ctrl+s, f2, /, j"),
        ({"accept": ""}, "accept: no key is called ''; as in ctrl+s, f2, /, j"),
        ({"accept": "z,"}, "accept: no key is called ''; as in ctrl+s, f2, /, j"),
        ({"accept": "hyper+z"}, "accept: no key is called 'hyper+z'"),
        ({"leave": "q"}, "leave: q would be typed into the text; add one with Ctrl or Alt"),
        ({"save": "/,z"}, "save: / would be typed into the text; add one with Ctrl or Alt"),
    ],
)
def test_keys_that_cannot_be(changes: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        keymap(changes)
    assert told in str(caught.value)
    assert str(caught.value).startswith("l10n.yml: review.keys: ")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("z", "z"),
        ("Z", "Z"),
        ("Shift+z", "Z"),
        ("/", "slash"),
        ("slash", "slash"),
        ("%", "percent_sign"),
        (" ", "space"),
        ("đ", "đ"),
        ("Ctrl+S", "ctrl+s"),
        ("alt+ctrl+Del", "ctrl+alt+delete"),
        ("Esc", "escape"),
        ("F12", "f12"),
        ("alt+/", "alt+slash"),
        (" pgdn ", "pagedown"),
    ],
)
def test_keys_as_settings_may_write_them(written: str, key: str) -> None:
    assert normal(written) == key


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("a", "a"),
        ("A", "A"),
        ("ctrl+s", "Ctrl+S"),
        ("alt+1", "Alt+1"),
        ("f2", "F2"),
        ("down", "Down"),
        ("slash", "/"),
        ("percent_sign", "%"),
        ("alt+slash", "Alt+/"),
        ("ctrl+down", "Ctrl+Down"),
        ("escape", "Esc"),
    ],
)
def test_keys_as_people_write_them(key: str, written: str) -> None:
    assert readable(key) == written
