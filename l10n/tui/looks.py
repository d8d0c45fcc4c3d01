"""Dark or light: what the person chose last, else what the terminal says."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from l10n import catalogs
from l10n.errors import FileError

DARK, LIGHT = "textual-dark", "textual-light"
_LIGHT_GROUNDS = ("7", "15")
_NAME = "theme"


def usual(cache: Path) -> str:
    """The theme to begin with."""
    with suppress(OSError, UnicodeDecodeError):
        kept = (cache / _NAME).read_text(encoding="utf-8").strip()
        if kept in (DARK, LIGHT):
            return kept
    # What many terminals say of their colours: "15;0" is white on black.
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in _LIGHT_GROUNDS else DARK


def keep(cache: Path, theme: str) -> None:
    """Begin with it the next time; where it cannot be kept, it is chosen again."""
    with suppress(FileError):
        catalogs.atomic_write(cache / _NAME, f"{theme}\n".encode())
