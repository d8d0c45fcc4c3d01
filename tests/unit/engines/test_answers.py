"""What is made of an engine's answer."""

from __future__ import annotations

import pytest

from l10n.engines import answers
from l10n.engines.answers import fault, loops, untranslated
from l10n.engines.local.answers import clean
from l10n.engines.masking import masked
from l10n.engines.wanted import lost
from l10n.model import TermHint


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
        ("a\x00b\x1b[31mc\u202ed\u200b", "x", "abcd"),
        ("'tis", "x", "'tis"),
        ("**Bold** [a](b)", "x", "**Bold** [a](b)"),
    ],
)
def test_clean(answer, source, expected):
    assert clean(answer, source, "English") == expected


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("", "Hội nghị", "the engine gave no text"),
        ("…", "Hội nghị", "the engine gave no text"),
        ("…", "…", ""),
        ("hội nghị!", "Hội nghị", "the engine gave the source back"),
        ("Politburo họp", "Bộ Chính trị họp", "the engine gave the source back"),
        ("the the the the the the the", "Hội nghị", "the engine repeated itself"),
        ("HỘI NGHỊ TỔNG KẾT NĂM", "HỘI NGHỊ TỔNG KẾT NĂM", "the engine gave the source back"),
        ("The Politburo met.", "Bộ Chính trị họp", ""),
        ("Politburo", "Bộ Chính trị", ""),
        ("The " + "very " * 40 + "end", "Hội nghị khai mạc", "the answer is many times longer"),
        ("The Committee for Ethnic Minorities and Religious Affairs of Lam Dong", "UBDTTG", ""),
        ("The Ministry of Foreign Affairs of the People's Republic of China", "外交部", ""),
    ],
)
def test_fault(target, source, expected):
    at = source.find("Bộ Chính trị")
    terms = (TermHint("bct", at, at + 12, "Politburo"),) if at >= 0 else ()
    asked = source.replace("Bộ Chính trị", "Politburo")
    assert fault(target, source, asked, masked(source, terms).rest).startswith(expected)
    assert bool(fault(target, source, asked, masked(source, terms).rest)) == bool(expected)


@pytest.mark.parametrize(
    ("target", "source", "left"),
    [
        ("The hội nghị được tổ chức today", "Hội nghị họp", True),
        ("Mr. Nguyễn Văn Đường and phở", "Ông Nguyễn Văn Đường", False),
        ("hội nghị được tổ chức", "The conference is held", False),
    ],
)
def test_what_was_left_untranslated_is_seen(target, source, left):
    assert untranslated(target, source) == left


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


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("\x1b[2J\x1b[31mThe\x07 end\x1b[0m", "The end"),
        ("\x1b]0;title\x07The end\x1b", "The end"),
        ("\x9b2JThe \u202eend\u2066\ufeff", "The end"),
        ("ภาษา\u200bไทย", "ภาษา\u200bไทย"),
        ("The\u200b end\ue000", "The end"),
        ("Tie\u0302\u0301ng", "Tiếng"),
        (" a\n b\u2028c ", "a b c"),
    ],
)
def test_what_commands_a_terminal_is_taken_out_as_a_whole(answer, expected):
    assert answers.clean(answer) == expected
