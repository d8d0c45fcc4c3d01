"""Slugs and languages."""

from __future__ import annotations

import re
import unicodedata

import pytest

from l10n.importers import slug
from l10n.importers.language import language_of


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Đổi mới, nâng cao chất lượng", "doi-moi-nang-cao-chat-luong"),
        ("Uỷ ban / Ủy ban", "uy-ban-uy-ban"),
        ("  “TP.HCM”: 1.234,5 tỷ!  ", "tp-hcm-1-234-5-ty"),
        ("../../etc/passwd", "etc-passwd"),
        ("Straße Œuvre Æsir Øre Łódź", "strasse-oeuvre-aesir-ore-lodz"),
        ("ﬁn ２０２４", "fin-2024"),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected
    assert slug(unicodedata.normalize("NFD", title)) == expected


@pytest.mark.parametrize("title", ["", "...", "..", "/", "—", "新闻", "Новости", "\ud800"])
def test_titles_without_latin_letters(title: str) -> None:
    assert re.fullmatch(r"article-[0-9a-f]{6}", slug(title))


def test_two_such_titles_do_not_meet() -> None:
    assert slug("新闻") != slug("Новости")


def test_long_titles_are_cut_at_a_word() -> None:
    assert slug("từ " * 50) == "-".join(["tu"] * 27)[:80].rstrip("-")
    assert len(slug("a" * 300)) == 80
    exact = "a" * 40 + " " + "b" * 39
    assert slug(exact + " c") == slug(exact)
    assert len(slug(exact)) == 80


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Hội nghị tổng kết công tác đối ngoại năm 2024 của tỉnh.", "vi"),
        ("The office will open to the public in February, the ministry said.", "en"),
        ("Les travaux ont été achevés dans la capitale avec une fête.", "fr"),
        ("Las obras terminaron en la capital con una fiesta para los niños.", "es"),
        ("Die Arbeiten sind in der Hauptstadt mit einem Fest beendet.", "de"),
        ("1234 — 5678", "vi"),
        ("xyz", "vi"),
    ],
)
def test_language(text: str, tag: str) -> None:
    assert language_of(text) == tag
    assert language_of(unicodedata.normalize("NFD", text)) == tag
