"""Which of a concept's accepted wordings a text uses: mixing them confuses its readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from l10n.model import Mix, Verdict, VerdictKind

_COUNTRY = re.compile(r"(?i)\bvi[eệ]t ?nam\b")


def mixes(article: Sequence[Sequence[Verdict]]) -> list[tuple[Mix, ...]]:
    """For each unit's verdicts, the wordings that differ from the article's usual ones.

    Usual is what is used most, and of two that are used alike, what comes first.
    """
    used: dict[str, Counter[str]] = {}
    for verdict in chain.from_iterable(article):
        wording = _wording(verdict)
        if wording:
            used.setdefault(verdict.concept, Counter())[wording] += 1
    usual = {
        concept: counts.most_common(1)[0][0] for concept, counts in used.items() if len(counts) > 1
    }
    return [
        tuple(
            Mix(verdict.concept, verdict.found, usual[verdict.concept])
            for verdict in verdicts
            if verdict.concept in usual and _wording(verdict) not in ("", usual[verdict.concept])
        )
        for verdicts in article
    ]


def _wording(verdict: Verdict) -> str:
    """The accepted wording that was chosen, but for capitals and article, or "".

    The spelling of the country's name counts, as readers see it.
    """
    if verdict.verdict is not VerdictKind.OK or not verdict.term:
        return ""
    plain = verdict.term.removeprefix("the ").casefold()
    country = _COUNTRY.search(verdict.found)
    return _COUNTRY.sub(country[0].casefold(), plain) if country else plain
