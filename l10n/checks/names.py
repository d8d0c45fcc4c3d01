"""Checks of names and acronyms."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from l10n.checks.base import Problem, Subject
from l10n.checks.gazetteer import ABROAD, ALSO
from l10n.checks.naming import (
    COMMON,
    beside,
    called,
    capitals,
    everyday,
    foreign,
    of_country,
    others,
    people,
    places,
    runs,
    unheard,
)
from l10n.checks.spellings import ENDS, RENAMED, same_name
from l10n.checks.syllables import replaced
from l10n.checks.text import bare, folded, folded_line, folded_set, joined, language, vietnamese
from l10n.model import Severity

_ACRONYM = re.compile(r"(?<![\w.@#/-])[A-Z][A-Z&]{1,7}(?![\w@/-])")
_CAPITALS = re.compile("[A-Z][A-Z&]")
_LATIN = frozenset({"en", "fr", "es", "de", "pt", "it", "nl", "pl", ""})
"""Targets that keep names as they are written."""
_PATRONYMIC = re.compile("[áéíóú][^aeiou]{1,2}[ei]z$")
_VIETNAMESE = frozenset("nguyen tran pham hoang huynh phan dang ngo duong trinh".split())
"""Surnames that are no word of another language, nor another people's name."""
_BEGINNINGS = frozenset(
    "the when while after before but and however she they this that these those there for with from"
    " not what who how why despite although though since because according meanwhile moreover more"
    " most many some all both each one two three his her their its our your you earlier later today"
    " only even still yet then under during over about against between among such other another"
    " every until unless whether where here now also just once are was were has have had will would"
    " can could may might must should did does last next first second third".split()
)
"""English words that sentences begin with."""
_RENAMED = frozenset(
    "AI AIDS ADN ARN BRICS CIA COV COVID EU FBI GDP HDI HIV ILO IMF IMO IOM IAEA NATO OECD ODA PR"
    " UAE UK UN US USA USD VAT VND WB WHO WTO TV PM AM".split()
)
"""Acronyms that have another form in some language."""
_PRONOUNS = {
    tag: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for tag, words in {
        "en": "he|she|him|her|his|hers|they|them|their|who|whom|whose|it|its",
        "fr": "il|elle|ils|elles|lui|son|sa|ses|leurs?|celui-ci|celle-ci",
        "es": "él|ella|ellos|ellas|le|les|sus?|éste|ésta|este|esta",
        "de": "er|sie|ihm|ihn|ihnen|ihre?[mnrs]?|seine?[mnrs]?",
    }.items()
}
_TITLES = ("ông", "bà", "anh", "chị", "tổng thống", "thủ tướng", "chủ tịch", "ngoại trưởng")
"""After them stands a person's name."""
_NOBODY = re.compile("(?!)")
_MOST = 200
"""Names of one unit that are looked for; a sentence has a few, a list of delegates some dozens."""


def _each(names: Iterable[str]) -> Iterator[str]:
    """Each of the first names once."""
    return islice(dict.fromkeys(names), _MOST)


def _kept_as_written(subject: Subject) -> bool:
    return language(subject.unit.language) in _LATIN and subject.source_language == "vi"


def _surname(word: str) -> bool:
    """Whether a word is a surname though a dictionary may have it: `Nguyen`, `Fernández`."""
    return any(people(f"{word} An")) or _PATRONYMIC.search(word) is not None


class Names:
    """Names that are written the same in any Latin script stand on both sides."""

    id = "names"
    severity = Severity.WARNING
    description = "Names of people and places are kept, with or without Vietnamese diacritics."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a pronoun may stand for a name, and the glossary tells of its own."""
        if not _kept_as_written(subject):
            return
        source, target = subject.unit.source, subject.unit.target
        tag = language(subject.unit.language or "en")
        lost = [*_foreign_lost(subject), *_people_lost(subject)]
        known = {came for _, came in lost}
        lost += [pair for pair in replaced(source, target, tag) if pair[1] not in known]
        for name, came in dict.fromkeys(lost):
            if came:
                yield Problem(f"the name “{name}” is not in the translation, “{came}” is")
            elif not _pronoun(target, tag) and _key(name) not in _terms(subject):
                yield Problem(f"the name “{name}” is not in the translation")
        for place in _each(places(source)):
            told = joined(target) + _terms(subject)
            if not any(form in told for form in (_key(place), *ALSO.get(_key(place), ()))):
                yield Problem(f"the name “{place}” is not in the translation")


@lru_cache(maxsize=256)
def _pronoun(text: str, tag: str) -> bool:
    return _PRONOUNS.get(tag, _NOBODY).search(text) is not None


def _terms(subject: Subject) -> str:
    """What the glossary asks for, which it judges itself."""
    return "".join(_key(verdict.expected) for verdict in subject.verdicts)


def _key(name: str) -> str:
    return folded(name).replace(" ", "")


def _foreign_lost(subject: Subject) -> Iterator[tuple[str, str]]:
    """Foreign names that are surely gone, each with what came instead, or ""."""
    for name in _each(foreign(subject.unit.source)):
        key = folded(name)
        target, tag = subject.unit.target, language(subject.unit.language or "en")
        if not (_there(key, target) or (key not in RENAMED and of_country(key, target, tag))):
            came = _came_instead(name, subject, strictly=key in COMMON)
            respelt = tag != "en" and any(same_name(key, word) for word in called(target))
            if not respelt and (came or _surely_named(name, subject)):
                yield name, came


def _surely_named(name: str, subject: Subject) -> bool:
    """Whether a foreign name has to be there: in English, or a person's, of whom no part is."""
    source, tag = subject.unit.source, language(subject.unit.language or "en")
    known = everyday(name, tag) or everyday(name, "vi") or name.upper() in _RENAMED
    if known or vietnamese(name) or len(name) < 3:
        return False
    near = beside(name, source)
    within = tag == "en" and any(w.within for w in capitals(source) if w.text == name)
    named = within or near & set(map(folded, foreign(source))) - COMMON
    before = f" {source.lower()}"
    titled = any(f" {title} {name.lower()}" in before for title in _TITLES)
    return bool(named or titled) and near.isdisjoint(folded_set(subject.unit.target))


def _people_lost(subject: Subject) -> Iterator[tuple[str, str]]:
    """Vietnamese people who are gone, or in part, each with what came instead, or ""."""
    target = subject.unit.target
    for name in _each(people(subject.unit.source)):
        words = folded_set(target)
        syllables = folded(name).split()
        in_one = "".join(syllables), "".join(syllables[1:])  # `NaSon Nguyen`
        if not words.isdisjoint(in_one) or not {*syllables}.difference(words):
            continue
        if _abroad(syllables, target):
            continue
        came = _among(syllables, words, target)
        if not came and syllables[-1] not in words:
            came = _came_instead(name, subject, strictly=True)
        if came or called(target).isdisjoint(syllables):
            yield name, came


def _abroad(syllables: Sequence[str], target: str) -> bool:
    """Whether a target spells a name as it is spelled in China or Korea: `Li`, `Huanggang`."""
    spellings = {*ABROAD.get(syllables[0], "").split()} - {*syllables}
    begins = tuple(spelling for spelling in spellings if len(spelling) > 4)
    return any(word in spellings or word.startswith(begins) for word in called(target))


def _among(syllables: Sequence[str], words: Container[str], target: str) -> str:
    """A word that stands among the syllables of a name and is none: `Tran Quoc Osaka`."""
    kept = [word for word in syllables if word in words]
    if not kept:
        return ""
    for run in runs(target):
        for before, word in pairwise(run):
            follows = before.key in kept and word.key not in syllables
            if follows and word.key not in COMMON and len(word.text) > 3:
                return word.text
        strange = len(run) > 1 and run[0].key not in syllables and run[1].key in kept
        if strange and (_surname(run[0].text) or unheard(run[0].text, "en")):
            return run[0].text
    return ""


def _there(key: str, text: str) -> bool:
    """Whether a text has a name, which may have another ending, or be written in one."""
    if any(f" {form}" in folded_line(text) for form in RENAMED.get(key, "").split()):
        return True
    if len(key) < 5:
        return any(f" {key}{end} " in folded_line(text) for end in ENDS)
    return key[: max(4, len(key) - 2)] in joined(text)


def _came_instead(name: str, subject: Subject, *, strictly: bool) -> str:
    """A capitalised word of the target alone that stands where the name should."""
    source, target = subject.unit.source, subject.unit.target
    tag = language(subject.unit.language or "en")
    kept = beside(name, source) & called(target)
    for word in sorted(others(source, target)[:_MOST], key=lambda word: not word.within):
        if kept:
            fits = bool(kept & beside(word.text, target))
        else:
            fits = word.within or name in source[: len(name) + 20]
        sure = not strictly and (kept or tag == "en")
        if fits and len(word.text) > 3 and not (word.text.isupper() or everyday(word.text, tag)):
            begins = not word.within and word.key in _BEGINNINGS
            if (sure and not begins) or _surname(word.text) or unheard(word.text, tag):
                return word.text
    return ""


class AddedNames:
    """Names of the target that the source has not."""

    id = "added-names"
    severity = Severity.WARNING
    description = "No Vietnamese names of people and places come from nowhere."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a surname that is no other word, a place of two such syllables."""
        if not _kept_as_written(subject):
            return
        unit, tag = subject.unit, language(subject.unit.language or "en")
        words = folded_line(unit.source)
        found = list(people(unit.target))
        for run in runs(unit.target):
            if len(run) < 2:
                continue
            named = run[run[0].key == "the" :]
            place = [w.text for w in named if len(w.text) > 1 and vietnamese(w.text)]
            place = [word for word in place if word.lower() not in COMMON]
            if len(place) < 2:
                continue
            new = [word for word in place if f" {folded(word)} " not in words]
            if new and all(unheard(word, tag) and unheard(word, "en") for word in new):
                found.append(" ".join(place))
        alone = [word.text for word in capitals(unit.target) if word.key in _VIETNAMESE]
        found += [word for word in alone if not any(word in name for name in found)]
        source = words if found else ""
        there = [{word.key for word in run} for run in runs(unit.source)] if found else []
        for name in _each(found):
            keys = [word for word in folded(name).split() if word not in COMMON]
            key = " ".join(keys).removeprefix("to ").removeprefix("do ")
            turned = any(run.issuperset(keys) for run in there)
            initials = "".join(word[0] for word in keys)
            if key not in source and not turned and f" {initials} " not in words:
                yield Problem(f"the name “{name}” is not in the source")


class NameSpelling:
    """Names of people that are not written as the house writes them."""

    id = "name-spelling"
    severity = Severity.INFO
    description = "Vietnamese names of people have or lose their diacritics by house style."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only where `style.<target>.diacritics_in_names` says which."""
        if not subject.diacritics or not _kept_as_written(subject):
            return
        target = subject.unit.target
        for name in _each(people(subject.unit.source)):
            plain = bare(name)
            wrong, right = (name, plain) if subject.diacritics == "strip" else (plain, name)
            if wrong != right and wrong in target:
                yield Problem(f"“{wrong}” should be “{right}”")


class Acronyms:
    """Acronyms that one side alone has, while the other side has one of its own."""

    id = "acronyms"
    severity = Severity.WARNING
    description = "An acronym does not become another one."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        unit = subject.unit
        if not _CAPITALS.search(unit.source) or not _CAPITALS.search(unit.target):
            return
        source, target = (
            set() if text.isupper() else {*_ACRONYM.findall(text)}
            for text in (unit.source, unit.target)
        )
        lost, extra = source - target - _RENAMED, target - source - _RENAMED
        first = {len(acronym): acronym for acronym in sorted(extra, reverse=True)}
        said = unit.target.upper() if lost and extra else ""
        for acronym in sorted(lost):
            other = first.get(len(acronym))
            if other and acronym not in said:
                yield Problem(f"“{acronym}” has become “{other}”")
