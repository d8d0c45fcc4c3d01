"""Services that take plain text: how terms and literals get through them unharmed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from l10n.engines.answers import clean, fault
from l10n.engines.masking import Masked, inlined, masked
from l10n.engines.service.errors import Failed
from l10n.engines.wanted import Wanted
from l10n.model import Draft, DraftRequest

Translate = Callable[[Sequence[str]], Sequence[str]]
"""Translates texts in order; raises a `ServiceError`."""

Fold = Callable[[str], str]
"""Writes numbers as the target language does."""

STRATEGIES = ("placeholder", "inline")
"""How terms are kept, in the order in which it is tried."""
_DIGITS = re.compile(r"\d+")


def translated(
    requests: Sequence[DraftRequest], translate: Translate, fold: Fold = str
) -> list[Draft]:
    """A draft for each request.

    Texts go with placeholders for terms and literals. One that loses something is asked for once
    more, with its terms' equivalents in their places and its numbers as the target language
    writes them; the better one of the two is kept.
    """

    def told(request: DraftRequest, first: int) -> Masked:
        return masked(inlined(request.source, request.terms, fold), first=first)

    wanted = {request.id: Wanted.of(request) for request in requests}
    best: dict[str, Draft] = {}
    for request, draft in _asked(requests, translate, _plain):
        best[request.id] = draft
    again = [
        r
        for r in requests
        if not best[r.id].error
        and wanted[r.id].worth(best[r.id].target) < 0
        and told(r, 1).text != _plain(r, 1).text
    ]
    for request, draft in _asked(again, translate, told) if again else ():
        known = wanted[request.id]
        if not draft.error and known.worth(draft.target) > known.worth(best[request.id].target):
            best[request.id] = draft
    return list(best.values())


def _plain(request: DraftRequest, first: int) -> Masked:
    return masked(request.source, request.terms, first=first)


def _asked(
    requests: Sequence[DraftRequest],
    translate: Translate,
    form: Callable[[DraftRequest, int], Masked],
) -> Iterator[tuple[DraftRequest, Draft]]:
    masks: list[Masked] = []
    first = 1
    for request in requests:
        masks.append(form(request, first))
        first += len(masks[-1].values)
    texts = [mask.text for mask in masks]
    answers = [clean(answer) for answer in translate(texts)]
    if len(texts) > 1 and out_of_step(masks, answers):
        answers = [clean(answer) for text in texts for answer in _one(translate, text)]
    elif len(answers) != len(texts):
        raise Failed(f"{len(answers)} answers for {len(texts)} texts")
    for request, mask, answer in zip(requests, masks, answers, strict=True):
        yield request, _draft(request, mask, answer)


def _one(translate: Translate, text: str) -> Sequence[str]:
    answers = translate([text])
    if len(answers) != 1:
        raise Failed(f"{len(answers)} answers for one text")
    return answers


def out_of_step(masks: Sequence[Masked], answers: Sequence[str]) -> bool:
    """Whether answers belong to other texts than they should: by number, placeholders, figures."""
    if len(answers) != len(masks):
        return True
    if any(mask.foreign(answer) for mask, answer in zip(masks, answers, strict=True)):
        return True
    asked = [set(_DIGITS.findall(mask.rest)) for mask in masks]
    given = [set(_DIGITS.findall(Masked(answer).rest)) for answer in answers]
    once = Counter(figure for figures in asked for figure in figures)
    there = set().union(*given)
    return any(
        once[figure] == 1 and figure in there and figure not in own
        for figures, own in zip(asked, given, strict=True)
        for figure in figures
    )


def _draft(request: DraftRequest, mask: Masked, answer: str) -> Draft:
    text, _ = mask.restored(answer)
    rest = masked(request.source, request.terms).rest
    wrong = fault(text, request.source, mask.restored(mask.text)[0], rest)
    return Draft(request.id, error=wrong) if wrong else Draft(request.id, target=text)
