"""Where a line of text may be broken: the classes and pairs of Unicode's Annex 14.

Only as much of the annex as newspaper text in any language needs, derived from the general
category where the annex follows it; gettext's tools break lines by the same annex.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CLASSES = {
    "QU": "\"'«»‘’‛“”‟‹›",
    "OP": "¡¿‚„",
    "CP": ")]",
    "CL": "、。，．｡､",
    "EX": "!?！？",
    "IS": ",.:;",
    "SY": "/",
    "HY": "-",
    "BA": "\t|\u00ad‐‒–",
    "B2": "—",
    "BB": "´",
    "GL": "\u00a0\u2007\u202f\u2011",
    "WJ": "\u2060\ufeff",
    "ZW": "\u200b",
    "SP": " ",
    "IN": "…‥",
    "PO": "%¢°‰‱′″‴℃％￠₧",
    "PR": "$+\\£¤¥±№−＄￡￥",
    "NS": "々〻゠ー・：；‼⁇⁈⁉〜゛゜ゝゞヽヾァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ",
}
_BY_CHARACTER = {character: name for name, members in _CLASSES.items() for character in members}

_BY_CATEGORY = {
    "Ps": "OP",
    "Pe": "CL",
    "Pi": "QU",
    "Pf": "QU",
    "Nd": "NU",
    "Sc": "PR",
    "Mn": "CM",
    "Mc": "CM",
    "Me": "CM",
    "Cc": "CM",
    "Cf": "CM",
}

_NEVER_BEFORE = frozenset(
    ["CL", "CP", "EX", "IS", "SY", "ZW", "WJ", "CM", "QU", "BA", "HY", "NS", "IN"]
)
"""No line ends directly before these; `GL` is like them, but for what follows a hyphen."""
_NEVER_BEFORE_EVEN_AFTER_SPACE = frozenset(["CL", "CP", "EX", "IS", "SY", "WJ"])
_NEVER_AFTER = frozenset(["OP", "EO", "QU", "BB", "GL", "WJ"])
_KEPT_TOGETHER = {
    "AL": frozenset(["AL", "NU", "PR", "PO", "OP"]),
    "NU": frozenset(["AL", "NU", "PR", "PO", "OP"]),
    "ID": frozenset(["PO"]),
    "CL": frozenset(["PR", "PO"]),
    "CP": frozenset(["PR", "PO", "AL", "NU"]),
    "IS": frozenset(["NU"]),
    "SY": frozenset(["NU"]),
    "HY": frozenset(["NU"]),
    "B2": frozenset(["B2"]),
    "PR": frozenset(["AL", "NU", "ID", "OP", "EO"]),
    "PO": frozenset(["AL", "NU", "OP", "EO"]),
}
_KEPT_ACROSS_SPACE = {
    "QU": frozenset(["OP", "EO"]),
    "CL": frozenset(["NS"]),
    "B2": frozenset(["B2"]),
}
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def line_class(character: str) -> str:
    """The annex's class of one character; `AL` for what has no rule of its own.

    `EO` is a wide opening bracket, which letters do not hold on to.
    """
    named = _BY_CHARACTER.get(character) or _BY_CATEGORY.get(unicodedata.category(character))
    wide = unicodedata.east_asian_width(character) in "WF"
    if named is None:
        return "ID" if wide else "AL"
    return "EO" if wide and named == "OP" else named


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two classes that stand side by side."""
    if before == "ZW":
        return after != "ZW"
    if before in _NEVER_AFTER or after in _NEVER_BEFORE:
        return False
    if after == "GL":
        return before in ("BA", "HY")
    return after not in _KEPT_TOGETHER.get(before, _NOTHING)


def may_break_across_space(before: str, after: str) -> bool:
    """Whether a line may end between two classes with spaces between them."""
    if before == "ZW":
        return after != "ZW"
    if before in ("OP", "EO") or after in _NEVER_BEFORE_EVEN_AFTER_SPACE:
        return False
    return after not in _KEPT_ACROSS_SPACE.get(before, _NOTHING)
