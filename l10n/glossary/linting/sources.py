"""Rules for the source forms: what is found in articles, and what never can be."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.glossary.folding import folded
from l10n.glossary.glossary import Glossary
from l10n.glossary.linting.base import Hit, Subject, shown
from l10n.glossary.linting.forms import Form, neighbours, sample
from l10n.glossary.slots import SLOT
from l10n.model import Concept, Term


def duplicate_form(subject: Subject) -> Iterator[Hit]:
    """Two concepts have one form at one time, so it is never decided."""
    for group in subject.shared:
        for one, two in neighbours([form for form in group if not form.ambiguous]):
            if one.capitals == two.capitals and two.first <= one.last:
                yield _clash(
                    subject, one, two, "means", "give the longer form, or `valid`, or make them one"
                )


def case_clash(subject: Subject) -> Iterator[Hit]:
    """Two concepts have forms that differ by capitals only, which their `case` does not heed."""
    for group in subject.shared:
        for one, two in neighbours([form for form in group if not form.ambiguous]):
            if one.capitals != two.capitals and two.first <= one.last:
                both = _read_as_both(subject, one, two)
                if both:
                    remedy = "tell them apart by `case: exact` or `initial`"
                    yield _clash(subject, one, two, f"as {shown(both)} may mean", remedy)


def _read_as_both(subject: Subject, one: Form, two: Form) -> str | None:
    """A spelling in which both forms are found, or None where capitals always decide."""
    both = Glossary({form.concept.id: _alone(form, subject.source) for form in (one, two)})
    texts = [sample(one.text), sample(two.text)]
    for text in (*texts, *(t[:1].upper() + t[1:] for t in texts), texts[0].upper()):
        if len(both.match(text, language=subject.source)) > 1:
            return text
    return None


def _alone(form: Form, language: str) -> Concept:
    """A concept that has nothing but the form."""
    return Concept(form.concept.id, {language: (Term(form.text),)}, case=form.concept.case)


def _clash(subject: Subject, one: Form, two: Form, verb: str, remedy: str) -> Hit:
    where = f"{one.concept.id} ({subject.place(one.concept)})"
    message = f"{shown(two.text)} {verb} {where} too, so neither is decided"
    return Hit(two.concept, message, remedy, (subject.source, two.text))


def ambiguous_term(subject: Subject) -> Iterator[Hit]:
    """A term that is declared ambiguous too, here or in another concept, is never decided."""
    for group in subject.shared:
        declared = [form for form in group if form.ambiguous][:_FEW]
        for form in group:
            other = next((f for f in declared if f.capitals == form.capitals), None)
            if other is not None and not form.ambiguous and _overlap(form, other):
                where = "it" if other.concept is form.concept else other.concept.id
                message = f"{shown(form.text)} is ambiguous in {where}, so it is never decided"
                remedy = "keep it under `ambiguous` alone, or out of there"
                yield Hit(form.concept, message, remedy, (subject.source, form.text))


_FEW = 100
"""No form is declared ambiguous more often, in a glossary that was not made to waste time."""


def _overlap(one: Form, two: Form) -> bool:
    return one.first <= two.last and two.first <= one.last


def period_gap(subject: Subject) -> Iterator[Hit]:
    """A form passes from one concept to another, and on some days between it is neither's."""
    for group in subject.shared:
        for one, two in neighbours([form for form in group if not form.ambiguous]):
            if (two.first - one.last).days > 1 and one.capitals == two.capitals:
                message = (
                    f"{shown(two.text)} is {one.concept.id} to {one.last} and this from "
                    f"{two.first}; on the days between it is undecided"
                )
                yield Hit(two.concept, message, "let one period end as the other begins", _VALID)


_VALID = ("valid", "")


def redundant_form(subject: Subject) -> Iterator[Hit]:
    """A form is found as another one of its concept in any case."""
    for group in subject.shared:
        seen: dict[str, Form] = {}
        for form in group:
            first = seen.setdefault(form.concept.id, form)
            if first is not form and not first.ambiguous and _covers(subject, first, form):
                message = f"{shown(form.text)} is found as {shown(first.text)} in any case"
                yield Hit(form.concept, message, "take it out", (subject.source, form.text))


def _covers(subject: Subject, first: Form, form: Form) -> bool:
    """Whether the first form alone finds the other one too, with its capitals or without."""
    alone = Glossary({first.concept.id: _alone(first, subject.source)})
    found = alone.match(sample(form.text), language=subject.source)
    return not form.ambiguous and bool(found)


def hidden_form(subject: Subject) -> Iterator[Hit]:
    """A form that is not found as it is written; only its first letter can be the reason."""
    for concept in subject.concepts.values():
        for form in subject.forms[concept.id] if concept.case == "initial" else ():
            if not form.ambiguous and form.text[0].islower():
                message = f"{shown(form.text)} is never found as it is written"
                remedy = "write the capital that `case: initial` asks for"
                yield Hit(concept, message, remedy, (subject.source, form.text))


def idle_guard(subject: Subject) -> Iterator[Hit]:
    """A look-alike that holds no form of its concept, or is one, guards nothing."""
    for concept in subject.concepts.values():
        if not concept.guards:
            continue
        keys = [
            max(SLOT.split(folded(form.text))[::2], key=len).strip()
            for form in subject.forms[concept.id]
        ]
        for guard in concept.guards:
            text = folded(guard)
            if not any(key in text and key != text for key in keys):
                what = "is one of" if text in keys else "holds none of"
                message = f"the guard {shown(guard)} {what} the concept's forms"
                remedy = "write the look-alike with the form in it, or take it out"
                yield Hit(concept, message, remedy, ("guards", guard))


def missing_source(subject: Subject) -> Iterator[Hit]:
    """A concept without a term in the articles' language is never found."""
    for concept in subject.concepts.values():
        if not concept.terms.get(subject.source):
            message = f"{concept.id} has no term in {subject.source}, so it is never found"
            yield Hit(concept, message, f"add `{subject.source}:`")
