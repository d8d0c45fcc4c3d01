"""`l10n glossary candidates`: what recurs in the articles and is in no concept."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree

Call = Callable[..., Outcome]
FIRST = """\
---
title: Sở Du lịch Biển họp về nuôi cá lồng bè
language: vi
date: 2024-01-08T05:10:00+07:00
---

Sáng nay, Sở Du lịch Biển và Bộ Chính trị bàn về nuôi cá lồng bè với ông Lê Văn Tám.

![Cá](images/a.jpg "Ảnh: Cá Lồng Bè")
"""
SECOND = """\
---
title: Tin vắn
---

Theo Sở Du lịch Biển, nghề nuôi cá lồng bè cần vốn. Bộ Chính trị đã họp.

Ông Lê Văn Tám cảm ơn Sở Du lịch Biển. Ảnh: Cá Lồng Bè.
"""


@pytest.fixture
def news(project: Path) -> Path:
    (project / "articles/hoi-nghi.md").unlink()
    return write_tree(project, {"articles/ca.md": FIRST, "articles/tin.md": SECOND})


def mined(l10n: Call, *options: str) -> list[dict[str, object]]:
    outcome = l10n("glossary", "candidates", "--format", "json", *options)
    assert outcome.code == 0, outcome.err
    document = json.loads(outcome.out)
    assert document["schema"] == 1
    assert document["found"] >= len(document["candidates"])
    return list(document["candidates"])


def test_the_best_comes_first_with_places(news: Path, l10n: Call) -> None:
    found = mined(l10n)
    assert [c["text"] for c in found][:2] == ["Sở Du lịch Biển", "nuôi cá lồng bè"]
    best = found[0]
    assert (best["kind"], best["count"], best["articles"]) == ("body", 4, 2)
    places = [(e["article"], e["line"]) for e in best["examples"]]  # type: ignore[attr-defined]
    assert places == [("ca", 2), ("tin", 5), ("ca", 7)]
    texts = [e["text"] for e in best["examples"]]  # type: ignore[attr-defined]
    assert texts[1] == "Theo Sở Du lịch Biển, nghề nuôi cá lồng bè cần vốn. Bộ Chính trị đã họp."
    assert texts[2] == (
        "Sáng nay, Sở Du lịch Biển và Bộ Chính trị bàn về nuôi cá lồng bè với ông Lê Văn Tám."
    )
    assert [c["score"] for c in found] == sorted((c["score"] for c in found), reverse=True)


def test_names_of_people_credits_and_the_glossarys_terms_are_left_out(
    news: Path, l10n: Call
) -> None:
    texts = [str(c["text"]) for c in mined(l10n)]
    assert not [t for t in texts if "Tám" in t or "Chính trị" in t or t == "Cá Lồng Bè"]
    named = {c["text"]: c["kind"] for c in mined(l10n, "--names")}
    assert named["Lê Văn Tám"] == "name"
    write_tree(news, {"glossary/new.yml": "- id: so\n  vi: sở du lịch biển\n  en: x\n"})
    assert "Sở Du lịch Biển" not in [c["text"] for c in mined(l10n)]


def test_long_texts_are_cut_about_the_example(news: Path, l10n: Call) -> None:
    long = f"{'Gió to. ' * 20}Theo Sở Du lịch Biển, {'mưa to. ' * 20}"
    write_tree(news, {"articles/tin.md": long})
    text = str(mined(l10n)[0]["examples"][1]["text"])  # type: ignore[index]
    assert text.startswith("…")
    assert text.endswith("…")
    assert "Theo Sở Du lịch Biển, mưa to." in text
    assert len(text) < 150


def test_as_text(news: Path, l10n: Call) -> None:
    outcome = l10n("glossary", "candidates", "--top", "1")
    lines = outcome.out.splitlines()
    assert lines[0].endswith("  Sở Du lịch Biển  (body, 4 in 2 articles)")
    assert lines[1] == "    ca:2: Sở Du lịch Biển họp về nuôi cá lồng bè"
    assert len(lines) == 4
    assert outcome.err.startswith("1 of ")
    again = l10n("glossary", "candidates", "--top", "1")
    assert again == outcome


def test_articles_counts_and_languages(news: Path, l10n: Call) -> None:
    assert {c["articles"] for c in mined(l10n, "tin")} == {1}
    assert {int(str(c["count"])) for c in mined(l10n, "--min-count", "4")} == {4}
    assert mined(l10n, "--language", "en") == []
    english = "The Sea Rescue Plan works. He read the Sea Rescue Plan.\n"
    write_tree(news, {"articles/sea.md": f"---\nlanguage: en\n---\n\n{english}"})
    assert [c["text"] for c in mined(l10n, "--language", "en")] == ["Sea Rescue Plan"]
    assert "Sea Rescue Plan" not in [c["text"] for c in mined(l10n)]


def test_decomposed_letters_count_too(news: Path, l10n: Call) -> None:
    write_tree(news, {"articles/tin.md": unicodedata.normalize("NFD", SECOND)})
    best = mined(l10n)[0]
    assert (best["text"], best["count"]) == ("Sở Du lịch Biển", 4)


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--top", "0"], 2, "Invalid value for '--top'"),
        (["--min-count", "1"], 2, "Invalid value for '--min-count'"),
        (["nowhere"], 4, "articles/nowhere.md: no such article"),
    ],
)
def test_a_wrong_call(news: Path, l10n: Call, options: list[str], code: int, message: str) -> None:
    outcome = l10n("glossary", "candidates", *options)
    assert (outcome.code, outcome.err.count("\n")) == (code, 1)
    assert message in outcome.err


def test_a_broken_article_is_named(news: Path, l10n: Call) -> None:
    write_tree(news, {"articles/tin.md": b"\xff"})
    outcome = l10n("glossary", "candidates")
    assert (outcome.code, outcome.err.count("\n")) == (4, 1)
    assert "articles/tin.md:1" in outcome.err
