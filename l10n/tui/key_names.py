"""Names of keys: as the settings have them, as Textual has them, as people read them."""

from __future__ import annotations

from textual.keys import REPLACED_KEYS, Keys, _character_to_key, key_to_character

_MODIFIERS = ("ctrl", "alt", "shift")
_PLAIN = {key.value for key in Keys if "+" not in key.value and not key.value.startswith("<")}
_SYNONYMS = {
    "esc": "escape",
    "return": "enter",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "del": "delete",
    "ins": "insert",
}
_SHOWN = {"escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp", "space": "Space"}


def normal(written: str) -> str | None:
    """Textual's name of a key that is written `Ctrl+S`, `ctrl+s`, `F2`, `/` or `slash`.

    None for what is no key.
    """
    key = written.strip() or written[:1]
    if len(key) == 1:
        return _character_to_key(key)
    *modifiers, last = key.split("+")
    named = sorted(m.lower() for m in modifiers)
    last = last if len(last) == 1 and not named else _SYNONYMS.get(last.lower(), last.lower())
    if not set(named) <= set(_MODIFIERS) or not _known(last):
        return None
    if named == ["shift"] and len(last) == 1:
        return last.upper()
    if len(last) == 1:
        last = _character_to_key(last)
    return "+".join([*(m for m in _MODIFIERS if m in named), last])


def _known(key: str) -> bool:
    return len(key) == 1 or key in _PLAIN or _character(key) is not None


def _character(key: str) -> str | None:
    return key_to_character(REPLACED_KEYS.get(key, key))


def types(key: str) -> bool:
    """Whether the key writes a character into a text."""
    character = _character(key)
    return character is not None and character.isprintable()


def readable(key: str) -> str:
    """A key as people write it: `ctrl+s` is Ctrl+S, `question_mark` is ?."""
    if key in _SHOWN:
        return _SHOWN[key]
    if len(key) > 1 and types(key):
        return _character(key) or key
    *modifiers, last = key.split("+")
    if not modifiers:
        return last if len(last) == 1 else last.capitalize()
    shown = readable(last)
    return "+".join([*(m.capitalize() for m in modifiers), shown.upper()[:1] + shown[1:]])
