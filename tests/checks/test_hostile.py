"""No text makes a check slow, and none makes it fail."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import checks
from l10n.checks.naming import unheard
from l10n.checks.values import mentions
from l10n.model import Unit

EVIL = [
    "a" * 50_000, "không " * 10_000, "“" * 50_000, "« " * 30_000, "1," * 30_000, "1.000" * 10_000,
    "[" * 30_000, "<a " * 20_000, "*" * 50_000, "Nguyen Van " * 5_000, "A" * 50_000,
    "một trăm " * 8_000, "http://" * 8_000, "a@" * 20_000, "a.b" * 20_000, "#a" * 20_000,
    "\u0302" * 20_000, "，" * 20_000, "n’" * 20_000, "ne " * 20_000, "I" * 50_000,
    "2/9/" * 10_000, "十" * 30_000, "-" * 50_000, " " * 50_000,
]  # fmt: skip
MOST = 1 if sys.gettrace() is None else 10
"""Seconds of processor time; measuring coverage takes several times as long."""
LANGUAGES = ("en", "fr", "zh", "ru", "de")


@pytest.fixture(scope="module", autouse=True)
def _dictionaries() -> None:
    """Loaded once a run, whatever the text."""
    for language in LANGUAGES:
        unheard("Kuroda", language)
        mentions("5", language)


@pytest.mark.parametrize("text", EVIL, ids=lambda text: repr(text[:8]))
def test_no_text_takes_a_second(text: str) -> None:
    for language in LANGUAGES:
        for source, target in ((text, text[::-1]), ("Một câu.", text), (text, "One sentence.")):
            subject = checks.Subject(Unit(source=source or " ", target=target, language=language))
            for check in checks.CHECKS:
                started = time.process_time()
                list(check.problems(subject))
                assert time.process_time() - started < MOST, (check.id, language)


@pytest.mark.parametrize("piece", ["không ", "Nguyen ", "“", "9", "1,", "A", " ", "e\u0302\u0323"])
def test_what_is_too_long_to_be_read_is_reported(piece: str) -> None:
    text = (piece * 1_000_000)[:1_000_000]
    for source, target in ((text, text), ("Một câu.", text), (text, "One sentence.")):
        started = time.process_time()
        unit = Unit(source=source, target=target, language="en")
        found = [f.check for f in checks.run(checks.Subject(unit), {}) if f.check != "no-origin"]
        assert time.process_time() - started < MOST
        assert found in (["too-long"], ["untranslated", "too-long"])


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["", "xx", *LANGUAGES, "ja"]))
def test_no_text_breaks_a_check(source: str, target: str, language: str) -> None:
    unit = Unit(source=source or "a", target=target, language=language)
    for finding in checks.run(checks.Subject(unit), {}):
        assert finding.message
