"""New articles, and single values of the front matter."""

from __future__ import annotations

import pytest

from l10n.articles import edit_front_matter, parse, serialize
from l10n.errors import InputError
from l10n.model import ArticleContent


def test_an_article_is_written_as_people_would() -> None:
    content = ArticleContent(
        title="Đồng Nai: 1.234,5 tỷ đồng",
        body="Thân bài.\n",
        lead="Ngày 12/5, UBND tỉnh họp.",
        date="2025-05-12T08:00:00+07:00",
        author="P.V",
        source="https://bao.example/tin-1.html",
        tags=("Chính trị", "a, b"),
    )
    assert serialize(content) == (
        '---\ntitle: "Đồng Nai: 1.234,5 tỷ đồng"\nlanguage: vi\n'
        "date: 2025-05-12T08:00:00+07:00\nlead: Ngày 12/5, UBND tỉnh họp.\nauthor: P.V\n"
        "source: https://bao.example/tin-1.html\n"
        'tags: [Chính trị, "a, b"]\n---\n\nThân bài.\n'
    )


def test_what_is_absent_is_left_out() -> None:
    assert serialize(ArticleContent("A", "")) == "---\ntitle: A\nlanguage: vi\n---\n"
    multi = serialize(ArticleContent("A\nB", "", date="hôm nay: 8"))
    assert '"A\\nB"' in multi
    assert parse(multi).front_matter["date"] == "hôm nay: 8"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "---\r\ntitle: A # x\r\nlanguage: 'vi' # y\r\n---\r\nChữ",
            "---\r\ntitle: A # x\r\nlanguage: 'en' # y\r\ndraft: true\r\n---\r\nChữ",
        ),
        ("---\nlanguage:\ndraft: no\n---\n", "---\nlanguage: en\ndraft: true\n---\n"),
        (
            "---\nlanguage: |\n  vi\ndraft: |\n  x\n---\n",
            "---\nlanguage: |\n  en\ndraft: true\n---\n",
        ),
        ("---\n  a: 1\n---\n", "---\n  a: 1\n  language: en\n  draft: true\n---\n"),
        ("---\n---\n", "---\nlanguage: en\ndraft: true\n---\n"),
        ("\ufeffChữ\r\n", "\ufeff---\r\nlanguage: en\r\ndraft: true\r\n---\r\n\r\nChữ\r\n"),
        ("---\n\nChữ", "---\nlanguage: en\ndraft: true\n---\n\n---\n\nChữ"),
    ],
)
def test_values_are_set_or_added(text: str, expected: str) -> None:
    assert edit_front_matter(text, {"language": "en", "draft": True}) == expected


@pytest.mark.parametrize(
    "text", ["---\nlanguage: [vi]\n---\n", "+++\na = 1\n+++\n", "{}\n", "---\n{a: 1}\n---\n"]
)
def test_what_cannot_be_edited_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        edit_front_matter(text, {"language": "en"})
    assert caught.value.line is not None
    assert caught.value.remedy


def test_a_text_that_looks_like_a_truth_value_stays_text() -> None:
    edited = edit_front_matter("---\na: 1\n---\n", {"draft": "true", "a": False})
    assert edited == '---\na: false\ndraft: "true"\n---\n'
