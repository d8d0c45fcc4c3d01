"""What the columns of a table hold: by its first row, or, without a header, by their order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence, Set

from babel import Locale, UnknownLocaleError

from l10n.glossary.exchange.decoding import Row
from l10n.glossary.exchange.table_writing import FIELDS

OTHERS = {
    "source": "source language",
    "target": "target language",
    "term": "source language",
    "translation": "target language",
    "comment": "note",
    "comments": "note",
    "notes": "note",
    "description": "note",
    "translator_comments": "note",
    "developer_comments": "note",
    "ghi_chú": "note",
    "chú_thích": "note",
}
"""Columns of other tools; the first four are languages where both of a pair are there."""
_PAIRS = (("source", "target"), ("term", "translation"))
KNOWN = ("id", "domain", *FIELDS)
_REGION = re.compile(r"(?!zh|pt)([a-z]{2,3})-(?:[a-z]{2}|\d{3})")
"""A tag whose region makes no other language of it, as it does of Chinese and Portuguese."""
_VIETNAMESE = re.compile(
    "[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE
)


def columns_of(cells: Sequence[str], languages: Set[str]) -> list[str] | None:
    """What the columns hold, or None where the row is no header."""
    known = {tag.lower(): tag for tag in languages}
    named = {name: tag for tag in languages for name in _names(tag)}
    shown = [" ".join(unicodedata.normalize("NFC", cell).split()).lower() for cell in cells]
    names = [cell.replace(" ", "_") for cell in shown]
    tags = [
        named.get(name) or _known(name.replace("_", "-"), known) or cell.strip().replace("_", "-")
        for name, cell in zip(shown, cells, strict=True)
    ]
    paired = any(first in names and second in names for first, second in _PAIRS)
    if not (paired or "id" in names):
        spoken = languages & set(tags)
        told = all(name in KNOWN or name in OTHERS or tag in languages or not name
                   for name, tag in zip(names, tags, strict=True))  # fmt: skip
        # Two languages are no terms of one concept, whatever stands beside them.
        if not spoken or not (told or len(spoken) > 1):
            return None
    return [_column(name, tag, paired) for name, tag in zip(names, tags, strict=True)]


def _known(tag: str, known: Mapping[str, str]) -> str | None:
    """The language of a tag in small letters: `vi-vn` is Vietnamese."""
    region = _REGION.fullmatch(tag)
    return known.get(tag) or (known.get(region[1]) if region else None)


def _column(name: str, tag: str, paired: bool) -> str:
    if name == "source" and not paired:
        return name
    if name in OTHERS and (paired or OTHERS[name] == "note"):
        return OTHERS[name]
    return name if name in KNOWN else tag


def bare(width: int) -> list[str]:
    """What the columns of a list without a header hold."""
    return ["source language", "target language", *["note"] * (width - 2)][:width]


def is_foreign(columns: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a list that should begin with Vietnamese does not look like it.

    Either its second column is Vietnamese instead, or its first row is a header of words that
    nobody knows.
    """
    if columns[:2] != ["source language", "target language"]:
        return False
    first, second = (
        sum(len(cells) > index and _is_vietnamese(cells[index]) for _, cells in rows)
        for index in (0, 1)
    )
    return first * 10 <= len(rows) and (second * 2 > len(rows) or (not first and len(rows) > 1))


def _is_vietnamese(text: str) -> bool:
    """Whether a letter has a mark as Vietnamese has it."""
    return _VIETNAMESE.search(unicodedata.normalize("NFC", text)) is not None


def is_spoken(tag: str) -> bool:
    """Whether Unicode's locale data know the language."""
    return tag.partition("-")[0] in Locale("en").languages


def _names(tag: str) -> set[str]:
    """A language's names, in small letters: in English, in Vietnamese and in itself."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return set()
    return {str(locale.get_display_name(other)).lower() for other in ("en", "vi", locale)}
