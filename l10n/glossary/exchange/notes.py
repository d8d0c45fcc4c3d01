"""Notes that carry what TBX has no data category for, so that it survives the way there and back.

Each is a `<note>` of its own that begins with `l10n-` and a key: `l10n-guard: xã hội`. Other
tools show and keep them as notes. A person's note that happens to begin so is written behind
`l10n-note: `.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.model import Concept, Status, Term

_CARRIER = re.compile(
    r"l10n-(guard|ambiguous|case|target-case|valid-from|valid-to|verified|source|note"
    r"|status|kind|form): (.*)",
    re.DOTALL,
)


def of_concept(concept: Concept) -> Iterator[str]:
    """The notes of a concept that neither dialect has a place for; a default needs none."""
    yield from (f"l10n-guard: {guard}" for guard in concept.guards)
    yield from (f"l10n-ambiguous: {form}" for form in concept.ambiguous)
    if concept.case != "any":
        yield f"l10n-case: {concept.case}"
    if concept.target_case != "common":
        yield f"l10n-target-case: {concept.target_case}"
    if concept.valid_from:
        yield f"l10n-valid-from: {concept.valid_from}"
    if concept.valid_to:
        yield f"l10n-valid-to: {concept.valid_to}"
    if concept.verified:
        yield "l10n-verified: true"


def of_term(term: Term, *, has_types: bool) -> Iterator[str]:
    """The notes of a term; `has_types` where the dialect knows abbreviations and short forms."""
    if term.status is Status.FORBIDDEN:
        yield "l10n-status: forbidden"
    if term.kind == "plural" or (term.kind != "term" and not has_types):
        yield f"l10n-kind: {term.kind}"
    yield from (f"l10n-form: {form}" for form in term.forms)


def of_person(note: str) -> str:
    """A person's note, so that it is never taken for one of ours."""
    return f"l10n-note: {note}" if note.startswith("l10n-") else note


def parsed(note: str) -> tuple[str, str]:
    """Key and value of a note; the key is `note` where a person wrote it."""
    hit = _CARRIER.fullmatch(note)
    return (hit[1], hit[2]) if hit else ("note", note)
