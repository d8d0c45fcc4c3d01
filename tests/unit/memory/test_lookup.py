"""What the memory finds, in what order, and how a match is made to fit."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from l10n.memory import Entry, Memory, Segment, build, folded
from l10n.memory.adapting import adapted

SOURCES = [
    "Hội nghị khai mạc sáng nay tại Hà Nội.",
    "Hội nghị bế mạc chiều nay tại Hà Nội.",
    "Tỉnh dành 15,7 tỷ đồng cho công tác thông tin đối ngoại.",
    "Ảnh: Đ.Hòa",
]


@pytest.fixture
def made(tmp_path: Path):
    def make(entries: Iterable[Entry]) -> Memory:
        build(tmp_path / "segment", entries)
        return Memory([Segment(tmp_path / "segment")])

    return make


def pairs(sources: Iterable[str]) -> list[Entry]:
    return [Entry(s, f"target of {n}", origin=f"a{n}") for n, s in enumerate(sources)]


def test_an_equal_source_is_100_and_nothing_else_is(made) -> None:
    memory = made(pairs(SOURCES))
    best, second = memory.lookup(SOURCES[0])
    assert (best.score, best.source, best.target, best.origin) == (
        100, SOURCES[0], "target of 0", "a0",
    )  # fmt: skip
    assert 75 <= second.score < 100
    assert second.source == SOURCES[1]
    # A long text with one letter changed is 99 at most.
    text = " ".join(SOURCES) * 9
    assert made([Entry(text, "t")]).lookup(text.replace("Hội", "Họi", 1))[0].score == 99


@pytest.mark.parametrize(
    "text",
    ["Hội nghị khai mạc sáng nay tại Hà Nội.", "Hội  nghị\u00a0khai mạc\nsáng nay tại Hà Nội. ",
     "Hội nghị khai mạc\u200b sáng nay tại Hà Nội."],
)  # fmt: skip
def test_what_cannot_be_seen_makes_no_difference(made, text: str) -> None:
    import unicodedata

    memory = made(pairs(SOURCES))
    for form in ("NFC", "NFD"):
        assert memory.lookup(unicodedata.normalize(form, text))[0].score == 100


def test_the_place_of_a_tone_makes_no_difference(made) -> None:
    new, old = "Uỷ ban Hoà Bình khoẻ, TỈNH UỶ.", "Ủy ban Hòa Bình khỏe, TỈNH ỦY."
    [match] = made([Entry(old, "t")]).lookup(new)
    assert (match.score, match.source) == (100, old)
    [match] = made([Entry(new, "t")]).lookup(old)
    assert (match.score, match.source) == (100, new)
    assert folded("Quý trọng toàn thể, hoài") == "Quý trọng toàn thể, hoài"


def test_the_same_context_is_101_however_many_have_the_text(made) -> None:
    many = [Entry("Ảnh: Đ.Hòa", f"Photo {n}", f"place {n}", f"a{n}") for n in range(1000)]
    memory = made(many)
    found = memory.lookup("Ảnh: Đ.Hòa", context="place 777", limit=2)
    assert [(m.score, m.target) for m in found] == [(101, "Photo 777"), (100, "Photo 0")]
    assert memory.lookup("Ảnh: Đ.Hòa", context="elsewhere")[0].score == 100


def test_of_equal_ones_the_projects_own_comes_first(made) -> None:
    memory = made([Entry(SOURCES[0], "theirs", origin="a.tmx"), Entry(SOURCES[0], "ours", "", "b")])
    assert [m.target for m in memory.lookup(SOURCES[0])] == ["ours", "theirs"]


def test_what_a_file_has_wrapped_is_one_line_for_who_asks_for_one(made) -> None:
    texts = "Hội nghị\n   khai mạc.", "The conference \r\n  opened."
    memory = made([Entry(*texts, origin="a.tmx")])
    [match] = memory.lookup("Hội nghị khai mạc.")
    assert (match.source, match.target) == ("Hội nghị khai mạc.", "The conference opened.")
    [match] = memory.lookup("Hội nghị\nkhai mạc.")
    assert match.target == "The conference \r\n  opened."
    [match] = made([Entry(*texts, origin="an-article")]).lookup("Hội nghị khai mạc.")
    assert match.target == "The conference \r\n  opened."


def test_limits(made) -> None:
    memory = made([Entry(SOURCES[0], "same"), Entry(SOURCES[0], "same"), *pairs(SOURCES)])
    found = memory.lookup(SOURCES[0])
    assert [m.target for m in found] == ["same", "target of 0", "target of 1"]
    assert len(memory.lookup(SOURCES[0], limit=1)) == 1
    assert [m.score for m in memory.lookup(SOURCES[0], least=100)] == [100, 100]
    assert memory.lookup("Không có gì giống như thế này cả.") == []
    assert memory.lookup("") == []
    assert memory.lookup("…") == []
    assert made([Entry("", "nothing")]).lookup("")[0].score == 100


def test_a_memory_without_entries(made) -> None:
    memory = made([])
    assert len(memory) == 0
    assert memory.lookup("Hội nghị khai mạc.") == []


def test_hidden_entries_are_passed_over(tmp_path: Path) -> None:
    import numpy as np

    build(tmp_path / "s", pairs(SOURCES))
    segment = Segment(tmp_path / "s")
    segment.hidden = np.array([True, False, False, False])
    memory = Memory([segment])
    assert len(memory) == 3
    assert [m.origin for m in memory.lookup(SOURCES[0])] == ["a1"]


def test_many_alike_leave_room_for_the_likest(made) -> None:
    """Longer ones share as many words; the one that has nothing besides is found."""
    many = [f"{SOURCES[0]} Việc thứ {n} là việc khác." for n in range(2000)]
    memory = made(pairs([*many, SOURCES[0].replace("nay", "qua"), *many]))
    assert memory.lookup(SOURCES[0], limit=1)[0].origin == "a2000"


def test_the_best_of_several_segments_comes_first(tmp_path: Path) -> None:
    for name, source in (("one", SOURCES[1]), ("two", SOURCES[0])):
        build(tmp_path / name, [Entry(source, name)])
    memory = Memory([Segment(tmp_path / "one"), Segment(tmp_path / "two")])
    assert [m.target for m in memory.lookup(SOURCES[0])] == ["two", "one"]


def test_languages_without_spaces(made) -> None:
    memory = made(pairs(["会议今天上午在河内开幕，省委书记主持会议。", "ที่ประชุมเปิดเช้านี้ที่กรุงฮานอย"]))
    assert memory.lookup("会议今天下午在河内开幕，省委书记主持会议。")[0].origin == "a0"
    assert memory.lookup("ที่ประชุมเปิดบ่ายนี้ที่กรุงฮานอย")[0].origin == "a1"


def test_it_finds_what_comparing_with_all_would_find(made) -> None:
    """Recall on 300 texts of which words or letters were changed, against brute force."""
    chance = random.Random(3)
    syllables = " ".join(SOURCES).split() + [f"{a}{b}" for a in "bcdgh" for b in "aeiou"]
    sources = [" ".join(chance.choices(syllables, k=chance.randint(3, 30))) for _ in range(3000)]
    memory = made(pairs(sources))
    missed = wanted = 0
    for _ in range(300):
        letters = list(chance.choice(sources))
        for _ in range(len(letters) // 12 + 1):
            letters[chance.randrange(len(letters))] = chance.choice("aeiou ")
        text = folded("".join(letters))
        best = max(fuzz.ratio(text, source) for source in sources)
        if best >= 75:
            wanted += 1
            found = memory.lookup(text, limit=1)
            missed += not found or found[0].score < int(best)
    assert wanted > 200
    assert missed <= wanted // 100


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        # numbers
        ("Có 120 đại biểu.", "Có 95 đại biểu.", "95 delegates.", "120 delegates."),
        ("Chi 15,7 tỷ.", "Chi 12,5 tỷ.", "12.5 billion spent.", "15.7 billion spent."),
        ("Chi 1.250 tỷ.", "Chi 3.400 tỷ.", "3,400 billion.", "1,250 billion."),
        ("Tăng 3 và 5%.", "Tăng 5 và 3%.", "Up 5 and 3%.", "Up 3 and 5%."),
        ("Ngày 8/1 họp.", "Ngày 6/1 họp.", "It met on January 6.", "It met on January 8."),
        # a number that stands elsewhere too, or nowhere
        ("Có 7 sở, 9 ban.", "Có 5 sở, 9 ban.", "5 departments, 9 boards (5 old).", None),
        ("Khóa 6 họp.", "Khóa 5 họp.", "The 5th tenure met.", None),
        ("Ngày 8/2 họp.", "Ngày 8/5 họp.", "It met on May 8.", None),
        ("Có 7 tỷ, 5 triệu.", "Có 5 tỷ, 5 triệu.", "5 billion, 5 million.", None),
        # one day, two days
        ("Trong 1 ngày.", "Trong 2 ngày.", "In 2 days.", None),
        # who knows which mark the target has?
        ("Chi 1.250 tỷ.", "Chi 3 tỷ.", "3 billion spent.", None),
        # names
        ("Bà Lan chủ trì.", "Bà Hoa chủ trì.", "Ms. Hoa chaired.", "Ms. Lan chaired."),
        (
            "Đồng chí Lê Đức Bình đến Huế.", "Đồng chí Trần Văn An đến Huế.",
            "Tran Van An came to Hue.", "Le Duc Binh came to Hue.",
        ),
        (
            "Đồng chí Lê Đức Bình, 7 đại biểu.", "Đồng chí Trần Văn An, 5 đại biểu.",
            "Trần Văn An, 5 delegates.", "Lê Đức Bình, 7 delegates.",
        ),
        ("Tại Lào, họp.", "Tại Đức, họp.", "A meeting in Germany.", None),
        # a word differs too, or nothing does
        ("Có 7 đại biểu nữ.", "Có 5 đại biểu.", "5 delegates.", None),
        ("Đại hội có 7 người.", "Hội nghị có 7 người.", "The conference has 7 people.", None),
        ("Có 5 đại biểu.", "Có 5 đại biểu.", "5 delegates.", None),
    ],
)  # fmt: skip
def test_adapting(text: str, source: str, target: str, expected: str | None) -> None:
    assert adapted(text, source, target) == expected


def test_a_match_says_that_it_was_adapted(made) -> None:
    memory = made([Entry("Hội nghị có 95 đại biểu tham dự.", "95 delegates attended.")])
    [match] = memory.lookup("Hội nghị có 120 đại biểu tham dự.")
    assert (match.target, match.adapted) == ("120 delegates attended.", True)
    [match] = memory.lookup("Hội nghị có 95 đại biểu tham gia.")
    assert (match.target, match.adapted) == ("95 delegates attended.", False)


class TestSegment:
    def test_it_is_written_whole_or_not_at_all(self, tmp_path: Path) -> None:
        def broken() -> Iterable[Entry]:
            yield Entry("a", "b")
            raise RuntimeError

        with pytest.raises(RuntimeError):
            build(tmp_path / "s", broken())
        assert list(tmp_path.iterdir()) == []

    def test_one_that_is_cut_off_is_none(self, tmp_path: Path) -> None:
        build(tmp_path / "s", pairs(SOURCES))
        with (tmp_path / "s" / "texts").open("rb+") as file:
            file.truncate(20)
        with pytest.raises(ValueError, match="cut off"):
            Segment(tmp_path / "s")

    def test_entries_come_back_as_they_were(self, tmp_path: Path) -> None:
        entries = [Entry("Ă\u0306 b  c", "đ\nd", "x", "y"), Entry("e", "f")]
        build(tmp_path / "s", entries)
        segment = Segment(tmp_path / "s")
        assert [segment.entry(n) for n in range(2)] == entries
