"""Number words of Spanish."""

from __future__ import annotations

from fractions import Fraction

from l10n.checks.values.languages.words import HALF, HALVED, TWICE, count, of, scales
from l10n.checks.values.multiples import multiples
from l10n.checks.values.numerals import Numerals
from l10n.checks.values.spans import spans

NUMERALS = Numerals(
    units=count(
        "cero uno|una|un|primer|primero|primera|primeros dos|segundo|segunda"
        " tres|tercer|tercero|tercera"
        " cuatro|cuarto|cuarta cinco|quinto|quinta seis|sexto|sexta siete|séptimo|séptima"
        " ocho|octavo|octava nueve|noveno|novena diez|décimo|décima once|undécimo doce|duodécimo"
        " trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte"
        " veintiuno|veintiún|veintiuna"
        " veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho"
        " veintinueve"
    )
    | count("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | count("cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos"
             " quinientos|quinientas"
             " seiscientos setecientos ochocientos novecientos", 100, 100)
    | of("de", "decenas=1 cientos=2 centenares=2 miles=3 millones=6", "miles=3 millones=6")
    | {"decenas de miles de millones": 10**10, "cientos de miles de millones": 10**11,
       "medio millón": 500_000, "medio millar": 500},
    small={},
    big=scales(e3="mil|miles", e6="millón|millones|m", e9="millardo|millardos",
           e12="billón|billones"),
    joins=frozenset({"y"}),
    loose_months={"sep": 9},
    fixed=multiples("es") | spans("es") | {
           "medio": HALF, "media": (*HALF, 30), "mitad": HALVED, "doble": TWICE,
           "ambos": TWICE, "ambas": TWICE, "docena": (12,), "decena": (10,), "decenas": (10,),
           "quincena": (15, 14), "década": (10,), "décadas": (10,), "siglo": (100,), "par": TWICE,
           "milenio": (1000,), "pareja": TWICE, "tercio": (Fraction(1, 3),),
           "dúo": TWICE, "centenar": (100,), "centenares": (100,),
           "cientos": (100,), "trimestre": (3,)},
    parts={"medio": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5,
           "quintos": 5, "décimo": 10, "décimas": 10, "tercera": 3, "terceras": 3, "cuarta": 4,
           "cuartas": 4, "quinta": 5, "quintas": 5, "décima": 10},
    half={"y medio": HALF, "y media": (*HALF, 30)},
)  # fmt: skip
