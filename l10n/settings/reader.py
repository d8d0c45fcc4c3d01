"""Reads values of `l10n.yml` strictly, and says where a wrong one stands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn, TypeAlias, cast

from l10n import strict_yaml
from l10n.errors import SettingsError

# BCP 47 (RFC 5646), the part that names languages, scripts, regions and variants.
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")

Place: TypeAlias = tuple[str | int, ...]
"""Keys and indexes that lead to a value of the file."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Checks values and says where a wrong one stands."""

    parsed: strict_yaml.Parsed
    name: str

    def fail(self, path: Place, message: str, remedy: str | None = None) -> NoReturn:
        """Raise `SettingsError` for what stands at `path`."""
        line = self.parsed.line(*path)
        raise SettingsError(message, file=self.name, line=line, remedy=remedy)

    def mapping(
        self, value: object, path: Place, known: Mapping[str, object] | tuple[str, ...] | None
    ) -> dict[str, object]:
        """A mapping with words as keys, of which none is unknown; None is an empty one."""
        what = ".".join(map(str, path)) or "the settings"
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fail(path, f"{what} must be a mapping of keys to values")
        for key in value:
            if not isinstance(key, str):
                self.fail(path, f"the key {key!r} must be a word", "put it in quotes")
            if known is not None and key not in known:
                near = difflib.get_close_matches(key, list(known), 1, 0.5)
                hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
                self.fail((*path, key), f"unknown key {key!r}", hint)
        return cast("dict[str, object]", value)

    def choice(self, value: object, path: Place, choices: tuple[str, ...]) -> str:
        """One of `choices`."""
        if value not in choices:
            self.fail(path, f"{path[-1]} cannot be {value!r}", f"choose {' or '.join(choices)}")
        return str(value)

    def text(self, value: object, path: Place) -> str:
        """A text that is not blank."""
        if not isinstance(value, str) or not value.strip():
            self.fail(path, f"{path[-1]} must be text, not {value!r}", "put it in quotes")
        return value

    def flag(self, value: object, path: Place) -> bool:
        """A truth value."""
        if not isinstance(value, bool):
            self.fail(path, f"{path[-1]} must be true or false, not {value!r}")
        return value

    def tag(self, value: object, path: Place) -> str:
        """A BCP 47 language tag."""
        # YAML 1.1 reads the tag of Norwegian as a truth value.
        value = "no" if value is False else value
        if not isinstance(value, str) or not _TAG.fullmatch(value):
            self.fail(path, f"{value!r} is not a language tag", "write one like en or pt-BR")
        return value
