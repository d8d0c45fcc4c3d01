"""No text makes a check slow, and none makes it fail."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import checks
from l10n.model import Unit

EVIL = [
    "a" * 50_000, "không " * 10_000, "“" * 50_000, "« " * 30_000, "1," * 30_000, "1.000" * 10_000,
    "[" * 30_000, "<a " * 20_000, "*" * 50_000, "Nguyen Van " * 5_000, "A" * 50_000,
    "một trăm " * 8_000, "http://" * 8_000, "a@" * 20_000, "a.b" * 20_000, "#a" * 20_000,
    "\u0302" * 20_000, "，" * 20_000, "n’" * 20_000, "ne " * 20_000, "I" * 50_000,
    "2/9/" * 10_000, "十" * 30_000, "-" * 50_000, " " * 50_000,
]  # fmt: skip
LANGUAGES = ("en", "fr", "zh", "ru", "de")


@pytest.mark.parametrize("text", EVIL, ids=lambda text: repr(text[:8]))
def test_no_text_takes_a_second(text: str) -> None:
    for language in LANGUAGES:
        for source, target in ((text, text[::-1]), ("Một câu.", text), (text, "One sentence.")):
            subject = checks.Subject(Unit(source=source or " ", target=target, language=language))
            for check in checks.CHECKS:
                started = time.process_time()
                list(check.problems(subject))
                # A factor of ten for slow machines; what backtracks takes minutes.
                assert time.process_time() - started < 10, (check.id, language)


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["", "xx", *LANGUAGES, "ja"]))
def test_no_text_breaks_a_check(source: str, target: str, language: str) -> None:
    unit = Unit(source=source or "a", target=target, language=language)
    for finding in checks.run(checks.Subject(unit), {}):
        assert finding.message
