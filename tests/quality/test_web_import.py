# ruff: noqa: E501 - pages have long lines
"""Pages of newspapers that do not exist, in the layouts of those that do."""

from pathlib import Path

import pytest

from l10n.errors import InputError
from l10n.importers.web import from_html

PROSE = [
    "Sáng 12/3, Ủy ban nhân dân tỉnh tổ chức hội nghị xúc tiến đầu tư với sự tham dự của hơn 200 doanh nghiệp.",
    "Phát biểu khai mạc, Chủ tịch Ủy ban nhân dân tỉnh nhấn mạnh tỉnh luôn đồng hành cùng nhà đầu tư.",
    "Theo báo cáo, năm qua tỉnh thu hút 15 dự án mới với tổng vốn đăng ký 1.250 tỷ đồng, tăng 12,5% so với năm trước.",
    "Kết thúc hội nghị, tỉnh trao quyết định chủ trương đầu tư cho ba dự án trong lĩnh vực chế biến nông sản.",
]
LEAD = "Tỉnh cam kết tạo điều kiện thuận lợi nhất để doanh nghiệp đầu tư lâu dài trên địa bàn."
TITLE = "Hơn 200 doanh nghiệp dự hội nghị xúc tiến đầu tư"
NAVIGATION = "".join(f'<li><a href="/muc-{n}">Chuyên mục số {n}</a></li>' for n in range(12))
RELATED = "".join(
    f'<div class="item"><a href="/bai-{n}">Tin khác thứ {n}: đại hội đã thành công tốt đẹp</a></div>'
    for n in range(8)
)
BODY = "".join(f"<p>{text}</p>" for text in PROSE)
PHOTO = (
    '<figure><img data-src="/anh/hoi-nghi.jpg" src="blank.gif">'
    "<figcaption>Toàn cảnh hội nghị. Ảnh: Lan Chi</figcaption></figure>"
)
DIV_PHOTO = (
    '<div class="VCSortableInPreviewMode" type="Photo"><div><img src="/anh/hoi-nghi.jpg"></div>'
    '<div class="PhotoCMS_Caption"><p>Toàn cảnh hội nghị. Ảnh: Lan Chi</p></div></div>'
)
LINKED = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":'
    '"NewsArticle","headline":"' + TITLE + '","datePublished":"2024-03-12T09:15:00+07:00",'
    '"articleSection":"Kinh tế","author":{"@type":"Person","name":"Lan Chi"}}]}</script>'
)
OPEN_GRAPH = (
    f'<meta property="og:type" content="article"><meta property="og:title" content="{TITLE} - Báo X">'
    '<meta property="article:published_time" content="2024-03-12T09:15:00">'
    '<meta property="article:section" content="Kinh tế"><meta name="author" content="Lan Chi">'
)


def page(head: str, article: str) -> bytes:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{TITLE} | Báo X</title>'
        f'<link rel="canonical" href="https://bao.example/bai-1.html">{head}</head><body>'
        f"<header><nav><ul>{NAVIGATION}</ul></nav></header>{article}"
        f'<div class="box-related"><h3>Tin liên quan</h3>{RELATED}</div>'
        '<div id="comments"><h3>Bình luận (2)</h3><p>Bài viết rất hay, tôi rất thích bài này.</p></div>'
        "<footer><p>Cơ quan chủ quản: Tỉnh ủy. Giấy phép số 12/GP-BTTTT.</p></footer></body></html>"
    ).encode()


PAGES = {
    "article element, JSON-LD": page(
        LINKED,
        f'<main><article><h1>{TITLE}</h1><div class="meta"><span class="time">12/03/2024, 09:15</span>'
        f'</div><h2 class="sapo">{LEAD}</h2>{PHOTO}{BODY}<p class="author">Lan Chi</p></article></main>',
    ),
    "nested blocks, OpenGraph": page(
        OPEN_GRAPH,
        f'<div class="container"><div class="detail"><h1 class="title">{TITLE}</h1>'
        f'<p class="detail-sapo">{LEAD}</p><div class="share-buttons"><a href="#">Chia sẻ</a></div>'
        f'<div class="detail-content afcbc-body">{PROSE and ""}<p>{PROSE[0]}</p>{DIV_PHOTO}'
        + "".join(f"<p>{text}</p>" for text in PROSE[1:])
        + '<div class="banner-ads"><p>Quảng cáo: mua một tặng một trong hôm nay.</p></div>'
        "</div></div></div>",
    ),
}


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES.keys())
def test_a_page_gives_its_article_and_nothing_else(data: bytes) -> None:
    content = from_html(data, "https://bao.example/bai-1.html?utm=1")
    assert content.title == TITLE
    assert content.lead == LEAD
    assert content.date == "2024-03-12T09:15:00+07:00"
    assert content.author == "Lan Chi"
    assert content.tags == ("Kinh tế",)
    assert content.source == "https://bao.example/bai-1.html"
    lines = [line for line in content.body.split("\n") if line]
    photo = '![Toàn cảnh hội nghị.](https://bao.example/anh/hoi-nghi.jpg "Ảnh: Lan Chi")'
    assert photo in lines
    assert [line for line in lines if line != photo] == PROSE


def test_a_list_of_articles_is_refused() -> None:
    teasers = "".join(
        f'<div class="story"><h3><a href="/bai-{n}">Tin thứ {n} của chuyên mục kinh tế hôm nay</a></h3>'
        f"<p>{PROSE[n % 4]}</p></div>"
        for n in range(30)
    )
    data = page("", f"<main><h1>Kinh tế</h1>{teasers}</main>")
    with pytest.raises(InputError, match="is a list of articles, not an article"):
        from_html(data, name="muc.html")


WEB = Path(__file__).parents[1] / "fixtures" / "web"
LAYOUTS = sorted(path.stem for path in WEB.glob("*.html") if not path.stem.startswith("list"))


def test_the_layouts_are_there() -> None:
    assert len(LAYOUTS) == 6


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_article_in_every_layout_gives_the_same_markdown(layout: str) -> None:
    head, _, body = (WEB / "expected.md").read_text("utf-8").partition("\n---\n\n")
    expected = dict(line.split(": ", 1) for line in head.split("\n")[1:])
    content = from_html((WEB / f"{layout}.html").read_bytes(), "https://bao.example/kinh-te/1.html")
    assert content.body == body
    assert content.title == expected["title"]
    assert content.lead.removeprefix("(VD) - ") == expected["lead"]
    assert content.author == expected["author"]
    assert content.date == "2024-01-08T05:10:00+07:00"
    assert content.tags == (() if layout == "old_tables" else ("Kinh tế",))


@pytest.mark.parametrize("layout", ["list_archive", "list_home", "list_section"])
def test_every_kind_of_list_is_refused(layout: str) -> None:
    with pytest.raises(InputError, match="is a list of articles, not an article"):
        from_html((WEB / f"{layout}.html").read_bytes(), name=layout)
