"""Vietnamese numbers and dates as the model is shown them."""

from __future__ import annotations

import pytest

from l10n.engines.numerals import english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đạt 1.250 tỷ đồng", "đạt 1.25 trillion VND"),
        ("hơn 8.900 tỷ", "hơn 8.9 trillion"),
        ("2.500 triệu", "2.5 billion"),
        ("1.500 nghìn tỷ", "1,500 trillion"),
        ("12,5 triệu USD", "12.5 million USD"),
        ("1.234,56 ha", "1,234.56 ha"),
        ("hơn 3,2 nghìn tỷ đồng", "hơn 3.2 trillion VND"),
        ("30 triệu đồng bào", "30 million đồng bào"),
        ("215 Triệu", "215 million"),
        ("tăng 8,4%.", "tăng 8.4%."),
        ("gần 1.450 tin, bài", "gần 1,450 tin, bài"),
        ("Sáng 8/1, tại", "Sáng January 8, tại"),
        ("ngày 5-9-2024", "ngày September 5, 2024"),
        ("ngày 8 tháng 1 năm 2024", "ngày January 8, 2024"),
        ("ngày 15/6/2023", "ngày June 15, 2023"),
        ("trong tháng 11/2023", "trong November 2023"),
        ("tháng 2 năm 2024 đạt", "February 2024 đạt"),
        # Left as they are: no date, or something else that has digits
        ("ngày 40/1", "ngày 40/1"),
        ("tháng 13/2023", "tháng 13/2023"),
        ("11 tháng năm 2023", "11 tháng năm 2023"),
        ("Kết luận số 57-KL/TW", "Kết luận số 57-KL/TW"),
        ("Nghị định 08/2024/NĐ-CP", "Nghị định 08/2024/NĐ-CP"),
        ("https://example.org/1,5/2.000", "https://example.org/1,5/2.000"),
        ("phiên bản 1.2.3", "phiên bản 1.2.3"),
        ("năm 2023, 2024", "năm 2023, 2024"),
        ("tỷ lệ 3 triệu chứng", "tỷ lệ 3 million chứng"),
    ],
)
def test_forms(text, expected):
    assert english(text) == expected
