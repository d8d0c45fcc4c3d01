"""Markdown as a source."""

from __future__ import annotations

import pytest

from l10n.errors import InputError
from l10n.importers import markdown
from l10n.model import ArticleContent


@pytest.mark.parametrize(
    "front",
    [
        "title: Một",
        "date: 2024-01-08\ntitle: 'Một'",
        '"title": "Một"',
        "title: >\n  Một\n  hai",
        "title:\n  Một",
        "tags: [a]\ntitle : Một # chú",
    ],
)
def test_an_article_is_taken_as_it_is(front: str) -> None:
    text = f"---\n{front}\n---\n# Khác\n\nThân  \nbài"
    assert markdown.from_text(text) is text


@pytest.mark.parametrize("front", ["author: A", "title:\nauthor: A", 'title: ""\nauthor: A'])
def test_front_matter_without_a_title_is_kept_and_gets_one(front: str) -> None:
    found = markdown.from_text(f"---\n{front}\n# chú\n---\n\n# Đầu: “đề”\n\nThân bài.\n")
    assert isinstance(found, str)
    assert found.startswith('---\ntitle: "Đầu: “đề”"\n')
    assert found.endswith("author: A\n# chú\n---\n\nThân bài.\n")
    assert found.count("title:") == 1


def test_line_endings_of_the_front_matter_are_kept() -> None:
    found = markdown.from_text("---\r\nauthor: A\r\n---\r\n# T\r\n\r\nThân.\r\n")
    assert found == '---\r\ntitle: "T"\r\nauthor: A\r\n---\r\n\r\nThân.\r\n'


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Một\n\nHai.\n", "Một", "Hai.\n"),
        ("\ufeff# Một\n\nHai.", "Một", "Hai.\n"),
        ("Một\n===\n\nHai.\n", "Một", "Hai.\n"),
        ("# **Một** [hai](x) `ba` #\n\nBốn.\n", "Một hai ba", "Bốn.\n"),
        ("Dẫn.\n\n# Một\n\nHai.\n", "Một", "Dẫn.\n\n\nHai.\n"),
        ("```\n# chú\n```\n\n# Một\n", "Một", "```\n# chú\n```\n\n"),
        ("> # Trích\n\n# Một\n", "Một", "> # Trích\n\n"),
        ("## Một\n\nHai.\n", "Một", "Hai.\n"),
        ("\n\n**Một**\nHai.\n", "Một", "Hai.\n"),
        ("#\n\nMột\n\nHai\n", "Một", "#\n\n\nHai\n"),
        ("---\n\nMột\n\nHai\n", "---", "Một\n\nHai\n"),
        ("---\nMột\n---\n# Hai\n", "Hai", "---\nMột\n---\n"),
        ("# Một", "Một", ""),
    ],
)
def test_titles(text: str, title: str, body: str) -> None:
    found = markdown.from_text(text, language="vi")
    assert isinstance(found, ArticleContent)
    assert (found.title, found.body) == (title, body)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: Một\n\nThân", "the front matter is not closed"),
        ("+++\ntitle = 'Một'\n+++\nThân", "the front matter is TOML"),
        ("# \n\n***\n", "no title found"),
        ("---\nauthor: A\n---\n", "no title found"),
    ],
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        markdown.from_text(text, name="bai.md")
    assert caught.value.remedy
    assert caught.value.file == "bai.md"
