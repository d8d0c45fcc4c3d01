"""What is put right in a draft by rules: the house's wording of terms, and its typography.

`Vietnam` for `Viet Nam`, `Resolution No. 57-KL/TW` for `Conclusion No. 57-KL/TW`, a capital too
many: the glossary says what stands there and what should. A wording that is another word
altogether is left to the reviewer, since it may stand for something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from l10n.checks.tidying import TIDY, tidied
from l10n.model import Unit, Verdict, VerdictKind
from l10n.settings import CheckSettings

Judge = Callable[[Unit], tuple[Verdict, ...]]
_ALIKE = 60
"""Likeness in per cent from which one wording is a variant of the other."""
_MOST = 10
"""Repairs of one draft."""


def repaired(unit: Unit, judge: Judge) -> tuple[Unit, tuple[Verdict, ...]]:
    """The draft with what can be put right, and the verdicts on it."""
    verdicts = judge(unit)
    for _ in range(_MOST):
        for verdict in verdicts:
            better = _replaced(unit, verdict)
            if better is None:
                continue
            judged = judge(better)
            if _wrong(judged) < _wrong(verdicts):
                unit, verdicts = better, judged
                break
        else:
            break
    return unit, verdicts


_UNTOUCHED = re.compile(r"`[^`]*`|\]\([^)]*\)|https?://\S+|[\w.+-]+@\S+")
"""What typography has no business in."""


def typeset(unit: Unit, changes: Mapping[str, CheckSettings]) -> Unit:
    """The draft as the checks of typography would have it, but for those that are switched off."""
    ids = frozenset(i for i in TIDY if i not in changes or changes[i].of(unit.language).enabled)
    base = unit.language.partition("-")[0]
    target = tidied(unit.target, unit.source, base, ids)
    same = _UNTOUCHED.findall(target) == _UNTOUCHED.findall(unit.target)
    return replace(unit, target=target) if same else unit


def _wrong(verdicts: Sequence[Verdict]) -> int:
    return sum(verdict.verdict is not VerdictKind.OK for verdict in verdicts)


def _replaced(unit: Unit, verdict: Verdict) -> Unit | None:
    """The unit with the expected wording for the one that was found, if that stands there once."""
    from rapidfuzz import fuzz  # slow to import

    found, expected = verdict.found, verdict.expected
    if verdict.verdict is VerdictKind.OK or not found or not expected:
        return None
    likeness = fuzz.ratio(found.lower(), expected.lower())
    places = list(re.finditer(rf"(?<!\w){re.escape(found)}(?!\w)", unit.target))
    if likeness < _ALIKE or len(places) != 1:
        return None
    start, end = places[0].span()
    if start == 0 and found[0].isupper():
        expected = expected[0].upper() + expected[1:]
    if found.endswith("s") and not verdict.term.endswith("s") and not expected.endswith("s"):
        expected += "s"  # the plural of what was found
    return replace(unit, target=unit.target[:start] + expected + unit.target[end:])
