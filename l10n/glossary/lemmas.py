"""Finds terms in inflecting languages by the lemmas of their words (simplemma's dictionaries).

A word that the dictionary does not know, such as a name, may change its last letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

LANGUAGES = frozenset(
    {"bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "id", "it", "lt", "lv", "nb"}
    | {"nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk"}
)
"""Base languages whose lemmas are known."""

_WORD = re.compile(r"\w+")
_ENDING = 3


class Word(NamedTuple):
    """A word of a target."""

    text: str
    start: int
    end: int


def prepare(language: str) -> None:
    """Load the dictionary of a language, where there is one."""
    if (base := language.partition("-")[0]) in LANGUAGES:
        lemma("a", base)


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(hit[0], *hit.span()) for hit in _WORD.finditer(text)]


def found(
    term: str, target: Sequence[Word], case: str, language: str
) -> Iterable[tuple[int, int, bool]]:
    """Start and end of each stretch of the target's words that is the term inflected.

    With each, whether its capitals are right for `case` (see `Concept.target_case`).
    """
    wanted = [hit[0] for hit in _WORD.finditer(term)]
    base = language.partition("-")[0]
    for first in range(len(target) - len(wanted) + 1):
        if not same(wanted[0], target[first].text, base):
            continue
        stretch = target[first : first + len(wanted)]
        if all(same(w, word.text, base) for w, word in zip(wanted, stretch, strict=True)) and (
            _together(stretch)
        ):
            yield stretch[0].start, stretch[-1].end, _right_case(wanted, stretch, case)


def _together(stretch: Sequence[Word]) -> bool:
    """Whether only spaces, hyphens and apostrophes stand between the words."""
    return all(b.start - a.end <= _ENDING for a, b in pairwise(stretch))


def _right_case(wanted: Sequence[str], stretch: Sequence[Word], case: str) -> bool:
    if case == "common":
        return True
    pairs = list(zip(wanted, stretch, strict=True))
    free = case == "title" or (stretch[0].start == 0 and stretch[0].text[0].isupper())
    return all(w[0].isupper() == word.text[0].isupper() for w, word in pairs[free:])


@lru_cache(maxsize=50_000)
def same(term: str, word: str, language: str) -> bool:
    """Whether two words are forms of one, as far as the language's dictionary knows."""
    one, other = term.casefold(), word.casefold()
    if one == other:
        return True
    if _is_fixed(term) or not word.isalpha():
        return False
    if lemma(term, language) == lemma(word, language):
        return True
    if language == "en":
        return False  # its names keep their ends
    return (_is_name(term, language) or _is_name(word, language)) and _alike(one, other)


def _is_fixed(word: str) -> bool:
    """Whether it is an abbreviation, a number or a rank (`XIIIe`), which have one form."""
    return not word.isalpha() or any(letter.isupper() for letter in word[1:])


def _is_name(word: str, language: str) -> bool:
    """Whether the dictionary cannot be asked about the word, or knows it as a name at best."""
    return not _known(word, language) or (word[0].isupper() and lemma(word, language) == word)


def _alike(one: str, other: str) -> bool:
    """Whether words of four letters and more differ in their last three at most."""
    stem = max(3, min(len(one), len(other)) - _ENDING)
    return (
        min(len(one), len(other)) > _ENDING
        and one[:stem] == other[:stem]
        and abs(len(one) - len(other)) <= _ENDING
    )


@lru_cache(maxsize=100_000)
def lemma(word: str, language: str) -> str:
    """The word's dictionary form, small but for names, or the word where none is known."""
    from l10n import lexicon

    return lexicon.lemma(word, language)


@lru_cache(maxsize=100_000)
def _known(word: str, language: str) -> bool:
    from l10n import lexicon

    return lexicon.is_known(word, language)
