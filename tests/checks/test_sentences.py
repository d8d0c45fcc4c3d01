"""Sentences, dashes and titles."""

from __future__ import annotations

import pytest

from l10n import checks
from l10n.model import Severity, Unit
from tests.checks.table import fires

TWO = "Hội nghị mở màn lúc chín giờ sáng. Ông Đức phát biểu khai mạc hội nghị."
BOTH = "The conference opened at nine in the morning. Mr Đức made the first speech."


@pytest.mark.parametrize(
    ("language", "target", "told"),
    [
        ("en", BOTH, None),
        ("en", BOTH.replace("Mr Đ", "Gen. Đ"), None),
        ("en", BOTH.replace("Mr Đức", "Mr. de Gaulle and Dr. Đức"), None),
        ("en", "The conference opened at nine.", Severity.WARNING),
        ("en", "When the conference opened at nine, Mr Đức made a speech to it.", Severity.INFO),
        ("en", f"{BOTH} Then everybody went home for a long dinner.", Severity.WARNING),
        ("zh", "会议上午九点开幕。德先生致开幕词。", None),
        ("zh", "会议上午九点开幕。", Severity.WARNING),
        ("km", "សន្និសីទ", None),
        ("el", "Η διάσκεψη άρχισε στις εννέα. ο κ. Ντουκ μίλησε.", Severity.INFO),
    ],
)
def test_sentences(language: str, target: str, told: Severity | None) -> None:
    found = checks.run(checks.Subject(Unit(source=TWO, target=target, language=language)), {})
    assert [f.severity for f in found if f.check == "sentences"] == ([told] if told else [])


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("Mở màn.", "It opened - and closed.", True),
        ("Mở màn.", "It opened--and closed.", True),
        ("Tuyến Hà Nội - Huế.", "The Hà Nội - Huế line.", False),
        ("Tuyến Hà Nội - Huế.", "The line -- Hà Nội to Huế.", True),
        ("Mở màn.", "A well-known year 2020-2025.", False),
    ],
)
def test_dashes(source: str, target: str, wrong: bool) -> None:
    assert bool(fires("dashes", source, target)) is wrong


@pytest.mark.parametrize(
    ("style", "target", "wrong"),
    [
        ("sentence", "The Province Opens Its New Airport", True),
        ("sentence", "The province opens its new airport in Binh Thuan", False),
        ("title", "The province opens its new airport", True),
        ("title", "The Province Opens Its New Airport on the Coast", False),
        ("", "The Province opens Its new airport", False),
    ],
)
def test_titles(style: str, target: str, wrong: bool) -> None:
    for context in ("title", ""):
        unit = Unit(source="Mở sân bay", target=target, language="en", context=context)
        found = checks.run(checks.Subject(unit, title_case=style), {})
        assert ("title-case" in {f.check for f in found}) is (wrong and context == "title")
