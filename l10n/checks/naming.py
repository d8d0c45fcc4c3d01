"""Which words of a text are names, and which of another text's words they are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from l10n.checks.gazetteer import BEFORE, CHINESE, FIRST, PLACES, spelled
from l10n.checks.text import LONGEST, folded, folded_line, vietnamese

_UPPER = "".join(char for char in map(chr, range(0x2000)) if char.isupper())
# What a pattern looks for first is found quickest where it is one of a set.
_WORD = re.compile(rf"[{_UPPER}](?<![^\W\d_].)[^\W\d_]*(?:['’](?=s\b)s)?")
_GENITIVES = ("'s", "’s")
_TITLES = frozenset("ông bà anh chị cô cha vua mr mrs ms m mme sr sra".split())
_NO_NAMES = frozenset({"nga", "bang", "co", "ltd", "inc", "corp"})
"""What stands beside names and looks like one: `Tổng thống Nga Vladimir Putin`."""
_SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đoàn trịnh đinh lâm"
    " mai tô hà cao trương đào phùng lương lưu".split()
)
_KEYS = frozenset(map(folded, _SURNAMES))
_SPELLINGS = _SURNAMES | _KEYS
_NO_PEOPLE = frozenset(
    ["hoàng gia", "hà nội", "ha noi", "hà lan", "hồ chí minh", "hoàng sa", "vũ hán", "hồ bắc",
     "hồ nam", "hà bắc", "hà nam", "hoàng hà", "cao bằng", "cao hùng", "lý sơn", "lý thường kiệt",
     "lương sơn", "đào nha", "đào viên"]
)  # fmt: skip
"""What begins like a person's name and is a place, which other languages may call otherwise."""
_OCEANS = frozenset({("thai", "binh"), ("dai", "tay"), ("an", "do"), ("bac", "bang")})
"""What comes before the last syllable of each: `Đại Tây Dương`, `Ấn Độ Dương`."""
_ABBREVIATION = re.compile(r"(?:^|[\s(“\"«])(?:[^\W\d_]{1,4}|(?:[A-Z]\.)+[A-Z])\.$")
_IN_SYLLABLES = re.compile(rf"-(?![{_UPPER}])[^\W\d_]")
"""What follows a foreign name that is written as Vietnamese hear it: `Clin-tơn`."""
COMMON = frozenset(
    "city street league west east south north southern northern western eastern new four corners"
    " plains research premiership champions scotland macedonia baja central bank group national"
    " international university house wales royal limited children center centre member community"
    " institute government council committee parliament association society stadium beach valley"
    " court office department agency fund school college church park island bay county state"
    " states order world channel security foundation task policy project projects father hospital"
    " region people province district minister ministry president airport viet nam"
    " mr mrs ms dr mme mlle sr sra srta frau herr internet online web wifi".split()
)
"""English words of names, which other languages translate or take over, and forms of address."""
_VOWELS = re.compile("[aeiouy]")
_BEFORE = " ,(-–—/’'\u00a0\u202f“\"«‘"
"""What may stand between a name and the word before it in the same sentence."""


class Word(NamedTuple):
    """A word with a capital."""

    text: str
    """Without a genitive's `'s`."""
    key: str
    """In lower case, without diacritics."""
    start: int
    end: int
    whole: str
    """The text that it stands in."""

    @property
    def within(self) -> bool:
        """Whether words of its sentence stand before it, so that the capital is its own."""
        before = self.whole[max(0, self.start - 24) : self.start].rstrip(_BEFORE)
        last = before[-1:]
        return last.isalnum() or (last == "." and _ABBREVIATION.search(before) is not None)


_word = partial(tuple.__new__, Word)
"""What `Word._make` does, and nothing more."""


@lru_cache(maxsize=256)
def capitals(text: str) -> tuple[Word, ...]:
    """The words of a text that begin with a capital, in order."""
    found = []
    for match in _WORD.finditer(text, 0, LONGEST):
        word = match[0]
        if word.endswith(_GENITIVES):
            word = word[:-2]
        found.append(_word((word, folded(word), *match.span(), text)))
    return tuple(found)


@lru_cache(maxsize=256)
def called(text: str) -> frozenset[str]:
    """The words that begin with a capital, as keys."""
    return frozenset(word.key for word in capitals(text))


@lru_cache(maxsize=256)
def runs(text: str) -> tuple[tuple[Word, ...], ...]:
    """Capitalised words that follow one another with one space or hyphen between them."""
    found: list[list[Word]] = []
    end = -1
    for word in capitals(text):
        if found and text[end : word.start] in {" ", "-", "\u00a0"}:
            found[-1].append(word)
        else:
            found.append([word])
        owns = word.end - word.start > len(word.text)  # `Hanoi's Ba Dinh` are two names
        end = -1 if owns else word.end
    return tuple(map(tuple, found))


@lru_cache(maxsize=256)
def _neighbours(text: str) -> dict[str, frozenset[str]]:
    """By capitalised word, the ones before and after it in a run, as keys."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for run in runs(text):
        for word, after in pairwise(run):
            found[word.text].add(after.key)
            found[after.text].add(word.key)
    return {word: frozenset(beside) for word, beside in found.items()}


def beside(name: str, text: str) -> frozenset[str]:
    """The capitalised words before and after a name, as keys: `May` of `Theresa May`."""
    return _neighbours(text).get(name, frozenset())


@lru_cache(maxsize=256)
def foreign(text: str) -> tuple[str, ...]:
    """Names that no Vietnamese would spell so: `Kuroda`; `Don` and `Long` too, beside one."""
    found: list[str] = []
    for run in runs(text):
        plain = [word for word in run if _plain(word.text)]
        if not plain:
            continue
        strange = [word for word in plain if not vietnamese(word.text)]
        first = run[0].text.lower()
        titles = len(run) > 1 and first in _TITLES
        names: Sequence[Word] = strange
        if not strange and (len(run) > 2 or not (first in _TITLES or _titled(text, run[0].start))):
            continue
        if not strange:
            names = run[-1:]
        elif all(word.text.isascii() for word in run[titles:]):
            names = [w for w in plain if w.within or titles or not vietnamese(w.text)]
        names = [w for w in names if not _IN_SYLLABLES.match(text, w.end)]
        found += [w.text for w in names if _plain(w.text) and w.key not in _TITLES | _NO_NAMES]
    return tuple(found)


def _titled(text: str, start: int) -> bool:
    """Whether a form of address stands before what begins at `start`."""
    return not _TITLES.isdisjoint(text[max(0, start - 5) : start].lower().split()[-1:])


def _plain(word: str) -> bool:
    return word.isascii() and len(word) > 1 and not word.isupper()


def people(text: str) -> Iterator[str]:
    """Vietnamese surnames, each with the syllables after it: one at least, two if it is short."""
    if _KEYS.isdisjoint(called(text)):
        return
    for run in runs(text):
        if len(run) < 2 or _KEYS.isdisjoint([word.key for word in run]):
            continue
        name: list[str] = []
        for word in (*_landed(run), "."):
            if name and word != "." and vietnamese(word):
                name.append(word)
                continue
            if len(name) > _shortest(name) and " ".join(name).lower() not in _NO_PEOPLE:
                yield " ".join(name)
            name = [word] if word.lower() in _SPELLINGS else []


def _landed(run: Sequence[Word]) -> Iterator[str]:
    """The words of a run, a full stop for the one that ends an ocean's name: `Thái Bình Dương`."""
    before = "", ""
    for word in run:
        yield "." if word.key == "duong" and before in _OCEANS else word.text
        before = before[1], word.key


def places(text: str) -> Iterator[str]:
    """Provinces and towns of Vietnam: `Bình Thuận`, and that of `Báo Bình Thuận`."""
    for run in runs(text):
        called = run[1:] if run[0].key in BEFORE else run
        if not called or called[0].key not in FIRST:
            continue
        name = " ".join(word.text for word in called)
        key = spelled(name)
        if key in PLACES and not (key in CHINESE and "Trung Quốc" in text):
            yield name


def _shortest(name: Sequence[str]) -> int:
    """Syllables that are too few for a name that begins so: `Do Not` is none."""
    return 2 if name and len(name[0]) < 3 and name[0].isascii() else 1


@lru_cache(maxsize=256)
def others(source: str, target: str) -> tuple[Word, ...]:
    """The capitalised words of the target that the source has in no form."""
    there = folded_line(source)
    return tuple(w for w in capitals(target) if len(w.text) > 2 and f" {w.key[:3]}" not in there)


@cache
def _named(language: str) -> frozenset[str]:
    """Countries, languages, months and days as a language calls them."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        data = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = [*data.territories.values(), *data.languages.values()]
    for calendar in (data.months, data.days):
        names += calendar["format"]["wide"].values()
    return frozenset(folded(word) for name in names for word in name.split())


def everyday(word: str, language: str) -> bool:
    """Whether a word with a capital is a day, a month, a country, or one of institutions' names."""
    key = folded(word)
    return key in COMMON or key in _named(language) or key in _named("en")


@lru_cache(maxsize=256)
def _countries(text: str, language: str) -> frozenset[str]:
    words = {word.key for word in capitals(text) if everyday(word.text, language)}
    return frozenset(map(_bones, words))


def _bones(word: str) -> str:
    """The first letter and the consonants."""
    return word[0] + _VOWELS.sub("", word[1:])


def of_country(key: str, text: str, language: str) -> bool:
    """Whether a text has a country or its people in another spelling: `Rumani`, `Romanian`."""
    bones = _bones(key)
    return len(bones) > 2 and any(said.startswith(bones) for said in _countries(text, language))


@lru_cache(maxsize=4096)
def unheard(word: str, language: str) -> bool:
    """Whether a word is in no dictionary of the language, and not `everyday`."""
    from l10n.lexicon import is_known

    if everyday(word, language):
        return False
    try:
        return not is_known(word, language)
    except ValueError:  # a language without a dictionary
        return False
