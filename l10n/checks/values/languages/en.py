"""Number words of English."""

from __future__ import annotations

from fractions import Fraction

from l10n.checks.values.languages.words import HALF, HALVED, TWICE, count, of, scales
from l10n.checks.values.multiples import multiples
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS = Numerals(
    units=count(
        "zero|nil one|first two|second three|third four|fourth five|fifth six|sixth seven|seventh"
        " eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth thirteen|thirteenth"
        " fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth"
        " eighteen|eighteenth nineteen|nineteenth"
    )
    | count(_TENS, 20, 10)
    | count(_TENS.replace("y", "ieth"), 20, 10)
    | count(_TENS.replace("y", "ies"), 20, 10)
    | of("of", "tens=1 dozens=1 scores=1 hundreds=2 thousands=3 millions=6",
          "thousands=3 millions=6 billions=9 trillions=12")
    | {"half a million": 500_000, "half a billion": 500_000_000},
    small={"hundred": 100, "hundredth": 100},
    big=scales(
        e3="thousand|k", e6="million|m|mn|mln|millionth", e9="billion|bn|b|bln",
           e12="trillion|tn|trn", e15="quadrillion"
    ),
    joins=frozenset({"and", "a"}),
    fixed=multiples("en") | spans("en") | {
           "half": HALVED, "halves": HALF, "halved": HALF, "twice": TWICE, "both": TWICE,
           "double": TWICE, "pair": TWICE,
           "couple": TWICE,
           "dozen": (12,), "dozens": (12,), "decade": (10,), "decades": (10,), "century": (100,),
           "millennium": (1000,), "once": (1,),
           "quarter": (Fraction(1, 4), 4, 15, 3, 25),
           "another": (1,), "single": (1,), "fortnight": (14, 2), "teenager": (10,),
           "quarters": (Fraction(1, 4), 4), "hundreds": (100,), "thousands": (1000,),
           "millions": (10**6,), "billions": (10**9,), "twin": TWICE, "duo": TWICE, "trio": (3,),
           "score": (20,), "secondly": TWICE, "every": (1,), "bi": TWICE,
           "quadruple": (4,), "a": (1,), "an": (1,)},
    parts={"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
           "fourth": 4,
           "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
           "eighth": 8,
           "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10},
    loose_months={"may": 5, "march": 3, "august": 8, "sept": 9},
    half={"and a half": HALF},
)  # fmt: skip
