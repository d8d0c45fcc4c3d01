"""Which theme the review begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

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
