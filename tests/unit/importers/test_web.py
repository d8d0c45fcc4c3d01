# ruff: noqa: E501 - pages are easier to read whole
"""Pages in, articles out; what is no article is refused in one line."""

import gzip
from pathlib import Path

import pytest

from l10n.errors import InputError
from l10n.importers.web import from_html

PROSE = "".join(
    f"<p>Đoạn thứ {n}: ngày {n}/3, Ủy ban nhân dân tỉnh làm việc với doanh nghiệp về kế hoạch"
    f" đầu tư trị giá {n},5 tỷ đồng tại huyện miền núi phía bắc.</p>"
    for n in range(1, 7)
)
TITLE = "Tỉnh làm việc với doanh nghiệp về kế hoạch đầu tư"


def page(body: str = "", head: str = "", language: str = "vi") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body or f'<h1>{TITLE}</h1>{PROSE}'}</body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.html: is empty"),
        (b"  \n ", "a.html: is empty"),
        (b"\xef\xbb\xbf", "a.html: is empty"),
        (b"<html><body>\x00\x01\x02</body></html>", "a.html: is binary, not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.html: is binary"),
        (b"%PDF-1.7 <html>", "a.html: a PDF file is no article"),
        (b"Chi la chu thoi", "a.html: is not an HTML page; save the page as HTML"),
        (b'{"a": "b"}', "a.html: is not an HTML page"),
        (b'<?xml version="1.0"?><rss><channel></channel></rss>', "a.html: is a feed, not a page"),
        (b"<html><body><div></div></body></html>", "a.html: is an empty page"),
        (b"<html><script>var a</script><body></body></html>", "a.html: has no article in it"),
        ("<html><p>Tiếng Việt".encode("utf-16"), "a.html: is UTF-16, not UTF-8"),
        (b"<html>\n<body>\n<p>Ti\xc3\xaa\xcc", r"a.html:3: is not UTF-8: byte 0xcc"),
        ("<html><p>Ngày".encode("cp1258", "ignore"), "a.html:1: is not UTF-8"),
        (gzip.compress(b"<html>")[:-4], "a.html: is a damaged gzip file"),
        (gzip.compress(b"<html>" + b" " * 20_000_001), "a.html: is larger than 20 MB"),
        (b"<html>" + b" " * 20_000_001, "a.html: is larger than 20 MB"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        from_html(data, name="a.html")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("declaration", "label"),
    [
        ('<meta charset="windows-1258">', "windows-1258"),
        ("<meta http-equiv=Content-Type content='text/html; charset=TCVN'>", "tcvn"),
        ("<meta charset=x-viet-vni>", "x-viet-vni"),
        ("<meta charset='shift_jis'>", "shift_jis"),
    ],
)
def test_another_encoding_is_refused_by_name(declaration: str, label: str) -> None:
    with pytest.raises(InputError, match=f"a.html:1: is declared as {label}, not UTF-8; convert"):
        from_html(f"<html>{declaration}<h1>{TITLE}</h1>{PROSE}".encode(), name="a.html")
    with pytest.raises(InputError, match="is declared as iso-8859-1"):
        from_html(b'<?xml version="1.0" encoding="ISO-8859-1"?><html><p>abc</p>', name="a.html")


def test_a_western_label_on_utf8_is_a_leftover() -> None:
    data = f"<html><meta charset='iso-8859-1'><h1>{TITLE}</h1>{PROSE}".encode()
    assert from_html(data).title == TITLE


@pytest.mark.parametrize(
    "text", ["C«ng ty xuÊt khÈu n«ng s¶n cña tØnh ", "<font face='.VnTime'>ViÖt n«ng th«n</font> "]
)
def test_legacy_letters_saved_as_utf8_are_told(text: str) -> None:
    with pytest.raises(InputError, match="is in a legacy Vietnamese encoding"):
        from_html(page(f"<p>{text * 30}</p>"), name="a.html")


def test_a_packed_page_is_read_like_the_page() -> None:
    assert from_html(gzip.compress(page())) == from_html(page())


def test_the_least_page_is_an_article() -> None:
    content = from_html(page(), name="a.html")
    assert content.title == TITLE
    assert content.body.count("Đoạn thứ") == 6
    assert (content.date, content.author, content.source, content.lead) == ("", "", "", "")
    assert content.language == "vi"


@pytest.mark.parametrize(
    ("declared", "asked", "language"),
    [
        ("vi-VN", None, "vi"),
        ("en_US", None, "en"),
        ("", None, "vi"),
        ("???", None, "vi"),
        ("en", "fr", "fr"),
    ],
)
def test_the_language_is_asked_for_declared_or_vietnamese(
    declared: str, asked: str | None, language: str
) -> None:
    assert from_html(page(language=declared), language=asked).language == language


def test_the_language_may_stand_in_a_meta_tag() -> None:
    head = '<meta http-equiv="Content-Language" content="en-GB">'
    assert from_html(page(head=head, language="")).language == "en"


def test_a_page_without_a_title_is_refused() -> None:
    with pytest.raises(InputError, match="has no title"):
        from_html(page(PROSE), name="a.html")


@pytest.mark.parametrize(
    "layout",
    [
        '<div class="item"><h3><a href="/{n}">{h}</a></h3><p>{t}</p></div>',
        '<h3><a href="/{n}">{h}</a></h3><p>{t}</p>',
        '<article><p>{t}</p><a href="/{n}">{h}</a></article>',
        '<li><a href="/{n}">{h}</a></li>',
    ],
)
@pytest.mark.parametrize("kind", ["website", "article"])
def test_lists_are_refused(layout: str, kind: str) -> None:
    teaser = (
        "Tóm tắt của bài viết được đặt ở đây, đủ dài để trông giống một đoạn văn thật của một bài."
    )
    items = "".join(
        layout.format(n=n, h=f"Tin thứ {n} của chuyên mục kinh tế hôm nay", t=f"{teaser} {n}")
        for n in range(15)
    )
    data = page(
        f"<h1>Kinh tế</h1><main>{items}</main>", f'<meta property="og:type" content="{kind}">'
    )
    with pytest.raises(InputError, match="is a list of articles, not an article; import one"):
        from_html(data, name="muc.html")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + PROSE + "</div>" * 5_000,
        PROSE + "<span>" * 5_000 + "x",
        "<blockquote>" * 500 + PROSE,
        PROSE + "<ul><li>a" * 500,
        PROSE + "<table><tr><td>" * 100 + "x",
        PROSE + "<br>" * 5_000,
        PROSE + "<img src=/a.jpg>" * 2_000,
        f'{PROSE}<div class="{"related " * 10_000}">x</div>',
        f"<script type='application/ld+json'>{'[' * 50_000}</script>{PROSE}",
        f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{PROSE}&a;",
    ],
)
def test_hostile_pages_are_read_or_refused(body: str) -> None:
    content = from_html(page(f"<h1>{TITLE}</h1>{body}"))
    assert "Đoạn thứ 6" in content.body
    assert "root:" not in content.body


def test_what_scripts_hide_or_show_is_text() -> None:
    body = f'<h1>{TITLE}</h1><div class="paywall" style="display:none">{PROSE}</div>'
    assert "Đoạn thứ 6" in from_html(page(body)).body


def test_names_of_classes_are_not_believed_against_the_text() -> None:
    halves = [PROSE[: len(PROSE) // 2].rpartition("<p>")[0]]
    halves.append(PROSE[len(halves[0]) :])
    body = "".join(f'<div class="related-content">{half}</div>' for half in [*halves, *halves])
    assert "Đoạn thứ 6" in from_html(page(f"<h1>{TITLE}</h1>{body}")).body


def test_relative_addresses_follow_the_page() -> None:
    body = f'<h1>{TITLE}</h1>{PROSE}<p>Xem <a href="b.html">bài khác</a> của phóng viên này nhé.</p>{PROSE}'
    base = '<base href="https://cdn.example/x/">'
    assert "(https://bao.example/a/b.html)" in from_html(page(body), "https://bao.example/a/1").body
    assert (
        "(https://cdn.example/x/b.html)" in from_html(page(body, base), "https://bao.example/").body
    )
    assert "Xem bài khác của" in from_html(page(body), "a.html").body


WEB = Path(__file__).parents[2] / "fixtures" / "web"


def test_nothing_of_the_page_around_is_taken() -> None:
    for path in sorted(WEB.glob("[!l]*.html")):
        content = from_html(path.read_bytes(), name=path.name)
        for word in ("Chia sẻ", "bình luận", "Xem thêm", "quảng cáo", "Khánh thành", "Bản quyền"):
            assert word not in content.body, (path.name, word)


@pytest.mark.parametrize("limit", ["_MOST", "_MOST_IN_ONE"])
@pytest.mark.parametrize("tag", ["article", "main", "section"])
def test_a_page_too_large_to_be_weighed_is_read_whole(monkeypatch, limit: str, tag: str) -> None:
    menu = "".join(f'<p><a href="/{n}">Chuyên mục số {n} của báo</a></p>' for n in range(5))
    body = f"<nav>{menu}</nav><{tag}><h1>{TITLE}</h1>{PROSE}<h2>Tiếp</h2><p>Hết.</p></{tag}>{menu}"
    monkeypatch.setattr(f"l10n.importers.body.{limit}", 1 if limit == "_MOST" else 0)
    monkeypatch.setattr("trafilatura.bare_extraction", None)
    whole = from_html(page(body), "a.html")
    assert (whole.title, whole.body.count("Đoạn thứ")) == (TITLE, 6)
    assert whole.body.endswith("\n\n## Tiếp\n\nHết.\n")
    assert "Chuyên mục" not in whole.body
