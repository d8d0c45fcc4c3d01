"""Spaces, quotes, separators, marks and doubled words, language by language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import checks
from l10n.checks.tidying import TIDY, tidied
from l10n.model import Severity, Unit
from tests.checks.table import fires

N, B = "\u202f", "\u00a0"
CASES = [
    ("spaces", "en", "The  house .", "The house."),
    ("spaces", "en", " The house. ", "The house."),
    ("spaces", "en", "( the house )", "(the house)"),
    ("spaces", "en", "one,two", "one, two"),
    ("spaces", "en", "see a@example.org,then", "see a@example.org,then"),
    ("spaces", "zh", "第一,第二", "第一,第二"),
    ("spaces", "fr", "Quoi ?", f"Quoi{N}?"),
    ("spaces", "fr", "Il dit : oui", f"Il dit{B}: oui"),
    ("spaces", "fr", f"Il dit{N}: oui", f"Il dit{N}: oui"),
    ("spaces", "fr", "« Oui »", f"«{N}Oui{N}»"),
    ("spaces", "fr", "«Oui»", f"«{N}Oui{N}»"),
    ("spaces", "fr", f"«{B}Oui{B}»", f"«{B}Oui{B}»"),
    ("spaces", "fr", "«Oui», «non»: «rien».", f"«{N}Oui{N}», «{N}non{N}»{B}: «{N}rien{N}»."),
    ("spaces", "en", "He said “ yes ” twice", "He said “yes” twice"),
    ("spaces", "de", "„Gut“ sagte er, „ja“ und „ nein “.", "„Gut“ sagte er, „ja“ und „nein“."),
    ("spaces", "cs", "Řekl „ano“ a ( šel )", "Řekl „ano“ a (šel)"),
    ("spaces", "sv", "Han sa ”ja” och ( gick )", "Han sa ”ja” och (gick)"),
    ("quotes", "en", 'He said "yes".', "He said “yes”."),
    ("quotes", "en", 'He said " yes ".', "He said “yes”."),
    ("quotes", "en", 'He said " ".', 'He said " ".'),
    ("quotes", "fr", 'Il dit "oui".', f"Il dit «{N}oui{N}»."),
    ("quotes", "de", 'Er sagt "ja".', "Er sagt „ja“."),
    ("quotes", "ja", '彼は "はい" と', "彼は 「はい」 と"),
    ("quotes", "lo", 'a "b" c', 'a "b" c'),
    ("quotes", "en", '<a href="x">y</a>', '<a href="x">y</a>'),
    ("full-width", "zh", "会议开幕了.", "会议开幕了。"),
    ("full-width", "ja", "会議は,開幕", "会議は、開幕"),
    ("full-width", "en", "The house.", "The house."),
    ("decomposed", "en", unicodedata.normalize("NFD", "Đức"), "Đức"),
]
NUMBERS = [
    ("en", "15,7 tỷ", "15,7 billion", "15.7 billion"),
    ("en", "1.250 tỷ", "1.250 billion", "1,250 billion"),
    ("en", "1.234,5 ha", "1.234,5 ha", "1,234.5 ha"),
    ("fr", "1.250 tỷ", "1.250 milliards", f"1{N}250 milliards"),
    ("ru", "1.250 tỷ", "1.250 млрд", f"1{B}250 млрд"),
    ("es", "15,7 tỷ", "15,7 mil millones", "15,7 mil millones"),
    ("en", "1,250 tỷ", "1,250 billion", "1,250 billion"),
    ("fr", "15,7 tỷ", "15.7 milliards", "15,7 milliards"),
    ("en", "15.7 tỷ", "15,7 billion", "15.7 billion"),
    ("de", "1.234,5 ha", "1,234.5 ha", "1.234,5 ha"),
    ("en", "1.234.567 người", "12,34,567 people", "1,234,567 people"),
    ("en", "các số 2, 10 và 15", "numbers 2,10,15", "numbers 2,10,15"),
    ("en", "1.25.0", "1.25.0", "1.25.0"),
    ("en", "1,2,3", "1,2,3", "1,2,3"),
    ("en", "1234.567 tỷ", "1234.567 billion", "1234.567 billion"),
]


@pytest.mark.parametrize(("check", "language", "wrong", "right"), CASES)
def test_the_right_text(check: str, language: str, wrong: str, right: str) -> None:
    assert TIDY[check](wrong, "", language) == right
    assert bool(fires(check, "Nguồn", wrong, language=language)) is (wrong != right)


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("en", "The road - a dream -- is built", "The road – a dream – is built"),
        ("en", "“Good” - he said", "“Good” – he said"),
        ("en", "Ba Ria - Vung Tau", "Ba Ria - Vung Tau"),
        ("en", "in Hue - the old capital", "in Hue – the old capital"),
        ("en", "from 2024 - 2025.", "from 2024–2025."),
        ("en", "code 2024 - 2025/QD", "code 2024 – 2025/QD"),
        ("fr", "la route - un rêve", "la route – un rêve"),
        ("ru", "дорога - мечта", "дорога — мечта"),
        ("es", "la ruta - un sueño", "la ruta - un sueño"),
        ("en", "- one\n- two", "- one\n- two"),
        ("en", "well-known", "well-known"),
    ],
)
def test_dashes(language: str, wrong: str, right: str) -> None:
    assert TIDY["dashes"](wrong, "", language) == right


@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        ("Sáng 8/1, họp.", "On 8/1 they met.", "On January 8 they met."),
        ("Ngày 8/1/2024, họp.", "On 8/1/2024, they met", "On January 8, 2024, they met"),
        ("từ ngày 8/1 đến 12/1.", "from 8/1 to 12/1.", "from January 8 to January 12."),
        ("(08/01/2024)", "(08/01/2024)", "(January 8, 2024)"),
        ("Tỷ lệ 8/10 người", "8/10 people", "8/10 people"),
        ("mở cửa 24/7", "open 24/7", "open 24/7"),
        ("ngày 8/13", "on 8/13", "on 8/13"),
        (
            "Nghị quyết 8/1/NQ ngày 8/1",
            "Resolution 8/1/NQ of 8/1",
            "Resolution 8/1/NQ of January 8",
        ),
        ("ngày 8/1", "on January 8", "on January 8"),
    ],
)
def test_dates(source: str, wrong: str, right: str) -> None:
    assert TIDY["dates"](wrong, source, "en") == right
    assert TIDY["dates"](wrong, source, "fr") == wrong


@pytest.mark.parametrize(("language", "source", "wrong", "right"), NUMBERS)
def test_the_right_separators(language: str, source: str, wrong: str, right: str) -> None:
    assert TIDY["separators"](wrong, source, language) == right
    assert bool(fires("separators", source, wrong, language=language)) is (wrong != right)


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Ông nói: “Rất tốt.” Mọi người đồng ý.", "Er sagte: „Gut.“ Alle sind einig.", set()),
        ("Ông nói: “Rất tốt.”", "Er sagte: „Sehr gut.“", set()),
        ("Ông nói: “Ai đến?”", "Er fragte: „Wer kommt?“", set()),
        ("Ông nói: “Rất tốt.”", "Er sagte: „Wie gut?“", {"question"}),
        ("Ông nói: “Rất tốt.”", "Er sagte: „Sehr gut.", {"quotation"}),
    ],
)
def test_german_closes_with_what_others_open(source: str, target: str, told: set[str]) -> None:
    subject = checks.Subject(Unit(source=source, target=target, language="de"))
    assert {f.check for f in checks.run(subject, {})} == told


def test_a_space_that_only_looks_alike_is_for_information() -> None:
    weights = []
    for target in ("Quoi ?", "Quoi?"):
        subject = checks.Subject(Unit(source="Gì?", target=target, language="fr"))
        weights += [f.severity for f in checks.run(subject, {}) if f.check == "spaces"]
    assert weights == [Severity.INFO, Severity.WARNING]


@pytest.mark.parametrize(
    ("check", "language", "source", "target", "wrong"),
    [
        ("doubled-words", "en", "Hội nghị", "The the house", True),
        ("doubled-words", "en", "Hội nghị", "in in.", True),
        ("doubled-words", "en", "Hội nghị", "He had had it", False),
        ("doubled-words", "fr", "Hội nghị", "vous vous levez", False),
        ("doubled-words", "fr", "Hội nghị", "Nous nous ne dépendons plus", True),
        ("doubled-words", "de", "Hội nghị", "Das das Geschäft schließt", True),
        ("doubled-words", "de", "Hội nghị", "Ein Gesetz, das das Land braucht", False),
        ("doubled-words", "de", "Hội nghị", "Die Stadt, in der der Rat tagt", False),
        ("doubled-words", "en", "Hội nghị", "It has no no plans", True),
        ("doubled-words", "en", "Khách sạn Roa Roa", "The Roa Roa Hotel", False),
        ("doubled-words", "en", "xanh xanh", "green green", True),
        ("doubled-words", "en", "Theo Tố An", "According to To An", False),
        ("doubled-words", "en", "Hội nghị", "“The the house", True),
        ("doubled-words", "en", "Hội nghị", "two two-hour sessions", False),
        ("doubled-words", "en", "Hội nghị", "a 28-store 28-store deal", True),
        ("doubled-words", "fr", "Hội nghị", "l’aide aide", True),
        ("doubled-words", "zh", "Hội nghị", "会议会议开幕", True),
        ("doubled-words", "zh", "Hội nghị", "的确好的会议", False),
        ("doubled-words", "lo", "Hội nghị", "ໂຄງການໂຄງການ", True),
        ("doubled-words", "en", "15 15", "15 15", False),
        ("doubled-words", "en", "Hội nghị", "- - -", False),
        ("doubled-marks", "en", "Hội nghị", "The house..", True),
        ("doubled-marks", "en", "Hội nghị..", "The house..", False),
        ("doubled-marks", "en", "Hội nghị", "The house, , too", True),
        ("doubled-marks", "en", "Hội nghị", "The house...", False),
        ("spaces", "en", "Hội nghị", " ", False),
        ("spaces", "en", "Hội nghị ", "The conference", True),
        ("spaces", "en", " Hội nghị", " The conference", False),
        ("spaces", "zh", "Hội nghị: ", "会议：", False),
        ("doubled-words", "st", "Mười người", "Banna ba ba leshome", False),
        ("doubled-words", "st", "Mười người", "Banna banna ba leshome", True),
    ],
)
def test_doubles(check: str, language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(fires(check, source, target, language=language)) is wrong


@pytest.mark.parametrize(
    ("check", "language", "target", "told"),
    [
        ("spaces", "en", "There were  36 in Ninh Thuận .", "“were  36” should be “were 36”"),
        ("spaces", "en", "It was in Ninh Thuận .", "“Thuận .” should be “Thuận.”"),
        ("spaces", "en", " It was", "“ It” should be “It”"),
        ("spaces", "en", "It was  ", "“was  ” should be “was”"),
        ("spaces", "fr", "Il dit : oui", "“dit :” should be “dit⍽:”"),
        ("quotes", "en", 'He said: "Very good."', '“said: "Very” should be “said: “Very”'),
        (
            "full-width",
            "zh",
            "会议在河内市中心的大礼堂里隆重开幕了.",
            "“中心的大礼堂里隆重开幕了.” should be “中心的大礼堂里隆重开幕了。”",
        ),
        ("separators", "en", "It cost VND15,7 billion.", "“VND15,7” should be “VND15.7”"),
    ],
)
def test_what_should_be_is_told_in_words(check: str, language: str, target: str, told: str) -> None:
    assert fires(check, "Dành 15,7 tỷ.", target, language=language) == [told]


TEXTS = st.text(alphabet='ab 1,.;:!?«»„“”"()%\u00a0\u202f会はÂâ\u0302', max_size=40)


@given(TEXTS, TEXTS, st.sampled_from(["en", "fr", "de", "ru", "zh", "ja", "es"]))
def test_what_is_right_stays_right(target: str, source: str, language: str) -> None:
    once = tidied(target, source, language, frozenset(TIDY))
    letters = [c for c in unicodedata.normalize("NFC", target) if c.isalpha()]
    assert [c for c in once if c.isalpha()] == letters
    assert tidied(once, source, language, frozenset(TIDY)) == once


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "ru"])
def test_all_is_put_right_at_once(language: str) -> None:
    once = tidied('Il dit "oui"; «non»: "x" !', "", language, frozenset(TIDY))
    assert tidied(once, "", language, frozenset(TIDY)) == once
