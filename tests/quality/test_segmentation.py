"""Boundaries of hand-written paragraphs, in every language that has rules."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from l10n.segmentation import segment

GOLD = Path(__file__).parents[1] / "unit/segmentation/gold"
LANGUAGES = sorted(path.stem for path in GOLD.glob("*.txt"))
UNSPACED = ("zh", "ja")


def paragraphs(language: str) -> list[list[str]]:
    lines = (GOLD / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [[s.strip() for s in line.split("|")] for line in lines]


def ends(sentences: list[str], joint: str) -> set[int]:
    found, at = set(), 0
    for sentence in sentences[:-1]:
        at += len(sentence)
        found.add(at)
        at += len(joint)
    return found


def f1(language: str, form: str) -> float:
    joint = "" if language in UNSPACED else " "
    right = total = 0
    for written in paragraphs(language):
        sentences = [unicodedata.normalize(form, s) for s in written]
        gold = ends(sentences, joint)
        ours = {end for _, end in segment(joint.join(sentences), language)[:-1]}
        right += len(gold & ours)
        total += len(gold) + len(ours)
    return 2 * right / total


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_boundary_f1(language: str, form: str) -> None:
    assert f1(language, form) >= 0.98


def test_enough_is_measured() -> None:
    counts = {language: len(paragraphs(language)) for language in LANGUAGES}
    assert counts["vi"] >= 120
    assert counts["en"] >= 40
    assert all(counts[language] >= 8 for language in ("fr", "es", "ru", "zh", "ja"))


def test_a_space_that_does_not_break_is_a_space() -> None:
    for sentences in paragraphs("vi"):
        text = re.sub(r" ", "\u00a0", " ".join(sentences))
        assert len(segment(text, "vi")) == len(segment(" ".join(sentences), "vi"))
