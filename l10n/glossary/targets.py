"""The wordings of a concept in a target language, and where they stand in a target."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from l10n.glossary.folding import COMPOSABLE, DASHES, INVISIBLE, MARKS, Mapped, compose, rewrite
from l10n.glossary.inflection import pattern_of
from l10n.glossary.lemmas import Word, found
from l10n.glossary.matching import UNSPACED
from l10n.glossary.slots import PATTERNS, SLOT, Values, fillings, names, renderings
from l10n.model import Concept, Span, Status, Term
from l10n.patterns import late

_COUNTRY = rf"\b(?:Vi(?:e[{MARKS}]*|ệ)t\sNam|VI(?:E[{MARKS}]*|Ệ)T\sNAM|vi(?:e[{MARKS}]*|ệ)t\snam)\b"
_ANY_COUNTRY = late(r"\bVi(?:e|ệ)t\s?Nam\b|\bVI(?:E|Ệ)T\s?NAM\b|\bVietnam\b")
_AM = late(r"[\u0e4d\u0ecd]([\u0e48-\u0e4b\u0ec8-\u0ecb]?)([\u0e32\u0eb2])")
"""The vowel am of Thai and Lao in two characters, with a tone among them."""
_IRREGULAR = late(
    rf"{_AM.pattern}|{COMPOSABLE}|{_COUNTRY}|[{DASHES}‘’ʼ`´]"
    rf"|(?:[\s{INVISIBLE}]{{2,}}|[^\S ]|[{INVISIBLE}])"
)
_MAY_DIFFER = late(f"[{MARKS}{DASHES}‘’ʼ`´\u0e4d\u0ecd]")
_IN = ("  ", "t Nam", "T NAM", "t nam")
"""Of a printable text that is not regular, one has something: looks that are quicker than that."""
BAD = frozenset({Status.FORBIDDEN, Status.DEPRECATED})
_ARTICLES = {
    "de": late(r"(?i)\A(?:der|die|das) (?=\w)"),
    "es": late(r"(?i)\A(?:el|la|los|las) (?=\w)"),
    "fr": late(r"(?i)\A(?:(?:le|la|les) |l')(?=\w)"),
    "it": late(r"(?i)\A(?:(?:il|lo|la|i|gli|le) |l')(?=\w)"),
    "pt": late(r"(?i)\A(?:o|a|os|as) (?=\w)"),
}
"""Articles that a sentence changes or drops: `le Parti`, `du Parti`, `notre Parti`."""
_NAME_BEFORE = late(
    r"(?<![\w-])(?!(?i:vice|deputy|non|anti|pro|ex|pre|post|inter)-)[^\W\d_a-z]\w{1,40}-\Z"
)
_CODE = late(r"\d[\w-]{0,20}/[\w/-]{1,30}")
_MORE_CODES = late(
    rf" (?:Nos?\. ?)?{_CODE.pattern}((?:(?:,? and|,? or|,) (?:Nos?\. ?)?{_CODE.pattern}){{1,20}})"
)
_SENTENCE_END = late(r"(?:^|[.!?:…\n])[\s\"'“”(\[*_-]*$")


def regular_target(text: str) -> Mapped:
    """A target with one form of letters, spaces, dashes, apostrophes and the country's name."""
    if text.isprintable() and not _MAY_DIFFER.search(text) and not any(map(text.__contains__, _IN)):
        return Mapped(text)
    return rewrite(text, _IRREGULAR.finditer(text), _regular)


def regular_form(text: str) -> str:
    """NFC with plain spaces: what `respell_country` leaves as it was."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def respell_country(text: str, spelling: str) -> str:
    """The text with the country's name in one spelling, in compounds too."""
    return _ANY_COUNTRY.sub(
        lambda hit: spelling.upper() if hit[0].isupper() else spelling,
        regular_form(text),
    )


def _regular(stretch: str) -> str:
    if vowel := _AM.fullmatch(stretch):
        return vowel[1] + chr(ord(vowel[2]) + 1)
    if len(stretch) > 1 and stretch[1].isalpha():
        return "VIETNAM" if stretch.isupper() else f"{stretch[0]}ietnam"
    if stretch[0].isalpha():
        return compose(stretch)
    if stretch in DASHES:
        return "-"
    if stretch in "‘’ʼ`´":
        return "'"
    return " " if any(c.isspace() for c in stretch) else ""


def _begins(target: str, start: int) -> bool:
    """Whether a sentence begins there."""
    return _SENTENCE_END.search(target, max(0, start - 20), start) is not None


class Owner(NamedTuple):
    """Whose wordings are looked for: a concept, with what its slots hold in the source."""

    concept: str
    language: str
    slots: Values = ()


@dataclass(frozen=True, slots=True)
class Use:
    """A wording that stands in a target."""

    owner: Owner
    start: int
    end: int
    term: Term
    exact: int
    """2 as it is written in the glossary, 1 but for capitals, 0 inflected."""
    right_case: bool = True
    places: tuple[Span, ...] = field(default=(), compare=False)
    """Names of places that stand within it, as other concepts' wordings may."""
    also: Span = field(default=(-1, -1), compare=False)
    """Words in which wordings may begin that share a part of it: `and municipal`."""

    @property
    def bad(self) -> bool:
        """Whether the wording is forbidden or deprecated."""
        return self.term.status in BAD

    @property
    def placed_behind(self) -> bool:
        """Whether its place stands last: `People's Committee of Lam Dong Province`."""
        return any(end == self.end for _, end in self.places)

    @property
    def length(self) -> int:
        """Characters of the wording, without what it shares with others."""
        return self.end - self.start - (self.also[1] - self.also[0])

    def within(self, other: Use) -> bool:
        """Whether it stands in the same place, or inside the longer `other`."""
        return (self.start, self.end) == (other.start, other.end) or self.strictly_within(other)

    def strictly_within(self, other: Use) -> bool:
        """Whether it lies inside the longer `other`, not as a place's name nor sharing a part."""
        start, end = self.start, self.end
        if not other.start <= start <= end <= other.end or (start, end) == (other.start, other.end):
            return False
        first, last = other.also
        return not (
            first <= start < last
            or (start == other.start and first < end <= last)
            or any(left <= start and end <= right for left, right in other.places)
        )


class Wording:
    """One term, compiled for finding it in targets."""

    def __init__(
        self, owner: Owner, concept: Concept, term: Term, *, cased: bool, twin: bool = False
    ) -> None:
        """`cased`: capitals tell the term from another one, or from a common word.

        `twin`: only its first letter tells it from a right one; where a sentence begins, nothing.
        """
        self._twin = twin
        self.term = term
        self._owner = owner
        self._concept = concept
        self._case = concept.target_case
        self._text = regular_target(unicodedata.normalize("NFC", term.text)).text
        self._forms = tuple(regular_target(form).text for form in term.forms)
        base = owner.language.partition("-")[0]
        if base in _ARTICLES and term.status not in BAD:
            self._text = _ARTICLES[base].sub("", self._text)
        pattern = "|".join(_slotted(text, owner) for text in (self._text, *self._forms))
        left, right = (r"(?<!\w)", r"(?!\w)")
        if base in UNSPACED:
            left = right = ""
        elif base == "ko":
            right = ""  # particles follow without a space
        self._spaced = bool(left)
        self._english = base == "en"
        # In other capitals it still is no common word: MoIT, MoF.
        self._acronym = cased and term.status not in BAD and self._text.isupper()
        flags = 0 if cased and not self._acronym else re.IGNORECASE
        self._find = re.compile(f"{left}(?:{pattern}){right}", flags)
        self._strict = re.compile(pattern)

    def uses(self, target: str) -> Iterable[Use]:
        """Where the term stands in a regular target."""
        for hit in self._find.finditer(target):
            start, end = hit.span()
            if self._twin and hit[0][0].isupper() and _begins(target, start):
                continue
            if self._acronym and sum(map(str.isupper, hit[0])) < 2:
                continue
            if target[start - 1 : start] == "-" and not self._may_follow(target, start):
                continue
            places = tuple(
                hit.span(i) for i in range(1, self._find.groups + 1) if hit[i] is not None
            )
            exact = (hit[0].lower() == self._text.lower()) + (hit[0] == self._text)
            right_case = self._right_case(target, start, end)
            also = next(
                (hit.span(n) for n in self._find.groupindex if hit[n] is not None), (-1, -1)
            )
            yield Use(self._owner, start, end, self.term, exact, right_case, places, also)
            for first, last in self._of_codes(target, end):
                yield Use(self._owner, first, last, self.term, exact=0, right_case=right_case)

    def _of_codes(self, target: str, end: int) -> Iterable[Span]:
        """Codes that share a noun in the plural, but the first: `Resolutions No. 1/A and 2/A`."""
        plural = self._english and target[end - 1] == "s" and not self._text.endswith("s")
        hit = _MORE_CODES.match(target, end) if plural else None
        if hit:
            yield from (code.span() for code in _CODE.finditer(target, *hit.span(1)))

    def _may_follow(self, target: str, start: int) -> bool:
        """Whether a hyphen before the term parts two names: `Dau Giay-Phan Thiet`."""
        if not self._spaced:
            return True
        before = _NAME_BEFORE.search(target, max(0, start - 50), start)
        return self._case == "proper" and before is not None

    def in_any_case(self) -> Wording:
        """The wording where its capitals tell nothing."""
        return Wording(self._owner, self._concept, self.term, cased=False)

    def by_office(self) -> Wording:
        """The wording of a ministry as its minister's title has it."""
        term = replace(self.term, text=self.term.text.replace("Ministry", "Minister"))
        return Wording(self._owner, self._concept, term, cased=False)

    def inflected(self, words: Sequence[Word]) -> Iterable[Use]:
        """Where the term stands in a target's words, by their lemmas."""
        for form in (self._text, *self._forms):
            for text in fillings(form, self._owner.slots, self._owner.language):
                for start, end, right_case in found(text, words, self._case, self._owner.language):
                    yield Use(self._owner, start, end, self.term, exact=0, right_case=right_case)

    def _right_case(self, target: str, start: int, end: int) -> bool:
        """`proper`: as given but for a sentence's first letter; `title`: but for the first."""
        if self._case == "common" or self._strict.fullmatch(target, start, end):
            return True
        first = target[start]
        free = self._case == "title" or (first.isupper() and _begins(target, start))
        return bool(free and self._strict.fullmatch(_first_swapped(target[start:end])))


def wordings(owner: Owner, concept: Concept) -> list[Wording]:
    """The concept's terms in one language, with its slots filled.

    Where a term keeps all slots of the source, those that drop one are none of the accepted.
    """
    terms: Sequence[Term] = concept.terms.get(owner.language, ())
    full = [t for t in terms if set(names(t.text)) == {name for name, _ in owner.slots}]
    if any(t.status not in BAD for t in full):
        terms = [t for t in terms if t.status in BAD or t in full]
    right = {regular_target(term.text).text for term in terms if term.status not in BAD}
    accepted = {text.lower() for text in right}
    bad = {term: regular_target(term.text).text for term in terms if term.status in BAD}
    return [
        Wording(
            owner,
            concept,
            term,
            cased=bad.get(term, "").lower() in accepted or _is_cased(concept, term),
            twin=_first_swapped(bad.get(term, "")) in right,
        )
        for term in terms
    ]


def _first_swapped(text: str) -> str:
    return text[:1].swapcase() + text[1:]


def _slotted(text: str, owner: Owner) -> str:
    """The pattern of a regular wording, with every way to write what its slots hold."""
    given = dict(owner.slots)
    held = names(text)
    marked = SLOT.sub(lambda hit: chr(_MARK + held.index(hit[1])), text)
    pattern = pattern_of(marked, owner.language)
    for index, name in enumerate(held):
        ways = PATTERNS[name]
        if name in given:
            rendered = renderings(name, given[name], owner.language)
            ways = "|".join(re.escape(regular_target(way).text) for way in rendered)
        pattern = pattern.replace(re.escape(chr(_MARK + index)), f"(?:{ways})")
    return pattern


_MARK = 0xE000  # in the private use area, which no target is expected to hold


def _is_cased(concept: Concept, term: Term) -> bool:
    """Whether only the capitals tell the term from a common word: MOST, GO, Set, Congress."""
    if " " in term.text:
        return term.kind == "abbreviation"
    if term.kind == "abbreviation" or (term.text.isupper() and len(term.text) > 1):
        return True
    return term.status in BAD and (concept.case == "initial" or concept.target_case == "proper")
