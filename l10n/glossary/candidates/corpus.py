"""Texts as one long row of folded words, compact enough for a whole newsroom."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from l10n.glossary.candidates.words import PERSON, Words
from l10n.glossary.folding import key_of, regular
from l10n.glossary.matching import UNSPACED
from l10n.glossary.protected import protected
from l10n.model import Span

GAP = -1
"""Stands in the row where no term goes on: punctuation, numbers, words that no term contains."""

CAPITAL, MIDDLE, ALL_CAPITALS, NO_START, NO_END, AFTER_PERSON = 1, 2, 4, 8, 16, 32
"""Flags of a word: it begins with a capital; stands inside a sentence; is all capitals; lies
inside a known term, so that none may begin or end with it; follows `ông`, `bà`…"""

_WORD = re.compile(r"[^\W_]+")
_CHARACTER = re.compile(r"[^\W_]")
_LINK = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|`[^`]*`|<[^<>]*>")
_NUMBER = re.compile(r"\s*(?:\d|[IVXLC]+\b)")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_NUMBERED = frozenset({"số", "khóa", "lần", "thứ", "năm", "quý", "điều", "khoản"})


@dataclass(frozen=True, slots=True)
class Text:
    """One stretch of an article."""

    article: str
    line: int
    """Line of the article (from 1) where it begins."""
    text: str
    known: tuple[Span, ...] = ()
    """Where the glossary's terms stand in it."""
    heading: bool = False
    """Whether its capitals say little."""


@dataclass
class Corpus:
    """All texts in one language."""

    language: str
    words: Words
    row: array[int] = field(default_factory=lambda: array("i"))
    """The numbers of the words, in order, with `GAP` between stretches."""
    flags: bytearray = field(default_factory=bytearray)
    known: bytearray = field(default_factory=bytearray)
    """For the first word of a known term its length in words, for the others of it 255, else 0."""
    starts: array[int] = field(default_factory=lambda: array("i"))
    """Where each word begins in its text, as given."""
    ends: array[int] = field(default_factory=lambda: array("i"))
    vocabulary: list[str] = field(default_factory=list)
    """Folded words by number."""
    texts: list[Text] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    """For each text the number of its article."""
    owners: array[int] = field(default_factory=lambda: array("i"))
    """For each word the index of its text."""
    general: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """The language's general phrases by their first words."""
    _numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for phrase in sorted(self.words.general):
            first, *rest = phrase.split()
            self.general.setdefault(first, []).append((first, *rest))

    def add(self, text: Text) -> None:
        """Put a text at the end of the row."""
        same = self.texts and self.texts[-1].article == text.article
        number = self.articles[-1] + (not same) if self.articles else 0
        self.texts.append(text)
        self.articles.append(number)
        _Reader(self, text).read()

    def surface(self, position: int, length: int) -> tuple[Text, int, int]:
        """The text of `length` words from `position` on, and where they stand in it."""
        text = self.texts[self.owners[position]]
        return text, self.starts[position], self.ends[position + length - 1]

    def number(self, word: str) -> int:
        """The number of a folded word."""
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = len(self.vocabulary)
            self.vocabulary.append(word)
        return known

    def append(self, number: int, flags: int, start: int, end: int) -> None:
        """One word, or a gap."""
        self.row.append(number)
        self.flags.append(flags)
        self.known.append(0)
        self.starts.append(start)
        self.ends.append(end)
        self.owners.append(len(self.texts) - 1)

    def gap(self) -> None:
        """End a stretch, unless one has just ended."""
        if self.row and self.row[-1] != GAP:
            self.append(GAP, 0, 0, 0)


class _Reader:
    """Cuts one text into words."""

    def __init__(self, corpus: Corpus, text: Text) -> None:
        self._corpus, self._text = corpus, text
        self._regular = regular(text.text)
        self._plain = self._regular.text
        self._key = key_of(self._plain)
        self._skipped = bytearray(len(self._plain))
        for start, end in (
            *protected(self._plain),
            *(m.span() for m in _LINK.finditer(self._plain)),
        ):
            self._skipped[start:end] = bytes([1]) * (end - start)

    def read(self) -> None:
        corpus = self._corpus
        corpus.gap()
        first = len(corpus.row)
        pattern = _CHARACTER if corpus.language.partition("-")[0] in UNSPACED else _WORD
        last = -1
        after_person = False
        for hit in pattern.finditer(self._plain):
            start, end = hit.span()
            if self._skipped[start]:
                corpus.gap()
                last = -1
                continue
            joined, middle = self._gap(last, start)
            if not joined:
                corpus.gap()
            word = self._key[start:end]
            if self._breaks(word, end, joined) or _ROMAN.fullmatch(hit[0]):
                corpus.gap()
            else:
                flags = self._flags(hit[0], middle and last >= 0) | AFTER_PERSON * after_person
                corpus.append(corpus.number(word), flags, *self._regular.span(start, end))
            after_person = word in PERSON
            last = end
        corpus.gap()
        self._drop_general(first)
        self._mark_known(first)

    def _gap(self, last: int, start: int) -> tuple[bool, bool]:
        """Whether a word goes on what the last one began, and whether it is inside a sentence."""
        if last < 0:
            return False, False
        between = self._plain[last:start]
        if between in (" ", ""):
            return True, True
        if between == "-":
            raw = self._text.text[self._regular.span(last - 1, last)[1] :][:3]
            spaced = raw[:1].isspace() or raw[1:2].isspace()
            small = self._plain[start].islower() and self._plain[last - 1].islower()
            return small or not spaced, True
        if between == "." and self._plain[last - 1].isupper():
            return True, True
        return False, between in (", ", " & ")

    def _breaks(self, word: str, end: int, joined: bool) -> bool:
        if word in self._corpus.words.never or len(word) > 60:
            return True
        if word[0].isdigit():
            return word.isdigit() and not (joined and self._plain[end - len(word) - 1] == "-")
        return word in _NUMBERED and bool(_NUMBER.match(self._plain, end))

    def _flags(self, word: str, middle: bool) -> int:
        flags = CAPITAL if word[0].isupper() else 0
        if middle and not self._text.heading:
            flags |= MIDDLE
        if word.isupper() and len(word) > 1:
            flags |= ALL_CAPITALS
        return flags

    def _drop_general(self, first: int) -> None:
        """Gaps in place of general phrases, but for those that go on a name: `Ban Chỉ đạo`."""
        corpus = self._corpus
        row, flags, words = corpus.row, corpus.flags, corpus.vocabulary
        for i in range(first, len(row)):
            phrases = corpus.general.get(words[row[i]]) if row[i] != GAP else None
            if not phrases or (i > first and flags[i] & flags[i - 1] & CAPITAL):
                continue
            for phrase in phrases:
                numbers = row[i : i + len(phrase)]
                if GAP not in numbers and tuple(words[n] for n in numbers) == phrase:
                    row[i : i + len(phrase)] = array("i", [GAP] * len(phrase))
                    break

    def _mark_known(self, first: int) -> None:
        corpus = self._corpus
        places = [i for i in range(first, len(corpus.row)) if corpus.row[i] != GAP]
        starts = [corpus.starts[i] for i in places]
        for start, stop in self._text.known:
            inside = places[bisect_left(starts, start) : bisect_left(starts, stop)]
            for i in inside:
                corpus.known[i] = 255
                corpus.flags[i] |= NO_START | NO_END
            if inside:
                corpus.known[inside[0]] = min(len(inside), 254)
                corpus.flags[inside[0]] &= ~NO_START
                corpus.flags[inside[-1]] &= ~NO_END


def read(language: str, words: Words, texts: Iterable[Text]) -> Corpus:
    """The corpus of these texts; those of one article follow one another."""
    corpus = Corpus(language, words)
    for text in texts:
        corpus.add(text)
    return corpus
