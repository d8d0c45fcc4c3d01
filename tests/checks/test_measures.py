"""What numbers count is the same on both sides."""

from __future__ import annotations

import pytest

from tests.checks.table import fires

SAME = [
    ("en", "Chi 15,7 tỷ đồng.", "VND15.7 billion was spent."),
    ("en", "Chi 15,7 tỷ đồng.", "15.7 billion dong was spent."),
    ("en", "Rừng rộng 100 ha.", "The forest covers 100 hectares."),
    ("en", "Tăng 3,2 điểm phần trăm.", "Up by 3.2 percentage points."),
    ("en", "Cách 20 dặm.", "20 miles away."),
    ("en", "Cân nặng 50 bảng.", "It weighs 50 pounds."),
    ("en", "Có 50 người.", "50 people."),
    ("en", "Giá 100 đồng, tức 100 USD.", "It costs 100 dong, that is 100 dollars."),
    ("en", "Giá €5.", "It costs 5 euros."),
    ("fr", "Diện tích 100 km vuông.", "Une superficie de 100 kilomètres carrés."),
    ("ru", "Diện tích 100 ha.", "Площадь 100 га."),
    ("zh", "Chi 15,7 tỷ đồng.", "支出157亿越南盾。"),
    ("ja", "Chi 15,7 tỷ đồng.", "157億ドンを支出した。"),
    ("ko", "Chi 15,7 tỷ đồng.", "157억 동을 썼다."),
    ("xx", "Chi 15,7 tỷ đồng.", "15.7"),
    ("en", "Tăng từ 40% đến 50%.", "Up from 40 to 50 per cent."),
    ("en", "Lãi suất gần 0%.", "Interest rates near 0."),
    ("en", "Trận động đất 7,5 độ.", "A magnitude 7.5 earthquake."),
    ("en", "Nhiệt độ 30 độ.", "It was 30C."),
    ("zh", "Tăng 20%.", "增长百分之20。"),
]
APART = [
    ("en", "Tăng 15%.", "Up by 15."),
    ("en", "Giá 15 triệu đồng.", "It costs 15 million."),
    ("en", "Quay 180°.", "A turn of 180."),
    ("en", "Chi 15,7 tỷ đồng.", "$15.7 billion was spent."),
    ("en", "Chi 15,7 tỷ đồng.", "US$15.7 billion was spent."),
    ("en", "Giá €5.", "It costs $5."),
    ("en", "Rừng rộng 100 ha.", "The forest covers 100 square kilometres."),
    ("en", "Tăng 3,2 điểm phần trăm.", "Up by 3.2 per cent."),
    ("en", "Nặng 5.000 tấn.", "It weighs 5,000 kg."),
    ("fr", "Chi 15,7 tỷ đồng.", "15,7 milliards de dollars ont été dépensés."),
    ("es", "Tăng 3,2%.", "Un alza de 3,2 puntos porcentuales."),
    ("de", "Rừng rộng 100 ha.", "Der Wald ist 100 Quadratkilometer groß."),
    ("ru", "Chi 15,7 tỷ đồng.", "Потрачено 15,7 млрд долларов."),
    ("zh", "Chi 15,7 tỷ đồng.", "支出157亿美元。"),
    ("ja", "Dài 30 km.", "長さは30メートル。"),
    ("ko", "Chi 157 tỷ đồng.", "1570억 달러를 썼다."),
]


@pytest.mark.parametrize(("language", "source", "target"), SAME)
def test_same(language: str, source: str, target: str) -> None:
    assert not fires("units", source, target, language=language)


@pytest.mark.parametrize(("language", "source", "target"), APART)
def test_apart(language: str, source: str, target: str) -> None:
    assert fires("units", source, target, language=language)
