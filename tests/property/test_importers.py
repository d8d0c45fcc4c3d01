"""Whatever comes in: an article in order, or an error of ours in one line."""

from __future__ import annotations

import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.importers import read_source, slug
from l10n.importers.datelines import dateline
from l10n.model import ArticleContent

_LINES = st.sampled_from(
    (
        "Chính trị",
        "Cầu Sông Lam hợp long sớm hai tháng",
        "08/01/2024, 05:10",
        "Sáng 12/3, nhà thầu đã hợp long nhịp chính cầu Sông Lam, sớm hơn kế hoạch hai tháng.",
        "Cầu dài 1,2 km, tổng mức đầu tư 1.450 tỷ đồng, dự kiến thông xe vào dịp Quốc khánh.",
        "a.jpg",
        "Lễ ký. Ảnh: Đình Hòa",
        "Ảnh: A",
        "- một",
        "+ hai",
        "1. ba",
        "2. bốn",
        "Bài liên quan",
        "Bình luận (0)",
        "Từ khóa: a, b",
        "Tags",
        "#a",
        "P.V",
        "Đình Hòa",
        "“Một hai ba bốn năm sáu bảy tám chín mười”",
        "Xem thêm: a",
        "Trang chủ",
        "5 giờ trước",
        "Tên: ba?",
        "",
    )
)


def _in_order(found: ArticleContent) -> None:
    assert found.title.strip()
    assert "\n" not in found.title + found.lead + found.author + found.date
    assert found.body == "" or (found.body.endswith("\n") and found.body.strip())
    assert re.fullmatch(r"(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?)?", found.date)


def _assert_article_or_error(data: bytes) -> None:
    """Reads `data`; checks the article, or the error."""
    found: object
    try:
        found = read_source("-", stdin=io.BytesIO(data), language="vi")
    except L10nError as error:
        found = error
    if isinstance(found, ArticleContent):
        _in_order(found)
    else:
        assert isinstance(found, str) or "\n" not in str(found)


@settings(max_examples=200, deadline=None)
@given(st.lists(_LINES, max_size=30))
def test_any_order_of_lines(lines: list[str]) -> None:
    _assert_article_or_error("\n".join(lines).encode())


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    _assert_article_or_error(text.encode())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    _assert_article_or_error(data)


@given(st.text())
def test_slugs_are_file_names(title: str) -> None:
    name = slug(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= 80
    assert slug(name) == name


@given(st.text(max_size=200) | st.from_regex(r"[0-9/:. -]{1,40}(?:2024)?[^\n]{0,20}"))
def test_date_lines(line: str) -> None:
    found = dateline(line, "vi")
    assert found is None or "\n" not in found.rest.strip() or "\n" in line
