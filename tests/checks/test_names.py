"""Names and acronyms that are lost, and that come from nowhere."""

from __future__ import annotations

import pytest

from l10n import checks
from l10n.checks.naming import unheard
from l10n.model import Unit, Verdict, VerdictKind
from tests.checks.table import fires


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("en", "Ông Kuroda Shinji phát biểu.", "Mr Kuroda Shinji spoke.", False),
        ("en", "Ông Kuroda Shinji phát biểu.", "Mr Tanaka Shinji spoke.", True),
        ("en", "Ông Kuroda Shinji phát biểu.", "He spoke.", False),
        ("en", "Ông Kuroda Shinji phát biểu.", "Shinji spoke at the Forum.", False),
        ("en", "Theo ông Kuroda, giá sẽ giảm.", "Prices, according to Tanaka, will fall.", True),
        ("en", "Kuroda phát biểu.", "Tanaka spoke.", True),
        (
            "en",
            "Hôm nay tại thủ đô, ông Kuroda phát biểu.",
            "Today he spoke in the capital.",
            False,
        ),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Comrade Nguyen Van An presided.", False),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Nguyễn Văn An presided.", False),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Comrade Nguyen Van Binh presided.", True),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Comrade An presided.", False),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Comrade Takahashi presided.", True),
        ("en", "Thành phố Hà Nội.", "The city of Hanoi, the Capital.", False),
        ("en", "Ông Đặng Văn Ba ở Hồ Chí Minh.", "Mr Dang Van Ba lives in Saigon.", False),
        ("en", "Khách sạn San Marco mở cửa.", "The San Marco hotel opened.", False),
        ("en", "Ông Liam Kelly đến.", "Mr. Osaka Kelly came.", True),
        ("en", "Chị Hoa nói: “Tôi đã mua.”", "“When I saw it I bought it.”", False),
        ("es", "Bà Feinstein phát biểu.", "Intervino la señora Fernández.", True),
        ("fr", "Bão Rosa ở Mexico.", "L’ouragan approche de la Chine.", False),
        ("pl", "Ông Kuroda phát biểu.", "Przemawiał Tanaka.", True),
        ("vi-x", "Ông Kuroda phát biểu.", "Tanaka.", False),
        ("en", "Đảng Cộng sản Việt Nam ra đời.", "The Communist Party was founded.", False),
        ("en", "Kỵ binh Hoàng Gia dự lễ.", "The Blues came to the Fair.", False),
        ("en", "Xin chớ quên.", "Do Not forget.", False),
        ("en", "Sainsbury's mở cửa hàng.", "Sainsbury’s opens a shop.", False),
        ("fr", "Ông Kuroda phát biểu.", "M. Tanaka a pris la parole.", True),
        ("zh", "Ông Kuroda phát biểu.", "黑田先生讲话。", False),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Nguyen Van Osaka presided.", True),
        ("en", "Theo Nguyễn Na Sơn, giá giảm.", "According to NaSon Nguyen, prices fell.", False),
        ("en", "Các thành phố Vũ Hán và Hoàng Cương.", "The cities of Wuhan and Huanggang.", False),
        ("en", "Các tỷ phú Rumani gặp nhau.", "The Romanian billionaires met.", False),
        ("en", "Các tỷ phú Rumani gặp nhau.", "The Russian billionaires met.", True),
        ("en", "Tổng thống Nga Dmitry Peskov nói.", "Russian Secretary Dmitry Peskov said.", False),
        # A name of which one syllable has become another word.
        ("en", "Bệnh viện Bạch Mai mở cửa.", "Bach Mai Hospital opened.", False),
        ("en", "Bệnh viện Bạch Mai mở cửa.", "Bach Kowalski Hospital opened.", True),
        ("en", "Bệnh viện Bạch Mai mở cửa.", "Takahashi Mai Hospital opened.", True),
        ("en", "Bệnh viện Bạch Mai mở cửa.", "BachMai Kowalski Hospital opened.", False),
        ("fr", "Huyện Củ Chi đón khách.", "Le district de Cu Kowalski a reçu des hôtes.", True),
        ("en", "Đền Hùng Vương mở hội.", "The Hung Kings temple opened.", False),
        # A name that is gone.
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "The comrade presided.", True),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "He presided.", False),
        ("en", "Đồng chí Nguyễn Văn An chủ trì.", "Mr Nguyen presided.", False),
        ("es", "Đồng chí Trần Thị Hoa chủ trì.", "La camarada presidió el acto.", True),
        ("de", "Đồng chí Trần Thị Hoa chủ trì.", "Sie leitete die Sitzung.", False),
        ("en", "Ông Kuroda phát biểu.", "The guest spoke.", True),
        ("en", "Ông Kuroda phát biểu.", "His guest spoke.", False),
        ("fr", "Ông Kuroda phát biểu.", "L’invité a pris la parole.", True),
        ("fr", "Theo báo Asahi, giá giảm.", "Selon un journal, les prix baissent.", False),
        ("fr", "Kuroda Shinji phát biểu.", "L’invité a pris la parole.", True),
        ("en", "Hội nghị họp tại Hà Nội.", "The conference met.", True),
        ("en", "Hội nghị họp tại Hà Nội.", "The conference met in the capital.", False),
        ("es", "Hội nghị họp tại Hà Nội.", "La conferencia se celebró en Hanói.", False),
        ("de", "Hội nghị họp tại Hà Nội.", "Die Konferenz tagte in Ha Noi.", False),
        ("fr", "Đoàn thăm tỉnh Khánh Hoà.", "La délégation a visité la province.", True),
        ("fr", "Đoàn thăm tỉnh Khánh Hoà.", "La délégation a visité Khánh Hòa.", False),
        ("en", "TP Huế đón khách.", "The city received guests.", True),
        ("en", "TP Huế đón khách.", "Hue received guests.", False),
        ("en", "TP đón khách.", "The city received guests.", False),
        ("en", "Chị Nguyễn Thị Bình Dương đến.", "Nguyen Thi Duong came.", False),
        ("en", "Bão đổ bộ Tây Ninh, Trung Quốc.", "The storm hit Xining in China.", False),
        # Names that other languages spell in their own way.
        ("en", "Ông Lý Khắc Cường phát biểu.", "Li Keqiang spoke.", False),
        ("en", "Ông Trương Nghệ Mưu phát biểu.", "Zhang Yimou spoke.", False),
        ("en", "Ông Phùng Văn Sáu phát biểu.", "The conference opened.", True),
        ("en", "Đội tuyển Bồ Đào Nha đến Hà Nội.", "The Portuguese team came to Hanoi.", False),
        ("en", "Ông Trần Quốc Tuấn đến.", "Kuroda Tuan came.", True),
        ("en", "Ông Trần Quốc Tuấn đến.", "Mr Tuan came.", False),
        (
            "en",
            "Đoàn thăm Oa-sinh-tơn, gặp ông Clin-tơn.",
            "It met Mr Clinton in Washington.",
            False,
        ),
        ("en", "Đoàn thăm Mát-xcơ-va.", "The delegation visited Moscow.", False),
    ],
)
def test_names(language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(fires("names", source, target, language=language)) is wrong


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("Đồng chí Bí thư chủ trì.", "Secretary Trần Văn Bình presided.", True),
        ("Đồng chí Nguyễn Văn An chủ trì.", "Comrade Nguyen Van Binh presided.", True),
        ("Đồng chí Nguyễn Văn An chủ trì.", "Comrade Nguyen Van An presided.", False),
        ("Đồng chí Huỳnh Văn An nói.", "To Huynh Van An it is clear.", False),
        ("Tỉnh Bình Thuận đón khách.", "Binh Thuan Province received guests.", False),
        ("Tỉnh Bình Thuận đón khách.", "Ninh Thuan Province received guests.", True),
        ("Vịnh Hạ Long.", "Ha Long Bay.", False),
        ("TP. HCM họp.", "Ho Chi Minh City met.", False),
        ("Nước ta phát triển.", "Viet Nam develops.", False),
        ("Đồng chí Bí thư chủ trì.", "Secretary Nguyen presided.", True),
        ("Quận Ba Đình của Hà Nội.", "Hanoi’s Ba Dinh District.", False),
        ("Hai quần đảo Hoàng Sa.", "The Hoang Sa archipelago.", False),
        ("Nga họp.", "Two Cats Do Not meet.", False),
    ],
)
def test_added_names(source: str, target: str, wrong: bool) -> None:
    assert bool(fires("added-names", source, target, language="en")) is wrong
    assert not fires("added-names", source, target, language="ru")


def test_a_name_that_the_glossary_asks_for_is_told_once() -> None:
    verdict = Verdict("adm-ha-noi", VerdictKind.MISSING, "Ha Noi")
    source, target = "Hội nghị họp tại Hà Nội.", "The conference met."
    assert fires("names", source, target, language="en")
    assert not fires("names", source, target, verdict, language="en")


def test_names_are_looked_for_in_vietnamese_sources_alone() -> None:
    unit = Unit(source="Mr Kuroda spoke.", target="M. Tanaka a parlé.", language="fr")
    found = checks.run(checks.Subject(unit, source_language="en"), {})
    assert "names" not in {f.check for f in found}


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("VCCI công bố báo cáo.", "VCCI published a report.", False),
        ("VCCI công bố báo cáo.", "The VTCI published a report.", True),
        ("VCCI công bố báo cáo.", "The chamber published a report.", False),
        ("UBND tỉnh công bố.", "The PPC said so.", False),
        ("VCCI CÔNG BỐ", "VTCI SAYS", False),
        ("WHO công bố.", "OMS said so.", False),
    ],
)
def test_acronyms(source: str, target: str, wrong: bool) -> None:
    assert bool(fires("acronyms", source, target)) is wrong


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Viết cho lan@example.org.", "Write to lan@example.org.", []),
        (
            "Viết cho lan@Example.org.",
            "Write to lan@Example.com.",
            ["the address “lan@Example.org” has become “lan@Example.com”"],
        ),
        ("Theo Nghị định 15/2021/NĐ-CP.", "Under Decree 15/2021/ND-CP.", []),
        (
            "Theo 15/2021/NĐ-CP và 16/2021/NĐ-CP.",
            "Under 16/2021/ND-CP and 17/2021/ND-CP.",
            ["the code “15/2021/NĐ-CP” has become “17/2021/ND-CP”"],
        ),
        ("Xem #BinhThuan.", "See #LamDong.", ["the hashtag “#BinhThuan” has become “#LamDong”"]),
        ("Xem #BinhThuan, @Lan.", "See @LAN.", ["the hashtag “#BinhThuan” is lost"]),
        ("Xem.", "See @Lan.", ["the handle “@Lan” is not in the source"]),
        ("Không có gì.", "Nothing.", []),
        ("Khách sạn 5 sao, nhà máy 500 MW.", "A 5-Star Hotel, a 500-MW plant.", []),
        ("Vé 9 euro theo 15/2021/NĐ-CP.", "9-Euro-Ticket nach 15/2021/ND-CP.", []),
        ("Theo Chỉ thị 12-CT.", "Under Directive 12-CT.", []),
        ("Theo Chỉ thị 12-CT.", "Under the directive.", ["the code “12-CT” is lost"]),
    ],
)
def test_literals(source: str, target: str, told: list[str]) -> None:
    assert fires("literals", source, target) == told


@pytest.mark.parametrize(
    ("house", "target", "message"),
    [
        ("strip", "Mr Nguyễn Văn Đức spoke.", "“Nguyễn Văn Đức” should be “Nguyen Van Duc”"),
        ("strip", "Mr Nguyen Van Duc spoke.", ""),
        ("keep", "Mr Nguyen Van Duc spoke.", "“Nguyen Van Duc” should be “Nguyễn Văn Đức”"),
        ("keep", "Mr Nguyễn Văn Đức spoke.", ""),
        ("", "Mr Nguyen Van Duc spoke.", ""),
    ],
)
def test_names_are_written_as_the_house_does(house: str, target: str, message: str) -> None:
    unit = Unit(source="Ông Nguyễn Văn Đức phát biểu.", target=target, language="en")
    found = checks.run(checks.Subject(unit, diacritics=house), {})
    assert [f.message for f in found if f.check == "name-spelling"] == [message] * bool(message)


def test_a_language_without_names_has_no_unheard_words() -> None:
    assert not unheard("Xzyq", "qqq")
