"""Texts of units as the terminal shows them: no control codes, terms marked, differences marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from l10n.model import State, VerdictKind

if TYPE_CHECKING:
    from l10n.workflow.advice import Known

# C0, C1, line and paragraph separators, and the bidirectional controls of UAX #9; a tab and a line
# end are blanks in a unit.
_CONTROLS = {
    **dict.fromkeys([*range(32), *range(127, 160)], "�"),
    **dict.fromkeys(
        [0x61C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
        "\N{REPLACEMENT CHARACTER}",
    ),
    0x09: " ",
    0x0A: " ",
    0x0D: " ",
}
MARKS = {
    State.UNTRANSLATED: "·",
    State.DRAFT: "░",
    State.TRANSLATED: "▒",
    State.REVIEWED: "▓",
    State.APPROVED: "█",
}
"""One sign a state; what they say is said without colour too."""
_WORDS = re.compile(r"\w+|\W")
_INSERTED = "l10n.inserted"
_DELETED = "l10n.deleted"
_TERM = "l10n.term"


def shown(text: str) -> str:
    """`text` on one line, without anything that commands a terminal or reorders what it shows."""
    return text.translate(_CONTROLS)


def counted(number: int, what: str) -> str:
    """`1 unit`, `2 units`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def marked(source: str, terms: Sequence[Known]) -> Text:
    """A source with its terms underlined and numbered."""
    text, end = Text(), 0
    for number, known in enumerate(terms, 1):
        text.append(shown(source[end : known.start]))
        text.append(shown(source[known.start : known.end]), _TERM)
        text.append(f"[{number}]", Style(dim=True))
        end = known.end
    return text.append(shown(source[end:]))


def difference(old: str, new: str) -> Text:
    """The way from one text to another: what went is struck out, what came is underlined."""
    from difflib import SequenceMatcher

    before, after = _WORDS.findall(shown(old)), _WORDS.findall(shown(new))
    text = Text()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            text.append("".join(after[j1:j2]))
            continue
        if i2 > i1:
            text.append("".join(before[i1:i2]), _DELETED)
        if j2 > j1:
            text.append("".join(after[j1:j2]), _INSERTED)
    return text


def verdict_mark(known: Known, verdicts: Mapping[str, VerdictKind]) -> str:
    """`✓` where the target has the term, `✗` with what is wrong, `?` where nobody knows."""
    verdict = verdicts.get(known.concept.id)
    if known.doubt or verdict is None:
        return "?"
    return "✓" if verdict is VerdictKind.OK else f"✗ {verdict}"
