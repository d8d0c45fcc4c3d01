"""Where in a copied page the article's own prose begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.importers.credits import signature
from l10n.importers.lines import Kind, Line, has_stop

_SEPARATORS = (Kind.END, Kind.RELATED, Kind.DATE)
_PASSED_OVER = (Kind.WIDGET, Kind.READ_MORE, Kind.IMAGE, Kind.CAPTION)
_CONTENT = (Kind.PROSE, Kind.ITEM, Kind.IMAGE, Kind.CAPTION)
_TEASER = 0.3
"""Weight of a paragraph that stands alone under a headline, as summaries of other articles do."""
_FIRST = 0.35
"""The first zone with this share of the heaviest zone's weight is the article: comments and lists
of other articles come after it and can be longer."""
_AFTERTHOUGHT = 0.4
"""Share of the article's weight that may stand below its signature without belonging to it."""
_MAX_WEIGHT = 150


@dataclass(frozen=True, slots=True)
class Core:
    """The article's prose in a list of lines."""

    lines: tuple[Line, ...]
    """Its lines in order; of a box of other articles in their midst nothing is left."""
    start: int
    """Index of its first line."""
    end: int
    """Index after its last line."""
    author: str = ""
    """The signature below it, as printed."""
    signed: bool = False
    """Whether that is certainly a signature and not merely a name."""


def find_core(lines: Sequence[Line]) -> Core | None:
    """The article's prose, or None where no line reads like a paragraph.

    Lines that can only stand outside an article or between its parts (dates, headings of boxes
    and of comments, footers) cut the page into zones. A zone weighs as much as its paragraphs;
    the first heavy one is the article, and goes on behind a box of other articles where
    paragraphs follow one another again.
    """
    zones = _zones(lines)
    weights = [_weight(lines, *zone) for zone in zones]
    heaviest = max(weights, default=0)
    if not heaviest:
        return None
    chosen = next(n for n, weight in enumerate(weights) if weight >= _FIRST * heaviest)
    start, end = zones[chosen]
    start = next(n for n in range(start, end) if lines[n].kind is Kind.PROSE)
    kept = _without_tail(lines, start, end)
    core = Core(tuple(lines[start : kept.end]), start, kept.end, kept.author, kept.signed)
    for zone in zones[chosen + 1 :]:
        longer = None if core.author else _continued(lines, core, zone)
        if longer is None:
            break
        core = longer
    return core


def _zones(lines: Sequence[Line]) -> list[tuple[int, int]]:
    cuts = [-1, *(n for n, line in enumerate(lines) if line.kind in _SEPARATORS), len(lines)]
    return [(a + 1, b) for a, b in pairwise(cuts)]


def _weight(lines: Sequence[Line], start: int, end: int) -> float:
    return sum(
        min(lines[n].words, _MAX_WEIGHT) * (_TEASER if is_teaser(lines, n, start, end) else 1)
        for n in range(start, end)
        if lines[n].kind is Kind.PROSE
    )


def is_teaser(lines: Sequence[Line], index: int, start: int, end: int) -> bool:
    """Whether paragraph `index` stands alone between headlines within its zone."""
    before = _neighbour(lines, range(index - 1, start - 1, -1))
    after = _neighbour(lines, range(index + 1, end))
    headed = before is None or (before.kind is Kind.SHORT and not has_stop(before.text))
    return headed and (after is None or after.kind is Kind.SHORT)


def _neighbour(lines: Sequence[Line], indexes: range) -> Line | None:
    return next((lines[n] for n in indexes if lines[n].kind not in _PASSED_OVER), None)


def _without_tail(lines: Sequence[Line], start: int, end: int) -> Core:
    """The zone up to its signature, else up to the last line that is no headline."""
    whole = _weight(lines, start, end)
    for n in range(start + 1, end):
        author = _signature(lines[n])
        if not author:
            continue
        sure = not _is_bare_name(lines[n].text, author)
        follows = _neighbour(lines, range(n + 1, end))
        below = _weight(lines, n + 1, end)
        if below <= _AFTERTHOUGHT * whole and (
            sure or follows is None or follows.kind is Kind.SHORT
        ):
            return Core((), start, _last_content(lines, start, n), author, sure)
    return Core((), start, _last_content(lines, start, end))


def _signature(line: Line) -> str:
    return signature(line.text) if line.kind in (Kind.SHORT, Kind.CAPTION) else ""


def _is_bare_name(text: str, author: str) -> bool:
    """Whether the signature is a name that a subheading or a tag could be, too."""
    dotted = "." in author and len(author) <= 8
    return (
        text.strip("()") == author
        and not dotted
        and not author.lower().startswith(("theo ", "pv", "nhóm"))
    )


def _last_content(lines: Sequence[Line], start: int, end: int) -> int:
    """Index after the last line that belongs to the text; closing short sentences do."""
    last = max(n for n in range(start, end) if lines[n].kind in _CONTENT)
    while last + 1 < end and lines[last + 1].kind is Kind.SHORT and has_stop(lines[last + 1].text):
        last += 1
    return last + 1


def _continued(lines: Sequence[Line], core: Core, zone: tuple[int, int]) -> Core | None:
    """`core` with the zone behind a box of other articles, or None where it isn't the article's."""
    start, end = zone
    if lines[start - 1].kind is Kind.END:
        return None
    prose = [n for n in range(start, end) if lines[n].kind is Kind.PROSE]
    if not prose:
        # Nothing but headlines: the box itself, cut by another heading or a date.
        return Core(core.lines, core.start, core.end) if end < len(lines) else None
    running = [n for n in prose if not is_teaser(lines, n, start, end)]
    if len(running) < 2 or len(running) < 0.6 * len(prose):
        return None
    kept = _without_tail(lines, running[0], end)
    more = core.lines + tuple(lines[running[0] : kept.end])
    return Core(more, core.start, kept.end, kept.author, kept.signed)
