"""The filter over units as a person types it."""

from __future__ import annotations

import unicodedata

import pytest

from l10n.errors import UsageError
from l10n.model import Risk, State, Unit
from l10n.workflow.filtering import Filter

UNIT = Unit(
    "Bộ Chính trị họp tại Hà\N{NO-BREAK SPACE}Nội.",
    "The Politburo met.",
    state=State.DRAFT,
    risk=Risk.HIGH,
)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("", True),
        ("politburo", True),
        ("POLITBURO bộ", True),
        (unicodedata.normalize("NFD", "hà nội"), True),
        ("hà nội xxx", False),
        ("state:draft", True),
        ("state:approved state:draft", True),
        ("state:approved", False),
        ("risk:high politburo", True),
        ("risk:low", False),
        ("finding:numbers", True),
        ("finding:num", True),
        ("finding:", True),
        ("finding:links", False),
        ("concept:party-bct", True),
        ("concept:state", False),
        ("https://example.org", False),
    ],
)
def test_what_it_accepts(text: str, accepted: bool) -> None:
    assert Filter.parse(text).accepts(UNIT, {"numbers"}, ("party-bct",)) is accepted


def test_an_empty_value_asks_for_any() -> None:
    assert not Filter.parse("finding:").accepts(UNIT, ())
    assert Filter.parse(f"id:{UNIT.id[:4]}").accepts(UNIT)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("stat:draft", "unknown field 'stat'; one of state"),
        ("state:done", "unknown state 'done'; one of untranslated"),
        ("risk:big", "unknown risk 'big'; one of low, medium, high"),
    ],
)
def test_what_it_does_not_know(text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        Filter.parse(text)
    assert told in str(caught.value)
