"""What a term's text has to be, and in which order the terms of a language stand."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from l10n.glossary.slots import PATTERNS, SLOT, names
from l10n.model import Status, Term

MAX_LENGTH = 500


def regular_term(text: str) -> str:
    """The text as it is kept: NFC, one space for any white space, no invisible characters."""
    plain = unicodedata.normalize("NFC", text)
    for invisible in "\u00ad\u200b\ufeff\u2060":
        plain = plain.replace(invisible, "")
    return " ".join(plain.split())


def problem(text: str) -> tuple[str, str] | None:
    """Why the text cannot be a term, and the remedy; None where it can."""
    length = f"write 1 to {MAX_LENGTH} characters of text"
    if not text:
        return "a term is empty", length
    if len(text) > MAX_LENGTH:
        return f"a term has {len(text)} characters", length
    if not text.isprintable():
        return "a term has a control character", length
    if not any(c.isalnum() for c in text):
        return f"a term has no letter or digit: {text!r}", length
    return _slot_problem(text) if "{" in text else None


def _slot_problem(text: str) -> tuple[str, str] | None:
    slots = names(text)
    unknown = next((slot for slot in slots if slot not in PATTERNS), None)
    if unknown is not None:
        near = difflib.get_close_matches(unknown, PATTERNS, n=1, cutoff=0.75)
        remedy = f"did you mean {{{near[0]}}}?" if near else f"known are {', '.join(PATTERNS)}"
        return f"unknown slot {{{unknown[:60]}}}", remedy
    if len(set(slots)) < len(slots):
        return "a slot stands twice in a term", "keep one of them"
    if not any(c.isalnum() for c in SLOT.sub("", text)):
        return "a term is nothing but a slot", "add the words around it"
    return None


def ordered(terms: Sequence[tuple[Term, Status | None]]) -> tuple[Term, ...]:
    """The terms with their statuses, the preferred one first.

    Without a status of its own, the first term is preferred (unless another one says that it
    is) and the others are admitted.
    """
    chosen = next((i for i, term in enumerate(terms) if term[1] is Status.PREFERRED), 0)
    result: list[Term] = []
    for index, (term, given) in enumerate(terms):
        status = given or (Status.PREFERRED if index == chosen else Status.ADMITTED)
        made = term if status is term.status else replace(term, status=status)
        result.insert(0 if status is Status.PREFERRED else len(result), made)
    return tuple(result)
