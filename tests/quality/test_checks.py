"""False alarms on right translations, and planted faults that are found, on our own sentences."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from benchmarks.planting import FAULTS
from l10n import checks
from l10n.model import Severity, Unit

PARALLEL = Path(__file__).parent / "parallel"
LANGUAGES = ("en", "fr", "es")
FLOORS = {
    "a digit changed": 97,
    "million for billion": 90,
    "negation dropped": 75,
    "cut at 40%": 95,
    "a doubled word": 97,
    "a name swapped": 90,
    "a quotation mark lost": 95,
}
"""Per cent of the faults in three languages that have to be found."""


def pairs(language: str) -> list[tuple[str, str]]:
    lines = (PARALLEL / f"vi-{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(source, target) for source, target in (line.split("\t") for line in lines)]


@cache
def found(source: str, target: str, language: str) -> frozenset[tuple[str, str, Severity]]:
    unit = Unit(source=source, target=target, language=language)
    return frozenset(
        (f.check, f.message, f.severity)
        for f in checks.run(checks.Subject(unit), {})
        if f.severity is not Severity.INFO
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_translations_raise_few_alarms(language: str) -> None:
    rows = pairs(language)
    alarms = {row: found(*row, language) for row in rows if found(*row, language)}
    errors = [row for row, told in alarms.items() if any(s is Severity.ERROR for *_, s in told)]
    assert not errors, alarms
    assert len(alarms) <= 0.05 * len(rows), alarms


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_faults_are_found(fault: str) -> None:
    plant, _ = FAULTS[fault]
    missed, planted = [], 0
    for language in LANGUAGES:
        for seed in range(3):
            rng = random.Random(seed)
            for source, target in pairs(language):
                broken = plant(source, target, language, rng)
                if broken is not None and broken != target:
                    planted += 1
                    new = found(source, broken, language) - found(source, target, language)
                    missed += [] if new else [broken]
    assert planted > 20
    share = 100 * (planted - len(missed)) / planted
    assert share >= FLOORS[fault], (share, planted, missed[:20])
