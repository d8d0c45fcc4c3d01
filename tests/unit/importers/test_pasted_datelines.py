"""Date lines of many newspapers."""

from __future__ import annotations

import pytest

from l10n.importers.datelines import dateline


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("08/01/2024, 05:10", "2024-01-08T05:10:00+07:00"),
        ("Thứ hai, 8/1/2024, 05:10 (GMT+7)", "2024-01-08T05:10:00+07:00"),
        ("Thứ Hai, ngày 8/1/2024 - 05:10", "2024-01-08T05:10:00+07:00"),
        ("Chủ nhật 7-1-2024 | 5:10 CH", "2024-01-07T17:10:00+07:00"),
        ("T2, 08/01/2024 - 5:10 SA", "2024-01-08T05:10:00+07:00"),
        ("05:10 | 08/01/2024", "2024-01-08T05:10:00+07:00"),
        ("08:30 ngày 09/01/2024", "2024-01-09T08:30:00+07:00"),
        ("Thứ ba, 09.01.2024 - 08:15'", "2024-01-09T08:15:00+07:00"),
        ("Đăng lúc 14 giờ 30 phút, ngày 8-1-2024", "2024-01-08T14:30:00+07:00"),
        ("08/01/2024 05h10", "2024-01-08T05:10:00+07:00"),
        ("08:15 - Thứ Ba, 09/01/2024 In bài viết", "2024-01-09T08:15:00+07:00"),
        ("8 tháng 1, 2024", "2024-01-08"),
        ("ngày 8 tháng 1 năm 2024", "2024-01-08"),
        ("Tháng 1 8, 2024", "2024-01-08"),
        ("2024-01-08T05:10:00+07:00", "2024-01-08T05:10:00+07:00"),
        ("8/1/2024 05:10 UTC", "2024-01-08T05:10:00+00:00"),
        ("8/1/2024 05:10 GMT-3:30", "2024-01-08T05:10:00-03:30"),
        ("1/25/2024 12:05 AM", "2024-01-25T00:05:00+07:00"),
        ("(08/01)2024", None),
        ("31/02/2024", None),
        ("8/1", None),
        ("Lịch thi đấu ngày 8/1/2024", None),
        ("Sáng 8/1/2024, tại Hà Nội, Chủ tịch nước tiếp ông A.", None),
        ("Kết luận số 72-KL/TW, ngày 23/02/2024", None),
        ("8/1/2024 và 123", None),
        ("8/1/2024 " + "A" * 200, None),
        ("Chia sẻ", None),
    ],
)
def test_vietnamese(line: str, iso: str | None) -> None:
    found = dateline(line, "vi")
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published January 8, 2024 at 5:10 PM EST", "2024-01-08T17:10:00"),
        ("Mon 8 Jan 2024 05.10 GMT", "2024-01-08T05:10:00+00:00"),
        ("Jan. 8th, 2024", "2024-01-08"),
        ("Publié le 8 janvier 2024 à 17h10", "2024-01-08T17:10:00"),
        ("1er août 2024", "2024-08-01"),
        ("8 de enero de 2024 17:10", "2024-01-08T17:10:00"),
        ("Lunes, 8 de enero del 2024 a las 17:10", "2024-01-08T17:10:00"),
        ("January 8, 2024 5 pm", "2024-01-08T17:00:00"),
    ],
)
def test_other_languages(line: str, iso: str) -> None:
    found = dateline(line, "en")
    assert found is not None
    assert (found.iso, found.rest) == (iso, "")


def test_american_order_is_taken_where_the_language_says_so() -> None:
    found = dateline("1/8/2024", "en-US")
    assert found is not None
    assert found.iso == "2024-01-08"


@pytest.mark.parametrize(
    "line", ["5 giờ trước", "2 hours ago", "3 ngày trước", "il y a 3 heures", "hace 2 días", "9m"]
)
def test_relative(line: str) -> None:
    found = dateline(line, "vi")
    assert (found is None) == (line == "9m")
    assert found is None or (found.iso, found.has_time) == ("", False)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Minh Anh/VOV.VN - 08/01/2024 05:10", "Minh Anh/VOV.VN"),
        ("Nguyễn Văn A - Thứ hai, 8/1/2024 | 5:10 PM", "Nguyễn Văn A"),
        ("Lê Hồi 8/1/2024", "Lê Hồi"),
        ("TTXVN  08/01/2024", "TTXVN"),
    ],
)
def test_names_in_date_lines(line: str, rest: str) -> None:
    found = dateline(line, "vi")
    assert found is not None
    assert found.rest == rest


def test_changes() -> None:
    first = dateline("Đăng lúc: 06:10 29/07/2024 | Cập nhật lúc: 09:30 30/07/2024", "vi")
    assert first is not None
    assert (first.iso, first.updated) == ("2024-07-29T06:10:00+07:00", False)
    second = dateline("Cập nhật: 09:30 30/07/2024", "vi")
    assert second is not None
    assert second.updated
