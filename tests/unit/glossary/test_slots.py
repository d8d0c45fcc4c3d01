"""Terms with a slot: found in sources, kept or converted in targets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import GlossaryError
from l10n.glossary import Glossary, load
from l10n.glossary.numerals import ordinal_value, ordinals, roman, vietnamese
from l10n.glossary.slots import filled, renderings

TERMS = """
- id: doc-ket-luan
  vi: ["Kết luận số {code}", "Kết luận {code}"]
  en: ["Conclusion No. {code}"]
- id: doc-kl57
  vi: [Kết luận số 57-KL/TW]
  en: [Conclusion No. 57-KL/TW]
- id: khoa
  vi: "khóa {ordinal}"
  en: ["{ordinal} tenure", "tenure {ordinal}", "session"]
  fr: "{ordinal} mandature"
  es: "mandato {ordinal}"
  ru: ["{ordinal} созыв", "{years} год"]
  zh: "第{ordinal}届"
- id: dai-hoi
  vi: "Đại hội lần thứ {ordinal} của Đảng"
  en:
    - "{ordinal} National Party Congress"
    - {text: "{ordinal} Congress of the Party", status: deprecated}
  target_case: proper
- id: nhiem-ky
  vi: "nhiệm kỳ {years}"
  en: ["{years} tenure", "{years} term"]
- id: hoc
  vi: "{years} niên khóa"
  en: "school year {years}"
- id: nghi-quyet
  vi: "Nghị quyết số {number} năm {year} về đất"
  en: "Land Resolution {number} of {year}"
  case: initial
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("slots") / "slots.yml"
    path.write_text(TERMS, encoding="utf-8")
    return load([path])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Kết luận số 88-KL/TW.", ["doc-ket-luan: Kết luận số 88-KL/TW: 88-KL/TW"]),
        ("theo Kết luận 88 - KL/TW.", ["doc-ket-luan: Kết luận 88 - KL/TW: 88-KL/TW"]),
        ("KẾT LUẬN SỐ 88-KL/TW", ["doc-ket-luan: KẾT LUẬN SỐ 88-KL/TW: 88-KL/TW"]),
        # what is written out in the glossary goes first
        ("Kết luận số 57-KL/TW", ["doc-kl57: Kết luận số 57-KL/TW: "]),
        ("Kết luận số 57", []),
        ("Kết luận số mới", []),
        ("khóa XIII, khoá 14, khóa\u00a0IV", [
            "khoa: khóa XIII: XIII", "khoa: khoá 14: 14", "khoa: khóa\u00a0IV: IV",
        ]),
        ("khóa xiii, khóa IIII, khóa XIVa, ổ khóa", []),
        ("Đại hội lần thứ XIII của Đảng", ["dai-hoi: Đại hội lần thứ XIII của Đảng: XIII"]),
        ("Đại hội lần thứ hai mươi mốt của Đảng", [
            "dai-hoi: Đại hội lần thứ hai mươi mốt của Đảng: hai mươi mốt",
        ]),
        ("khóa thứ mười lăm, khóa mười sáu, khóa thứ 2", [
            "khoa: khóa thứ mười lăm: thứ mười lăm", "khoa: khóa mười sáu: mười sáu",
            "khoa: khóa thứ 2: thứ 2",
        ]),
        ("khóa hai cửa, khóa mười cửa", []),
        (
            "Đại hội lần thứ mười ba của Đảng",
            ["dai-hoi: Đại hội lần thứ mười ba của Đảng: mười ba"],
        ),
        ("Đại hội lần thứ XIII của đoàn", []),
        ("nhiệm kỳ 2020 – 2025", ["nhiem-ky: nhiệm kỳ 2020 – 2025: 2020-2025"]),
        ("nhiệm kỳ 2020-25 và nhiệm kỳ tới", ["nhiem-ky: nhiệm kỳ 2020-25: 2020-25"]),
        ("2024-2025 niên khoá", ["hoc: 2024-2025 niên khoá: 2024-2025"]),
        ("12024-2025 niên khóa", []),
        (
            "Nghị quyết số 1.024 năm 2013 về đất",
            ["nghi-quyet: Nghị quyết số 1.024 năm 2013 về đất: 1.024 2013"],
        ),
        ("nghị quyết số 1 năm 2013 về đất", []),
    ],
)  # fmt: skip
def test_finds_the_words_with_what_the_slot_holds(
    glossary: Glossary, text: str, found: list[str]
) -> None:
    shown = [
        f"{m.concept.id}: {m.text}: {' '.join(value for _, value in m.slots)}"
        for m in glossary.match(text)
    ]
    assert shown == found


@pytest.mark.parametrize(
    ("source", "target", "language", "verdicts"),
    [
        ("Kết luận số 88-KL/TW", "Conclusion No. 88-KL/TW", "en", ["ok"]),
        ("Kết luận số 88-KL/TW", "Conclusion No. 89-KL/TW", "en", ["missing"]),
        ("Kết luận số 16-QĐ/TU", "Conclusion No. 16-QD/TU", "en", ["ok"]),
        (
            "Kết luận số 88-KL/TW, Kết luận số 89-KL/TW và Kết luận số 9-KL/TU",
            "Conclusions Nos. 88-KL/TW, 89-KL/TW and 9-KL/TU",
            "en",
            ["ok", "ok", "ok"],
        ),
        (
            "Kết luận số 88-KL/TW và Kết luận số 89-KL/TW",
            "Conclusions No. 88-KL/TW and 98-KL/TW",
            "en",
            ["ok", "missing"],
        ),
        ("khóa XIII", "the 13th tenure", "en", ["ok"]),
        ("khóa XIII", "tenure XIII", "en", ["ok"]),
        ("khóa XIII", "the thirteenth tenure", "en", ["ok"]),
        ("khóa thứ mười ba", "the 13th tenure", "en", ["ok"]),
        ("khóa hai mươi mốt", "the 21st tenure", "en", ["ok"]),
        ("khóa hai mươi mốt", "the 20th tenure", "en", ["missing"]),
        ("khóa XIII", "the 14th tenure", "en", ["missing"]),
        ("khóa XIII", "the session", "en", ["missing"]),
        ("khóa XIII và khóa XIV", "the 14th tenure and the 13th tenure", "en", ["ok", "ok"]),
        ("khóa XIII và khóa XIV", "the 13th tenure and the next", "en", ["ok", "missing"]),
        ("khóa I", "la Ière mandature, la 1re mandature", "fr", ["ok"]),
        ("khóa XIII", "la XIIIe mandature", "fr", ["ok"]),
        ("khóa XIII", "la 13ème mandature", "fr", ["ok"]),
        ("khóa XIII", "mandato XIII", "es", ["ok"]),
        ("khóa XIII", "XIII созыв", "ru", ["ok"]),
        ("khóa XIII", "13-го созыва", "ru", ["ok"]),
        ("khóa XIII", "XIV созыва", "ru", ["missing"]),
        ("Kết luận số 57-KL/TW", "заключение 57-KL/TW", "ru", []),
        ("khóa XIII", "第十三届中央委员会", "zh", ["ok"]),
        ("Đại hội lần thứ XIII của Đảng", "the 13th national party congress", "en", ["wrong-case"]),
        ("Đại hội lần thứ XIII của Đảng", "the 13th Congress of the Party", "en", ["deprecated"]),
        ("nhiệm kỳ 2020 - 2025", "the 2020–2025 term", "en", ["ok"]),
        ("nhiệm kỳ 2020-2025", "the 2020-25 term", "en", ["ok"]),
        ("nhiệm kỳ 2020-25", "the 2020-2025 tenure", "en", ["ok"]),
        ("nhiệm kỳ 2020-2025", "the 2020 to 2025 tenure", "en", ["ok"]),
        ("nhiệm kỳ 2020-2025", "the 2021-2026 tenure", "en", ["missing"]),
        ("Nghị quyết số 1.024 năm 2013 về đất", "Land Resolution 1,024 of 2013", "en", ["ok"]),
    ],
)
def test_a_target_keeps_or_converts_the_slot(
    glossary: Glossary, source: str, target: str, language: str, verdicts: list[str]
) -> None:
    assert [str(v.verdict) for v in glossary.verify(source, target, language=language)] == verdicts


def test_hints_and_expectations_are_filled(glossary: Glossary) -> None:
    (hint,) = glossary.hints("khóa XIII", language="vi", target_language="en")
    assert hint.equivalent == "13th tenure"
    (verdict,) = glossary.verify("khóa XXII", "nothing")
    assert verdict.expected == "22nd tenure"


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("khóa {ordinals}", "unknown slot {ordinals}; did you mean {ordinal}?"),
        ("khóa {zzz}", "unknown slot {zzz}; known are code, ordinal, years, year, number"),
        ("{code}", "a term is nothing but a slot"),
        ("từ {year} đến {year}", "a slot stands twice in a term"),
    ],
)
def test_a_wrong_slot_is_told(tmp_path: Path, term: str, message: str) -> None:
    path = tmp_path / "a.yml"
    path.write_text(f'- id: a\n  vi: "{term}"\n', encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load([path])
    assert f"a.yml:2: {message}" in str(caught.value)


@given(st.integers(1, 399))
def test_roman_numerals_come_back(number: int) -> None:
    assert ordinal_value(roman(number)) == number
    assert ordinal_value(str(number)) == number


def test_ordinals_of_the_languages() -> None:
    assert [ordinals(n, "en")[0] for n in (1, 2, 3, 11, 12, 13, 21, 102)] == [
        "1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "102nd",
    ]  # fmt: skip
    assert ordinals(1, "fr")[:2] == ["Ier", "1er"]
    assert [ordinals(n, "zh")[0] for n in (7, 10, 13, 20, 21, 120)] == [
        "七", "十", "十三", "二十", "二十一", "120",
    ]  # fmt: skip
    assert ordinals(13, "de")[0] == "13."
    assert ordinals(13, "sw") == ["XIII", "13"]
    assert ordinal_value("mười") == 10
    assert ordinal_value("tám") == 8
    assert [ordinal_value(word) for word in vietnamese(34)] == [34, 34]
    assert ordinal_value("thứ hai mươi lăm") == 25
    assert ordinal_value("xanh") is None


def test_values_that_no_rule_knows_stay() -> None:
    assert renderings("ordinal", "xanh", "en") == ["xanh"]
    assert renderings("year", "2025", "en") == ["2025"]
    assert renderings("number", "1.5", "fr") == ["1.5", "1,5"]
    assert filled("{year} and {code}", (("year", "2025"),), "en") == "2025 and {code}"
