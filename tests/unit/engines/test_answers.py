"""What is made of the model's answer."""

from __future__ import annotations

import pytest

from l10n.engines.local.answers import clean, fault, loops, lost


@pytest.mark.parametrize(
    ("answer", "source", "expected"),
    [
        (" The Politburo  met.\n", "x", "The Politburo met."),
        ("English: Hello.", "x", "Hello."),
        ('"Hello."', "Chào.", "Hello."),
        ("“Hello.”", "Chào.", "Hello."),
        ("“Hello,” he said, “again.”", "Chào", "“Hello,” he said, “again.”"),
        ("“Hello.”", "“Chào.”", "“Hello.”"),
        ('"', "x", '"'),
        ("a\x00b\x1b[31mc\u202ed\u200b", "x", "ab[31mcd"),
        ("'tis", "x", "'tis"),
        ("**Bold** [a](b)", "x", "**Bold** [a](b)"),
    ],
)
def test_clean(answer, source, expected):
    assert clean(answer, source, "English") == expected


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("", "Hội nghị", "the model gave no answer"),
        ("…", "Hội nghị", "the model gave no answer"),
        ("…", "…", ""),
        ("hội nghị!", "Hội nghị", "the model gave the source back"),
        ("Politburo họp", "Bộ Chính trị họp", "the model gave the source back"),
        ("the the the the the the the", "Hội nghị", "the model repeated itself"),
        ("HỘI NGHỊ TỔNG KẾT NĂM", "HỘI NGHỊ TỔNG KẾT NĂM", "the model gave the source back"),
        ("The hội nghị được tổ chức today", "Hội nghị họp", "the model gave the source back"),
        ("Mr. Nguyễn Văn Đường and phở", "Ông Nguyễn Văn Đường", ""),
        ("hội nghị được tổ chức", "The conference is held", ""),
        ("The Politburo met.", "Bộ Chính trị họp", ""),
    ],
)
def test_fault(target, source, expected):
    assert fault(target, source, source.replace("Bộ Chính trị", "Politburo")) == expected


@pytest.mark.parametrize("text", ["Hà Nội", "USAID", "2024"])
def test_what_is_the_same_in_both_languages_is_no_fault(text):
    assert fault(text, text, text) == ""


def test_loops_are_seen_while_they_run():
    assert loops("and the province, and the province, and the province, and the province,")
    assert loops("no no no no no no")
    assert not loops("no no no")
    assert not loops("The province built roads, the province built schools.")
    assert not loops("")


def test_lost_terms_are_counted_by_occurrence():
    terms = ["Politburo", "provincial  Party Committee", "Politburo"]
    assert lost(terms, "The POLITBURO and the provincial Party Committee") == ["Politburo"]
    assert lost(terms, "") == terms
    assert (
        lost(
            ["press agency", "officials, Party members"], "Officials, Party members, press agencies"
        )
        == []
    )
    assert lost(["State", "State"], "Intestate") == ["State", "State"]
    assert lost(["a b", "x b"], "x a b") == ["x b"]
    assert lost([], "x") == []
