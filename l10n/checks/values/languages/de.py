"""Number words of German."""

from __future__ import annotations

from fractions import Fraction

from l10n.checks.values.compounds import german
from l10n.checks.values.languages.words import HALF, HALVED, TWICE, count, scales
from l10n.checks.values.multiples import multiples
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import german_spans, spans

NUMERALS = Numerals(
    units=german()
    | count(
        "null eine|einem|einen|einer|erste|ersten|erster|erstes zweite|zweiten|zweiter|zweites"
        " dritte|dritten|dritter vierte|vierten|vierter fünfte|fünften|fünfter sechste|sechsten"
        " siebte|siebten achte|achten neunte|neunten zehnte|zehnten elfte|elften zwölfte|zwölften"
    )
    | count("zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
             20, 10)
    | {"zehntausende": 10**4, "zehntausenden": 10**4, "hunderttausende": 10**5,
       "hunderttausenden": 10**5, "tausende": 1000, "tausenden": 1000,
       "halbe million": 500_000, "halben million": 500_000, "halbe milliarde": 500_000_000,
       "halben milliarde": 500_000_000},
    small={"hundert": 100},
    big=scales(e3="tausend|tsd", e6="million|millionen|mio", e9="milliarde|milliarden|mrd",
                e12="billion|billionen|bio", e15="billiarde|billiarden"),
    joins=frozenset({"und"}),
    fixed=multiples("de") | spans("de") | german_spans(german()) | {
           "halb": HALF, "halbe": HALF, "halben": HALF, "hälfte": HALVED, "beide": TWICE,
           "beiden": TWICE, "doppelte": TWICE,
           "jeder": (1,), "jede": (1,), "jedes": (1,), "jedem": (1,), "jeden": (1,),
           "drittel": (Fraction(1, 3),),
           "viertel": (Fraction(1, 4), 15), "dutzend": (12,), "jahrzehnt": (10,), "paar": TWICE,
           "jahrhundert": (100,), "jahrtausend": (1000,),
           "quartal": (3,)},
    parts={"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "zehntel": 10},
)  # fmt: skip
