"""What holds for every text."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.segmentation import segment

LANGUAGES = st.sampled_from(["vi", "en", "fr", "es", "ru", "zh", "ja", "de", "x-none"])
WORDS = st.sampled_from(
    [
        *(
            "Ông",
            "Hòa",
            "nói",
            "TP.",
            "v.v.",
            "A.",
            "5.",
            "1.234,5",
            "…",
            "...",
            "“Tốt!”",
            "\u00a0",
        ),
        *(
            "\n",
            "\n\n",
            "?",
            "!",
            "。",
            "(a)",
            "b)",
            "•",
            "**x.**",
            "-",
            "  \n",
            "\\\n",
            "Mr.",
            "»",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS, LANGUAGES)
def test_segments_cover_the_text_in_order(text: str, language: str) -> None:
    spans = segment(text, language)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
    assert spans == segment(text, language)


@given(TEXTS, LANGUAGES)
def test_decomposed_text_is_cut_alike(text: str, language: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    if unicodedata.normalize("NFC", decomposed) != composed:
        return
    pieces = [decomposed[a:b] for a, b in segment(decomposed, language)]
    assert [unicodedata.normalize("NFC", p) for p in pieces] == [
        unicodedata.normalize("NFC", composed[a:b]) for a, b in segment(composed, language)
    ]


@given(TEXTS, LANGUAGES, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 30)), max_size=5))
def test_no_segment_ends_in_a_protected_span(
    text: str, language: str, stretches: list[tuple[int, int]]
) -> None:
    protected = [(start, start + length) for start, length in stretches]
    free = segment(text, language)
    kept = segment(text, language, protected=protected)
    for _, end in kept[:-1]:
        # A segment has no space at its end, whether that was protected or not.
        assert not any(start < end < stop and text[end:stop].strip() for start, stop in protected)
    assert {e for _, e in kept} <= {e for _, e in free}


MOST = 1 if sys.gettrace() is None else 10
"""Seconds of processor time; measuring coverage takes several times as long."""
HOSTILE = ["." * 100_000, "A." * 50_000, " " * 100_000, "(" * 50_000, ". " * 20_000, "\n" * 100_000]
HOSTILE += ['."' * 50_000, "1. " * 15_000, "a\u0301" * 50_000, "“" * 50_000, "](" * 50_000]
HOSTILE += ["A. " * 15_000, "。" * 100_000, "\t\n" * 50_000, "1. A " * 10_000, "." + " " * 100_000]
HOSTILE += [".” Ông " * 12_000, "《" * 50_000, ".](" * 30_000, "• " * 50_000, "a" * 100_000]


@pytest.mark.parametrize("language", ["vi", "en", "zh", "ru"])
@pytest.mark.parametrize("text", HOSTILE, ids=[repr(t[:6]) for t in HOSTILE])
def test_time_is_linear(text: str, language: str) -> None:
    segment("A. B.", language)  # compiles the rules
    start = time.process_time()
    segment(text, language)
    assert time.process_time() - start < MOST
