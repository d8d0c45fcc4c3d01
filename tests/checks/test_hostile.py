"""No text makes a check slow, and none makes it fail."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import checks
from l10n.checks.naming import unheard
from l10n.checks.text import LONGEST
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
def _dictionaries() -> Iterator[None]:
    """Loaded once a run, whatever the text; what other tests left is not gone through again."""
    for language in LANGUAGES:
        unheard("Kuroda", language)
        mentions("5", language)
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("text", EVIL, ids=lambda text: repr(text[:8]))
def test_no_text_takes_a_second(text: str) -> None:
    for language in LANGUAGES:
        for source, target in ((text, text[::-1]), ("Một câu.", text), (text, "One sentence.")):
            subject = checks.Subject(Unit(source=source or " ", target=target, language=language))
            for check in checks.CHECKS:
                started = time.process_time()
                list(check.problems(subject))
                assert time.process_time() - started < MOST, (check.id, language)


SYLLABLES = [f"{a}{b}{c}" for a in "bcdghklmnprstv" for b in "aeiou" for c in ("n", "t", "m", "ng")]
DISTINCT: dict[str, Callable[[Random, str], str]] = {
    "names": lambda _, word: word.title(),
    "sentences": lambda _, word: f"{word.title()}.",
    "people": lambda _, word: f"Nguyễn {word[:3].title()} {word[3:6].title()},",
    "run": lambda _, word: f"Trần {word.title()}",
    "acronyms": lambda _, word: word[:4].upper(),
    "numbers": lambda rng, _: str(rng.randrange(1000, 99_999)),
    "miles": lambda rng, _: f"{rng.randrange(1000, 9999)} dặm",
    "units": lambda rng, _: f"{rng.randrange(1000, 9999)} {rng.choice(('km', 'tấn', 'USD', '%'))}",
    "dates": lambda rng, _: f"{rng.randrange(1, 29)}/{rng.randrange(1, 13)}/{rng.randrange(999)}",
    "codes": lambda rng, _: f"{rng.randrange(999)}/{rng.randrange(1900, 2100)}/NĐ-CP",
    "addresses": lambda _, word: f"https://{word}.vn/{word[:3]} {word}@{word}.vn #{word}",
}
"""What a long text may hold of things that all differ: each is compared with each, if with any."""


def _many(kind: str, seed: int) -> str:
    rng = Random(seed)
    words = ("".join(rng.choices(SYLLABLES, k=2)) for _ in range(LONGEST // 3))
    return " ".join(DISTINCT[kind](rng, word) for word in words)[:LONGEST]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        *((kind, kind) for kind in DISTINCT),
        ("names", "sentences"), ("sentences", "names"), ("people", "acronyms"),
        ("run", "sentences"), ("miles", "numbers"), ("units", "numbers"),
    ],
)  # fmt: skip
def test_many_different_things_take_no_second(source: str, target: str) -> None:
    for language in ("en", "fr"):
        unit = Unit(source=_many(source, 1), target=_many(target, 2), language=language)
        for check in checks.CHECKS:
            started = time.process_time()
            list(check.problems(checks.Subject(unit)))
            assert time.process_time() - started < MOST, (check.id, language)


def test_too_many_numbers_are_not_checked_and_reported() -> None:
    for source, target in (("1 2 " * 1250, "1 2 " * 1251), ("1 2 " * 1251, "1 2 " * 1250)):
        unit = Unit(source=source, target=target, language="en", origin="local")
        (found,) = checks.run(checks.Subject(unit), {})
        assert (found.check, found.message[:13]) == ("too-long", "2,502 numbers")
    unit = Unit(source="1 2 " * 1250, target="1 2 " * 1249, language="en", origin="local")
    assert "too-long" not in {f.check for f in checks.run(checks.Subject(unit), {})}


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
