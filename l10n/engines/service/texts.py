"""Services that take plain text: terms and literals go as placeholders and are put back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from l10n.engines.service.masking import masked
from l10n.model import Draft, DraftRequest

Translate = Callable[[Sequence[str]], Sequence[str]]
"""Translates texts in order; raises a `ServiceError`."""

_LONGEST = 10
"""Times the length of its source that no translation has."""


def translated(requests: Sequence[DraftRequest], translate: Translate) -> list[Draft]:
    """A draft for each request.

    Texts that come back without one of their placeholders are asked for once more: with
    placeholders for the literals alone, the terms as they stand in the source.
    """
    drafts: dict[str, Draft] = {}
    again = []
    for request, draft, lost in _round(requests, translate, terms=True):
        drafts[request.id] = draft
        if lost and not draft.error:
            again.append(request)
    if again:
        for request, draft, lost in _round(again, translate, terms=False):
            if not draft.error and not lost:
                drafts[request.id] = draft
    return list(drafts.values())


def _round(
    requests: Sequence[DraftRequest], translate: Translate, *, terms: bool
) -> list[tuple[DraftRequest, Draft, list[str]]]:
    masks = [masked(r.source, r.terms if terms else ()) for r in requests]
    answers = translate([mask.text for mask in masks])
    result: list[tuple[DraftRequest, Draft, list[str]]] = []
    for index, (request, mask) in enumerate(zip(requests, masks, strict=True)):
        if index >= len(answers):
            missing = Draft(request.id, error="the service gave no answer for it")
            result.append((request, missing, []))
            continue
        text, lost = mask.restored(clean(answers[index]))
        wrong = fault(text, request.source)
        draft = Draft(request.id, error=wrong) if wrong else Draft(request.id, target=text)
        result.append((request, draft, lost))
    return result


def clean(answer: str) -> str:
    """The answer on one line, NFC, without control characters."""
    kept = "".join(
        c for c in answer if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn")
    )
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def fault(target: str, source: str) -> str:
    """Why `target` cannot be a translation of `source`, or ""."""
    if not target.strip():
        return "the service gave no text"
    if len(target) > _LONGEST * len(source) + 200:
        return "the answer is many times longer than the source"
    letters = [c for c in source if c.isalpha()]
    words = source.split()
    same = " ".join(target.split()).casefold() == " ".join(words).casefold()
    if same and len(words) > 4 and any(c.islower() for c in letters):
        return "the service gave the source back"
    return ""
