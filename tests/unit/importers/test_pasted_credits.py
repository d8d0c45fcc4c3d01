"""Credits and signatures."""

from __future__ import annotations

import pytest

from l10n.importers.credits import is_bare_credit, is_name, signature, split_credit


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Lễ ký. Ảnh: Đình Hòa", "Lễ ký.", "Ảnh: Đình Hòa"),
        ("Lễ ký (Ảnh: Đ.Hòa)", "Lễ ký", "Ảnh: Đ.Hòa"),
        ("Lễ ký - Ảnh: TTXVN", "Lễ ký", "Ảnh: TTXVN"),
        ("Lễ ký | Ảnh minh họa: CTV", "Lễ ký", "Ảnh minh họa: CTV"),
        ("Lễ ký. Nguồn ảnh: Reuters.", "Lễ ký.", "Nguồn ảnh: Reuters"),
        ("Lễ ký. (Nguồn: TTXVN)", "Lễ ký.", "Nguồn: TTXVN"),
        ("Lễ ký. Ảnh: Lê Nam/TTXVN", "Lễ ký.", "Ảnh: Lê Nam/TTXVN"),
        ("ẢNH: LÊ NAM", "", "ẢNH: LÊ NAM"),
        ("Đồ họa: Khánh", "", "Đồ họa: Khánh"),
        ("The signing. Photo: John Smith/AP", "The signing.", "Photo: John Smith/AP"),
        ("The signing (Photo by John Smith)", "The signing", "Photo by John Smith"),
        ("The signing. REUTERS/John Smith", "The signing.", "REUTERS/John Smith"),
        ("The signing. © AFP", "The signing.", "© AFP"),
        ("La firma. Foto: EFE", "La firma.", "Foto: EFE"),
        ("La signature. Crédit photo : X", "La signature.", "Crédit photo : X"),
    ],
)
def test_credits(line: str, caption: str, credit: str) -> None:
    assert split_credit(line) == (caption, credit)
    assert is_bare_credit(line) == (caption == "")


@pytest.mark.parametrize(
    "line",
    [
        "Lễ ký kết",
        "Ảnh",
        "Hình ảnh: một góc nhìn mới về quan hệ giữa hai nước trong mười năm qua",
        "Ông nói về bức ảnh: rất đẹp, rất quý, ai xem cũng phải dừng lại ngắm thật lâu",
        "từ " * 120 + "Ảnh: A",
    ],
)
def test_no_credits(line: str) -> None:
    assert split_credit(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Chính trị",
        "PV: Thưa ông?",
        "Theo kế hoạch, tuyến đường sẽ được khởi công vào quý ba và hoàn thành năm sau",
        "Bài: một hai ba",
        "12 Lê Duẩn",
        "A",
        "a" * 200,
    ],
)
def test_no_signatures(line: str) -> None:
    assert signature(line) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Anna Whitfield", "Anna Whitfield"),
        ("Par Claire Dubois", "Claire Dubois"),
        ("(PV)", "PV"),
        ("Đ.H", "Đ.H"),
        ("CTV Lan Anh", "CTV Lan Anh"),
    ],
)
def test_signatures(text: str, name: str) -> None:
    assert signature(text) == name


def test_names() -> None:
    assert is_name("Nguyễn Thị Minh và Lê An")
    assert is_name("Y") is False
    assert not is_name("và")
    assert not is_name("Hai 2")
