"""Right translations that raise nothing, and the same with one fault each, that are told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from l10n import checks
from l10n.model import Severity, Unit

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "faults.tsv").read_text("utf-8").splitlines()
]
"""Language, check, source, its right translation and a wrong one."""


def told(source: str, target: str, language: str) -> list[tuple[str, str]]:
    """The errors and warnings."""
    subject = checks.Subject(Unit(source=source, target=target, language=language))
    found = checks.run(subject, {})
    return [(f.check, f.message) for f in found if f.severity is not Severity.INFO]


@pytest.mark.parametrize(("language", "check", "source", "right", "wrong"), ROWS)
def test_a_fault_is_told_and_what_is_right_is_not(
    language: str, check: str, source: str, right: str, wrong: str
) -> None:
    assert told(source, right, language) == []
    assert told(unicodedata.normalize("NFD", source), right, language) == []
    assert told(source.replace(" ", "\u00a0"), right, language) == []
    assert check in dict(told(source, wrong, language))


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        line.split("\t")
        for line in (Path(__file__).parent / "right.tsv").read_text("utf-8").splitlines()
    ],
)
def test_what_is_said_in_other_words_is_not_told(language: str, source: str, target: str) -> None:
    assert told(source, target, language) == []
