"""What stands above (and around) a copied article's prose: title, date, author, category."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.importers.core import Core
from l10n.importers.credits import is_bare_credit, is_name, signature
from l10n.importers.lines import Kind, Line, has_stop
from l10n.importers.naming import fold
from l10n.importers.wordings import tag_line

_REACH = 60
"""Lines above the prose among which the title is looked for."""
_MAX_TITLE_WORDS = 45
_HOME = frozenset(("trang chu", "home", "accueil", "inicio", "portada", "homepage"))
_TRAIL = re.compile(r"\s*[›»>→❯/|]\s*|\s{3,}")
_SITE_NAME = re.compile(r"\s+[-–—|]\s+[^-–—|]{2,50}$")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines around the prose say of the article."""

    title: str
    index: int
    """Index of the title's line, or -1."""
    date: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()


def read_masthead(lines: Sequence[Line], core: Core) -> Masthead | None:
    """Title, date, author and tags around `core`, or None where no line can be the title."""
    index = _title_index(lines, core)
    if index is None:
        return None
    return Masthead(
        lines[index].text,
        index,
        date=_date(lines, core, index),
        author=_author(lines, core, index),
        tags=_tags(lines, core, index),
    )


def same(text: str) -> str:
    """The form in which two printings of one headline are equal."""
    return " ".join(re.findall(r"\w+", fold(text)))


def is_caption(lines: Sequence[Line], index: int) -> bool:
    """Whether a picture's file name stands right above the line, or its credit right below."""
    above = index > 0 and lines[index - 1].kind is Kind.IMAGE and not lines[index].gap
    below = lines[index + 1] if index + 1 < len(lines) else None
    credit = below is not None and below.kind is Kind.CAPTION and not below.gap
    return above or (credit and below is not None and is_bare_credit(below.text))


def _title_index(lines: Sequence[Line], core: Core) -> int | None:
    """The best candidate above the prose.

    A headline shares its words with the prose, is often printed more than once, has no final
    stop, and stands near the date and the first paragraph.
    """
    counts = Counter(form for line in lines for form in _forms(line.text))
    prose = Counter(w for line in core.lines[:12] for w in set(same(line.text).split()))
    best: tuple[float, int] | None = None
    for n in range(max(0, core.start - _REACH), core.start):
        if not _can_be_title(lines[n]) or is_caption(lines, n):
            continue
        rank = _title_score(lines, n, core.start) + _overlap(lines[n].text, prose)
        rank += 25 if counts[same(lines[n].text)] > 1 and lines[n].words > 4 else 0
        if best is None or rank >= best[0]:
            best = rank, n
    return best[1] if best else None


def _forms(text: str) -> set[str]:
    """The headline as it stands, and without the site's name, as in the title of a tab."""
    return {same(text), same(_SITE_NAME.sub("", text))}


def _can_be_title(line: Line) -> bool:
    if line.kind is Kind.PROSE:
        sentences = len(re.findall(r"[.!?…]\s+\S", line.text)) + 1
        return line.words <= _MAX_TITLE_WORDS and sentences == 1
    return line.kind is Kind.SHORT and not _is_trail(line.text)


def _title_score(lines: Sequence[Line], index: int, start: int) -> float:
    line = lines[index]
    rank = -1.5 * min(start - index, 30)
    rank += 20 if 5 <= line.words <= 32 else (0 if line.words in (3, 4) else -15)
    if has_stop(line.text) and not line.text.endswith(("?", "!", "…")):
        rank -= 20
    rank += _date_bonus(lines, index, start)
    below = lines[index + 1 : index + 2]
    if any(after.kind is Kind.SHORT and after.words > max(line.words, 9) for after in below):
        rank += 8  # a lead without a final stop stands below its title
    if any(
        same(below.text) in _HOME or _is_trail(below.text) for below in lines[index + 1 : start]
    ):
        rank -= 25  # the path to the article stands above its title
    return rank - (15 if signature(line.text) else 0)


def _date_bonus(lines: Sequence[Line], index: int, start: int) -> int:
    """More, the nearer a date line stands."""
    far = range(max(0, index - 3), min(start, index + 6))
    distances = [abs(n - index) for n in far if lines[n].kind is Kind.DATE]
    return max(0, 24 - 4 * min(distances)) if distances else 0


def _overlap(text: str, prose: Counter[str]) -> float:
    words = set(same(text).split())
    return 30 * sum(1 for word in words if word in prose) / max(len(words), 4)


def _date(lines: Sequence[Line], core: Core, title: int) -> str:
    """The date nearest to the title: a page's clock stands farther off.

    One with a time and one of publication, not of a change, come first.
    """
    best: tuple[int, str] | None = None
    below = range(core.end, min(core.end + 5, len(lines)))
    for n in (*range(max(0, core.start - _REACH), core.start), *below):
        date = lines[n].date
        if date is None or not date.iso:
            continue
        distance = n - title if n > title else 2 * (title - n)
        rank = (distance if n < core.start else 40) + 3 * date.updated - 3 * date.has_time
        if best is None or rank < best[0]:
            best = rank, date.iso
    return best[1] if best else ""


def _author(lines: Sequence[Line], core: Core, title: int) -> str:
    """The signature below the prose, else the one near title and date."""
    above = _author_above(lines, core, title)
    return core.author if core.signed or not above else above


def _author_above(lines: Sequence[Line], core: Core, title: int) -> str:
    dates = [n for n in range(core.start) if lines[n].kind is Kind.DATE and n > title - 4]
    for n in range(title + 1, core.start):
        near = n - title <= 2 or core.start - n <= 2 or any(abs(n - d) <= 2 for d in dates)
        if near and lines[n].kind is Kind.SHORT and same(lines[n].text) != same(lines[title].text):
            author = signature(lines[n].text)
            if author:
                return author
    for n in dates:
        date = lines[n].date
        if date and date.rest and len(date.rest.split()) > 1 and is_name(date.rest):
            return date.rest
    return ""


def _tags(lines: Sequence[Line], core: Core, title: int) -> tuple[str, ...]:
    """The last part of a trail of categories above the title, and the tags below the prose."""
    found = [*_category(lines, title), *_tags_below(lines, core)]
    return tuple(dict.fromkeys(found))


def _is_trail(text: str) -> bool:
    parts = _TRAIL.split(text)
    return len(parts) > 1 and all(1 <= len(part.split()) <= 4 for part in parts)


def _category(lines: Sequence[Line], title: int) -> list[str]:
    for n in range(title - 1, max(-1, title - 6), -1):
        text = lines[n].text.strip(" ›»>/|")
        if _is_trail(text) and lines[n].kind is Kind.SHORT:
            part = _TRAIL.split(text)[-1]
            return [part] if same(part) not in _HOME else []
        if same(text) in _HOME:
            between = [lines[k].text for k in range(n + 1, title) if lines[k].kind is Kind.SHORT]
            return between if len(between) == 1 else []
    return []


def _tags_below(lines: Sequence[Line], core: Core) -> list[str]:
    for n in range(core.end, min(core.end + 8, len(lines))):
        text = tag_line(lines[n].text)
        if re.match(r"#\w", lines[n].text):
            text = " ".join(line.text for line in lines[n : n + 10] if line.text.startswith("#"))
        if text is None:
            continue
        if text:
            return [tag.strip(" #.") for tag in re.split(r"[,;#|]", text) if tag.strip(" #.")][:20]
        return _tags_in_lines(lines[n + 1 : n + 12])
    return []


def _tags_in_lines(lines: Sequence[Line]) -> list[str]:
    tags: list[str] = []
    for line in lines:
        if line.kind is not Kind.SHORT or line.words > 6 or (line.gap and tags):
            break
        tags += [tag.strip(" #") for tag in re.split(r"[,;#]", line.text) if tag.strip(" #")]
    return tags
