"""Official names that a target has and its source has not: bodies, offices, documents.

A model that fills a gap with what it has often read makes `The National Assembly agreed` of a
source by which a conference agreed. Only names of several words are looked for: `the President`
and `the State` are said of many.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from l10n.glossary.folding import small
from l10n.glossary.matching import UNSPACED
from l10n.glossary.targets import BAD
from l10n.model import Concept

_FEWEST = 4
"""Characters of a name in writing that does not part words."""
_ARTICLE = re.compile(r"\A(?:(?:the|el|l[aeo]s?|i|gli|de[rn]|die|das|[oa]s?) |l')")
"""What a wording begins with where its sentence may say another one, or none."""
_SPELLINGS = {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u2010": "-", "\u2011": "-"}
_COUNTRY = re.compile(r"\bvi[eệ]t ?nam\b")
_COUNTRIES = "vietnam", "viet nam", "việt nam"
_ENDS = re.compile(r"(?:'s|e?s'?)?(?!\w)")
_RANK = re.compile(r"(?i)\b(?:phó|tổng)\b")
"""What the names of many offices begin with: `Phó Tổng thống` is a Vice President, too."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that would be missed in the source if it stood in a target."""

    text: str
    """In small letters."""
    concept: str
    """Id of the concept that has it."""
    related: frozenset[str]
    """Ids of all concepts of which it, a part of it or more than it is a wording."""
    ranks: frozenset[str]
    """Words of which each stands for other offices of that name."""

    def is_meant(self, source: str) -> bool:
        """Whether a source says it in the very words, or names another office of its rank."""
        return self.text in small(source) or any(
            hit[0].lower() in self.ranks for hit in _RANK.finditer(source if self.ranks else "")
        )


class Names:
    """The names that concepts have in one target language, as one automaton."""

    def __init__(self, concepts: Iterable[Concept], language: str, source_language: str) -> None:
        self._spaced = language.partition("-")[0] not in UNSPACED
        owners: dict[str, set[str]] = {}
        names: dict[str, Concept] = {}
        for concept in concepts:
            for term in concept.terms.get(language, ()):
                capitals = sum(word[0].isupper() for word in term.text.split())
                for key in _spellings(term.text):
                    if capitals or not self._spaced:  # `provincial` is a part of too many
                        owners.setdefault(key, set()).add(concept.id)
                    if term.status not in BAD and self._is_distinct(key, capitals, concept):
                        names.setdefault(key, concept)
        for country in (*_COUNTRIES, *_countries(language)) if names else ():
            names.pop(country, None)
        related = _Related(owners)
        self._names = [
            Name(key, concept.id, related.of(key), _ranks(concept, source_language))
            for key, concept in names.items()
        ]
        self._automaton = AhoCorasick(list(names))

    def found(self, target: str) -> Iterator[tuple[Name, str]]:
        """The names in a target, each as it stands there; leftmost, then longest."""
        text = _regular(target)
        hits = self._automaton.find_matches_as_indexes(small(text), overlapping=True)
        done = 0
        for start, end, index in sorted((start, -end, index) for index, start, end in hits):
            if start >= done and self._stands(text, start, -end):
                done = -end
                yield self._names[index], text[start:done]

    def _stands(self, text: str, start: int, end: int) -> bool:
        """Whether these are whole words, and a name."""
        if not self._spaced:
            return True
        inside = start > 0 and text[start - 1].isalnum()
        named = any(map(str.isupper, text[start:end]))
        return named and not inside and _ENDS.match(text, end) is not None

    def _is_distinct(self, key: str, capitals: int, concept: Concept) -> bool:
        """Whether a wording has several words, and the capitals of a name."""
        if "{" in key:
            return False
        if not self._spaced:
            return len(key) >= _FEWEST and concept.target_case != "common"
        least = 2 if concept.target_case == "common" else 1
        return " " in key and capitals >= least


def _regular(text: str) -> str:
    """A text with one form of letters, and of the marks that names have."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    for mark, usual in _SPELLINGS.items():
        text = text.replace(mark, usual)
    return text


def _spellings(text: str) -> Iterable[str]:
    """A wording in small letters without its article, with the country's name in each spelling."""
    key = _ARTICLE.sub("", small(_regular(text)), 1)
    return dict.fromkeys(_COUNTRY.sub(country, key) for country in _COUNTRIES)


class _Related:
    """Which concepts have a wording that is a part of another's."""

    def __init__(self, owners: dict[str, set[str]]) -> None:
        texts = list(owners)
        self._ids: dict[str, set[str]] = {text: set(ids) for text, ids in owners.items()}
        automaton = AhoCorasick([f" {text} " for text in texts])
        for text in texts:
            for index in automaton.find_matches_as_indexes(f" {text} ", overlapping=True):
                part = texts[index[0]]
                self._ids[text] |= owners[part]
                self._ids[part] |= owners[text]

    def of(self, text: str) -> frozenset[str]:
        """Ids of the concepts."""
        return frozenset(self._ids[text])


def _ranks(concept: Concept, language: str) -> frozenset[str]:
    begun = (_RANK.match(term.text) for term in concept.terms.get(language, ()))
    return frozenset(hit[0].lower() for hit in begun if hit)


def _countries(language: str) -> Iterable[str]:
    """Names of countries, which sources call in other ways, in small letters."""
    from babel import Locale, UnknownLocaleError  # slow to import

    try:
        known = Locale.parse(language.partition("-")[0])
    except (UnknownLocaleError, ValueError):
        return ()
    return {small(name) for name in known.territories.values()}
