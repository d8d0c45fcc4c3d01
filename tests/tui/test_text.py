"""Differences between texts, as they are shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from l10n.tui import text
from l10n.tui.text import difference, replacement, shown

WORDS = st.lists(st.sampled_from(["Bộ", "Hà", "Nội", " ", "\N{NO-BREAK SPACE}", ".", "15,7", "\n"]))


def without(style: str, of: Text) -> str:
    """The text but for what has a style."""
    gone = {n for span in of.spans if style in str(span.style) for n in range(span.start, span.end)}
    return "".join(letter for n, letter in enumerate(of.plain) if n not in gone)


@given(WORDS, WORDS)
def test_both_texts_are_in_the_difference(one: list[str], two: list[str]) -> None:
    old, new = "".join(one), "".join(two)
    told = difference(old, new)
    assert without("inserted", told) == shown(old)
    assert without("deleted", told) == shown(new)


@pytest.mark.parametrize("most", [0, text._MOST_COMPARED])
@pytest.mark.parametrize(
    ("old", "new", "plain"),
    [
        ("Bộ Chính trị họp.", "Ban Bí thư họp.", "Bộ Chính trịBan Bí thư họp."),
        ("Họp tại Hà Nội.", "Họp tại Hà Nội.", "Họp tại Hà Nội."),
        ("", "Mới.", "Mới."),
    ],
)
def test_words_that_changed_stand_together(
    old: str, new: str, plain: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = difference(old, new)
    assert told.plain == plain
    monkeypatch.setattr(text, "_MOST_COMPARED", most)
    told = difference(old, new)
    assert (without("inserted", told), without("deleted", told)) == (old, new)


@pytest.mark.parametrize("way", [difference, lambda old, new: replacement(old, "b\x1b", "")])
def test_no_control_code_is_in_it(way: Callable[[str, str], Text]) -> None:
    told = way("a b\x1b[2J", "a [2J")
    assert "\x1b" not in told.plain
    assert without("deleted", told) == "a [2J"


def test_each_place_is_told_that_is_replaced() -> None:
    told = replacement("Bộ Chính trị và Bộ Y tế", "Bộ", "Ban")
    assert told.plain == "BộBan Chính trị và BộBan Y tế"
    assert without("deleted", told) == "Ban Chính trị và Ban Y tế"
