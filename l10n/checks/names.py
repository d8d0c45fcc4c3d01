"""Checks of names and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.checks.base import Problem, Subject
from l10n.checks.text import folded, language, vietnamese
from l10n.model import Severity

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(r"[^\W\d_]+|[^\s\w]")
_ACRONYM = re.compile(r"(?<![\w.@#/-])[A-Z][A-Z&]{1,7}(?![\w@/-])")
_LATIN = frozenset({"en", "fr", "es", "de", "pt", "it", "nl", "pl", ""})
"""Targets that keep names as they are written."""
_TITLES = frozenset({"ông", "bà", "anh", "chị", "cô"})
_SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn trịnh đinh lâm"
    " mai tô hà cao".split()
)
_BEFORE_NAMES = " ,(-–—/’'\u00a0\u202f"
"""What stands between a name and the word before it in the same sentence."""
_PLAIN_SURNAMES = frozenset(map(folded, _SURNAMES))
_TRANSLATED = frozenset(
    "city street league west east south north southern northern western eastern new four corners"
    " plains research premiership champions scotland macedonia baja central bank group national"
    " international university house wales royal".split()
)
"""English words of names that other languages translate."""
_RENAMED = frozenset(
    "AI AIDS ADN ARN BRICS CIA COVID EU FBI GDP HDI HIV ILO IMF IMO IOM IAEA NATO OECD ODA PR UAE"
    " UK UN US USA USD VAT VND WB WHO WTO TV PM AM".split()
)
"""Acronyms that have another form in some language."""


class Names:
    """Names that are written the same in any Latin script stand on both sides."""

    id = "names"
    severity = Severity.WARNING
    description = "Names of people and places are kept, with or without Vietnamese diacritics."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only for targets in Latin script."""
        unit = subject.unit
        if language(unit.language) not in _LATIN or subject.source_language != "vi":
            return
        target = folded(unit.target)
        words = re.findall(r"[^\W\d_]+", target)
        squeezed = "".join(words)
        for name in dict.fromkeys(_foreign_names(unit.source)):
            key = folded(name)
            if key[: max(4, len(key) - 2)] not in squeezed:
                yield from _replaced(name, unit.source, unit.target)
        source = folded(unit.source)
        for name in dict.fromkeys(_people(unit.source)):
            if folded(name).rsplit(" ", 1)[-1] not in words:
                yield from _replaced(name, unit.source, unit.target)
        for name in dict.fromkeys(_people(unit.target)):
            if folded(name) not in source:
                yield Problem(f"the name “{name}” is not in the source")


def _replaced(name: str, source: str, target: str) -> Iterator[Problem]:
    """A name that is lost where another one came instead; many names are said by a pronoun."""
    kept = [word for word in _beside(name, source) if word in target]
    first = name in source[: len(name) + 20]
    others = [
        word
        for word in _others(source, target, at_start=first)
        if not kept or any(word in _beside(part, target) for part in kept)
    ]
    if others:
        yield Problem(f"the name “{name}” is not in the translation, “{others[0]}” is")


def _beside(name: str, text: str) -> list[str]:
    """The capitalised words before and after a name: `Theresa May`."""
    words = _WORD.findall(text)
    return [
        words[at]
        for index, word in enumerate(words)
        if word == name
        for at in (index - 1, index + 1)
        if 0 <= at < len(words) and words[at][0].isupper()
    ]


class Acronyms:
    """Acronyms that one side alone has, while the other side has one of its own."""

    id = "acronyms"
    severity = Severity.WARNING
    description = "An acronym does not become another one."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        unit = subject.unit
        source, target = (
            {a for a in _ACRONYM.findall(text) if not text.isupper()}
            for text in (unit.source, unit.target)
        )
        lost, extra = source - target - _RENAMED, target - source - _RENAMED
        for acronym in sorted(lost):
            other = next((e for e in sorted(extra) if len(e) == len(acronym)), None)
            if other and acronym not in unit.target.upper():
                yield Problem(f"“{acronym}” has become “{other}”")


def _others(source: str, target: str, *, at_start: bool) -> Iterator[str]:
    """The capitalised words of the target that the source does not have.

    Where a sentence begins any word has a capital: it counts only `at_start` of the source.
    """
    there = {folded(word)[:3] for word in _WORD.findall(source)}
    for match in _WORD.finditer(target):
        word, before = match[0], target[: match.start()]
        if word[0].isupper() and len(word) > 3 and folded(word)[:3] not in there:
            within = before.rstrip(_BEFORE_NAMES)[-1:].isalnum()
            if within or (at_start and len(before.split()) < 3):
                yield str(word)


def _foreign_names(text: str) -> Iterator[str]:
    """Names in plain letters that have no form of a Vietnamese syllable, or follow a title."""
    before = ""
    for word in _WORD.findall(text):
        if word[0].isupper() and word.isascii() and len(word) > 2 and not word.isupper():
            titled = word.lower() not in _TRANSLATED and before.lower() in _TITLES
            if titled or _foreign(word):
                yield word.partition("'")[0].partition("’")[0]
        before = word


def _foreign(word: str) -> bool:
    return not vietnamese(word) and word.lower() not in _TRANSLATED


def _people(text: str) -> Iterator[str]:
    """A Vietnamese surname and the capitalised syllables after it, two at least.

    Three where the surname is a short one: `Do Not` is no name.
    """
    name: list[str] = []
    for word in [*_TOKEN.findall(text), "."]:
        if name and word[0].isupper() and vietnamese(word):
            name.append(word)
            continue
        if len(name) > _shortest(name) and name[:2] != ["Hoàng", "Gia"]:
            yield " ".join(name)
        name = [word] if word[0].isupper() and _surname(word.lower()) else []


def _surname(word: str) -> bool:
    return word in _SURNAMES or word in _PLAIN_SURNAMES


def _shortest(name: Sequence[str]) -> int:
    """Syllables that are too few for a name that begins so."""
    return 2 if name and len(name[0]) < 3 and name[0].isascii() else 1
