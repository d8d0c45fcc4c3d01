"""Front matter: where it ends, what it says, what is translated, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from l10n.articles import parse
from l10n.errors import InputError


def test_values_and_metadata() -> None:
    document = parse(
        '---\ntitle: "Đại hội:\n  mới"\nlanguage: no\ndate: 2025-05-12T08:00:00+07:00\n'
        "count: 3\nratio: 1.5\ndraft: yes\nempty:\nbig: 0b12\nnote: 'x'\nmap: {a: [1, b]}\n---\n"
    )
    assert document.title == "Đại hội: mới"
    assert document.language == "no"
    assert document.date == date(2025, 5, 12)
    assert document.front_matter == {
        "title": "Đại hội: mới",
        "language": False,
        "date": "2025-05-12T08:00:00+07:00",
        "count": 3,
        "ratio": 1.5,
        "draft": True,
        "empty": None,
        "big": "0b12",
        "note": "x",
        "map": {"a": [1, "b"]},
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-05-12", date(2025, 5, 12)),
        ("2025/5/2 08:00", date(2025, 5, 2)),
        ("Thứ Hai, 12/05/2025 | 08:00", date(2025, 5, 12)),
        ("ngày 12 tháng 5 năm 2025", date(2025, 5, 12)),
        ("12-5-2025", date(2025, 5, 12)),
        ("2025-13-45", None),
        ("hôm nay", None),
        ("", None),
        ("[2025-01-01]", None),
    ],
)
def test_dates_are_read_leniently(written: str, expected: date | None) -> None:
    assert parse(f"---\ndate: {written}\n---\n").date == expected


def test_an_article_without_front_matter_knows_nothing_of_itself() -> None:
    document = parse("Chữ")
    assert (document.language, document.title, document.date) == (None, "", None)
    assert document.front_matter == {}


def test_further_keys_are_translated_under_their_own_name() -> None:
    text = (
        "---\nsub: Phụ\ntranslatable: [sub, items, map, language]\nitems:\n- Một\n- 2\n- ~\n"
        "language: vi\nmap: {a: b}\nother: Khác\ntitle: Chính\nmore: Nữa\n---\n"
    )
    roles = [(b.role, b.text) for b in parse(text, translatable=["more"]).blocks]
    assert roles == [("title", "Chính"), ("sub", "Phụ"), ("items", "Một"), ("more", "Nữa")]
    one = "---\nsub: Phụ\ntranslatable: sub\n---\n"
    assert [b.role for b in parse(one).blocks] == ["sub"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n---\nChữ", [""]),
        ("---\n\n---\nChữ", [""]),
        ("---\nChữ\n---\nHai", ["heading", ""]),
        ("---\n\nĐây là chữ.\n\n---\n\nHết", ["", ""]),
        ("---\n- a\n---\n", [""]),
        ("---\nLưu ý: 'a\n---\n", ["heading"]),
        ("---\nĐoạn văn không có khóa", [""]),
        ("----\ntitle: Chữ\n----\n", ["title"]),
        ("--- \ntitle: Chữ\n...\nHai", ["title", ""]),
        ("---\n# ghi chú\ntitle: Chữ\n---\n", ["title"]),
        ('---\n"title": Chữ\n---', ["title"]),
        ("---\n{title: Chữ}\n---\n", ["title"]),
        ('+++\ntitle = "Chữ"\n+++\nHai', [""]),
        ("+++\ntitle = \n+++\nHai", [""]),
        ("+++\nChữ", [""]),
        ('{"title": "Chữ"}\nHai', [""]),
        ('{"title": "Chữ"} Hai', [""]),
        ("{Chữ}", [""]),
    ],
)
def test_where_front_matter_is_seen(text: str, expected: list[str]) -> None:
    assert [block.role for block in parse(text).blocks] == expected


def test_other_formats_are_read_but_not_translated() -> None:
    toml = parse('+++\r\ntitle = "Đầu đề"\r\ndate = 2025-05-12\r\n+++\r\n')
    assert (toml.title, toml.date, toml.language) == ("Đầu đề", date(2025, 5, 12), None)
    assert parse('\ufeff{"language": "vi", "title": ["x"]}\n').language == "vi"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ntitle: A\n\nChữ", 1, "not closed"),
        ("+++\ntitle = 1\n", 1, "not closed"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "twice"),
        ("---\na: &x [1]\nb: *x\n---\n", 2, "anchor"),
        ("---\na: 1\nb: *x\n---\n", 3, "alias"),
        ("---\na: !!python/object/apply:os.system [x]\n---\n", 2, "tag"),
        ("---\na: [b\n---\n", 3, "front matter"),
        ("---\na: b: c\n---\n", 2, "front matter"),
        ("---\na: \x01\n---\n", 2, "character"),
        ("---\nb: 1\na: \ud800\n---\n", 3, "surrogate"),
        ("---\na: 1\n--- b\n---\n", 3, "front matter"),
        ("---\na: 1\n--- {b: c}\n---\n", 3, "second"),
        ("---\na: 1\n? [b]\n: c\n---\n", 3, "key"),
        ("---\na: " + "[" * 100 + "\n---\n", 2, "deep"),
        ("---\na: " + "x" * 70_000 + "\n---\n", 1, "larger"),
    ],
)
def test_broken_front_matter_is_refused(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        parse(text, name="articles/a.md")
    assert (caught.value.file, caught.value.line) == ("articles/a.md", line)
    assert caught.value.remedy
