"""What holds for every text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary import Glossary, load
from l10n.glossary.folding import folded, key_of, regular
from l10n.model import Match, Status


@cache
def shipped() -> Glossary:
    return load([Path(__file__).parents[2] / "glossary"])


TERMS = [t.text for c in shipped().concepts.values() for t in c.terms["vi"]]
WORDS = st.sampled_from(["và", "các", "của", "BCT", "88-CTr/TU", "ubnd.vn", "xã hội", "năm 2025"])
GAPS = st.sampled_from([" ", "  ", "\u00a0", "\n", " - ", ", ", "\u200b ", " – "])
SENTENCES = st.lists(st.tuples(st.sampled_from(TERMS) | WORDS, GAPS), max_size=8).map(
    lambda parts: "".join(word + gap for word, gap in parts) + "x."
)
TEXTS = st.text(max_size=80) | SENTENCES


def key(match: Match) -> tuple[str, bool]:
    return match.concept.id, match.ambiguous


@given(TEXTS)
def test_offsets_lie_inside_the_text_and_matches_do_not_overlap(text: str) -> None:
    done = 0
    for match in shipped().match(text):
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.text
        assert match.start >= done or match.ambiguous
        done = match.end if not match.ambiguous else match.start


@given(TEXTS)
def test_a_match_folds_to_its_term(text: str) -> None:
    for match in shipped().match(text):
        assert folded(match.text) == folded(match.term)


@given(TEXTS)
def test_composed_and_decomposed_text_have_the_same_concepts(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert [key(m) for m in shipped().match(composed)] == [
        key(m) for m in shipped().match(decomposed)
    ]


@given(SENTENCES, SENTENCES)
def test_joined_sentences_have_the_matches_of_both(first: str, second: str) -> None:
    joined = f"{first}\n{second}"
    shift = len(first) + 1
    apart = [(m.concept.id, m.start, m.end) for m in shipped().match(first)]
    apart += [(m.concept.id, m.start + shift, m.end + shift) for m in shipped().match(second)]
    assert [(m.concept.id, m.start, m.end) for m in shipped().match(joined)] == apart


@given(st.lists(SENTENCES | st.text(max_size=40), min_size=1, max_size=12))
def test_a_long_text_is_matched_like_its_lines(lines: list[str]) -> None:
    # Long texts are cut between words that no term has side by side; here wherever that can be.
    lines = [f"{line} Trời hôm nay nắng to." for line in lines]
    apart, start = [], 0
    with patch("l10n.glossary.matching.PIECE", 1), patch("l10n.glossary.pieces.PIECE", 1):
        for line in lines:
            apart += [(m.concept.id, m.start + start) for m in shipped().match(line)]
            start += len(line) + 1
        assert [(m.concept.id, m.start) for m in shipped().match("\n".join(lines))] == apart


@given(SENTENCES, st.lists(st.integers(0, 400), max_size=6))
def test_a_text_in_parts_is_matched_like_the_whole(text: str, cuts: list[int]) -> None:
    text *= 3
    places = sorted({0, *cuts, len(text)})
    parts = [text[a:b] for a, b in pairwise(places)]
    with patch("l10n.glossary.pieces.PIECE", 1):
        assert list(shipped().find(parts)) == shipped().match(text)


@given(st.text())
def test_every_place_of_a_regular_text_leads_back(text: str) -> None:
    mapped = regular(text)
    assert len(key_of(mapped.text)) == len(mapped.text)
    done = 0
    for index, character in enumerate(mapped.text):
        start, end = mapped.span(index, index + 1)
        assert done <= start <= end <= len(text)
        origin = unicodedata.normalize("NFC", text[start:end])
        assert unicodedata.normalize("NFC", character) in origin or re.search(
            r"[\s\u2010-\u2015\u2212\u00ad-]", text[start:end]
        )
        done = start


@given(SENTENCES, st.text(max_size=60))
def test_there_is_one_verdict_for_each_decided_match(source: str, target: str) -> None:
    verdicts = shipped().verify(source, target)
    decided = [m.concept.id for m in shipped().match(source) if not m.ambiguous]
    assert [v.concept for v in verdicts] == decided
    for verdict in verdicts:
        assert verdict.found in target


@given(st.sampled_from([c for c in shipped().concepts.values() if c.case == "any"]))
def test_the_preferred_wording_is_right(concept: object) -> None:
    for term in concept.terms["en"]:  # type: ignore[attr-defined]
        if term.status is Status.PREFERRED:
            source = concept.terms["vi"][0].text  # type: ignore[attr-defined]
            found = [m for m in shipped().match(source) if not m.ambiguous]
            (verdict,) = shipped().verify(source, term.text)
            assert (verdict.concept, verdict.verdict) == (found[0].concept.id, "ok")
