"""House style: the chosen form is right, the others are deprecated."""

from __future__ import annotations

import pytest

from l10n.errors import SettingsError
from l10n.glossary import Glossary, load, mixes
from l10n.glossary.styling import respell, styled
from l10n.model import Concept, Style, Term

from .conftest import FOLDER


def styled_glossary(**choices: str) -> Glossary:
    return load([FOLDER], {"en": Style(choices)})


@pytest.mark.parametrize(
    ("choices", "source", "target", "verdicts"),
    [
        ({"diacritics_in_names": "keep"}, "Bình Thuận", "by the Bình Thuận", ["ok"]),
        ({"diacritics_in_names": "keep"}, "Bình Thuận", "by the Binh Thuan", ["deprecated"]),
        ({"diacritics_in_names": "strip"}, "Bình Thuận", "by the Binh Thuan", ["ok"]),
        ({"diacritics_in_names": "strip"}, "Bình Thuận", "by the Bình Thuận", ["deprecated"]),
        ({"diacritics_in_names": "keep"}, "Hà Nội", "by the Hà Nội", ["ok"]),
        ({"diacritics_in_names": "keep"}, "Hà Nội", "by the Ha Noi", ["deprecated"]),
        ({"diacritics_in_names": "strip"}, "Hà Nội", "by the Ha Noi", ["ok"]),
        ({"diacritics_in_names": "strip"}, "Hà Nội", "by the Hà Nội", ["deprecated"]),
        ({"diacritics_in_names": "keep"}, "Đắk Nông", "by the Đắk Nông", ["ok"]),
        ({"diacritics_in_names": "keep"}, "Đắk Nông", "by the Dak Nong", ["deprecated"]),
        ({"diacritics_in_names": "keep"}, "Phan Thiết", "by the Phan Thiết", ["ok"]),
        ({"diacritics_in_names": "keep"}, "Phan Thiết", "by the Phan Thiet", ["deprecated"]),
        ({"diacritics_in_names": "keep"}, "Lâm Đồng", "by the Lâm Đồng", ["ok"]),
        ({"diacritics_in_names": "keep"}, "Lâm Đồng", "by the Lam Dong", ["deprecated"]),
        (
            {"diacritics_in_names": "keep"},
            "Học viện Chính trị quốc gia Hồ Chí Minh",
            "by the Hồ Chí Minh National Academy of Politics",
            ["ok"],
        ),
        (
            {"diacritics_in_names": "keep"},
            "Học viện Chính trị quốc gia Hồ Chí Minh",
            "by the Ho Chi Minh National Academy of Politics",
            ["deprecated"],
        ),
        (
            {"ban_chap_hanh_dang_bo": "Party Committee"},
            "Ban Chấp hành Đảng bộ tỉnh",
            "by the provincial Party Committee",
            ["ok"],
        ),
        (
            {"ban_chap_hanh_dang_bo": "Party Committee"},
            "Ban Chấp hành Đảng bộ tỉnh",
            "by the Executive Board of the provincial Party Committee",
            ["deprecated"],
        ),
        (
            {"place_order": "before"},
            "UBND tỉnh", "the People's Committee of Lam Dong Province", ["deprecated"],
        ),
        (
            {"place_order": "before"},
            "UBND tỉnh", "the Lam Dong provincial People's Committee", ["ok"],
        ),
        (
            {"place_order": "after"},
            "UBND tỉnh", "the People's Committee of Lam Dong Province", ["ok"],
        ),
        (
            {"gender": "neutral"},
            "Chủ tịch UBND tỉnh",
            "by the Chairperson of the provincial People's Committee",
            ["ok"],
        ),
        (
            {"gender": "neutral"},
            "Chủ tịch UBND tỉnh",
            "by the Chairman of the provincial People's Committee",
            ["deprecated"],
        ),
        (
            {"gender": "by-person"},
            "Chủ tịch UBND tỉnh",
            "by the Chairwoman of the provincial People's Committee",
            ["ok"],
        ),
        (
            {"gender": "by-person"},
            "Chủ tịch UBND tỉnh",
            "by the Chairperson of the provincial People's Committee",
            ["deprecated"],
        ),
        (
            {"gender": "neutral"},
            "Chủ tịch Quốc hội",
            "by the National Assembly Chairperson",
            ["ok"],
        ),
        (
            {"gender": "neutral"},
            "Chủ tịch Quốc hội",
            "by the National Assembly Chairman",
            ["deprecated"],
        ),
        ({"capital_of_generic": "upper"}, "Tỉnh ủy", "by the Provincial Party Committee", ["ok"]),
        (
            {"capital_of_generic": "upper"},
            "Tỉnh ủy",
            "by the provincial Party Committee",
            ["deprecated"],
        ),
        ({"capital_of_generic": "lower"}, "Tỉnh ủy", "by the provincial Party Committee", ["ok"]),
        (
            {"capital_of_generic": "lower"},
            "Tỉnh ủy",
            "by the Provincial Party Committee",
            ["deprecated"],
        ),
        (
            {"capital_of_generic": "upper"},
            "Ủy ban nhân dân tỉnh",
            "by the Provincial People's Committee",
            ["ok"],
        ),
        (
            {"capital_of_generic": "upper"},
            "Ủy ban nhân dân tỉnh",
            "by the provincial People's Committee",
            ["deprecated"],
        ),
        (
            {"capital_of_generic": "lower"},
            "Ủy ban nhân dân tỉnh",
            "by the provincial People's Committee",
            ["ok"],
        ),
        (
            {"capital_of_generic": "lower"},
            "Ủy ban nhân dân tỉnh",
            "by the Provincial People's Committee",
            ["deprecated"],
        ),
        ({"capital_of_generic": "upper"}, "tỉnh Bình Thuận", "by the Binh Thuan Province", ["ok"]),
        (
            {"capital_of_generic": "upper"},
            "tỉnh Bình Thuận",
            "by the Binh Thuan province",
            ["deprecated"],
        ),
        ({"capital_of_generic": "upper"}, "Đảng ủy xã", "by the Commune Party Committee", ["ok"]),
        (
            {"capital_of_generic": "upper"},
            "Đảng ủy xã",
            "by the commune Party Committee",
            ["deprecated"],
        ),
        (
            {"capital_of_generic": "upper"},
            "Bí thư Tỉnh ủy",
            "by the Secretary of the Provincial Party Committee",
            ["ok"],
        ),
        (
            {"capital_of_generic": "upper"},
            "Bí thư Tỉnh ủy",
            "by the Secretary of the provincial Party Committee",
            ["deprecated"],
        ),
        ({"east_sea": "South China Sea"}, "Biển Đông", "by the South China Sea", ["ok"]),
        ({"east_sea": "South China Sea"}, "Biển Đông", "by the East Sea", ["deprecated"]),
        ({"people_capital": "the People"}, "nhân dân", "by the People", ["ok"]),
        ({"people_capital": "the People"}, "nhân dân", "by the people", ["deprecated"]),
        ({"people_capital": "the people"}, "Nhân dân", "by the people", ["ok"]),
        ({"people_capital": "the people"}, "Nhân dân", "by the People", ["deprecated"]),
        ({"capital_of_generic": "lower"}, "Tỉnh ủy", "Met. Provincial Party Committee", ["ok"]),
        ({"country_name": "Vietnam"}, "Việt Nam", "Vietnam", ["ok"]),
        ({"country_name": "Vietnam"}, "Việt Nam", "Viet Nam", ["deprecated"]),
        ({"country_name": "Vietnam"}, "Việt Nam", "Viet\u00a0Nam", ["deprecated"]),
        ({"country_name": "Vietnam"}, "Việt Nam", "Việt Nam", ["deprecated"]),
        ({"country_name": "Viet Nam"}, "Việt Nam", "Viet\u00a0Nam", ["ok"]),
        ({"country_name": "Việt Nam"}, "Việt Nam", "Vie\u0323\u0302t Nam", ["ok"]),
        ({"country_name": "Viet Nam"}, "ĐCSVN", "Communist Party of Viet Nam", ["ok"]),
        (
            {"country_name": "Viet Nam"},
            "Đảng Cộng sản Việt Nam", "Communist Party of Vietnam", ["deprecated"],
        ),
        (
            {"country_name": "Viet Nam"},
            "ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIET NAM", ["ok"],
        ),
        ({"politburo": "Politburo"}, "Bộ Chính trị", "the Politburo", ["ok"]),
        ({"politburo": "Politburo"}, "Bộ Chính trị", "the Political Bureau", ["deprecated"]),
        ({"politburo": "Political Bureau"}, "Bộ Chính trị", "the Politburo", ["deprecated"]),
        (
            {"politburo": "Political Bureau"},
            "Ủy viên Bộ Chính trị", "a member of the Political Bureau", ["ok"],
        ),
        (
            {"ban_thuong_vu": "Standing Committee"},
            "Ban Thường vụ Tỉnh ủy", "Standing Board of the provincial Party Committee",
            ["deprecated"],
        ),
        (
            {"ban_thuong_vu": "Standing Board"},
            "Ban Thường vụ Tỉnh ủy", "Standing Board of the provincial Party Committee", ["ok"],
        ),
        # where there is one wording, nothing has to be chosen
        (
            {"ban_thuong_vu": "Standing Board"},
            "Ủy ban Thường vụ Quốc hội", "National Assembly Standing Committee", ["ok"],
        ),
        ({"spelling": "American"}, "Bộ Quốc phòng", "Ministry of National Defense", ["ok"]),
        ({"spelling": "American"}, "Bộ Quốc phòng", "Ministry of National Defence", ["deprecated"]),
        ({"spelling": "British"}, "Bộ Quốc phòng", "Ministry of National Defense", ["deprecated"]),
        ({"diacritics_in_names": "strip"}, "Hà Nội", "Hà Nội", ["deprecated"]),
        ({"diacritics_in_names": "keep"}, "Hà Nội", "Hanoi", ["deprecated"]),
        ({"term_word": "tenure"}, "nhiệm kỳ", "the term", ["deprecated"]),
        ({"can_bo": "officials"}, "cán bộ", "cadres", ["deprecated"]),
        ({"can_bo": "cadres"}, "cán bộ", "cadres", ["ok"]),
        (
            {"capital_of_generic": "lower"},
            "BTV Tỉnh ủy", "Standing Board of the Provincial Party Committee", ["deprecated"],
        ),
        ({"capital_of_generic": "upper"}, "Tỉnh ủy họp", "Provincial Party Committee", ["ok"]),
        (
            {"place_order": "after"},
            "UBND tỉnh", "the provincial People's Committee", ["deprecated"],
        ),
        (
            {"gender": "neutral"},
            "Chủ tịch UBND tỉnh", "Chairman of the provincial People's Committee", ["deprecated"],
        ),
        (
            {"gender": "by-person"},
            "Chủ tịch UBND tỉnh", "Chairwoman of the provincial People's Committee", ["ok"],
        ),
    ],
)  # fmt: skip
def test_the_chosen_form_is_right(
    choices: dict[str, str], source: str, target: str, verdicts: list[str]
) -> None:
    glossary = styled_glossary(**choices)
    found = [str(v.verdict) for v in glossary.verify(source, target)]
    assert found[: len(verdicts)] == verdicts


def test_one_concept_can_have_its_own_preference() -> None:
    glossary = load([FOLDER], {"en": Style(prefer={"party-bct": "Political Bureau"})})
    assert glossary.concepts["party-bct"].preferred("en") == "Political Bureau"
    (hint,) = glossary.hints("Bộ Chính trị", language="vi", target_language="en")
    assert hint.equivalent == "Political Bureau"
    assert [str(v.verdict) for v in glossary.verify("Bộ Chính trị", "Politburo")] == ["deprecated"]
    # an abbreviation is no other wording
    glossary = load([FOLDER], {"en": Style(prefer={"state-qh": "National Assembly"})})
    assert [str(v.verdict) for v in glossary.verify("Quốc hội", "the NA")] == ["ok"]
    # but may be chosen itself
    glossary = load([FOLDER], {"en": Style(prefer={"party-cpv": "CPV"})})
    assert glossary.concepts["party-cpv"].preferred("en") == "CPV"
    told = [
        str(v.verdict)
        for target in ("the CPV", "the Communist Party of Viet Nam")
        for v in glossary.verify("Đảng Cộng sản Việt Nam", target)
    ]
    assert told == ["ok", "deprecated"]


def test_a_preference_that_fits_nothing_is_told() -> None:
    with pytest.raises(SettingsError, match=r"style\.en\.prefer: no concept 'party-btc'"):
        load([FOLDER], {"en": Style(prefer={"party-btc": "x"})})
    with pytest.raises(SettingsError, match="'Polit' is no accepted term of party-bct; choose"):
        load([FOLDER], {"en": Style(prefer={"party-bct": "Polit"})})
    with pytest.raises(SettingsError, match="choose another concept"):
        load([FOLDER], {"de": Style(prefer={"party-bct": "Polit"})})


def test_a_style_changes_the_fingerprint(shipped: Glossary) -> None:
    assert styled_glossary(country_name="Vietnam").fingerprint != shipped.fingerprint
    assert load([FOLDER]).fingerprint == shipped.fingerprint


def test_a_style_for_a_language_without_terms_changes_nothing() -> None:
    concepts = {"a": Concept("a", {"vi": (Term("a b"),)})}
    assert styled(concepts, {"en": Style({"spelling": "American"})}) == concepts


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Ministry of National Defence", "Ministry of National Defense"),
        ("Labour and Neighbours", "Labor and Neighbors"),
        ("People's Centres", "People's Centers"),
        ("Action Programmes", "Action Programs"),
        ("Mobilisation", "Mobilization"),
        ("organised, organisations, reorganising", "organized, organizations, reorganizing"),
    ],
)
def test_spellings(british: str, american: str) -> None:
    assert respell(british, american=True) == american
    assert respell(american, american=False) == british


@pytest.mark.parametrize("text", ["raise, advise, supervised, exercise, enterprise", "rising size"])
def test_what_only_looks_like_a_spelling_stays(text: str) -> None:
    assert respell(text, american=True) == text
    assert respell(text, american=False) == text


def test_two_accepted_wordings_in_one_article_are_a_mix(shipped: Glossary) -> None:
    def units(*targets: str, source: str = "Bộ Chính trị") -> list[list[tuple[str, str]]]:
        verdicts = [shipped.verify(source, target) for target in targets]
        return [[(m.found, m.usual) for m in unit] for unit in mixes(verdicts)]

    assert units("Politburo", "the Political Bureau", "Politburo") == [
        [], [("Political Bureau", "Politburo")], [],
    ]  # fmt: skip
    assert units("Politburo", "Political Bureau") == [[], [("Political Bureau", "Politburo")]]
    assert units("Politburo", "") == [[], []]
    assert units("Vietnam", "Viet Nam", "Vietnam's", source="Việt Nam") == [
        [], [("Viet Nam", "Vietnam")], [],
    ]  # fmt: skip
    both = "Việt Nam, Đảng Cộng sản Việt Nam"
    assert units(
        "Viet Nam, the Communist Party of Viet\u00a0Nam",
        "Vie\u0323\u0302t Nam, the Communist Party of Viet Nam",
        source=both,
    ) == [[], [("Vie\u0323\u0302t Nam", "Viet Nam")]]
    assert units("Viet Nam, the Communist Party of Vietnam", source=both) == [
        [("Communist Party of Vietnam", "Viet Nam")]
    ]
    # abbreviations, capitals and articles are no other wording
    assert units("the NA", "National Assembly", source="Quốc hội") == [[], []]
    assert units("the State", "State", source="Nhà nước") == [[], []]
