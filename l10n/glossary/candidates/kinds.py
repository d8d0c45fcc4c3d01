"""Guesses what a candidate names: a body, a title, a document, a place, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.glossary.candidates.words import HEADS, MIDDLE_NAMES, SHARED_SURNAMES, SURNAMES

_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?"
_VOWEL = "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]"
_SYLLABLE = re.compile(f"{_ONSET}{_VOWEL}{{1,3}}(?:ch|ng|nh|c|m|n|p|t)?")


def kind_of(words: Sequence[str], surface: str, *, capital: bool, after_person: bool) -> str:
    """`body`, `title`, `document`, `event`, `place`, `abbreviation`, `name` or `term`.

    `words` are folded; `capital` says whether it mostly begins with a capital where no sentence
    does, `after_person` whether it mostly follows `ông`, `bà` and the like.
    """
    if len(words) == 1 and sum(c.isupper() for c in surface) > 1:
        return "abbreviation"
    if is_person(words, surface, after_person=after_person) or _ends_in_person(words, surface):
        return "name"
    if " ".join(words) in HEADS:
        return "term"
    if capital and words[1:2] == ["ủy"]:
        return "body"  # Tỉnh ủy, Thành ủy: the Party's body in a place
    if capital:
        for length in (3, 2, 1):
            head = HEADS.get(" ".join(words[:length]))
            if head and len(words) > length:
                holder = head == "title" and not is_syllabic(words[length:])
                return "name" if holder else head
    return "term"


def is_foreign(words: Sequence[str], surface: str) -> bool:
    """Whether it is a name of words that are no Vietnamese syllables: `Holly Willoughby`."""
    return _all_capitals(surface) and not any(map(_SYLLABLE.fullmatch, words))


def is_person(words: Sequence[str], surface: str, *, after_person: bool) -> bool:
    """Whether it is a name such as `Nguyễn Văn An`: two to four words, each with a capital."""
    if not 2 <= len(words) <= 4 or not _all_capitals(surface):
        return False
    if words[0] in SURNAMES or (len(words) > 2 and words[1] in MIDDLE_NAMES):
        return True
    return after_person or (words[0] in SHARED_SURNAMES and len(words) > 2)


def _ends_in_person(words: Sequence[str], surface: str) -> bool:
    """Whether it is an office with the holder's name: `Bí thư Tỉnh ủy Nguyễn Văn An`."""
    shown = re.findall(r"\w+", surface)
    return len(shown) == len(words) and any(
        is_person(words[-length:], " ".join(shown[-length:]), after_person=False)
        for length in (3, 4)
        if len(words) > length
    )


def is_syllabic(words: Sequence[str]) -> bool:
    """Whether all words can be Vietnamese syllables."""
    return all(map(_SYLLABLE.fullmatch, words))


def _all_capitals(surface: str) -> bool:
    return all(word[:1].isupper() for word in re.findall(r"\w+", surface))
