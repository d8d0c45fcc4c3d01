"""Number words of Japanese."""

from __future__ import annotations

from l10n.checks.values.languages.words import HALF, TWICE
from l10n.checks.values.languages.zh import NUMERALS as CHINESE
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

NUMERALS = Numerals(
    units=CHINESE.units,
    small=CHINESE.small,
    big=CHINESE.big,
    fixed={"半": HALF, "両": TWICE, "倍": TWICE, "初": (1,)} | spans("ja"),
    spaced=False,
)
