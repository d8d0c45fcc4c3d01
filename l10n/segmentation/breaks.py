"""Finds the positions at which segments end, by SRX's rule: the first rule that fits decides."""

from __future__ import annotations

import functools
import itertools
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from l10n.errors import InputError
from l10n.segmentation.pattern import Pattern, compile_icu
from l10n.segmentation.rules import Rule, Rules
from l10n.segmentation.srx import shipped

TIME_LIMIT = 2.0
"""Seconds that a project's own rules may take on one text."""

_GROUP = regex.compile(
    r"\((?:\\.|\[(?:\\.|[^\]\\])*+\]|[^()\[\\])*+\)(?:[?*+]{1,2}|\{[\d,]++\}[?+]?)?"
)
_ANY_CASE = regex.compile(r"\(\?\w*i")
_SET = regex.compile(r"(?<!\\)\[(?:\\.|[^\]\\])*+\]")
_PLAIN_SET = regex.compile(r"(?<!\\)\[([^\[\]\\^&-]+)\](?![?*]|\{0|\{,)")
"""A set of letters as they are, of which there must be one."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A break rule, or exceptions that are tried together."""

    pattern: Pattern
    breaks: bool
    file: str = ""
    """The project's own file, whose rules are held to the time limit; "" for shipped ones."""
    line: int = 0
    before: tuple[frozenset[str], ...] = ()
    """Sets of letters; a text has one of each before every place where this fits."""
    after: tuple[frozenset[str], ...] = ()
    """The same behind it."""

    def may_fit(self, letters: set[str], last: str) -> bool:
        """Whether it may fit within a text of these letters and a last one."""
        return all(not needed.isdisjoint(letters) for needed in self.before) and all(
            last in needed or not needed.isdisjoint(letters) for needed in self.after
        )

    def ends(self, text: str, deadline: float) -> Iterator[int]:
        """Where a break rule fits; of the matches that start at one place, the preferred one."""
        try:
            for match in self.pattern.finditer(text, overlapped=True, timeout=self._left(deadline)):
                yield match.end()
        except TimeoutError as error:
            raise self._too_slow() from error

    def fits(self, text: str, at: int, deadline: float) -> bool:
        """Whether one of the exceptions fits the position `at`."""
        try:
            return self.pattern.match(text, at, timeout=self._left(deadline)) is not None
        except TimeoutError as error:
            raise self._too_slow() from error

    def _left(self, deadline: float) -> float | None:
        return max(deadline - time.monotonic(), 0.001) if self.file else None

    def _too_slow(self) -> InputError:
        return InputError(
            f"a rule takes more than {TIME_LIMIT:g} seconds on one text",
            file=self.file,
            line=self.line,
            remedy="bound its repetitions, such as {0,5} for *, and don't nest them",
        )


class Breaker:
    """The rules of one language, compiled; the project's own stand before the shipped ones.

    Break rules are searched for from left to right, and exceptions are tried only where a
    break rule fits, so that a text without sentence ends costs next to nothing.
    """

    def __init__(self, own: Rules | None, language: str) -> None:
        steps = [] if own is None else list(_own_steps(own, language))
        steps += _shipped_steps(shipped().for_language(language))
        self._breaks = [
            (step, [s for s in steps[:rank] if not s.breaks])
            for rank, step in enumerate(steps)
            if step.breaks
        ]

    def positions(self, text: str) -> list[int]:
        """Ends of segments inside `text`, in order; raises InputError for a rule too slow."""
        deadline = time.monotonic() + TIME_LIMIT
        candidates: dict[int, list[_Step]] = {}
        letters = set(text[:-1])  # most sentences have a full stop at their end alone
        for step, exceptions in self._breaks:
            if step.may_fit(letters, text[-1:]):
                for at in step.ends(text, deadline):
                    candidates.setdefault(at, exceptions)
        return sorted(
            at
            for at, exceptions in candidates.items()
            if not any(step.fits(text, at, deadline) for step in exceptions)
        )


@functools.lru_cache(maxsize=32)
def breaker(own: Rules | None, language: str) -> Breaker:
    """The compiled rules for `language` (BCP 47)."""
    return Breaker(own, language)


def _own_steps(own: Rules, language: str) -> Iterator[_Step]:
    """A step a rule, so that a slow one can be named."""
    try:
        rules = own.for_language(language)
    except TimeoutError as error:
        raise InputError(
            "a language map takes too long", file=own.file, remedy="simplify its languagepattern"
        ) from error
    for rule in rules:
        yield _Step(compile_icu(_source(rule)), rule.breaks, own.file, rule.line)


def _shipped_steps(rules: Iterable[Rule]) -> Iterator[_Step]:
    """A step a break rule, and one a run of exceptions."""
    for breaks, run in itertools.groupby(rules, key=lambda rule: rule.breaks):
        members = list(run)
        if breaks:
            for rule in members:
                before, after = _needs(rule.before), _needs(rule.after)
                yield _Step(compile_icu(_source(rule)), breaks, before=before, after=after)
        else:
            yield _Step(compile_icu("|".join(map(_source, members))), breaks)


def _needs(source: str) -> tuple[frozenset[str], ...]:
    """The sets of letters that a pattern cannot do without, as far as that is plain to see."""
    if _ANY_CASE.search(source):
        return ()
    flat = source
    while (fewer := _GROUP.sub("", flat)) != flat:
        flat = fewer
    if "|" in _SET.sub("", flat):
        return ()
    return tuple(frozenset(letters) for letters in _PLAIN_SET.findall(flat))


def _source(rule: Rule) -> str:
    """Break rules are searched for; exceptions are tried at a position, so look behind it."""
    before = rule.before if rule.breaks else f"<={rule.before}"
    return f"(?{':' if rule.breaks else ''}{before})(?={rule.after})"
