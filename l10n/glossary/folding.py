"""Folds the spellings that Vietnamese text comes in to one, and keeps the way back.

Folded are: decomposed letters, runs of white space of any kind, soft hyphens, zero-width
characters and marks of direction, the dashes with the spaces about them, letter case, and the
place of the tone mark (`khoá` and `khóa`, `uỷ` and `ủy`). Offsets lead back to the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from l10n.model import OLD_STYLE, Span
from l10n.patterns import late

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
MARKS = "\u0300-\u036f"
COMPOSABLE = rf"[^\W\d_](?:[{INVISIBLE}]*[{MARKS}])+"

_SPACE = rf"[\s{INVISIBLE}]"
_IRREGULAR = late(
    rf"{COMPOSABLE}|{_SPACE}+[-{DASHES}]{_SPACE}*|[-{DASHES}]{_SPACE}+|[{DASHES}]"
    rf"| {_SPACE}+|[^\S ]{_SPACE}*|[{INVISIBLE}]{_SPACE}*"
)
_GAP = re.compile(r" (?:- *| +(?:- *)?)|- +")
_OTHER_SPACE = re.compile(r"[^\S ]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_MARKED = re.compile(f"[{MARKS}]")
_DROPPED = re.compile(f"[{INVISIBLE}{MARKS}]")
_MARKS_BEHIND = re.compile(f"(?:[{INVISIBLE}]*[{MARKS}])+")

_NEW_STYLE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_])")

_NEW = {old: new for new, old in OLD_STYLE.items()}
_OLD_STYLE_END = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?![^\W\d_])")
_MAX_PLACES = 5


class Mapped:
    """A rewritten text whose places can be found in the text it was made from."""

    __slots__ = ("_inner", "_starts", "_stretches", "text")

    def __init__(
        self,
        text: str,
        starts: Sequence[int] = (),
        stretches: Sequence[tuple[int, int, int]] = (),
        inner: Thinned | None = None,
    ) -> None:
        """`starts`: where in `text` the rewritten stretches begin, in order.

        For each, `stretches` has its end in `text`, and its start and end in the text that it
        was made from, which may be an `inner` one itself.
        """
        self.text = text
        self._starts = starts
        self._stretches = stretches
        self._inner = inner

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that `text[start:end]` was made from."""
        starts = self._starts
        if starts:
            before = bisect_right(starts, start) - 1
            stop, _, after = self._stretches[before] if before >= 0 else (0, 0, 0)
            if start >= stop and (before + 1 == len(starts) or end <= starts[before + 1]):
                start, end = start - stop + after, end - stop + after  # nothing in it is rewritten
            else:
                start, end = self._edge(start, end=False), self._edge(end - 1, end=True)
        return self._inner.span(start, end) if self._inner else (start, end)

    def _edge(self, index: int, *, end: bool) -> int:
        """The original's offset before the character at `index`, or after it."""
        found = bisect_right(self._starts, index) - 1
        if found < 0:
            return index + end
        stop, raw_start, raw_end = self._stretches[found]
        if index < stop:
            return raw_end if end else raw_start
        return index - stop + raw_end + end


class Thinned:
    """A text without the marks that stood behind its letters, and without invisible characters."""

    def __init__(self, original: str, dropped: Sequence[int]) -> None:
        """`dropped`: which places of the original are gone, in order."""
        self._original = original
        self._dropped = [place - before for before, place in enumerate(dropped)]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that was there, marks included."""
        last = self._place(end - 1) + 1
        marks = _MARKS_BEHIND.match(self._original, last)
        return self._place(start), marks.end() if marks else last

    def _place(self, index: int) -> int:
        return index + bisect_right(self._dropped, index)


def rewrite(
    text: str,
    hits: Iterable[re.Match[str]],
    replace: Callable[[str], str],
    inner: Thinned | None = None,
) -> Mapped:
    """Replaces the hits of a pattern and remembers where each one stood."""
    pieces: list[str] = []
    starts: list[int] = []
    stretches: list[tuple[int, int, int]] = []
    done = length = 0
    for hit in hits:
        start, end = hit.span()
        new = replace(hit[0])
        pieces += (text[done:start], new)
        length += start - done
        starts.append(length)
        length += len(new)
        stretches.append((length, start, end))
        done = end
    pieces.append(text[done:])
    return Mapped("".join(pieces), starts, stretches, inner)


def regular(text: str) -> Mapped:
    """`text` with one form of letters, spaces and dashes; case and tone marks as they were."""
    plain, printable = (text, True) if text.isprintable() else _plain_spaces(text)
    if _has_dash(plain):
        for dash in DASHES:
            plain = plain.replace(dash, "-")
    composed, dropped = (plain, []) if printable and _is_normal(plain) else _composed(plain)
    if dropped is None:
        return rewrite(plain, _IRREGULAR.finditer(plain), _regular)
    inner = Thinned(plain, dropped) if dropped else None
    if _has_gap(composed):
        return rewrite(composed, _gaps(composed), _regular, inner)
    return Mapped(composed, inner=inner)


def _plain_spaces(text: str) -> tuple[str, bool]:
    """With plain white space, and whether no hidden marks (soft hyphens and the like) are left."""
    for space in _SPACES:
        text = text.replace(space, " ")
    return (text, True) if text.isprintable() else (_OTHER_SPACE.sub(" ", text), False)


def _has_dash(text: str) -> bool:
    """Whether there is another one than the plain one; all looks are faster than a loop."""
    return (
        "\u2013" in text
        or "\u2014" in text
        or "\u2010" in text
        or "\u2011" in text
        or "\u2012" in text
        or "\u2015" in text
        or "\u2212" in text
    )


def _is_normal(text: str) -> bool:
    """Whether it is NFC; the usual marks are looked for first, for they make the rest slow."""
    return "\u0323" not in text and "\u0309" not in text and unicodedata.is_normalized("NFC", text)


def _composed(plain: str) -> tuple[str, list[int] | None]:
    """The text as NFC without invisible characters, and the places that it no longer has.

    None for them where marks compose with nothing. Only what stands between points and is not
    composed takes the time of looking at each letter.
    """
    parts = plain.split(".")
    dropped: list[int] = []
    place = 0
    for index, part in enumerate(parts):
        if not _is_composed(part):
            gone = [hit.start() + place for hit in _DROPPED.finditer(part)]
            parts[index] = compose(part)
            if len(part) - len(gone) != len(parts[index]) or _MARKED.search(parts[index]):
                return plain, None
            dropped += gone
        place += len(part) + 1
    return ".".join(parts), dropped


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """Where spaces follow one another or stand about a dash."""
    place = 0
    for part in text.split("."):
        if _has_gap(part):
            yield from _GAP.finditer(text, place, place + len(part))
        place += len(part) + 1


def _is_composed(text: str) -> bool:
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def _has_gap(text: str) -> bool:
    return "  " in text or ("-" in text and (" -" in text or "- " in text))


_SPACES = "\n\u00a0\t\u202f"
"""The usual white space besides the space; one alone leaves every offset as it was."""


def _regular(stretch: str) -> str:
    if stretch[0].isalpha():
        return compose(stretch)
    if any(c == "-" or c in DASHES for c in stretch):
        return "-"
    return " " if any(c.isspace() for c in stretch) else ""


def compose(stretch: str) -> str:
    """A letter and its marks, with or without invisible characters among them, as NFC."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", stretch))


def small(text: str) -> str:
    """A text in small letters, as long as it was."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # A few foreign capitals have two small characters.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def key_of(text: str) -> str:
    """A regular text as it is compared: small letters, tone marks in the old place.

    It is as long as `text`.
    """
    return _NEW_STYLE.sub(lambda hit: OLD_STYLE[hit[0]], small(text))


def spellings(key: str) -> Iterator[str]:
    """The key with its tone marks in the old and in the new place, in every mixture.

    Looking for all of them is much cheaper than rewriting every text. Where there are more
    than five places, only the two pure styles.
    """
    places = [hit.span() for hit in _OLD_STYLE_END.finditer(key)]
    pure = [(False,) * len(places), (True,) * len(places)]
    few = len(places) <= _MAX_PLACES
    for mixture in product((False, True), repeat=len(places)) if few else pure:
        spelling = key
        for (start, end), new in zip(places, mixture, strict=True):
            if new:
                spelling = spelling[:start] + _NEW[key[start:end]] + spelling[end:]
        yield spelling


def folded(text: str) -> str:
    """What a wording is compared by."""
    return key_of(regular(text).text.strip())
