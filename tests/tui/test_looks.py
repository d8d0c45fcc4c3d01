"""Dark and light: which the review begins with, and that both can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from l10n.tui import looks


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("", looks.DARK),
        ("15;0", looks.DARK),
        ("0;15", looks.LIGHT),
        ("0;default;7", looks.LIGHT),
        ("x", looks.DARK),
    ],
)
def test_what_the_terminal_says(
    said: str, theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", said)
    assert looks.usual(tmp_path) == theme


def test_what_the_person_chose_counts_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    looks.keep(tmp_path / "cache", looks.DARK)
    assert looks.usual(tmp_path / "cache") == looks.DARK
    (tmp_path / "cache" / "theme").write_text("other\n", encoding="utf-8")
    assert looks.usual(tmp_path / "cache") == looks.LIGHT


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    looks.keep(tmp_path / "file", looks.LIGHT)
    assert looks.usual(tmp_path / "file") == looks.DARK


GROUNDS = ("#121212", "#1e1e1e", "#242f38")
TEXTS = ("#e0e0e0", "#a0a3a6", "#ffc473", "#57a5e2", "#8ad4a1", "#d17e92")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_light_text_is_dark_on_a_light_ground(text: str, ground: str) -> None:
    light = looks.lightened(Style.parse(f"bold {text} on {ground}"))
    assert light.bold
    assert light.color
    assert light.bgcolor
    front, back = Color.from_rich_color(light.color), Color.from_rich_color(light.bgcolor)
    assert front.brightness < 0.5 < back.brightness
    assert contrast(front, back) >= 4.5


def contrast(one: Color, other: Color) -> float:
    """As the Web Content Accessibility Guidelines have it; 4.5 is enough for a text."""

    def luminance(colour: Color) -> float:
        linear = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in colour.normalized
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def test_a_coloured_block_stays_as_it_is() -> None:
    block = Style.parse("#e0e0e0 on #0178d4")
    assert looks.lightened(block) == block


def test_what_has_no_colour_gets_none() -> None:
    plain = [Segment("a", None), Segment("b", Style(bold=True)), Segment("c", Style(color="red"))]
    assert looks.Light().apply(plain, Color(0, 0, 0)) == plain
