"""Which concepts stand in a text, and where."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml

from l10n.glossary import Glossary, load
from l10n.model import Concept, Match, Term

CASES = yaml.safe_load((Path(__file__).parent / "match_cases.yml").read_text("utf-8"))


def shown(match: Match) -> str:
    flag = "?" if match.ambiguous else "!" if match.out_of_period else ""
    return f"{flag}{match.concept.id}: {match.text}"


def glossary_of(*concepts: Concept) -> Glossary:
    return Glossary({c.id: c for c in concepts})


def concept(id_: str, *texts: str, **rest: object) -> Concept:
    return Concept(id_, {"vi": tuple(Term(t) for t in texts)}, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] for c in CASES])
def test_finds_what_stands_there(shipped: Glossary, case: dict) -> None:
    found = shipped.match(case["text"], on=case.get("day"))
    assert [shown(m) for m in found] == case["found"]
    assert all(case["text"][m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] for c in CASES])
def test_decomposed_letters_change_nothing(shipped: Glossary, case: dict) -> None:
    text = unicodedata.normalize("NFD", case["text"])
    found = [shown(m) for m in shipped.match(text, on=case.get("day"))]
    assert [unicodedata.normalize("NFC", f) for f in found] == [
        unicodedata.normalize("NFC", f) for f in case["found"]
    ]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_the_term_is_the_glossary_s_wording(shipped: Glossary) -> None:
    (match,) = shipped.match("PHÓ CHỦ TỊCH UBND TỈNH")
    assert match.term == "Phó Chủ tịch UBND tỉnh"


def test_exact_concepts_match_in_their_own_case_only() -> None:
    glossary = glossary_of(concept("a", "Hòa Bình", case="exact"))
    assert [m.text for m in glossary.match("hòa bình, Hoà Bình, HÒA BÌNH")] == ["Hoà Bình"]


def test_homonyms_are_ambiguous_unless_the_day_tells() -> None:
    old = concept("old", "Phú Mỹ", valid_to=date(2025, 6, 30))
    new = concept("new", "Phú Mỹ", valid_from=date(2025, 7, 1))
    glossary = glossary_of(old, new)
    assert [shown(m) for m in glossary.match("Phú Mỹ")] == ["?old: Phú Mỹ", "?new: Phú Mỹ"]
    assert [shown(m) for m in glossary.match("Phú Mỹ", on=date(2026, 1, 1))] == ["new: Phú Mỹ"]


def test_nothing_is_found_inside_a_guard() -> None:
    glossary = glossary_of(
        concept("a", "Đảng ủy", guards=("Đảng ủy viên",)), concept("b", "Đảng"), concept("c", "xã")
    )
    assert [shown(m) for m in glossary.match("Đảng ủy viên xã, Đảng ủy")] == ["c: xã", "a: Đảng ủy"]


def test_what_only_begins_in_a_guard_is_found() -> None:
    glossary = glossary_of(
        concept("a", "nhân dân", guards=("nhân dân Việt",)), concept("b", "Việt Nam")
    )
    assert [shown(m) for m in glossary.match("nhân dân Việt Nam")] == ["b: Việt Nam"]


def test_a_guard_that_begins_in_a_match_guards_nothing() -> None:
    glossary = glossary_of(
        concept("a", "Sở Y tế xã"), concept("b", "hội", guards=("xã hội",)), concept("c", "tế")
    )
    assert [shown(m) for m in glossary.match("Sở Y tế xã hội")] == ["a: Sở Y tế xã", "b: hội"]


def test_one_slotted_form_of_two_concepts_is_ambiguous() -> None:
    glossary = glossary_of(concept("a", "khóa {ordinal}"), concept("b", "Khóa {ordinal}"))
    assert [shown(m) for m in glossary.match("khóa XIII")] == ["?a: khóa XIII", "?b: khóa XIII"]


@pytest.mark.parametrize("gap", [" ", "\n", " \u200b", "\u00a0\u00a0"])
def test_a_long_text_is_cut_where_no_term_is(gap: str) -> None:
    glossary = glossary_of(
        concept("a", "cán bộ, đảng viên"), concept("b", "lần thứ {ordinal} của Đảng")
    )
    sentence = "cán bộ, đảng viên - cán bộ, đảng viên lần thứ mười ba của Đảng ".replace(" ", gap)
    found = glossary.match(sentence * 400)
    assert [m.concept.id for m in found] == ["a", "a", "b"] * 400


def test_a_text_that_cannot_be_cut_is_matched_as_a_whole() -> None:
    glossary = glossary_of(concept("a", "đi đi"))
    assert len(glossary.match("đi " * 3_000)) == 1_500
    assert len(glossary.match("x" * 9_000 + " đi đi")) == 1
    assert len(glossary.match("- " * 9_000 + " đi đi")) == 1


def test_a_form_as_long_as_its_guard_is_found() -> None:
    glossary = glossary_of(concept("a", "nhân dân", guards=("Nhân dân",)))
    assert len(glossary.match("Nhân dân")) == 1


def test_a_term_with_many_tone_marks_is_found_in_both_styles() -> None:
    glossary = glossary_of(concept("a", "hòa tòa khóa xóa hóa thủy"))
    assert len(glossary.match("hoà toà khoá xoá hoá thuỷ")) == 1
    assert len(glossary.match("hòa tòa khóa xóa hóa thủy")) == 1


def test_chinese_needs_no_spaces(shipped: Glossary) -> None:
    found = shipped.match("越南外交部和公安部发言人", language="zh")
    assert "state-bca" in {m.concept.id for m in found}


def test_a_language_without_terms_matches_nothing(shipped: Glossary) -> None:
    assert shipped.match("Bộ Chính trị", language="sw") == []


def test_letters_that_grow_when_made_small_keep_offsets(shipped: Glossary) -> None:
    (match,) = shipped.match("İİİ Quốc hội")
    assert match.text == "Quốc hội"


def test_a_mark_that_composes_with_nothing_still_joins(shipped: Glossary) -> None:
    assert shipped.match("UBND\u0303") == []


def test_u_after_q_keeps_its_mark() -> None:
    glossary = glossary_of(concept("a", "Phú Quý"))
    assert len(glossary.match("Phú Quý")) == 1
    assert glossary.match("Phú Qúy") == []


def test_hints_are_unambiguous_and_have_an_equivalent(shipped: Glossary) -> None:
    hints = shipped.hints("Bộ Chính trị, BCT, UBND", language="vi", target_language="en")
    assert [(h.concept, h.start, h.end, h.equivalent) for h in hints] == [
        ("party-bct", 0, 12, "Politburo"),
        ("state-ubnd", 19, 23, "People's Committee"),
    ]
    assert shipped.hints("Bộ Chính trị", language="vi", target_language="sw") == []


def test_an_empty_glossary_matches_nothing() -> None:
    assert load([]).match("Quốc hội") == []


def test_many_codes_cost_little(shipped: Glossary) -> None:
    begun = time.process_time()
    assert len(shipped.match("57-KL/TW UBND\n" * 5_000)) == 5_000
    assert time.process_time() - begun < 5
