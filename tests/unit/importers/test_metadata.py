# ruff: noqa: E501 - pages are easier to read whole
"""Title, date, author and category, from wherever a page says them best."""

import lxml.html
import pytest

from l10n.importers.metadata import Metadata, read_metadata


def read(head: str = "", body: str = "", language: str = "vi", given: str = "") -> Metadata:
    page = f"<html><head>{head}</head><body>{body or '<p>x</p>'}</body></html>"
    return read_metadata(lxml.html.document_fromstring(page), given, language)


def linked(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Cầu mới - Báo X</title>", "<h1>Cầu mới</h1>", "Cầu mới"),
        (meta("og:title", "Cầu mới | Báo X"), "<h1>Báo X</h1><h1>Cầu mới</h1>", "Cầu mới"),
        ("<title>Cầu mới - Báo X</title>", "", "Cầu mới"),
        (linked('{"@type":"NewsArticle","headline":"Cầu mới"}'), "", "Cầu mới"),
        (
            meta("og:title", "Tên ngắn"),
            "<h1>Tên dài hơn hẳn của bài báo</h1>",
            "Tên dài hơn hẳn của bài báo",
        ),
        (meta("og:title", "Cầu mới"), "<h1>Trang chủ</h1>", "Cầu mới"),
        ("", "", ""),
    ],
)
def test_title(head: str, body: str, title: str) -> None:
    assert read(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (linked('{"@type":"NewsArticle","datePublished":"2024-01-08T05:10:00+07:00"}'), "", "2024-01-08T05:10:00+07:00"),
        (linked('{"@graph":[{"@type":["Thing","Article"],"datePublished":"2024-01-07T22:10:00Z"}]}'), "", "2024-01-08T05:10:00+07:00"),
        (linked('[{"@type":"LiveBlogPosting","datePublished":"2024-01-08T05:10:00.123+0700"}]'), "", "2024-01-08T05:10:00+07:00"),
        (meta("article:published_time", "2024-01-08T05:10:00"), "", "2024-01-08T05:10:00+07:00"),
        (meta("article:published_time", "2024-01-08"), "", "2024-01-08"),
        ("", '<time datetime="2024-01-08 05:10">sáng</time>', "2024-01-08T05:10:00+07:00"),
        ("", '<div class="date">Thứ Hai, 08/01/2024 - 05:10 (GMT+7)</div>', "2024-01-08T05:10:00+07:00"),
        ("", '<span class="time">08/01/2024, 05:10</span>', "2024-01-08T05:10:00+07:00"),
        ("", "<time>Thứ hai, ngày 8/1/2024 05:10 GMT+7</time>", "2024-01-08T05:10:00+07:00"),
        (meta("article:published_time", "hôm qua"), "", ""),
        (meta("article:published_time", "2024-13-45T99:00:00"), "", ""),
    ],
)  # fmt: skip
def test_date(head: str, body: str, date: str) -> None:
    assert read(head, body).date == date


def test_another_language_keeps_the_offset_that_is_given() -> None:
    head = meta("article:published_time", "2024-01-08T05:10:00Z")
    assert read(head, language="en").date == "2024-01-08T05:10:00+00:00"
    head = meta("article:published_time", "2024-01-08T05:10:00")
    assert read(head, language="en").date == "2024-01-08T05:10:00"


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (linked('{"@type":"Article","author":{"name":"Lan Chi"}}'), "", "Lan Chi"),
        (linked('{"@type":"Article","author":[{"name":"Lan"},"Chi",{"name":"Lan"}]}'), "", "Lan, Chi"),
        (linked('{"@type":"Article","author":"https://x.example/lan"}'), "", ""),
        (meta("article:author", "https://facebook.example/x"), "<p class=author>Lan Chi</p>", "Lan Chi"),
        ('<meta name="author" content="VCCorp.vn">', '<a rel="author">Lan Chi</a>', "Lan Chi"),
        ('<meta name="author" content="Lan Chi">', "", "Lan Chi"),
        ("", '<span class="byline">By Ann Lee</span>', "Ann Lee"),
    ],
)  # fmt: skip
def test_author(head: str, body: str, author: str) -> None:
    assert read(head, body).author == author


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        (linked('{"@type":"Article","articleSection":"Kinh tế, Nông nghiệp"}'), ("Kinh tế", "Nông nghiệp")),
        (linked('{"@type":"Article","articleSection":["Kinh tế"]}'), ("Kinh tế",)),
        (meta("article:section", "Kinh tế"), ("Kinh tế",)),
        (
            linked(
                '{"@type":"BreadcrumbList","itemListElement":[[{"name":"Trang chủ"}],'
                '[{"item":{"name":"Kinh tế"}}],{"name":"Cầu mới"},5]}'
            )
            + "<title>Cầu mới</title>",
            ("Kinh tế",),
        ),
        (meta("keywords", "a,b,c"), ()),
    ],
)  # fmt: skip
def test_category(head: str, tags: tuple[str, ...]) -> None:
    assert read(head).tags == tags


@pytest.mark.parametrize(
    ("head", "given", "address"),
    [
        ('<link rel="canonical" href="/bai-1.html">', "https://bao.example/?utm=1", "https://bao.example/bai-1.html"),
        (meta("og:url", "https://bao.example/bai-1.html"), "", "https://bao.example/bai-1.html"),
        ("", "https://bao.example/x", "https://bao.example/x"),
        ('<link rel="canonical" href="javascript:x">', "", ""),
    ],
)  # fmt: skip
def test_address(head: str, given: str, address: str) -> None:
    assert read(head, given=given).address == address


@pytest.mark.parametrize(
    "content",
    ["{", "", "[" * 5000, '"x"', "5", '{"@type":{"a":1}}', '{"@graph":[[[[[[[[1]]]]]]]]}'],
)
def test_broken_json_is_passed_over(content: str) -> None:
    assert read(linked(content) + "<title>Cầu mới</title>").title == "Cầu mới"
