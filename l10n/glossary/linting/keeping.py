"""Rules for what an editor keeps an eye on: dates, sources, spelling of the files."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator

from l10n.glossary.linting.base import Hit, Subject, shown
from l10n.model import Concept, Severity, counted

_MANY = 0.9
"""Share of the concepts from which on a way of doing things is the glossary's own."""
_EDGE = re.compile(r"^[\s,;:.!?)\]}»”’]|[\s,;:!?(\[{«“‘]$|(?<![.\w]\w)(?<!\.)\.$")
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))


def expired(subject: Subject) -> Iterator[Hit]:
    """A concept whose last day has passed."""
    for concept in subject.concepts.values():
        if concept.valid_to is not None and concept.valid_to < subject.today:
            message = f"{concept.id} ended on {concept.valid_to}"
            remedy = "keep it for older articles; its successor is a concept of its own"
            yield Hit(concept, message, remedy, ("valid", ""))


def no_source(subject: Subject) -> Iterator[Hit]:
    """Nobody can check an equivalent that comes from nowhere."""
    for concept in subject.concepts.values():
        if concept.source:
            continue
        if concept.verified:
            message = f"{concept.id} is verified, but does not say where"
            yield Hit(concept, message, "add `source:`", ("verified", ""), Severity.WARNING)
        elif set(concept.terms) - {subject.source}:
            message = f"{concept.id} is not verified and has no source"
            yield Hit(concept, message, "look it up, and add `source:`")


def odd_domain(subject: Subject) -> Iterator[Hit]:
    """A rare domain that is spelled nearly as a frequent one, or none where others have one."""
    counts = Counter(concept.domain for concept in subject.concepts.values())
    frequent = [name for name, count in counts.most_common(200) if name and count >= 5]
    usual = counts[""] <= (1 - _MANY) * len(subject.concepts)
    for concept in subject.concepts.values():
        if not concept.domain:
            if usual:
                message = f"{concept.id} has no domain, as nearly all others have"
                yield Hit(concept, message, "add `domain:`", severity=Severity.INFO)
        elif counts[concept.domain] * 5 <= len(subject.concepts):
            near = _near(concept.domain, frequent) if counts[concept.domain] <= 2 else None
            if near:
                message = f"the domain {concept.domain!r} is rare"
                yield Hit(concept, message, f"did you mean {near!r}?", ("domain", ""))


def odd_id(subject: Subject) -> Iterator[Hit]:
    """An id whose first word is no other's, where ids begin with what they are about."""
    counts = Counter(_lead(concept) for concept in subject.concepts.values())
    alone = sum(count == 1 for count in counts.values())
    if alone > (1 - _MANY) * len(subject.concepts):
        return
    frequent = [lead for lead, count in counts.most_common(200) if count >= 2]
    for concept in subject.concepts.values():
        if counts[_lead(concept)] == 1:
            near = _near(_lead(concept), frequent)
            remedy = f"did you mean {near}-?" if near else f"begin it like {frequent[0]}-"
            yield Hit(concept, f"no other id begins as {concept.id!r} does", remedy, ("id", ""))


def _lead(concept: Concept) -> str:
    return re.split(r"[-_.]", concept.id, maxsplit=1)[0]


def _near(word: str, known: list[str]) -> str | None:
    others = [name for name in known if name != word]
    return next(iter(difflib.get_close_matches(word, others, n=1, cutoff=0.75)), None)


def punctuation(subject: Subject) -> Iterator[Hit]:
    """Punctuation at a term's ends has to stand in the text too; a lone bracket is a slip."""
    for concept in subject.concepts.values():
        for language, terms in concept.terms.items():
            for term in terms:
                odd = any(term.text.count(a) != term.text.count(b) for a, b in _PAIRS)
                if odd or (_EDGE.search(term.text) and term.kind != "abbreviation"):
                    message = f"{shown(term.text)} has odd punctuation"
                    yield Hit(concept, message, "write the bare term", (language, term.text))


def mixed_apostrophes(subject: Subject) -> Iterator[Hit]:
    """One file has straight and curly apostrophes; they count as one, but read as two."""
    used: dict[str, dict[str, list[tuple[Concept, str, str]]]] = {}
    for concept in subject.concepts.values():
        for language, terms in concept.terms.items():
            for term in terms:
                for mark in "'’":
                    if mark in term.text:
                        by_mark = used.setdefault(concept.file, {})
                        by_mark.setdefault(mark, []).append((concept, language, term.text))
    for by_mark in used.values():
        if len(by_mark) > 1:
            rare, usual = sorted(by_mark, key=lambda mark: len(by_mark[mark]))
            concept, language, text = by_mark[rare][0]
            number = counted(len(by_mark[rare]), "such term")
            message = f"{shown(text)} has {rare} where the file has {usual} ({number})"
            yield Hit(concept, message, f"write {usual} throughout", (language, text))


def untidy_text(subject: Subject) -> Iterator[Hit]:
    """A text that is not written as it is kept."""
    for id_, key, text in subject.survey.untidy:
        message = f"{shown(text)} is written with decomposed letters, odd spaces or hidden marks"
        yield Hit(subject.concepts[id_], message, "type it anew", (key, text))
