"""What is another country's, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import glossary
from l10n.glossary.abroad import is_abroad
from l10n.model import VerdictKind

SHIPPED = glossary.load(sorted((Path(__file__).parents[3] / "glossary").glob("*.yml")))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Quốc hội Mỹ thông qua dự luật.", "The US Congress passed the bill."),
        ("Quốc hội của Anh thông qua dự luật.", "The British Parliament passed the bill."),
        ("Thủ tướng Đức Friedrich Merz phát biểu.", "Chancellor Friedrich Merz spoke."),
        ("Thủ tướng nước này phát biểu.", "The country's leader spoke."),
        ("Bộ Thương mại Hoa Kỳ cho biết.", "The US Commerce Department said so."),
        ("Bộ Ngoại giao Triều Tiên phản đối.", "Pyongyang protested."),
        ("Đảng Dân chủ giành thắng lợi.", "The Democrats won."),
        ("Nhiệt độ ở thành phố Kansas tăng.", "Temperatures in Kansas rose."),
        ("Chủ tịch nước Lào đến thăm.", "The Lao leader is on a visit."),
        ("Quo\u0302\u0301c hội Pháp họp.", "The French parliament met."),
    ],
)
def test_what_is_of_another_country_may_be_called_otherwise(source, target):
    assert SHIPPED.verify(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "verdict"),
    [
        ("Quốc hội Việt Nam họp.", "The Vietnamese Congress met.", VerdictKind.FORBIDDEN),
        ("Quốc hội họp.", "The Congress met.", VerdictKind.FORBIDDEN),
        ("Quốc hội thảo luận về Mỹ.", "Congress discussed the US.", VerdictKind.FORBIDDEN),
        ("Thủ tướng Anh hùng ca ngợi.", "The Chancellor praised.", VerdictKind.FORBIDDEN),
        ("Đảng ta lãnh đạo.", "We lead.", VerdictKind.MISSING),
        ("Đảng Cộng sản Việt Nam nước ngoài.", "They lead.", VerdictKind.MISSING),
        ("Bộ Y tế làm việc với Mỹ.", "Officials met the US.", VerdictKind.MISSING),
        ("Người dân huyện Đức Thọ phấn khởi.", "People in Duc Tho are happy.", VerdictKind.MISSING),
    ],
)
def test_what_is_at_home_is_judged(source, target, verdict):
    told = SHIPPED.verify(source, target)
    assert verdict in [one.verdict for one in told if one.concept != "state-vn"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("{} Việt Nam và {} Mỹ ký kết.", "The Vietnamese {} and the US {} signed."),
        ("{} Mỹ và {} Việt Nam ký kết.", "The US {} and the Vietnamese {} signed."),
    ],
)
def test_each_occurrence_is_at_home_or_abroad(source, target):
    def told(*names: str) -> list[VerdictKind]:
        verdicts = SHIPPED.verify(source.format("Quốc hội", "Quốc hội"), target.format(*names))
        return [one.verdict for one in verdicts if one.concept == "state-qh"]

    home_first = source.startswith("{} Việt Nam")
    names = ["Parliament", "Congress"]
    assert told(*(names if home_first else names[::-1])) == [VerdictKind.DEPRECATED]
    names = ["National Assembly", "Congress"]
    assert told(*(names if home_first else names[::-1])) == [VerdictKind.OK]


def test_other_languages_than_vietnamese_are_judged_as_they_are():
    told = SHIPPED.verify(
        "The Ministry of Health said so.", "Bộ nói.", source_language="en", language="vi"
    )
    assert VerdictKind.OK not in [v.verdict for v in told]


def test_no_engine_is_told_to_call_another_country_s_bodies_by_the_term():
    def hints(text: str, *, abroad: bool = False) -> list[str]:
        found = SHIPPED.hints(text, language="vi", target_language="en", abroad=abroad)
        return [hint.equivalent for hint in found]

    assert hints("Quốc hội họp.") == ["National Assembly"]
    assert hints("Quốc hội Mỹ họp.") == []
    assert hints("Quốc hội họp.", abroad=True) == []


def test_an_article_about_other_countries_alone():
    abroad = ["Trump ra tranh cử.", "Biden chỉ trích Trump.", "Quốc hội họp tại Washington."]
    more = ["Kavanaugh điều trần.", "Graham và Flake lên tiếng."]
    assert is_abroad([*abroad, *more])
    assert is_abroad(["Mỹ và Anh.", "Pháp và Đức."])
    assert not is_abroad(abroad[:1])
    for home in (
        "Việt Nam tham dự.",
        "Ông Nguyễn Văn An dự.",
        "UBND tỉnh họp.",
        "Ở Hue\u0302\u0301.",
    ):
        assert not is_abroad([*abroad, *more, home])
    assert is_abroad([*abroad, *more, "Phạm vi rộng.", "Tô điểm thêm."])
    assert not is_abroad([])
    assert not is_abroad(["Ngang, Nganh, Ngach: Lào."])


def test_in_an_article_about_other_countries_nothing_is_missing():
    source, target = "Quốc hội họp hôm thứ Năm.", "Congress met on Thursday."
    assert SHIPPED.verify(source, target)
    assert SHIPPED.verify(source, target, abroad=True) == []
    kept = SHIPPED.verify(source, "The National Assembly met on Thursday.", abroad=True)
    assert [v.verdict for v in kept] == [VerdictKind.OK]
