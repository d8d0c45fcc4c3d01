# ruff: noqa: E501, ISC004 - pages are easier to read whole
"""Photos behind placeholders, with captions and credits wherever pages put them."""

import lxml.html
import pytest

from l10n.importers.markup import to_markdown
from l10n.importers.photos import settle_photos

PHOTO = '![Cầu mới khánh thành.](https://bao.example/cau.jpg "Ảnh: Lan Chi")'
TEXT = "<p>Một đoạn văn đủ dài để không ai nhầm đó là chú thích của bức ảnh đứng ngay phía trên nó.</p>"


def convert(html: str, title: str = "") -> list[str]:
    root = lxml.html.document_fromstring(f"<html><body><div>{html}</div></body></html>")
    settle_photos(root, title)
    return [line for line in to_markdown(root, "https://bao.example/bai").split("\n") if line]


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src=/cau.jpg><figcaption>Cầu mới khánh thành. Ảnh: Lan Chi</figcaption></figure>",
        "<figure><a href=/x><img src=/cau.jpg></a><figcaption>Cầu mới khánh thành. (Ảnh: Lan Chi)"
        "</figcaption></figure>",
        "<figure><img src=/cau.jpg><figcaption><span class=caption>Cầu mới khánh thành.</span>"
        "<span class=credit>Ảnh: Lan Chi</span></figcaption></figure>",
        "<div class=VCSortableInPreviewMode type=Photo><div><img src=/cau.jpg></div>"
        "<div class=PhotoCMS_Caption><p>Cầu mới khánh thành. Ảnh: Lan Chi</p></div></div>",
        "<table class=picture><tr><td><img src=/cau.jpg></td></tr><tr><td class=caption>"
        "Cầu mới khánh thành. Ảnh: Lan Chi</td></tr></table>",
        "<table><tr><td><img src=/cau.jpg></td></tr><tr><td>Cầu mới khánh thành."
        " <i>Ảnh: Lan Chi</i></td></tr></table>",
        "<div class='wp-caption'><img src=/cau.jpg><p class=wp-caption-text>Cầu mới khánh thành."
        " Ảnh: Lan Chi</p></div>",
        "<p><img src=/cau.jpg></p><p><em>Cầu mới khánh thành. Ảnh: Lan Chi</em></p>",
        "<p><img src=/cau.jpg><br><em>Cầu mới khánh thành. Ảnh: Lan Chi</em></p>",
        "<p align=center><img src=/cau.jpg></p><p>Cầu mới khánh thành. Ảnh: Lan Chi</p>",
        "<figure><img src=/cau.jpg alt='Cầu nhìn từ xa'><noscript><img src=/cau.jpg></noscript>"
        "<figcaption>Cầu mới khánh thành. Ảnh: Lan Chi</figcaption></figure>",
    ],
)
def test_caption_and_credit(html: str) -> None:
    assert convert(TEXT + html + TEXT) == [TEXT[3:-4], PHOTO, TEXT[3:-4]]


@pytest.mark.parametrize(
    "image",
    [
        "<img src=/cau.jpg>",
        "<img src='data:image/gif;base64,R0' data-src=/cau.jpg>",
        "<img src=/placeholder.png data-original=/cau.jpg>",
        "<img src=/img/blank.gif data-lazy-src=/cau.jpg>",
        "<img data-srcset='/nho.jpg 300w, /cau.jpg 1200w'>",
        "<img srcset='/nho.jpg 1x, /cau.jpg 2x, /bad.jpg 1.2.3x'>",
        "<picture><source srcset='/cau.jpg 2x, /nho.jpg 1x'><img src='data:,'></picture>",
    ],
)
def test_the_real_image_is_found(image: str) -> None:
    assert convert(TEXT + image) == [TEXT[3:-4], "![](https://bao.example/cau.jpg)"]


@pytest.mark.parametrize(
    "image",
    [
        "<img src=/cau.jpg width=24 height=24>",
        "<img src=/cau.jpg width=1px>",
        "<img src=/icon.png>",
        "<img src=/cau.jpg class='avatar rounded'>",
        "<img src=/static/placeholder.png>",
        "<img alt='không có địa chỉ'>",
        "<noscript><img src=/cau.jpg></noscript>",
        "<figure><video></video><figcaption>Đoạn phim</figcaption></figure>",
        "<figcaption>Chú thích lạc</figcaption>",
    ],
)
def test_ornaments_and_orphans_are_left_out(image: str) -> None:
    assert convert(TEXT + image) == [TEXT[3:-4]]


def test_a_photo_stands_once() -> None:
    assert len(convert("<img src=/cau.jpg>" + TEXT + "<img src=/cau.jpg>")) == 2


def test_an_alternative_text_is_used_where_it_says_something() -> None:
    alt = "<img src=/cau.jpg alt='{}'>"
    assert convert(alt.format("Cầu mới qua sông")) == [
        "![Cầu mới qua sông](https://bao.example/cau.jpg)"
    ]
    assert convert(alt.format("Cầu")) == ["![](https://bao.example/cau.jpg)"]
    assert convert(alt.format("Tên của bài"), "Tên của bài") == ["![](https://bao.example/cau.jpg)"]


def test_a_paragraph_under_a_photo_is_no_caption() -> None:
    lines = convert("<p><img src=/cau.jpg></p><p>Ngắn nhưng là văn.</p>")
    assert lines == ["![](https://bao.example/cau.jpg)", "Ngắn nhưng là văn."]
    assert len(convert(f"<p><img src=/cau.jpg></p>{TEXT}")) == 2


def test_pictures_of_a_gallery_are_all_kept() -> None:
    lines = convert(
        "<figure><img src=/a.jpg><img src=/b.jpg><figcaption>Hai góc nhìn</figcaption></figure>"
    )
    assert lines == ["![](https://bao.example/a.jpg)", "![Hai góc nhìn](https://bao.example/b.jpg)"]
