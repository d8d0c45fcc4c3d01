"""Which of the accepted wordings a text uses: mixing them confuses its readers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from l10n.model import Mix, Verdict, VerdictKind

_COUNTRY = re.compile(r"(?i)\bvi[eệ]t\s?nam\b")


def mixes(article: Sequence[Sequence[Verdict]]) -> list[tuple[Mix, ...]]:
    """For each unit's verdicts, the wordings that differ from the article's usual ones.

    Usual is what is used most, and of two that are used alike, what comes first. Capitals and
    articles make no difference.
    """
    used: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for topic, wording, shown in chain.from_iterable(map(_choices, chain.from_iterable(article))):
        used.setdefault(topic, Counter())[wording] += 1
        written.setdefault(wording, shown)
    usual = {topic: counts.most_common(1)[0][0] for topic, counts in used.items()}
    return [
        tuple(
            Mix(verdict.concept, verdict.found, written[usual[topic]])
            for verdict in verdicts
            for topic, wording, _ in _choices(verdict)
            if wording != usual[topic]
        )
        for verdicts in article
    ]


def _choices(verdict: Verdict) -> Iterator[tuple[str, str, str]]:
    """What an accepted wording chooses: the concept's term, and the country's spelling.

    The country has one spelling in all names, so that is a choice of its own. Each is what is
    chosen on, what is compared and how it is written.
    """
    if verdict.verdict is not VerdictKind.OK or not verdict.term:
        return
    term = verdict.term.removeprefix("the ")
    country = _COUNTRY.search(unicodedata.normalize("NFC", verdict.found))
    if country:
        spelling = " ".join(country[0].split())
        yield "", spelling.casefold(), spelling
        term = _COUNTRY.sub(spelling, term)
    yield verdict.concept, _COUNTRY.sub("vietnam", term).casefold(), term
