"""What a term's text has to be, and in which order the terms of a language stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from l10n.model import Status, Term

MAX_LENGTH = 500


def regular_term(text: str) -> str:
    """The text as it is kept: NFC, one space for any white space, no invisible characters."""
    plain = unicodedata.normalize("NFC", text)
    for invisible in "\u00ad\u200b\ufeff\u2060":
        plain = plain.replace(invisible, "")
    return " ".join(plain.split())


def problem(text: str) -> str | None:
    """Why the text cannot be a term, or None where it can."""
    if not text:
        return "is empty"
    if len(text) > MAX_LENGTH:
        return f"has {len(text)} characters"
    if not text.isprintable():
        return "has a control character"
    if not any(c.isalnum() for c in text):
        return f"has no letter or digit: {text!r}"
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
