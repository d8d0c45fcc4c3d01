"""Floors of what the shipped glossary holds; how fast it is, `benchmarks/glossary.py` tells."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from l10n.glossary import load

FOLDER = Path(__file__).parents[2] / "glossary"


def test_the_shipped_glossary_holds_what_it_did() -> None:
    concepts = load([FOLDER]).concepts.values()
    assert len(concepts) >= 329
    assert sum(c.verified for c in concepts) >= 264
    languages = Counter(language for c in concepts for language in c.terms)
    for language, floor in {"vi": 329, "en": 329, "zh": 98, "fr": 97, "ru": 77}.items():
        assert languages[language] >= floor, language


def test_what_is_verified_says_where_it_was_seen() -> None:
    assert [c.id for c in load([FOLDER]).concepts.values() if c.verified and not c.source] == []
