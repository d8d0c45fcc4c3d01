"""Number words of French."""

from __future__ import annotations

from fractions import Fraction

from l10n.checks.values.languages.words import HALF, HALVED, TWICE, count, of, scales
from l10n.checks.values.multiples import multiples
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

NUMERALS = Numerals(
    units=count(
        "zéro un|une|premier|première|premiers deux|deuxième|second|seconde trois|troisième"
        " quatre|quatrième cinq|cinquième six|sixième sept|septième huit|huitième neuf|neuvième"
        " dix|dixième onze|onzième douze|douzième treize|treizième quatorze|quatorzième"
        " quinze|quinzième seize|seizième dix-sept dix-huit dix-neuf"
    )
    | count("vingt|vingtième trente|trentième quarante|quarantième cinquante|cinquantième"
             " soixante|soixantième septante quatre-vingt|quatre-vingts nonante", 20, 10)
    | of("de", "dizaines=1 centaines=2 milliers=3 millions=6",
          "milliers=3 millions=6 milliards=9")
    | {"demi-million": 500_000, "demi-milliard": 500_000_000},
    small={"cent": 100, "cents": 100, "centième": 100},
    big=scales(e3="mille|millier|milliers|millième", e6="million|millions|m",
           e9="milliard|milliards|mds|mrd|md",
                e12="billion|billions", e15="billiard|billiards"),
    joins=frozenset({"et"}),
    fixed=multiples("fr") | spans("fr") | {
           "demi": HALF, "demie": HALF, "moitié": HALVED, "tiers": (Fraction(1, 3), 3),
           "quart": (Fraction(1, 4), 25, 15), "double": TWICE,
           "dizaine": (10,), "dizaines": (10,), "douzaine": (12,), "quinzaine": (15, 14),
           "vingtaine": (20,), "trentaine": (30,), "quarantaine": (40,), "cinquantaine": (50,),
           "centaine": (100,), "centaines": (100,), "décennie": (10,), "décennies": (10,),
           "siècle": (100,), "millénaire": (1000,), "deuxièmement": TWICE, "après-midi": (),
           "trimestre": (3,)},
    parts={"demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5,
           "cinquièmes": 5, "sixième": 6, "dixième": 10, "dixièmes": 10},
    loose_months={"mars": 3, "mai": 5, "juill": 7},
    half={"et demi": HALF, "et demie": HALF},
)  # fmt: skip
