# ruff: noqa: E501 - pages are easier to read whole
"""Pages of a few sentences that a person wrote; and what looks like them and is none."""

from __future__ import annotations

import pytest

from l10n.errors import InputError
from l10n.importers.short import MOST
from l10n.importers.web import from_html

TEXT = "<p>Hội nghị khai mạc sáng nay.</p><p>Bí thư <b>kết luận</b>. Đại biểu ra về!</p>"
MARKDOWN = "Hội nghị khai mạc sáng nay.\n\nBí thư **kết luận**. Đại biểu ra về!\n"
MENU = "<nav><a href='/'>Trang chủ</a></nav><footer><p>Bản quyền của báo. Mọi quyền được giữ.</p></footer>"
TEASERS = "".join(
    f"<h3><a href='/{n}'>Hội nghị thứ {n} đã khai mạc</a></h3><p>Nó kéo dài hai ngày. Có {n} đại biểu dự.</p>"
    for n in range(9)
)
LINKS = "".join(f"<li><a href='/{n}'>Hội nghị thứ {n} đã khai mạc.</a></li>" for n in range(9))


def page(body: str, head: str = "<title>Tin ngắn</title>") -> bytes:
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        f"<h1>Tin ngắn</h1>{TEXT}",
        f"{MENU}<p>Thứ hai.</p><h1>Tin ngắn</h1><div class='content'>{TEXT}</div>",
        f"<p>Báo của tỉnh. Ra hằng ngày.</p><article>{TEXT}</article>",
        f"<p>Báo của tỉnh. Ra hằng ngày.</p><main>{TEXT}</main>",
        f"<h1>Tin ngắn</h1>{TEXT}<h3>Tin liên quan</h3><p>Cầu mới. Đường mới.</p>",
        f"<h1>Tin ngắn</h1>{TEXT}<p><a href='/khac'>Một tin khác</a></p><p>Xem thêm tin khác.</p>",
        "<h1>Tin ngắn</h1>Hội nghị khai mạc sáng nay.<br><br>Bí thư <b>kết luận</b>. Đại biểu ra về!",
    ],
)
def test_the_text_of_a_short_page_is_its_article(body: str) -> None:
    article = from_html(page(body))
    assert (article.title, article.body) == ("Tin ngắn", MARKDOWN)


def test_data_for_machines_are_no_program() -> None:
    data = "<script type='application/ld+json'>{}</script><title>Tin ngắn</title>"
    assert from_html(page(TEXT, data)).body == MARKDOWN


def test_of_several_short_articles_all_are_kept() -> None:
    article = from_html(page(f"<article>{TEXT}</article><article><p>Hết giờ.</p></article>"))
    assert article.body == f"{MARKDOWN}\nHết giờ.\n"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Một câu thôi.</p>",
        "<h1>404 Not Found</h1><hr><p>nginx</p>",
        "<h2>Hội nghị khai mạc. Bí thư kết luận.</h2>",
        "<p>Xong. Hết.</p>",
        f"{TEXT}<form action='/'><input name='q'></form>",
        f"{TEXT}<script>var a</script>",
        f"<iframe src='/'></iframe>{TEXT}",
        f"{TEXT}<ul>{LINKS}</ul>",
        TEASERS,
        TEXT + "<br>" * MOST,
        MENU,
    ],
)
def test_what_looks_like_one_is_refused(body: str) -> None:
    with pytest.raises(InputError, match=r"x\.html: (has no article in it|is a list)"):
        from_html(page(body), name="x.html")
