"""Dark or light: what the person chose last, else what the terminal says."""

from __future__ import annotations

import colorsys
import os
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from rich.color import Color as Drawn
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from l10n import catalogs
from l10n.errors import FileError

DARK, LIGHT = "textual-dark", "textual-light"
"""As they are kept; `DARK` is the theme that all is drawn in."""
_LIGHT_GROUNDS = ("7", "15")
_NAME = "theme"
_OPPOSITES = ((0.0, 1.0), (0.2, 0.88), (0.45, 0.5), (1.0, 0.05))
"""How light a colour is in the dark picture, and in the light one: dark grounds differ little,
texts a lot."""
_BLOCK = 0.25
"""How much colour a background has that is a block of its own, and stays as it is."""


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


class Light(LineFilter):
    """Makes a light picture of the dark one: bright becomes dark, and the hue stays.

    A theme of Textual's would have every widget styled and drawn anew, which takes too long
    for a key.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments in light colours."""
        return [Segment(t, style and lightened(style), control) for t, style, control in segments]


@lru_cache(4096)
def lightened(style: Style) -> Style:
    """A style of the dark picture as the light one has it; `reverse` and all else stay."""
    ground = style.bgcolor and style.bgcolor.triplet
    if ground and max(ground) - min(ground) > 255 * _BLOCK:
        return style
    return style + Style(color=_turned(style.color), bgcolor=_turned(style.bgcolor))


def _turned(colour: Drawn | None) -> Drawn | None:
    if colour is None or colour.triplet is None:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*colour.triplet.normalized)
    turned = colorsys.hls_to_rgb(hue, _opposite(light), saturation)
    return Drawn.from_rgb(*(255 * part for part in turned))


def _opposite(light: float) -> float:
    (left, high), (right, low) = next(p for p in pairwise(_OPPOSITES) if light <= p[1][0])
    return high + (low - high) * (light - left) / (right - left)
