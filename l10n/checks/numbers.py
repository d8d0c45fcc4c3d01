"""Checks of values: numbers, dates and hours mean the same on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.values import Difference, Mention, Weight, differences
from l10n.model import Severity, Unit
from l10n.patterns import late

_PASSING = {("n", few) for few in range(4)}
"""Numbers that are added in passing: `1 à 0`, `2e place`."""


_ALL = 100
"""`100%` is often told as `all of`."""
_WHOLE = late(
    r"(?<!\w)(?:all|every|each|whole|entire\w*|full\w*|total\w*|complete\w*|tou[ts]\w*|entièr\w+|plein\w*"
    r"|complèt\w*|tod[oa]s?|plen\w+|complet\w+|alle\w*|sämtlich\w*|völlig\w*|вс[ея]\w*|полност\w+)(?!\w)"
    r"|全|所有|すべて|모든|모두|ທັງໝົດ|ທຸກ|ទាំងអស់|គ្រប់",
    re.IGNORECASE,
)
"""What says so."""


class Numbers:
    """Numbers, dates and hours are the same on both sides, whatever their form."""

    id = "numbers"
    severity = Severity.ERROR
    description = "Numbers, dates and hours mean the same in source and translation."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a number that only words say, or that is added, weighs less."""
        unit = subject.unit
        languages = subject.source_language, unit.language or "en"
        for difference in differences(unit.source, unit.target, languages):
            if _is_whole(difference, unit):
                continue
            yield Problem(_told(difference), _severity(difference))


def _is_whole(difference: Difference, unit: Unit) -> bool:
    """Whether the translation says `all of` for a `100%`."""
    lost = difference.lost
    if difference.extra or not lost or lost.value != _ALL or f"{lost.text}%" not in unit.source:
        return False
    return _WHOLE.search(unit.target) is not None


def _severity(difference: Difference) -> Severity | None:
    """None for an error; `100%` and `COVID-19` may be told in other words."""
    lost, extra = difference.lost, difference.extra
    few = extra and all(atom in _PASSING for atom in extra.readings[0])
    if lost is None and extra and (few or extra.text.isupper()):
        return Severity.INFO  # `vài`, `the 2nd half`, `du XIXe siècle`: no fact of its own
    every = extra is None and lost is not None and (lost.value == _ALL or lost.named)
    firm = all(side.weight is Weight.FIRM for side in (lost, extra) if side)
    return None if firm and lost and not every else Severity.WARNING


def _told(difference: Difference) -> str:
    lost, extra = (_quoted(side) for side in (difference.lost, difference.extra))
    return {
        "swapped": f"day and month are swapped: {lost} has become {extra}",
        "factor": f"{lost} has become {extra}: {difference.factor:,} times as much or as little",
        "changed": f"{lost} has become {extra}",
        "hour": f"{lost} has become {extra}: another hour of the day",
        "lost": f"{lost} is not in the translation",
        "extra": f"{extra} is not in the source",
    }[difference.kind]


def _quoted(mention: Mention | None) -> str:
    return f"“{mention.text}”" if mention else ""
