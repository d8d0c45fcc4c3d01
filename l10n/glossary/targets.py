"""The wordings of a concept in a target language, and where they stand in a target."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from l10n.glossary.folding import COMPOSABLE, DASHES, INVISIBLE, MARKS, Mapped, compose, rewrite
from l10n.glossary.inflection import pattern_of
from l10n.glossary.matching import UNSPACED
from l10n.model import Concept, Span, Status, Term

_COUNTRY = rf"\b(?:Vi(?:e[{MARKS}]*|ệ)t\sNam|VI(?:E[{MARKS}]*|Ệ)T\sNAM|vi(?:e[{MARKS}]*|ệ)t\snam)\b"
_IRREGULAR = re.compile(
    rf"{COMPOSABLE}|{_COUNTRY}|[{DASHES}‘’ʼ`´]|(?:[\s{INVISIBLE}]{{2,}}|[^\S ]|[{INVISIBLE}])"
)
BAD = frozenset({Status.FORBIDDEN, Status.DEPRECATED})
_SENTENCE_END = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”(\[*_-]*$")


def regular_target(text: str) -> Mapped:
    """A target with one form of letters, spaces, dashes, apostrophes and the country's name."""
    return rewrite(text, _IRREGULAR, _regular)


def _regular(stretch: str) -> str:
    if len(stretch) > 1 and stretch[1].isalpha():
        return "VIETNAM" if stretch.isupper() else f"{stretch[0]}ietnam"
    if stretch[0].isalpha():
        return compose(stretch)
    if stretch in DASHES:
        return "-"
    if stretch in "‘’ʼ`´":
        return "'"
    return " " if any(c.isspace() for c in stretch) else ""


@dataclass(frozen=True, slots=True)
class Use:
    """A wording that stands in a target."""

    concept: str
    start: int
    end: int
    status: Status
    exact: bool
    """Not inflected."""
    right_case: bool = True
    places: tuple[Span, ...] = field(default=(), compare=False)
    """Names of places that stand within it, as other concepts' wordings may."""

    @property
    def bad(self) -> bool:
        """Whether the wording is forbidden or deprecated."""
        return self.status in BAD

    def within(self, other: Use) -> bool:
        """Whether it lies inside `other` or stands in the same place."""
        return other.start <= self.start and self.end <= other.end

    def strictly_within(self, other: Use) -> bool:
        """Whether it lies inside the longer `other`, but not as a place's name."""
        if not self.within(other) or (self.start, self.end) == (other.start, other.end):
            return False
        return not any(start <= self.start and self.end <= end for start, end in other.places)


class Wording:
    """One term, compiled for finding it in targets."""

    def __init__(self, concept: Concept, term: Term, language: str, *, cased: bool) -> None:
        """`cased`: capitals tell the term from another one, or from a common word."""
        self._concept = concept
        self._term = term
        self._text = regular_target(unicodedata.normalize("NFC", term.text)).text
        pattern = pattern_of(self._text, language)
        left, right = (r"(?<![\w-])", r"(?!\w)")
        if language.partition("-")[0] in UNSPACED:
            left = right = ""
        flags = 0 if cased else re.IGNORECASE
        self._find = re.compile(f"{left}(?:{pattern}){right}", flags)
        self._strict = re.compile(pattern)

    def uses(self, target: str) -> Iterable[Use]:
        """Where the term stands in a regular target."""
        for hit in self._find.finditer(target):
            start, end = hit.span()
            places = tuple(
                hit.span(i) for i in range(1, self._find.groups + 1) if hit[i] is not None
            )
            yield Use(
                self._concept.id,
                start,
                end,
                self._term.status,
                exact=hit[0].lower() == self._text.lower(),
                right_case=self._right_case(target, start, end),
                places=places,
            )

    def _right_case(self, target: str, start: int, end: int) -> bool:
        """`proper`: as given but for a sentence's first letter; `title`: but for the first."""
        if self._concept.target_case == "common" or self._strict.fullmatch(target, start, end):
            return True
        first = target[start]
        free = self._concept.target_case == "title" or (
            first.isupper() and _SENTENCE_END.search(target, max(0, start - 20), start)
        )
        return bool(free and self._strict.fullmatch(first.swapcase() + target[start + 1 : end]))


def wordings(concept: Concept, language: str) -> list[Wording]:
    """The concept's terms in one language."""
    terms = concept.terms.get(language, ())
    accepted = {_key(term) for term in terms if term.status not in BAD}
    return [
        Wording(
            concept,
            term,
            language,
            cased=_is_cased(concept, term) or (term.status in BAD and _key(term) in accepted),
        )
        for term in terms
    ]


def _key(term: Term) -> str:
    return regular_target(term.text).text.lower()


def _is_cased(concept: Concept, term: Term) -> bool:
    """Whether only the capitals tell the term from a common word: MOST, GO, Set, Congress."""
    if " " in term.text:
        return term.kind == "abbreviation"
    if term.kind == "abbreviation" or (term.text.isupper() and len(term.text) > 1):
        return True
    return term.status in BAD and (concept.case == "initial" or concept.target_case == "proper")
