"""Numbers, dates and hours that mean the same, whatever their form and language."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.checks.values import differences, mentions
from l10n.checks.values.numerals import add_up
from tests.checks.table import fires

SAME = [
    ("en", "15,7 tỷ đồng", "VND15.7 billion"),
    ("fr", "15,7 tỷ đồng", "15,7 milliards de dongs"),
    ("es", "15,7 tỷ đồng", "15 700 millones de dongs"),
    ("de", "15,7 tỷ đồng", "15,7 Milliarden Dong"),
    ("ru", "15,7 tỷ đồng", "15,7 млрд донгов"),
    ("zh", "15,7 tỷ đồng", "157亿越南盾"),
    ("ja", "15,7 tỷ đồng", "157億ドン"),
    ("ko", "15,7 tỷ đồng", "157억 동"),
    ("en", "1.234.567 người", "1,234,567 people"),
    ("fr", "1.234.567 người", "1\u202f234\u202f567 personnes"),
    ("en", "ngày 2/9/1945", "September 2, 1945"),
    ("en", "ngày 2/9/1945", "2 September 1945"),
    ("fr", "ngày 2/9/1945", "le 2 septembre 1945"),
    ("es", "ngày 2/9/1945", "el 2 de septiembre de 1945"),
    ("de", "ngày 2/9/1945", "am 2. September 1945"),
    ("ru", "ngày 2/9/1945", "2 сентября 1945 года"),
    ("zh", "ngày 2/9/1945", "1945年9月2日"),
    ("ja", "ngày 2/9/1945", "1945年9月2日"),
    ("ko", "ngày 2/9/1945", "1945년 9월 2일"),
    ("en", "ngày 2 tháng 9 năm 1945", "September 2, 1945"),
    ("en", "tháng 9-1945", "September 1945"),
    ("en", "Đại hội XIII", "the 13th Congress"),
    ("fr", "Đại hội XIII", "le XIIIe Congrès"),
    ("zh", "Đại hội XIII", "第十三次代表大会"),
    ("en", "lúc 14h30", "at 2:30 pm"),
    ("en", "lúc 14 giờ 30 phút", "at 2.30 p.m."),
    ("fr", "lúc 14h30", "à 14 h 30"),
    ("en", "lúc 8 giờ rưỡi", "at 8:30 a.m."),
    ("en", "tăng 12,5%", "up 12.5 per cent"),
    ("en", "hai phần ba đại biểu", "two thirds of the delegates"),
    ("en", "1/3 số đại biểu", "one third of the delegates"),
    ("en", "một nửa số xã", "half of the communes"),
    ("en", "giai đoạn 2020 - 2025", "2020–2025"),
    ("en", "mười lăm dự án", "15 projects"),
    ("en", "15 dự án", "fifteen projects"),
    ("en", "hai mươi mốt xã", "twenty-one communes"),
    ("en", "một trăm linh năm xã", "105 communes"),
    ("en", "hai nghìn rưỡi hộ", "2,500 households"),
    ("fr", "71 xã", "soixante et onze communes"),
    ("fr", "95 xã", "quatre-vingt-quinze communes"),
    ("de", "25 xã", "fünfundzwanzig Gemeinden"),
    ("zh", "315 xã", "三百一十五个乡"),
    ("zh", "2/3 đại biểu", "三分之二的代表"),
    ("ru", "5 xã", "пять общин"),
    ("en", "1,5 triệu ha", "1.5m hectares"),
    ("en", "những năm 90", "the 1990s"),
    ("en", "cách 45 dặm", "72 km away"),
    ("en", "sóng cao 20 feet", "waves 6 metres high"),
    ("es", "86 độ F", "30 grados"),
    ("lo", "15 dự án", "15 ໂຄງການ"),
    ("km", "15 dự án", "15 គម្រោង"),
    ("en", "ba lần", "three times"),
    ("zh", "2 nghìn 500 tỷ", "2.5万亿"),
    ("en", "3.000 tỷ", "3 thousand billion"),
    ("en", "rưỡi", "half"),
    ("en", "1.250 tỷ", "1,250 billion"),
    ("en", "tỷ số 2-0", "2–0"),
    ("en", "từ 15/3/24", "from 15 March 2024"),
    ("en", "10,000 người", "10,000 people"),
    ("en", "tổng 24/7", "24/7 service"),
    ("en", "3 phần 0", "3 of 0"),
    ("fr", "120 xã", "cent vingt communes"),
    ("en", "23/13", "23/13"),
    ("en", "5/0", "5/0"),
    ("en", "2 tỷ 500 triệu đồng", "2.5 billion dong"),
    ("en", "hai trăm nghìn", "200,000"),
]
APART = [
    ("en", "15,7 tỷ đồng", "VND15.7 million", "1,000 times"),
    ("en", "15,7 tỷ đồng", "VND157 billion", "10 times"),
    ("fr", "15,7 tỷ đồng", "15,7 millions de dongs", "1,000 times"),
    ("zh", "15,7 tỷ đồng", "15.7亿越南盾", "10 times"),
    ("ru", "15,7 tỷ đồng", "15,7 млн донгов", "1,000 times"),
    ("en", "ngày 2/9/1945", "February 9, 1945", "swapped"),
    ("fr", "ngày 2/9/1945", "le 9 février 1945", "swapped"),
    ("en", "ngày 2/9/1945", "October 2, 1945", "has become"),
    ("en", "Đại hội XIII", "the 12th Congress", "has become"),
    ("en", "lúc 14h30", "at 3:30 pm", "has become"),
    ("en", "120 đại biểu", "the delegates", "is not in the translation"),
    ("en", "các đại biểu", "120 delegates", "is not in the source"),
    ("en", "12 dặm", "12 miles and 45 more", "is not in the source"),
    ("en", "mười lăm dự án", "16 projects", "has become"),
    ("zh", "315 xã", "三百五十一个乡", "has become"),
    ("ja", "157 xã", "158の社", "has become"),
    ("ko", "157 xã", "158개 사", "has become"),
    ("lo", "157 xã", "158", "has become"),
    ("km", "157 xã", "158", "has become"),
    ("de", "157 xã", "158 Gemeinden", "has become"),
]


@pytest.mark.parametrize(("language", "source", "target"), SAME)
def test_what_means_the_same(language: str, source: str, target: str) -> None:
    assert differences(source, target, ("vi", language)) == []


@pytest.mark.parametrize(("language", "source", "target", "told"), APART)
def test_what_does_not(language: str, source: str, target: str, told: str) -> None:
    messages = fires("numbers", source, target, language=language)
    assert any(told in message for message in messages), messages


TABLES = {path.stem: path for path in (Path(__file__).parent / "values").glob("*.tsv")}


def test_every_target_has_a_table() -> None:
    assert set(TABLES) == {"en", "fr", "es", "ru", "zh", "ja", "ko", "de", "lo", "km"}


@pytest.mark.parametrize("language", sorted(TABLES))
def test_whole_sentences_that_say_the_same_or_not(language: str) -> None:
    rows = [line.split("\t") for line in TABLES[language].read_text("utf-8").splitlines()]
    told = {
        (kind, source, target): fires("numbers", source, target, language=language)
        + fires("units", source, target, language=language)
        for kind, source, target in rows
    }
    assert {row: found for row, found in told.items() if bool(found) != (row[0] == "apart")} == {}
    kinds = [kind for kind, *_ in rows]
    assert kinds.count("same") >= 15
    assert kinds.count("apart") >= 8


def test_odd_letters_keep_words_in_their_places() -> None:
    """`İ` is two letters in lower case."""
    assert mentions("İzmir cử NĂM nghìn người", "vi")[0].text == "NĂM nghìn"


def test_a_date_with_the_year_first() -> None:
    assert mentions("1945-09-02", "en")[0].readings == mentions("2/9/1945", "vi")[0].readings


def test_a_swapped_day_hides_nothing_else() -> None:
    source, target = "Ngày 2/9/1945, tăng 12%, 120 người.", "1945年2月9日，上涨13%，12人。"
    assert fires("numbers", source, target, language="zh") == [
        "day and month are swapped: “2/9/1945” has become “2”",
        "“120” has become “13”",
    ]
    twice = fires("numbers", "2/9/1945, 3/8/1946", "February 9, 1945, 8 March 1946", language="en")
    assert [told.partition(":")[0] for told in twice] == ["day and month are swapped"] * 2


@pytest.mark.parametrize(
    ("language", "source", "target", "told"),
    [
        ("en", "Có bốn đại biểu.", "There were five delegates.", ["“bốn” has become “five”"]),
        ("fr", "Có tám đại biểu.", "Il y avait neuf délégués.", ["“tám” has become “neuf”"]),
        ("en", "Có bốn đại biểu.", "There were four delegates.", []),
        ("en", "Năm nay, tỉnh đầu tư thêm.", "This year, the province invests in six more.", []),
    ],
)
def test_small_numbers_in_words(language: str, source: str, target: str, told: list[str]) -> None:
    assert fires("numbers", source, target, language=language) == told


def test_no_items_are_no_number() -> None:
    assert add_up([]) == []
