"""Text copied from pages: what single wordings and places lead to."""

from __future__ import annotations

import pytest

from l10n.errors import InputError
from l10n.importers import pasted
from l10n.model import ArticleContent

LEAD = "Sáng 12/3, nhà thầu đã hợp long nhịp chính cầu Sông Lam, sớm hơn kế hoạch hai tháng."
ONE = "Cầu dài 1,2 km, tổng mức đầu tư 1.450 tỷ đồng, dự kiến thông xe vào dịp Quốc khánh 2/9."
TWO = "Đây là công trình trọng điểm của tỉnh, nối hai bờ sông và các khu công nghiệp phía tây."
TITLE = "Cầu Sông Lam hợp long sớm hai tháng"


def _page(*body: str, above: str = "", below: str = "") -> ArticleContent:
    lines = [above, TITLE, "12/3/2024, 07:45", LEAD, *body, below]
    return pasted.from_text("\n".join(line for line in lines if line))


def _blocks(*body: str, below: str = "") -> list[str]:
    return _page(*body, below=below).body.strip().split("\n\n")


def test_title_alone_above_one_paragraph() -> None:
    found = pasted.from_text(f"{TITLE}\n\n{ONE}")
    assert (found.title, found.lead, found.body) == (TITLE, "", f"{ONE}\n")


def test_one_paragraph_alone() -> None:
    found = pasted.from_text(f"{ONE} {TWO}")
    assert found.title == ONE.removesuffix(".")
    assert found.body == f"{ONE} {TWO}\n"


def test_a_copy_that_begins_with_the_first_paragraph() -> None:
    found = pasted.from_text(f"{ONE}\n{TWO}\n{LEAD}\nP.V\n12/03/2024 05:10")
    assert found.title == ONE.removesuffix(".")
    assert found.author == "P.V"
    assert ONE not in found.body
    assert found.date == "2024-03-12T05:10:00+07:00"


def test_an_endless_first_sentence_makes_a_title_of_bearable_length() -> None:
    found = pasted.from_text("một hai ba " * 100 + "\n" + TWO)
    assert len(found.title) <= 300
    assert not found.title.endswith(" ")
    assert len(pasted.from_text("a" * 2_000 + " b" * 50).title) <= 300


def test_a_short_note_without_a_sentence() -> None:
    found = pasted.from_text("Lịch cắt điện\nXã Tân Lập\nXã Bình Thạnh\n12/3/2024")
    assert (found.title, found.date) == ("Lịch cắt điện", "2024-03-12")
    assert found.body == "Xã Tân Lập\n\nXã Bình Thạnh\n"


@pytest.mark.parametrize(
    "text", ["\n".join(f"Mục {n} của trang" for n in range(40)), "Chia sẻ\nFacebook\n***"]
)
def test_menus_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="only headlines") as caught:
        pasted.from_text(text, name="menu.txt")
    assert caught.value.exit_code == 4


def test_empty_text_is_refused() -> None:
    with pytest.raises(InputError, match="is empty"):
        pasted.from_text(" \n\u200b\n")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("P.V", "P.V"),
        ("PV", "PV"),
        ("Nhóm PV", "Nhóm PV"),
        ("PV/VOV.VN", "PV/VOV.VN"),
        ("T.H (tổng hợp)", "T.H (tổng hợp)"),
        ("THANH BÌNH", "THANH BÌNH"),
        ("Đình Hòa", "Đình Hòa"),
        ("Đình Hòa - Thu Hằng", "Đình Hòa - Thu Hằng"),
        ("Theo Báo Nhân Dân", "Theo Báo Nhân Dân"),
        ("(Theo TTXVN)", "Theo TTXVN"),
        ("Nguồn: TTXVN", "TTXVN"),
        ("Tác giả: Lê Văn Út", "Lê Văn Út"),
        ("Tin, ảnh: HỒNG NHUNG", "HỒNG NHUNG"),
        ("Bài và ảnh: Y Hòa", "Y Hòa"),
        ("Thực hiện: Minh Anh", "Minh Anh"),
    ],
)
def test_signatures_below(line: str, author: str) -> None:
    found = _page(ONE, TWO, line)
    assert found.author == author
    assert found.body == f"{ONE}\n\n{TWO}\n"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Minh Anh/VOV.VN", "Minh Anh/VOV.VN"),
        ("Nguyễn Văn A -", "Nguyễn Văn A"),
        ("Theo TTXVN", "Theo TTXVN"),
        ("Chính trị", ""),
        ("Facebook", ""),
    ],
)
def test_authors_above(line: str, author: str) -> None:
    found = pasted.from_text("\n".join([TITLE, line, "12/3/2024, 07:45", LEAD, ONE, TWO]))
    assert found.author == author
    assert found.lead == LEAD


def test_a_name_in_the_date_line() -> None:
    found = pasted.from_text("\n".join([TITLE, "Minh Anh - 12/3/2024 07:45", LEAD, ONE]))
    assert found.author == "Minh Anh"


def test_a_name_as_a_subheading_is_no_signature() -> None:
    found = _page(ONE, "Sông Lam", TWO, ONE.replace("Cầu", "Đường"))
    assert found.author == ""
    assert "## Sông Lam" in found.body


@pytest.mark.parametrize(
    "line",
    [
        "Xem thêm: Khởi công đường ven biển",
        ">> Khởi công đường ven biển",
        "Chia sẻ",
        "Theo dõi Báo Sông Lam trên Google News",
        "(0)",
    ],
)
def test_lines_that_belong_to_the_page(line: str) -> None:
    assert _blocks(ONE, line, TWO) == [ONE, TWO]


@pytest.mark.parametrize(
    "line",
    [
        "(0) Bình luận",
        "Bình luận (3)",
        "Ý kiến bạn đọc",
        "Gửi bình luận",
        "Bài liên quan",
        "Tin cùng chuyên mục",
        "Đọc nhiều",
        "Đừng bỏ lỡ",
        "Có thể bạn quan tâm",
        "Từ khoá: cầu, sông",
        "Cơ quan chủ quản: Tỉnh ủy",
        "Giấy phép số 12/GP-BTTTT",
        "© 2024 Báo Sông Lam",
        "Comments",
        "Most read",
        "Les plus lus",
        "Te puede interesar",
    ],
)
def test_what_ends_an_article(line: str) -> None:
    below = f"{line}\nKhởi công đường ven biển\nTuyến đường dài 18 km vừa được khởi công sáng nay."
    assert _blocks(ONE, TWO, below=below) == [ONE, TWO]


def test_a_later_article_with_its_date_is_left_out() -> None:
    below = "Khởi công đường ven biển\n11/03/2024\nTuyến đường dài 18 km vừa được khởi công."
    assert _blocks(ONE, TWO, below=below) == [ONE, TWO]


def test_photos() -> None:
    assert _blocks(
        ONE,
        "cau.jpg",
        "Nhịp chính của cầu. Ảnh: Đ.Hòa",
        "cau-2.PNG",
        "Công nhân mừng lễ hợp long",
        "ẢNH: LÊ NAM",
        "cau 3.webp",
        "anh/4.jpeg",
        "Ảnh: TTXVN",
        TWO,
        "Toàn cảnh cầu nhìn từ bờ bắc (Ảnh: TTXVN)",
        "Ảnh: CTV",
        ONE,
    ) == [
        ONE,
        '![Nhịp chính của cầu.](cau.jpg "Ảnh: Đ.Hòa")',
        '![Công nhân mừng lễ hợp long](cau-2.PNG "ẢNH: LÊ NAM")',
        "![](cau%203.webp)",
        '![](anh/4.jpeg "Ảnh: TTXVN")',
        TWO,
        '![Toàn cảnh cầu nhìn từ bờ bắc](# "Ảnh: TTXVN")',
        '![](# "Ảnh: CTV")',
        ONE,
    ]


def test_a_caption_without_a_credit() -> None:
    text = "\n\n".join([TITLE, LEAD, "cau.jpg\nNhịp [chính] của cầu", ONE, f"b.jpg\n{TWO}", ONE])
    body = pasted.from_text(text).body
    assert "![Nhịp \\[chính\\] của cầu](cau.jpg)" in body
    assert f"![{TWO}](b.jpg)" in body


def test_a_caption_below_its_credit() -> None:
    text = "\n\n".join([TITLE, LEAD, ONE, "cau.jpg\nẢnh: TTXVN\nNhịp chính của cầu", TWO])
    assert '![Nhịp chính của cầu](cau.jpg "Ảnh: TTXVN")' in pasted.from_text(text).body


def test_a_photo_between_title_and_lead() -> None:
    text = "\n".join([TITLE, "12/3/2024", "cau.jpg", "Nhịp chính", "Ảnh: A", "Chia sẻ", LEAD, ONE])
    found = pasted.from_text(text)
    assert found.lead == LEAD
    assert found.body == f'![Nhịp chính](cau.jpg "Ảnh: A")\n\n{ONE}\n'


def test_lists() -> None:
    assert _blocks(ONE, "- Một;", "+ Một a;", "+ Một b;", "- Hai.", "1. Ba", "2) Bốn", TWO) == [
        ONE,
        "- Một;\n  - Một a;\n  - Một b;\n- Hai.",
        "1. Ba\n2. Bốn",
        TWO,
    ]


def test_one_dash_is_no_list() -> None:
    assert (
        _blocks(ONE, "- Thưa ông, bao giờ thông xe?", TWO)[1] == "\\- Thưa ông, bao giờ thông xe?"
    )


def test_quotation_with_its_speaker() -> None:
    quote = "“Chúng tôi làm ba ca, bốn kíp suốt tám tháng qua để kịp ngày hợp long”"
    assert _blocks(ONE, quote, "Kỹ sư Trần Nam", TWO)[1] == f"> {quote}\n>\n> Kỹ sư Trần Nam"


def test_subheadings() -> None:
    blocks = _blocks(ONE, "1. Vượt tiến độ #", TWO, "Vì sao nhanh?", ONE, "Gồm có:", TWO)
    assert blocks[1] == "## 1. Vượt tiến độ \\#"
    assert blocks[3] == "Vì sao nhanh?"
    assert blocks[5] == "Gồm có:"


def test_markdown_in_the_text_is_escaped() -> None:
    text = "Giá *tăng* 5% [1], gửi a_b_c và <b>đậm</b> theo thông báo của cơ quan chức năng."
    assert _blocks(ONE, text)[1].startswith("Giá \\*tăng\\* 5% \\[1\\], gửi a_b_c và \\<b>")


def test_the_lead_printed_twice_stands_once() -> None:
    assert _blocks(LEAD, ONE, TITLE, TWO) == [ONE, TWO]


def test_a_lead_without_a_final_stop() -> None:
    lead = "Nhịp chính cầu Sông Lam đã được nối liền sau tám tháng thi công liên tục"
    found = pasted.from_text("\n".join([TITLE, lead, "12/3/2024, 07:45", ONE, TWO]))
    assert (found.lead, found.body) == (lead, f"{ONE}\n\n{TWO}\n")


def test_the_category_of_a_trail() -> None:
    assert _page(ONE, above="Trang chủ › Kinh tế › Hạ tầng").tags == ("Hạ tầng",)
    assert _page(ONE, above="Trang chủ\nHạ tầng").tags == ("Hạ tầng",)
    assert _page(ONE, above="Trang chủ\nKinh tế\nHạ tầng").tags == ()
    assert _page(ONE, above="Tin tức > Trang chủ").tags == ()


def test_tags_below() -> None:
    assert _page(ONE, below="Tags: cầu; sông").tags == ("cầu", "sông")
    assert _page(ONE, below="Chủ đề:\ncầu\nsông\n\nMục khác").tags == ("cầu", "sông")
    assert _page(ONE, below="#cầu đường\n#sông").tags == ("cầu đường", "sông")


def test_the_language_of_the_call_wins() -> None:
    found = pasted.from_text(f"{TITLE}\n{LEAD}\n{ONE}", language="en")
    assert found.language == "en"


def test_headlines_of_other_articles_above_and_below_are_no_title() -> None:
    others = "Giá vàng hôm nay tăng vọt lên mức kỷ lục mới\nĐội tuyển công bố danh sách tập trung"
    text = "\n".join(
        [others, "Trang chủ", "Xây dựng", TITLE, "12/3/2024", LEAD, ONE, TWO, "Lê An", others]
    )
    found = pasted.from_text(text)
    assert (found.title, found.lead, found.author) == (TITLE, LEAD, "Lê An")
    assert found.body == f"{ONE}\n\n{TWO}\n"


def test_a_photo_story_has_its_lead() -> None:
    found = _page("Nhịp một. (Ảnh: Hải Đăng)", "Nhịp hai. (Ảnh: Hải Đăng)", "HẢI ĐĂNG")
    assert found.lead == LEAD
    assert found.body.count("![") == 2
    assert found.author == "HẢI ĐĂNG"


def test_buttons_for_the_size_of_letters_and_numbered_pictures_are_left_out() -> None:
    found = pasted.from_text(
        "\n".join(
            [TITLE, "12/3/2024", "A- A A+", "Xem với cỡ chữ", LEAD, f"{TITLE} - Ảnh 1.", ONE, TWO]
        )
    )
    assert (found.author, found.lead, found.body) == ("", LEAD, f"{ONE}\n\n{TWO}\n")


def test_an_author_with_an_address() -> None:
    found = pasted.from_text("\n".join([TITLE, "Lan An (lanan@example.org)", LEAD, ONE, TWO]))
    assert found.author == "Lan An"


def test_dates_in_a_box_in_the_middle() -> None:
    box = "TIN LIÊN QUAN\nThả hai triệu con giống\n02/04/2024\nTrúng đậm cá cơm\n01/04/2024"
    more = ONE.replace("Cầu", "Đường")
    found = _page(ONE, box, TWO, more, "Lê An")
    assert found.body == f"{ONE}\n\n{TWO}\n\n{more}\n"
    assert found.author == "Lê An"


def test_a_book_is_refused() -> None:
    with pytest.raises(InputError, match="longer than"):
        pasted.from_text("từ " * 400_000, name="sách.txt")


def test_a_list_right_below_an_inner_list_and_counts_that_do_not_go_on() -> None:
    assert _blocks(ONE, "1. Một", TWO)[1] == "## 1. Một"
    assert _blocks(ONE, "1. Một.", TWO)[1] == "1\\. Một."


def test_two_pictures_in_a_row_and_one_at_the_end() -> None:
    assert _blocks(ONE, "a.jpg", "b.jpg", TWO, "c.jpg")[1:] == [
        "![](a.jpg)",
        "![](b.jpg)",
        TWO,
        "![](c.jpg)",
    ]
