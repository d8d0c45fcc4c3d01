"""Rules for the targets: wordings that contradict one another, or are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.glossary.judging import Judge
from l10n.glossary.linting.base import Hit, Subject, shown
from l10n.glossary.linting.forms import sample
from l10n.glossary.slots import names
from l10n.glossary.targets import BAD, regular_target
from l10n.model import Concept, Match, Status, Style, Term, VerdictKind


def missing_target(subject: Subject) -> Iterator[Hit]:
    """A concept without a term in a target language of the project is not judged in it."""
    for concept in subject.concepts.values():
        missing = [t for t in subject.targets if t != subject.source and not concept.terms.get(t)]
        if missing:
            languages = ", ".join(missing)
            yield Hit(concept, f"{concept.id} has no term in {languages}", f"add `{missing[0]}:`")


def no_preferred(subject: Subject) -> Iterator[Hit]:
    """A language whose terms are all wrong, or of which none is preferred."""
    for concept, language, terms in _targets(subject):
        if concept.preferred(language) is None:
            wrong = all(term.status in BAD for term in terms)
            what = "only wrong terms" if wrong else "terms, but none is preferred"
            message = f"{concept.id} has {what} in {language}, so drafts get no hint"
            yield Hit(concept, message, "say which one is `preferred`", (language, ""))


_FEW = 300
"""No concept has more terms in a language, if it was not made to waste time."""


def contradiction(subject: Subject) -> Iterator[Hit]:
    """A term that is judged otherwise than its status says, because of a term like it."""
    judges: dict[str, Judge] = {}
    for concept, language, terms in _targets(subject):
        for good, bad in _alike(terms) if len(terms) <= _FEW else ():
            judge = judges.setdefault(language, Judge(language, Style()))
            for term, other in ((bad, good), (good, bad)):
                kinds = _kinds(judge, concept, subject.source, term)
                if kinds and (VerdictKind.OK in kinds) is (term.status in BAD):
                    message = (
                        f"{shown(term.text)} is {term.status}, but counts as "
                        f"{shown(other.text)}, which is {other.status}"
                    )
                    yield Hit(concept, message, "take one of them out", (language, term.text))
                    break


def _alike(terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """The accepted and the wrong terms that may be forms of one another."""
    accepted: dict[str, Term] = {}
    for term in terms:
        if term.status not in BAD:
            accepted.setdefault(_stem(term.text), term)
    for term in terms:
        if term.status in BAD and _stem(term.text) in accepted:
            yield accepted[_stem(term.text)], term


def _stem(text: str) -> str:
    """What a wording shares with its inflected forms: how its words begin."""
    return " ".join(word[:3] for word in regular_target(text).text.lower().split())


def _kinds(judge: Judge, concept: Concept, source: str, term: Term) -> set[VerdictKind]:
    """The verdicts on the term alone as a translation of its concept."""
    text = concept.preferred(source) or concept.id
    match = Match(concept, text, 0, len(text), text)
    return {told.verdict for _, told in judge.verdicts(text, sample(term.text), [match])}


def forbidden_elsewhere(subject: Subject) -> Iterator[Hit]:
    """What is forbidden for one concept is the preferred term of another of its domain."""
    names_of: dict[tuple[str, str, str], Concept] = {}
    for concept, language, terms in _targets(subject):
        if terms[0].status is Status.PREFERRED:
            key = (concept.domain, language, regular_target(terms[0].text).text)
            names_of.setdefault(key, concept)
    for concept, language, terms in _targets(subject):
        for term in terms:
            key = (concept.domain, language, regular_target(term.text).text)
            if term.status is Status.FORBIDDEN and key in names_of:
                message = f"{shown(term.text)} is forbidden, and {names_of[key].id} prefers it"
                yield Hit(concept, message, "check that it is meant", (language, term.text))


def proper_small(subject: Subject) -> Iterator[Hit]:
    """A proper name has a capital."""
    for concept, language, terms in _targets(subject):
        text = terms[0].text
        if concept.target_case == "proper" and text.islower():
            message = f"{shown(text)} has no capital, but `target_case` is `proper`"
            yield Hit(concept, message, "write its capitals, or say `common`", (language, text))


def small_abbreviation(subject: Subject) -> Iterator[Hit]:
    """An abbreviation in small letters is found in words that only look like it."""
    for concept in subject.concepts.values():
        for language, terms in concept.terms.items():
            for term in terms:
                if term.kind == "abbreviation" and term.text.islower() and term.text.isalpha():
                    message = f"the abbreviation {shown(term.text)} has no capital"
                    yield Hit(concept, message, "write its capitals", (language, term.text))


def slot_unfilled(subject: Subject) -> Iterator[Hit]:
    """The preferred term has a slot that a form in the source gives no value for."""
    for concept, language, terms in _targets(subject):
        for text, given in _slotted(subject, concept):
            empty = set(names(terms[0].text)) - given
            if empty:
                message = f"{{{min(empty)}}} of {shown(terms[0].text)} is not in {shown(text)}"
                remedy = "make it two concepts, with the slot and without"
                yield Hit(concept, message, remedy, (language, terms[0].text))
                break


def slot_lost(subject: Subject) -> Iterator[Hit]:
    """A form in the source has a slot that the preferred term drops."""
    for concept, language, terms in _targets(subject):
        for text, given in _slotted(subject, concept):
            lost = given - set(names(terms[0].text))
            if lost:
                message = f"{{{min(lost)}}} of {shown(text)} is lost in {shown(terms[0].text)}"
                yield Hit(concept, message, "add the slot to it", (language, terms[0].text))
                break


def _slotted(subject: Subject, concept: Concept) -> Iterator[tuple[str, set[str]]]:
    for term in concept.terms.get(subject.source, ()):
        yield term.text, set(names(term.text))


def _targets(subject: Subject) -> Iterator[tuple[Concept, str, tuple[Term, ...]]]:
    """Every concept's terms in every other language than the source's."""
    for concept in subject.concepts.values():
        for language, terms in concept.terms.items():
            if language != subject.source:
                yield concept, language, terms
