"""Number words of Chinese."""

from __future__ import annotations

from l10n.checks.values.languages.words import HALF, TWICE, count, scales
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

_UNITS = count("零|〇 一 二|两|兩 三 四 五 六 七 八 九")
NUMERALS = Numerals(
    units=_UNITS,
    small={"十": 10, "百": 100, "千": 1000},
    big=scales(e4="万|萬", e8="亿|億", e12="兆"),
    fixed={"半": HALF, "双": TWICE, "倍": TWICE, "首": (1,)} | spans("zh"),
    spaced=False,
)
