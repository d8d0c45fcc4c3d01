"""Finds the values in a text."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from l10n.checks.text import LONGEST
from l10n.checks.values import around, clock, digits, quarters, shares
from l10n.checks.values.besides import besides
from l10n.checks.values.locale import Locale, locale_of
from l10n.checks.values.mention import RANKS, Mention, Weight, number
from l10n.checks.values.numerals import Item, add_up, digit_by_digit
from l10n.checks.values.tokens import tokens
from l10n.checks.values.vietnamese import JOINS, is_day, is_no_number

_ROMAN = re.compile(r"(C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:er?|th|ème|ère)?")
_LETTER = re.compile(r"[mkb](?![^\W\d_])|[MKB]\d?-\d")
"""A scale, or metres, or part of a number plate."""
_NEXT = re.compile(r"[\s-]([^\W\d_]+)")
_AND = re.compile(r"(?:,| và| đến| tới| -) ")
"""What stands between months of which the first alone is called one: `tháng 3, 4 và 5`."""
_TIMES = re.compile(r"\slần(?!\w)", re.IGNORECASE)
"""What makes `tháng hai` no February: `mỗi tháng hai lần`."""
_MONTH_FIRST = frozenset({"en", "zh", "ja", "ko"})
_ANDS = (" and", " et", " y", " und")
_LONG = 2000
"""Characters from which on a text may have thousands of values: few such ones are remembered."""
_MOST = LONGEST // 4
"""Numbers and words for them that are read: more do not stand in a text that is not too long."""
_WITHIN = frozenset({"", " ", "-", "\u00a0", "\u202f", ". "})


class _Part(NamedTuple):
    item: Item
    start: int
    end: int
    written: bool
    """Whether with digits."""


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The values in `text`, in order; `language` is a BCP 47 tag."""
    return (_remembered if len(text) < _LONG else _remembered_long)(text, language)


def _read(text: str, language: str) -> tuple[Mention, ...]:
    return _Scan(text[:LONGEST], locale_of(language)).mentions()


# An article in several languages, that are compared with each other.
_remembered = lru_cache(maxsize=2048)(_read)
_remembered_long = lru_cache(maxsize=16)(_read)


class _Scan:
    """One walk over a text; `run` holds the words of the number that is being read."""

    def __init__(self, text: str, locale: Locale) -> None:
        self.text = text
        self.locale = locale
        self.capital = locale.language in {"en", "de"}
        """Whether names of months have a capital."""
        self.run: list[_Part] = []
        self.found: list[Mention] = []
        self.of_month, self.last_month = -1, len(text)
        """Where a word that a month's number follows has ended."""
        self.of_quarter = -quarters.FAR
        """Where the number of a quarter other than the first has ended."""
        self.before: shares.Before | None = None

    def mentions(self) -> tuple[Mention, ...]:
        known_words, fixed = self.locale.words, self.locale.numerals.fixed
        for start, _, group, word in islice(tokens(self.text, self.locale), _MOST):
            end = start + len(word)
            if group == "word":
                low = word.lower()
                known = known_words[low]
                if self.locale.language == "vi" and self._no_number(start, word):
                    self._flush()
                elif known[0] != "join" or self.run or word in fixed:  # `A` begins a sentence
                    self._word(known, word, start, end)
            elif group == "roman":
                rank = _ROMAN.fullmatch(word)
                if rank and rank[1]:
                    self._flush()
                    self.found.append(self._quartered(self._roman(rank[1], start), start, end))
            else:
                self._digits(group, word, start, end)
        self._flush()
        return tuple(self.found)

    def _no_number(self, start: int, word: str) -> bool:
        """Whether a Vietnamese word is something else than a number here."""
        if not self.run:
            return is_no_number(self.text, start, word, counted=False, written=False)
        near, last = self._near(start), self.run[-1]
        joined = word.lower() == "năm" and self.text.endswith(JOINS, 0, last.end)
        written = near and last.written
        return not joined and is_no_number(self.text, start, word, counted=near, written=written)

    def _digits(self, group: str, word: str, start: int, end: int) -> None:
        if word in {"2", "3"} and around.is_power(self.text, start):
            return
        if group == "num":
            self._plain(word, start, end)
            return
        cut = max(word.find("-"), word.find("–"))
        if group == "date" and cut > 0 and self.locale.scale(self.text, start + cut) > 1:
            # `10-20 triệu` are two numbers.
            self._digits("num", word[:cut], start, start + cut)
            self._digits("num", word[cut + 1 :], start + cut + 1, end)
            return
        self._flush()
        if group == "date":
            readings = digits.date(word, month_first=self.locale.language in _MONTH_FIRST)
            if self.text[self.of_month : start] == " ":  # `tháng 3-5`
                readings += digits.months(word)
            self.found.append(Mention(word, readings))
        elif group == "time":
            half = around.half(self.text, start, around.after(self.text, end))
            self.found.append(Mention(word, digits.time(word, self.locale.decimal, half)))
        else:
            readings = digits.tall(word) if group == "tall" else digits.phone(word)
            self.found.append(Mention(word, readings))

    def _plain(self, word: str, start: int, end: int) -> None:
        head, space, rest = word.partition(" ")
        if space and (len(head) > 3 or around.ends_name(self.text, start)):  # `COVID-19 200 ca`
            self._plain(head, start, start + len(head))
            word, start = rest, start + len(head) + 1
        if not self._continues(start):
            self._flush()
        value = digits.plain(word, self.locale.decimal)
        self.run.append(_Part(("unit", value), start, end, written=True))

    def _continues(self, start: int) -> bool:
        """Whether digits go on a number: `2 tỷ 500 triệu`, but not `100 million and 500`."""
        if not self.run or self.run[-1].item[0] != "big" or self.text[start - 1] == "-":
            return False
        joined = self.text.endswith(_ANDS, self.run[-1].start, self.run[-1].end)
        return not joined and self._near(start)

    def _near(self, start: int) -> bool:
        return self.text[self.run[-1].end : start] in _WITHIN

    def _word(self, known: Item, word: str, start: int, end: int) -> None:
        kind = known[0]
        if word == "sept" and self._is_september(start, end):
            self._flush()
            self._alone(("loose", 9), word, start)
            return
        if self.run and not self._goes_on(kind, word, start, end):
            self._flush()
        if kind == "big" and len(word) == 1 and self.locale.numerals.spaced and not self.run:
            return  # `10 a.m.` has no million
        if kind in {"unit", "small", "big"} or (kind == "half" and self.run):
            self.run.append(_Part(known, start, end, written=False))
        elif kind == "join" and self.run:
            self.run[-1] = self.run[-1]._replace(end=end)
        else:
            self._alone(known, word, start)

    def _is_september(self, start: int, end: int) -> bool:
        """Whether the French seven is short for a month: `2 sept. 1945`."""
        day = bool(self.run) and self.run[-1].written and self._near(start)
        return day and self.text.startswith(".", end)

    def _goes_on(self, kind: str, word: str, start: int, end: int) -> bool:
        if kind == "join":
            return not self.run[-1].written and self._near(start)
        joined = self.text[self.run[-1].start : self.run[-1].end].endswith(JOINS)
        if kind == "unit" and (self.run[0].written or word.lower() == "năm") and not joined:
            return not self.run[-1].written and self._scaled(end)
        return kind in {"unit", "small", "big", "half"} and self._near(start)

    def _scaled(self, end: int) -> bool:
        """Whether a scale follows the word that ends there: `2 nghìn năm trăm`."""
        word = _NEXT.match(self.text, end)
        low = word[1].lower() if word else ""
        return low == "phần" or self.locale.words.get(low, ("", 0))[0] in {"small", "big"}

    def _alone(self, known: Item, word: str, start: int) -> None:
        kind, value = known
        if kind == "of":
            self.of_month = start + len(word)
            return
        numerals, low = self.locale.numerals, word.lower()
        part = numerals.parts.get(low)
        adjoins = self.before and self.text[self.before[2] : start] in {" ", "-", "\u00a0"}
        if quarters.is_ranked(low, start - self.of_quarter):
            return
        if part and self.before and adjoins:
            first = Fraction(self.before[0])  # `the first three quarters` are three
            shown = self.text[self.before[1] : start + len(word)]
            weight = Weight.SPELLED if word.endswith("s") else Weight.SOFT
            readings = (*shares.share(first / part), number(first), *quarters.spans(low, first))
            self.found.append(Mention(shown, readings, weight))
        elif kind == "month" or (kind == "loose" and (word[0].isupper() or not self.capital)):
            sure = kind == "month" or around.is_dated(self.text, start, start + len(word))
            begins = value == 1 and around.is_since(self.text, start + len(word))
            weight = Weight.FIRM if sure and not begins else Weight.SOFT
            readings = tuple(around.month(self.text, start, value))
            self.found.append(Mention(word, readings, weight))
        fixed = numerals.fixed.get(low) or numerals.half.get(low)
        if fixed:
            counted = bool(self.before and adjoins and self.before[0] != 1)
            fixed = quarters.means(low, self.text[:start], fixed, counted=counted)
            shown = self._ranked(start, start + len(word))
            self.found.append(Mention(shown, tuple(map(number, fixed)), Weight.SOFT))
        elif hour := clock.names(self.locale.language).get(low):
            self.found.append(Mention(word, hour, Weight.SOFT))

    def _flush(self) -> None:
        if not self.run:
            return
        at, items = 0, [part.item for part in self.run]
        if not self.locale.numerals.spaced and digit_by_digit(items):
            items = [("unit", int("".join(str(value) for _, value in items)))]
            self.run = [_Part(items[0], self.run[0].start, self.run[-1].end, written=True)]
        for value, count in add_up(items):
            tokens = self.run[at : at + count]
            at += count
            start, end = tokens[0].start, tokens[-1].end
            said = self._quartered(self._number(value, tokens), start, end)
            part = shares.said(self.text, self.before, value, start, end)
            if (part and part.weight) or shares.PARTS.match(self.text, end):
                said = said._replace(weight=Weight.SOFT)  # `4분의 3` is one number
            self.found += (said, part) if part else (said,)
            self.before = value, start, end
        self.run = []

    def _number(self, value: Fraction | int, tokens: list[_Part]) -> Mention:
        start, end = tokens[0].start, tokens[-1].end
        readings = [number(value)]
        written = tokens[0].written or any(token.written for token in tokens)
        of_month = self.text[self.of_month : start] == " " and 1 <= value <= 12
        after = around.after(self.text, end)
        minus, kept = around.negative(self.text, start, after) if written else (False, False)
        if of_month or (after and around.is_month(self.text, after)):
            readings, self.last_month = around.month(self.text, start, value), end
        elif minus:
            readings = [number(-value)] if kept else [number(-value), number(value)]
        elif len(tokens) == 1:
            readings += clock.hours(self.text, start, end, after, value) if after else []
            readings += clock.past(self.text, start, end, value)
            readings += besides(self.text, self.locale, value, start, end)
            scale = self.locale.scale(self.text, end)
            readings += [number(value * scale)] if scale > 1 else []
            if value <= 12 and _AND.fullmatch(self.text, self.last_month, start):
                readings, self.last_month = [*readings, frozenset({("m", value)})], end
        elif tokens[-1].item[0] == "half" and value < 24:  # `las dos y media`
            readings += digits.hour(int(value), 30, around.half(self.text, start, after))
        elif _LETTER.match(self.text, tokens[-1].start):
            readings.append(number(tokens[0].item[1]))
        readings += map(number, around.counted(self.text, after, value) if after else ())
        named = of_month and self.text[start].isupper() and not _TIMES.match(self.text, end)
        weight = Weight.FIRM if written or named else _weight(value, len(tokens))
        day = self.locale.language == "vi" and is_day(self.text, start, end, value)
        if day or around.is_known_century(self.text, start):
            weight = Weight.SOFT
        return Mention(self._ranked(start, end), tuple(readings), weight)

    def _quartered(self, said: Mention, start: int, end: int) -> Mention:
        """What is said, as the quarter of a year if it is one."""
        value = said.value
        quarter = quarters.named(self.text, start, end, value) if 1 <= value <= 4 else ()
        if not quarter:
            return said
        if value > 1 and len(quarter) > 1:  # `3 tháng đầu năm`, `three quarters` of all
            self.of_quarter = end
        source = self.locale.language == "vi"
        weight = max(said.weight, Weight.SPELLED) if source else said.weight
        return said._replace(readings=said.readings + quarter, weight=weight)

    def _ranked(self, start: int, end: int) -> str:
        """What is written, with the word that makes a rank of it: `thứ nhất`, `第二`."""
        if self.text.endswith(RANKS, 0, start):
            start -= 4 if self.text[start - 1] == " " else 1
        return self.text[around.name(self.text, start) : end]

    def _roman(self, word: str, start: int) -> Mention:
        said = digits.roman(word)
        known = around.is_known_century(self.text, start)
        return said._replace(weight=Weight.SOFT) if known else said


def _weight(value: Fraction | int, count: int) -> Weight:
    """How sure it is that `count` words for a number are one."""
    told = count > 1 or (value > 100 and str(value).strip("0") != "1")
    return Weight.SPELLED if told else Weight.SOFT
