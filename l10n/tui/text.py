"""Texts of units as the terminal shows them: no control codes, terms marked, differences marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
_MOST_COMPARED = 100_000_000
"""Words of one text times those of the other, up to which what they have in common is sought."""
_INSERTED = "l10n.inserted"
_DELETED = "l10n.deleted"
_TERM = "l10n.term"


def shown(text: str) -> str:
    """`text` on one line, without anything that commands a terminal or reorders what it shows."""
    return text if text.isprintable() else text.translate(_CONTROLS)


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
    before, after = _WORDS.findall(shown(old)), _WORDS.findall(shown(new))
    text, gone, come = Text(), 0, 0
    for left, right, size in _common(before, after):
        if size == 1 and before[left].isspace():
            # Words that all changed are read together.
            continue
        text.append("".join(before[gone:left]), _DELETED)
        text.append("".join(after[come:right]), _INSERTED)
        gone, come = left + size, right + size
        text.append("".join(after[right:come]))
    return text


def _common(before: Sequence[str], after: Sequence[str]) -> Iterable[tuple[int, int, int]]:
    """Where both are the same: starts and size; the last one, at the ends, has none."""
    if len(before) * len(after) > _MOST_COMPARED:
        pairs = zip(before, after, strict=False)
        start = next((n for n, (b, a) in enumerate(pairs) if b != a), min(len(before), len(after)))
        return (0, 0, start), (len(before), len(after), 0)
    from rapidfuzz.distance import Indel

    blocks = Indel.editops(before, after).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks]


def replacement(text: str, wanted: str, instead: str) -> Text:
    """The way from a text to the one with `instead` in the place of `wanted`."""
    first, *others = text.split(wanted)
    told = Text(shown(first))
    for other in others:
        told.append(shown(wanted), _DELETED).append(shown(instead), _INSERTED).append(shown(other))
    return told


def verdict_mark(known: Known, verdicts: Mapping[str, VerdictKind]) -> str:
    """`✓` where the target has the term, `✗` with what is wrong, `?` where nobody knows."""
    verdict = verdicts.get(known.concept.id)
    if known.doubt or verdict is None:
        return "?"
    return "✓" if verdict is VerdictKind.OK else f"✗ {verdict}"
