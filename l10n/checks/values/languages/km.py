"""Number words of Khmer."""

from __future__ import annotations

from l10n.checks.values.languages.words import HALF, count, scales
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

NUMERALS = Numerals(
    units=count("សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់")
    | count("ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប", 20, 10),
    small={"រយ": 100},
    big=scales(e3="ពាន់", e4="ម៉ឺន", e5="សែន", e6="លាន", e9="ប៊ីលាន|ពាន់លាន", e12="ទ្រីលាន"),
    fixed={"ពាក់កណ្តាល": HALF, "ពាក់កណ្ដាល": HALF, "កន្លះ": HALF} | spans("km"),
    spaced=False,
)
