"""Spans, newlines, protection, lines, and the shipped file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.segmentation import breaks, lines, segment
from l10n.segmentation.pattern import compile_icu
from l10n.segmentation.srx import load_rules, shipped


def pieces(text: str, language: str = "vi") -> list[str]:
    return [text[start:end] for start, end in segment(text, language)]


def test_nothing_gives_nothing() -> None:
    assert segment("", "vi") == []
    assert segment(" \n\u00a0", "vi") == []


def test_spans_leave_the_space_out() -> None:
    assert segment("  Một.  Hai. ", "vi") == [(2, 6), (8, 12)]


def test_newlines() -> None:
    assert pieces("Ông Nam\nnói. Bà\nHà nghe.") == ["Ông Nam\nnói.", "Bà\nHà nghe."]
    assert pieces("Đường Lê Lợi,  \nquận 1") == ["Đường Lê Lợi,  \nquận 1"]
    assert pieces("Đường Lê Lợi,\\\nquận 1") == ["Đường Lê Lợi,\\\nquận 1"]
    assert pieces("Lời một  \n\nLời hai") == ["Lời một", "Lời hai"]
    assert pieces("Lời một\n \t\nlời hai\nlời ba") == ["Lời một", "lời hai\nlời ba"]


def test_no_segment_ends_inside_a_protected_span() -> None:
    text = "Đọc *Đi. Đến. Về.* nhé. Xong."
    assert [text[a:b] for a, b in segment(text, "vi", protected=[(4, 18)])] == [
        "Đọc *Đi. Đến. Về.* nhé.",
        "Xong.",
    ]
    overlapping = [(0, 2), (9, 10), (4, 13)]
    assert len(segment(text, "vi", protected=overlapping)) == 3
    assert segment("Một. Hai.", "vi", protected=[(0, 4), (5, 9)]) == [(0, 4), (5, 9)]


def test_lines_fold_white_space_and_keep_lines_apart() -> None:
    assert list(lines("Tin  mới\n\nMột. Hai\u00a0ba.\n", "vi")) == ["Tin mới", "Một.", "Hai ba."]


def test_language_tags() -> None:
    text = "Nhà ở Q. Tân Bình."
    assert pieces(text, "vi-VN") == pieces(text, "VI") == [text]
    assert pieces("Xin chào. Tạm biệt.", "") == ["Xin chào.", "Tạm biệt."]
    assert pieces("यह एक है। यह दो है।", "hi") == ["यह एक है।", "यह दो है।"]


def test_every_shipped_pattern_compiles() -> None:
    rules = load_rules(Path(shipped().file))
    assert len(rules.maps) == 8
    assert all(compile_icu(r.before) and compile_icu(r.after) for r in rules.for_language("vi"))


@given(
    st.sampled_from(("vi", "en", "fr", "es", "ru", "zh", "hi")),
    st.text('. ?!…"“”«»‘’)(]}*•●■ \n。！？」』）aAăĂ1,т-–—[]۔।', max_size=40),
)
def test_rules_that_are_left_out_would_not_have_fitted(language: str, text: str) -> None:
    quick, full = breaks.Breaker(None, language), breaks.Breaker(None, language)
    assert any(step.before for step, _ in quick._breaks)
    full._breaks = [(replace(step, before=(), after=()), others) for step, others in full._breaks]
    inside = [[at for at in one.positions(text) if at < len(text)] for one in (quick, full)]
    assert inside[0] == inside[1]


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        (r"[.?!]\s", [".?!"]),
        (r"\s(?:[ab]\.)?[cd]{1,3}", ["cd"]),
        (r"[ab]{0,2}[cd]?[ef]*", []),
        (r"[ab]|x", []),
        (r"\[ab][^cd][e-g][h\p{L}]", []),
        (r"(?i)[ab]", []),
        (r"(?:(?:[ab]|x)[cd])+[|]", ["|"]),
    ],
)
def test_what_a_rule_cannot_do_without(source: str, needs: list[str]) -> None:
    assert breaks._needs(source) == tuple(map(frozenset, needs))
