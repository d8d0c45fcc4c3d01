"""Cut off, too long or short, source left in; broken and foreign characters."""

from __future__ import annotations

import unicodedata

import pytest

from l10n import checks
from l10n.model import Severity, Unit
from tests.checks.table import fires

SOURCE = "Hội nghị thống nhất tiếp tục đổi mới nội dung, phương thức thông tin trong thời gian tới."
TARGET = "The conference agreed to go on renewing contents and methods of information from now on."


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        (TARGET, None),
        (TARGET[:-1], Severity.INFO),
        (TARGET[:35], Severity.ERROR),
        (TARGET + "”", None),
    ],
)
def test_cut_off(target: str, severity: Severity | None) -> None:
    found = checks.run(checks.Subject(Unit(source=SOURCE, target=target)), {})
    assert [f.severity for f in found if f.check == "cut-off"] == [severity] * (
        severity is not None
    )


def test_a_heading_that_is_cut_off() -> None:
    assert fires("cut-off", SOURCE[:-1], TARGET[:20])
    assert not fires("cut-off", SOURCE[:-1], TARGET[:-1])
    assert not fires("cut-off", SOURCE, f"{TARGET[:25]}…")
    assert not fires("cut-off", f"({SOURCE})", f"{TARGET[:-1]} (now)")


@pytest.mark.parametrize(
    ("language", "target", "told"),
    [
        ("en", TARGET, ""),
        ("en", TARGET * 4, "too long"),
        ("en", "They agreed.", "too short"),
        ("zh", "会议一致同意今后继续革新信息内容与方式。", ""),
        ("zh", TARGET * 2, "too long"),
        ("xx", TARGET * 4, ""),
    ],
)
def test_length_ratio(language: str, target: str, told: str) -> None:
    messages = fires("length-ratio", SOURCE, target, language=language)
    assert [m.partition(":")[0] for m in messages] == [told] * bool(told)


def test_lengths_are_known_of_vietnamese_sources_alone() -> None:
    subject = checks.Subject(Unit(source=TARGET, target="Ils l’ont fait.", language="fr"), (), "en")
    assert "length-ratio" not in {f.check for f in checks.run(subject, {})}


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("Dành ngân sách cho việc này.", "It set aside ngân sách for this.", True),
        ("Dành ngân sách cho việc này.", "It set aside ngân hàng sách for this.", False),
        (
            unicodedata.normalize("NFD", "Dành ngân sách cho việc này."),
            "It set aside ngân sách for this.", True,
        ),
        ("Ông Trần Văn Đức nói.", "Trần Văn Đức spoke.", False),
        ("ngân sách", "ngân sách", False),
        ("Món phở bò.", "The phở dish.", False),
        ("Từ tiếng Hy Lạp δῆμος demos.", "From Greek δῆμος demos.", False),
    ],
)  # fmt: skip
def test_source_left(source: str, target: str, wrong: bool) -> None:
    assert bool(fires("source-left", source, target)) is wrong


@pytest.mark.parametrize(
    ("check", "language", "source", "target", "wrong"),
    [
        ("broken-characters", "en", "Đức", "Mr Äá»©c", True),
        ("broken-characters", "en", "Đức", "Mr Đức", False),
        ("broken-characters", "en", "Đức", "Mr\u200b Duc", True),
        ("broken-characters", "en", "Đ\u200bức", "Mr\u200b Duc", False),
        ("broken-characters", "km", "Đức", "ក\u200bខ", False),
        ("broken-characters", "en", "Đức", "Mr\x07 Duc", True),
        ("broken-characters", "en", "Đức", "Plain text.", False),
        ("other-script", "en", "Hội nghị", "The соnference", True),
        ("other-script", "en", "Hội nghị", "The conference", False),
        ("other-script", "en", "Hội nghị", "The café met", False),
        ("other-script", "ru", "Hội nghị", "Съезд 会议", True),
        ("other-script", "ru", "Hội nghị 会议", "Съезд 会议", False),
        ("other-script", "zh", "Hội nghị", "会议", False),
        ("other-script", "ja", "Hội nghị", "会議は", False),
        ("decomposed", "en", "Đức", unicodedata.normalize("NFD", "Đức"), True),
        ("decomposed", "en", "Đức", "Đức", False),
    ],
)
def test_characters(check: str, language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(fires(check, source, target, language=language)) is wrong


def test_what_nobody_sees_has_a_place() -> None:
    told = fires("broken-characters", "Đức", "\u200eMr Du\u200bc\u200b", language="en")
    assert told == ["invisible character U+200E", "invisible character U+200B after “Du”"]
    word = unicodedata.normalize("NFD", "Đức")
    assert fires("decomposed", "Đức", f"Mr {word} spoke.", language="en") == [
        f"not in Unicode form NFC: “{word}”"
    ]
