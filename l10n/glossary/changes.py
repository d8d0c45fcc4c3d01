"""What changed from one glossary to another, concept by concept."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from l10n.model import Concept, Status, Term


class ChangeKind(enum.StrEnum):
    """What became of a concept."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is another one now."""

    what: str
    """`preferred`, `term`, `guards`, `case`, `target_case`, `ambiguous` or `valid`."""
    before: str
    """"" where there was nothing."""
    after: str
    """"" where there is nothing any more."""
    language: str = ""
    """BCP 47 tag of the term, or "" for what concerns every language."""
    term: str = ""
    """The wording that a difference of kind `term` is about."""


@dataclass(frozen=True, slots=True)
class Change:
    """A concept that was added, changed or removed."""

    concept: str
    """Its id."""
    before: Concept | None
    after: Concept | None
    differences: tuple[Difference, ...] = ()
    """For a changed concept, what differs; at least one."""

    @property
    def kind(self) -> ChangeKind:
        """Which of the three it is."""
        if self.before is None:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.after is None else ChangeKind.CHANGED

    @property
    def languages(self) -> frozenset[str]:
        """The languages with terms, before or after."""
        return frozenset(
            language for side in (self.before, self.after) if side for language in side.terms
        )

    def concerns(self, source_language: str, language: str) -> bool:
        """Whether texts of this language pair may be found or judged otherwise than before."""
        return self.kind is not ChangeKind.CHANGED or any(
            d.language in ("", source_language, language) for d in self.differences
        )


def compare(before: Mapping[str, Concept], after: Mapping[str, Concept]) -> list[Change]:
    """The concepts that were added, changed or removed, by id.

    Only what matching and judging depend on counts: not notes, sources, domains, who verified,
    the order of admitted terms, or in which file a concept stands.
    """
    changes = []
    for id_ in sorted({*before, *after}):
        old, new = before.get(id_), after.get(id_)
        differences = tuple(_differences(old, new)) if old and new else ()
        if differences or old is None or new is None:
            changes.append(Change(id_, old, new, differences))
    return changes


def _differences(old: Concept, new: Concept) -> Iterator[Difference]:
    for language in sorted({*old.terms, *new.terms}):
        yield from _terms(language, old, new)
    for what, before, after in (
        ("guards", _set(old.guards), _set(new.guards)),
        ("case", old.case, new.case),
        ("target_case", old.target_case, new.target_case),
        ("ambiguous", _set(old.ambiguous), _set(new.ambiguous)),
        ("valid", _period(old), _period(new)),
    ):
        if before != after:
            yield Difference(what, before, after)


def _terms(language: str, old: Concept, new: Concept) -> Iterator[Difference]:
    """The preferred term first, then every other term that came, went or is another one."""
    preferred = [c.preferred(language) or "" for c in (old, new)]
    if preferred[0] != preferred[1]:
        yield Difference("preferred", preferred[0], preferred[1], language)
    before, after = (_by_text(c.terms.get(language, ())) for c in (old, new))
    for text in dict.fromkeys((*before, *after)):
        was, now = before.get(text, ""), after.get(text, "")
        told = preferred[0] != preferred[1] and (now or was) == Status.PREFERRED
        if was != now and not told:
            yield Difference("term", was, now, language, text)


def _by_text(terms: Iterable[Term]) -> dict[str, str]:
    """What is said of each wording."""
    return {term.text: _said(term) for term in terms}


def _said(term: Term) -> str:
    kind = "" if term.kind == "term" else f" {term.kind}"
    forms = f" ({', '.join(sorted(term.forms))})" if term.forms else ""
    return f"{term.status}{kind}{forms}"


def _set(texts: Iterable[str]) -> str:
    return ", ".join(sorted(texts))


def _period(concept: Concept) -> str:
    days = (concept.valid_from, concept.valid_to)
    return " – ".join(str(day or "…") for day in days) if any(days) else ""
