"""Terms put right in a draft where only their wording is not the house's.

`Vietnam` for `Viet Nam`, `Resolution No. 57-KL/TW` for `Conclusion No. 57-KL/TW`, a capital too
many: the glossary says what stands there and what should. A wording that is another word
altogether is left to the reviewer, since it may stand for something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from l10n.model import Unit, Verdict, VerdictKind

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
