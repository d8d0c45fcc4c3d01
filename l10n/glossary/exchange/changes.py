"""What an entry would make of a concept: the merged concept, and what stands in the way.

Merging takes nothing away. Terms, guards and sources are added, single values (the domain, a
note, the status of a term) take the file's value where it says one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from l10n.glossary.exchange.delivery import Entry, Wording
from l10n.glossary.folding import folded
from l10n.model import Concept, Status, Term

_LISTS = ("guards", "ambiguous", "source")
_VALUES = ("domain", "case", "target_case", "valid_from", "valid_to", "verified", "note")
_WELCOME = frozenset({Status.PREFERRED, Status.ADMITTED})


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a concept that differs."""

    field: str
    """A language or a field's name."""
    old: str
    """What stands in the glossary, for people; "" where nothing does."""
    new: str


def made(entry: Entry, id_: str) -> Concept:
    """A new concept of an entry."""
    terms = {tag: _terms((), words) for tag, words in entry.wordings.items()}
    return _with_fields(Concept(id=id_, terms=terms), entry)


def merged(concept: Concept, entry: Entry) -> Concept:
    """The concept with what the entry says."""
    terms = dict(concept.terms)
    for tag, words in entry.wordings.items():
        terms[tag] = _terms(terms.get(tag, ()), words)
    return _with_fields(replace(concept, terms=terms), entry)


def _with_fields(concept: Concept, entry: Entry) -> Concept:
    given: dict[str, Any] = {
        name: value for name in _VALUES if (value := getattr(entry, name)) not in {"", None}
    }
    for name in _LISTS:
        together = (*getattr(concept, name), *getattr(entry, name))
        given[name] = tuple(dict.fromkeys(together))
    new = replace(concept, **given)
    if _inverted(new):
        return replace(new, valid_from=entry.valid_from, valid_to=entry.valid_to)
    return new


def _inverted(concept: Concept) -> bool:
    first, last = concept.valid_from, concept.valid_to
    return first is not None and last is not None and first > last


def _terms(old: Sequence[Term], words: Sequence[Wording]) -> tuple[Term, ...]:
    """The terms of one language, the preferred one first."""
    words = _as_here(old, words)
    terms = {term.text: term for term in old}
    chosen = _preferred(old, words)
    for word in words:
        terms[word.text] = _term(terms.get(word.text), word)
    for text, term in terms.items():
        if text == chosen:
            terms[text] = replace(term, status=Status.PREFERRED)
        elif term.status is Status.PREFERRED:
            terms[text] = replace(term, status=Status.ADMITTED)
    return tuple(sorted(terms.values(), key=lambda term: term.status is not Status.PREFERRED))


def _as_here(old: Sequence[Term], words: Sequence[Wording]) -> Sequence[Wording]:
    """The wordings as the glossary spells them.

    A list that writes `bộ chính trị` means the `Bộ Chính trị` that is there; a file that says the
    status of its terms means each as it is written.
    """
    exact = {term.text for term in old}
    if all(word.status is not None or word.text in exact for word in words):
        return words
    spellings = {folded(term.text): term.text for term in reversed(old)}
    return [
        replace(word, text=spellings.get(folded(word.text), word.text))
        if word.status is None and word.text not in exact
        else word
        for word in words
    ]


def _term(old: Term | None, word: Wording) -> Term:
    """One term; whether it is preferred is decided for all together."""
    known = old or Term(word.text, Status.ADMITTED)
    status, kind = word.status or known.status, word.kind or known.kind
    forms = tuple(dict.fromkeys((*known.forms, *word.forms)))
    if (status, kind, forms) == (known.status, known.kind, known.forms):
        return known
    return replace(known, status=status, kind=kind, forms=forms)


def _preferred(old: Sequence[Term], words: Sequence[Wording]) -> str | None:
    """The text that is preferred afterwards."""
    said = next((w.text for w in words if w.status is Status.PREFERRED), None)
    if said is not None:
        return said
    ours = next((t.text for t in old if t.status is Status.PREFERRED), None)
    if ours is not None:
        demoted = any(w.text == ours and w.status not in {None, Status.PREFERRED} for w in words)
        return None if demoted else ours
    first = words[0]
    return first.text if not old and first.status is None else None


def objections(concept: Concept, entry: Entry, language: str) -> Iterator[str]:
    """Why the entry cannot just be merged into the concept; `language` is the source language."""
    ours = concept.terms.get(language)
    theirs = entry.wordings.get(language)
    if ours and theirs and not _meet(ours, theirs):
        yield (
            f"the same id stands for something else: {language} {ours[0].text!r} here, "
            f"{theirs[0].text!r} in the file"
        )
        return
    first = entry.valid_from or concept.valid_from
    last = entry.valid_to or concept.valid_to
    if first and last and first > last:
        yield f"its period would end ({last}) before it begins ({first})"
    for tag, given in entry.wordings.items():
        old = concept.terms.get(tag, ())
        words = _as_here(old, given)
        yield from _two_preferred(tag, old, words)
        yield from _lifted(tag, old, words)


def contradictions(entry: Entry) -> Iterator[str]:
    """What an entry says against itself."""
    for tag, words in entry.wordings.items():
        preferred = [w.text for w in words if w.status is Status.PREFERRED]
        if len(preferred) > 1:
            yield f"two terms are preferred in {tag}: {preferred[0]!r} and {preferred[1]!r}"
    if entry.valid_from and entry.valid_to and entry.valid_from > entry.valid_to:
        yield f"its period ends ({entry.valid_to}) before it begins ({entry.valid_from})"


def _two_preferred(tag: str, old: Sequence[Term], words: Sequence[Wording]) -> Iterator[str]:
    ours = next((t.text for t in old if t.status is Status.PREFERRED), None)
    if ours is None or any(word.text == ours for word in words):
        return
    said = [w.text for w in words if w.status is Status.PREFERRED]
    known = {t.text for t in old}
    # A list without statuses still offers its first wording as the one to use.
    unsaid = [w.text for w in words if w.status is None and w.text not in known]
    theirs = said or ([] if any(w.text in known for w in words) else unsaid)
    if theirs:
        yield f"two terms are preferred in {tag}: {ours!r} here, {theirs[0]!r} in the file"


def _lifted(tag: str, old: Sequence[Term], words: Sequence[Wording]) -> Iterator[str]:
    bans = {t.text: t.status for t in old if t.status not in _WELCOME}
    for word in words:
        ban = bans.get(word.text)
        welcomed = word.status in _WELCOME or (word.status is None and len(words) == 1)
        if ban is not None and welcomed:
            yield f"{word.text!r} is {ban} in {tag} here, {word.status or 'offered'} in the file"


def _meet(ours: Sequence[Term], theirs: Sequence[Wording]) -> bool:
    """Whether a wording stands in both."""
    texts = {term.text for term in ours}
    if any(word.text in texts for word in theirs):
        return True
    keys = {folded(text) for text in texts}
    return any(folded(word.text) in keys for word in theirs)


def differences(old: Concept, new: Concept) -> list[Change]:
    """The fields in which two states of a concept differ, in the order of a glossary file."""
    tags = dict.fromkeys((*old.terms, *new.terms))
    pairs = [(tag, old.terms.get(tag, ()), new.terms.get(tag, ())) for tag in tags]
    names = ("domain", *_LISTS, *_VALUES[1:])
    pairs += [(name, getattr(old, name), getattr(new, name)) for name in names]
    return [Change(name, shown(was), shown(is_)) for name, was, is_ in pairs if was != is_]


def shown(value: object) -> str:
    """A field's value in one line, for people."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(_marked(v) if isinstance(v, Term) else str(v) for v in value)
    return str(value)


def _marked(term: Term) -> str:
    marks = [] if term.status is Status.PREFERRED else [str(term.status)]
    marks += [] if term.kind == "term" else [term.kind]
    marks += [f"forms: {' | '.join(term.forms)}"] if term.forms else []
    return f"{term.text} [{', '.join(marks)}]" if marks else term.text
