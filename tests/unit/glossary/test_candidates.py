"""Terms that recur and that the glossary lacks, from texts of our own."""

import unicodedata
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary.candidates import LANGUAGES, Scored, Text, Words, ranked, read

OFFICE = (
    "Sáng nay, Sở Ngoại vụ tổ chức họp báo. Theo Sở Ngoại vụ, năm nay tỉnh đón nhiều đoàn khách.",
    "Lãnh đạo Sở Ngoại vụ cho biết Ban Chỉ đạo Chuyển đổi số đã họp; chuyển đổi số là việc lớn.",
    "Đại diện Ban Chỉ đạo Chuyển đổi số và Sở Ngoại vụ ký kế hoạch. Ông Nguyễn Văn Bình dự.",
    "Ông Nguyễn Văn Bình nói chuyển đổi số cần thời gian, còn chuyển đổi số quốc gia cần tiền.",
)


def mined(
    texts: Iterable[str],
    *,
    language: str = "vi",
    known: Sequence[str] = (),
    least: int = 2,
) -> list[Scored]:
    """The candidates of texts, each an article of its own; `known` are the glossary's terms."""
    words = LANGUAGES.get(language, Words())
    given = []
    for number, text in enumerate(texts):
        spans = tuple(
            (at, at + len(term))
            for term in known
            for at in range(len(text))
            if text.startswith(term, at)
        )
        given.append(Text(f"bai-{number}", 1, text, spans))
    corpus = read(language, words, given)
    return ranked(corpus, least, {term.lower() for term in known}.__contains__)


def texts_of(found: Iterable[Scored]) -> list[str]:
    return [scored.text for scored in found]


def one(found: Iterable[Scored], text: str) -> Scored:
    return next(scored for scored in found if scored.text == text)


def test_bodies_come_first_and_counts_are_right() -> None:
    found = mined(OFFICE)
    assert texts_of(found)[:2] == ["Sở Ngoại vụ", "Ban Chỉ đạo Chuyển đổi số"]
    office = one(found, "Sở Ngoại vụ")
    assert (office.kind, office.sequence.count, office.sequence.articles) == ("body", 4, 3)
    assert one(found, "chuyển đổi số").kind == "term"
    assert one(found, "Nguyễn Văn Bình").kind == "name"


def test_parts_that_stand_in_a_longer_candidate_alone_are_none() -> None:
    found = texts_of(mined(OFFICE))
    assert not {"Ngoại vụ", "Ban Chỉ đạo", "đạo Chuyển đổi", "Nguyễn Văn", "đổi số"} & set(found)


def test_a_part_that_stands_alone_often_enough_is_one() -> None:
    assert one(mined(OFFICE), "chuyển đổi số").sequence.count == 5  # in the Ban's name twice


def test_known_terms_and_what_lies_in_them_are_none() -> None:
    found = texts_of(mined(OFFICE, known=["Ban Chỉ đạo Chuyển đổi số", "Sở Ngoại vụ"]))
    assert "chuyển đổi số" in found
    assert not [text for text in found if "Ngoại" in text or "Ban" in text]
    extended = [f"Phó {text}" for text in ("Văn phòng Tỉnh, họp.", "Văn phòng Tỉnh, đi.")]
    longer = [f"Hôm qua {t} Hôm nay {t}" for t in extended]
    assert "Phó Văn phòng Tỉnh" in texts_of(mined(longer, known=["Văn phòng Tỉnh"]))
    # In other letters than the glossary's, where the matcher does not find it.
    assert mined(["một sở ngoại vụ.", "hai sở ngoại vụ."], known=["Sở Ngoại vụ"]) == []


def test_spellings_are_counted_together() -> None:
    spellings = [
        "Đó là Uỷ ban Hoà giải.",
        unicodedata.normalize("NFD", "Đây là Ủy ban Hòa giải."),
        "Gặp ủy\u00a0ban hòa giải.",
        "HỌP VỚI ỦY BAN HÒA GIẢI",
    ]
    (found,) = mined(spellings)
    assert (found.text, found.sequence.count) == ("Uỷ ban Hoà giải", 4)
    assert unicodedata.is_normalized("NFC", mined(spellings[1:])[0].text)


@pytest.mark.parametrize(
    "between", [", ", ". ", "; ", " (", ") ", "\n— ", " 25 ", " là ", " **", " – "]
)
def test_no_candidate_goes_across(between: str) -> None:
    pair = f"Họp Cục Biển{between}Đảo Xanh nhé"
    found = texts_of(mined([pair, pair, "Cục Biển.", "Cục Biển.", "Đảo Xanh.", "Đảo Xanh."]))
    assert "Cục Biển" in found
    assert not [text for text in found if "Biển" in text and "Đảo" in text]


@pytest.mark.parametrize(
    "text", ["phát triển kinh tế - xã hội", "phòng COVID-19", "Hiệp hội Bắc-Nam", "ở TP.HCM nhé"]
)
def test_what_belongs_to_a_term_though_it_is_no_letter(text: str) -> None:
    found = " | ".join(texts_of(mined([f"Họp {text}.", f"Bàn {text}."])))
    assert any(part in found for part in ("kinh tế - xã hội", "COVID-19", "Bắc-Nam", "TP.HCM"))


def test_addresses_codes_numbers_and_code_are_none() -> None:
    text = (
        "Xem https://tin.example.vn/bien-dao và [bài](/bien-dao/xanh) theo 57-KL/TW, số 12, "
        "`bien dao`, khóa XIII, năm 2024, biendao@example.vn <b>"
    )
    assert mined([text] * 3) == []


def test_function_words_and_general_verbs_neither_begin_nor_end() -> None:
    text = "Tỉnh tiếp tục của ngành du lịch biển và về thực hiện."
    assert texts_of(mined([text] * 3)) == ["ngành du lịch biển"]


def test_only_official_names_hold_function_words() -> None:
    text = "Gặp Sở Văn hóa và Du lịch; bàn nuôi cá nước và rau sạch."
    found = texts_of(mined([text] * 3))
    assert found[0] == "Sở Văn hóa và Du lịch"
    assert not [t for t in found[1:] if "và" in t]
    assert not [
        t for t in texts_of(mined(["Gặp Ban Quản lý của Sở Du lịch nhé."] * 3)) if "của" in t
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chủ nhiệm Văn phòng", "title"),
        ("Nghị quyết Liên tịch", "document"),
        ("Diễn đàn Biển xanh", "event"),
        ("Quần đảo Cát Vàng", "place"),
        ("Học viện Sông Nước", "body"),
        ("Quận ủy", "body"),
        ("OCOP", "abbreviation"),
        ("Trần Thị Mai", "name"),
        ("Khê Thị Mai", "name"),
        ("Chủ nhiệm Trần Thị Mai", "name"),
        ("Thủ tướng Smith", "name"),
        ("Holly Winterbourne", "foreign"),
        ("quy trình cấp phép", "term"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    found = mined([f"Hôm ấy {text}.", f"Hôm kia {text}."])
    assert one(found, text).kind == kind


def test_two_words_after_a_persons_title_are_a_name() -> None:
    assert one(mined(["Gặp ông Mai Lâm.", "Mời bà Mai Lâm."]), "Mai Lâm").kind == "name"
    assert one(mined(["Gặp vùng Mai Lâm.", "Thăm vùng Mai Lâm."]), "vùng Mai Lâm").kind == "term"


def test_headings_say_nothing_of_capitals() -> None:
    words = LANGUAGES["vi"]
    plain = [Text("a", 1, "Gặp Cá Nước Ngọt."), Text("b", 1, "Gặp Cá Nước Ngọt.")]
    heads = [Text(t.article, 1, t.text, heading=True) for t in plain]
    body, head = (ranked(read("vi", words, t), 2, set().__contains__) for t in (plain, heads))
    assert body[0].score > head[0].score


def test_several_articles_weigh_more_than_one() -> None:
    words = LANGUAGES["vi"]
    text = "Gặp Cục Biển xanh."
    same = ranked(read("vi", words, [Text("a", n, text) for n in (1, 2)]), 2, set().__contains__)
    apart = mined([text, text])
    assert apart[0].score > same[0].score
    assert (same[0].sequence.articles, same[0].sequence.examples) == (1, [1, 6])


def test_examples_are_of_different_articles_where_there_are() -> None:
    words = LANGUAGES["vi"]
    text = "Thăm Cục Biển xanh."
    articles = ["a", "a", "a", "a", "b", "c", "d"]
    corpus = read("vi", words, [Text(a, n, text) for n, a in enumerate(articles)])
    found = one(ranked(corpus, 2, set().__contains__), "Cục Biển xanh")
    places = [corpus.surface(p, 3)[0].article for p in found.sequence.examples]
    assert (places, found.sequence.count) == (["a", "b", "c"], 7)


def test_the_longest_candidate_has_ten_words() -> None:
    text = "Gặp " + " ".join(f"Sông{'abcdefghijkl'[n]}" for n in range(12)) + "."
    assert all(len(s.text.split()) <= 10 for s in mined([text] * 2))


def test_english_and_a_language_nobody_described() -> None:
    english = [
        "He joined the Ministry of Sea Affairs. The Sea Rescue Plan works.",
        "The Ministry of Sea Affairs met, and the Sea Rescue Plan is on.",
    ]
    found = texts_of(mined(english, language="en"))
    assert {"Ministry of Sea Affairs", "Sea Rescue Plan"} <= set(found)
    assert not [text for text in found if text.startswith(("the ", "The ")) or text.endswith("of")]
    turkish = ["Bugün Deniz Kurtarma Planı var.", "Yarın Deniz Kurtarma Planı yok."]
    assert texts_of(mined(turkish, language="tr"))[0] == "Deniz Kurtarma Planı"


def test_chinese_has_no_spaces() -> None:
    found = mined(["今天省委宣传部开会。", "昨日省委宣传部发文。"], language="zh")
    assert texts_of(found)[0] == "省委宣传部"


def test_nothing_and_almost_nothing() -> None:
    assert mined([]) == []
    assert mined(["", "…", "123", "Một"]) == []
    assert mined(OFFICE, least=9) == []
    assert mined(["x" * 5000 + " Cục Biển"] * 2)[0].text == "Cục Biển"


@given(st.lists(st.text(alphabet="Sở ngoại vụ,.–\u0301\u00a0-'XIII12", max_size=40), max_size=6))
def test_every_candidate_stands_in_the_texts_as_often_as_it_says(texts: list[str]) -> None:
    words = LANGUAGES["vi"]
    corpus = read("vi", words, [Text(str(n), 1, text) for n, text in enumerate(texts)])
    found = ranked(corpus, 2, set().__contains__)
    assert found == ranked(corpus, 2, set().__contains__)
    for scored in found:
        sequence = scored.sequence
        assert 2 <= sequence.count <= sequence.total
        assert 1 <= len(sequence.examples) <= min(3, sequence.count)
        assert sequence.articles <= sequence.count
        key = corpus.row[sequence.position : sequence.position + sequence.length]
        for position in sequence.examples:
            assert corpus.row[position : position + sequence.length] == key
