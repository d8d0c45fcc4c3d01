"""Terms with a slot: `Kết luận số {code}`, `khóa {ordinal}`, `nhiệm kỳ {years}`.

A slot stands for what differs from one mention to the next. A source is searched for the words
around it; in the target the slot is kept (`57-KL/TW`) or converted (`XIII` is `13th`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, product, zip_longest

from l10n.glossary.folding import folded, regular, spellings
from l10n.glossary.numerals import ROMAN, ordinal_value, ordinals
from l10n.glossary.protected import CODE
from l10n.model import Span

SLOT = re.compile(r"\{(\w+)\}")
_ONES = "một|mốt|hai|ba|tư|bốn|năm|lăm|sáu|bảy|bẩy|tám|chín"
_TENS = rf"(?:mười (?:{_ONES})|(?:{_ONES}) mươi(?: (?:{_ONES}))?)"
SPACED = ("thứ", "mười", "mươi", *_ONES.split("|"))
"""Words of a slot's value that another one may follow."""
_AFTER_THU = rf"(?i:{_TENS}|mười|nhất|nhì|{_ONES})"
_ORDINAL = (
    rf"(?:(?:(?i:thứ) )?(?:{ROMAN}|\d{{1,3}})|(?i:{_TENS})"
    rf"|(?:(?i:thứ) |(?<=thứ )|(?<=THỨ )){_AFTER_THU})"
)
"""`XIII`, `13`, `thứ mười ba`; without `thứ`, words from eleven on: `khóa hai cửa` locks doors."""
PATTERNS = {
    "code": CODE,
    "ordinal": _ORDINAL,
    "years": r"\d{4}-(?:\d{4}|\d{2})",
    "year": r"\d{4}",
    "number": r"\d+(?:[.,]\d+)*",
}
"""What may stand in a slot of a regular source text, by the slot's name."""

Values = tuple[tuple[str, str], ...]
"""What stands in the slots, by name, in the order of the source."""


def names(text: str) -> list[str]:
    """Names of a term's slots, in order."""
    return SLOT.findall(text) if "{" in text else []


@dataclass(frozen=True, slots=True)
class SlotForm:
    """A source term with slots, cut at the longest of its literal parts."""

    anchors: tuple[str, ...]
    """The part to look for first, in every spelling (see `folding.spellings`)."""
    before: re.Pattern[str]
    after: re.Pattern[str]
    slots: tuple[str, ...]

    def at(self, cased: str, start: int, end: int) -> tuple[Span, Values] | None:
        """The whole term about an anchor that stands at `start` to `end` of a regular text."""
        left = self.before.search(cased, max(0, start - _REACH), start)
        right = self.after.match(cased, end)
        if left is None or right is None:
            return None
        values = tuple(zip(self.slots, (*left.groups(), *right.groups()), strict=True))
        return (left.start(), right.end()), values


_REACH = 80
"""Characters before an anchor in which the rest of its term may stand."""


def slot_form(text: str) -> SlotForm:
    """The term `text`, which has slots and a word beside them, ready to be found."""
    parts = SLOT.split(regular(text).text.strip())
    literals = range(0, len(parts), 2)
    chosen = max(literals, key=lambda i: len(parts[i].strip()))
    lead, anchor, trail = _trimmed(parts[chosen])
    before = _pattern(parts[:chosen]) + re.escape(lead)
    after = re.escape(trail) + _pattern(parts[chosen + 1 :], first=1)
    return SlotForm(
        anchors=tuple(spellings(folded(anchor))),
        before=re.compile(rf"(?<![^\W_]){before}\Z" if chosen else r"\Z"),
        after=re.compile(rf"{after}(?![^\W_])" if chosen + 1 < len(parts) else ""),
        slots=tuple(parts[1::2]),
    )


def _trimmed(literal: str) -> tuple[str, str, str]:
    core = literal.strip()
    start = literal.find(core)
    return literal[:start], core, literal[start + len(core) :]


def _pattern(parts: Sequence[str], first: int = 0) -> str:
    """Literal parts and slots in turn; `first` is 1 where a slot comes first."""
    return "".join(
        f"({PATTERNS[part]})" if (index + first) % 2 else _literal(part)
        for index, part in enumerate(parts)
    )


def _literal(part: str) -> str:
    lead, core, trail = _trimmed(part)
    if not core:
        return re.escape(part)
    either = "|".join(re.escape(s) for s in spellings(folded(core)))
    return f"{re.escape(lead)}(?i:{either}){re.escape(trail)}"


def renderings(name: str, value: str, language: str) -> list[str]:
    """How a slot's value may be written in a target language, the best one first."""
    if name == "code":
        return list(dict.fromkeys((value, value.replace("Đ", "D").replace("đ", "d"))))
    if name == "years":
        first, last = value.split("-")
        full = last if len(last) == len(first) else first[:2] + last
        short = full.removeprefix(first[:2])
        ways = (f"{first}-{full}", value, f"{first} to {full}", f"{first}-{short}")
        return list(dict.fromkeys(ways))
    if name == "ordinal":
        number = ordinal_value(value)
        return [value] if number is None else ordinals(number, language)
    if name == "number":
        swapped = value.translate(str.maketrans(".,", ",."))
        return list(dict.fromkeys((swapped, value) if language == "en" else (value, swapped)))
    return [value]


def filled(text: str, values: Values, language: str) -> str:
    """The term with its slots filled in the way that is best in its language."""
    given = dict(values)
    return SLOT.sub(
        lambda hit: renderings(hit[1], given[hit[1]], language)[0] if hit[1] in given else hit[0],
        text,
    )


def fillings(text: str, values: Values, language: str) -> list[str]:
    """The term with its slots filled in every way; none where it has other slots."""
    given = dict(values)
    held = names(text)
    if not all(name in given for name in held):
        return []
    ways = product(*(renderings(name, given[name], language) for name in held))
    parts = SLOT.split(text)[::2]
    return ["".join(chain(*zip_longest(parts, way, fillvalue=""))) for way in ways]
