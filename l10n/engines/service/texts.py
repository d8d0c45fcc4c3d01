"""Services that take plain text: how terms and literals get through them unharmed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from l10n.engines.answers import clean
from l10n.engines.masking import Masked, inlined, masked
from l10n.engines.service.errors import Failed, Rejected
from l10n.engines.service.twice import Again, asked_twice
from l10n.engines.wanted import judged
from l10n.model import Draft, DraftRequest

Translate = Callable[[Sequence[str]], Sequence[str]]
"""Translates texts in order; raises a `ServiceError`."""

Fold = Callable[[str], str]
"""Writes numbers as the target language does."""

STRATEGIES = ("placeholder", "inline")
"""How terms are kept, in the order in which it is tried."""
_DIGITS = re.compile(r"\d+")


def translated(
    requests: Sequence[DraftRequest],
    translate: Translate,
    fold: Fold = str,
    again: Again | None = None,
) -> list[Draft]:
    """A draft for each request.

    Texts go with placeholders for terms and literals. One that loses something is asked for once
    more, with its terms' equivalents in their places and its numbers as the target language
    writes them, unless `again` has failed too often; the better one of the two is kept.
    """

    def told(request: DraftRequest, first: int) -> Masked:
        return masked(inlined(request.source, request.terms, fold), first=first)

    return asked_twice(
        requests,
        lambda texts: _asked(texts, translate, _plain),
        lambda texts: _asked(texts, translate, told),
        lambda r, draft: not draft.error and told(r, 1).text != _plain(r, 1).text,
        again,
    )


def _plain(request: DraftRequest, first: int) -> Masked:
    return masked(request.source, request.terms, first=first)


def _asked(
    requests: Sequence[DraftRequest],
    translate: Translate,
    form: Callable[[DraftRequest, int], Masked],
) -> Iterator[Draft]:
    masks: list[Masked] = []
    first = 1
    for request in requests:
        masks.append(form(request, first))
        first += len(masks[-1].values)
    texts = [mask.text for mask in masks]
    answers = [clean(answer) for answer in translate(texts)]
    if len(texts) == 1 != len(answers):
        raise Failed(f"{len(answers)} answers for one text")
    if len(texts) > 1 and out_of_step(masks, answers):
        raise Rejected("the answers are not those of the texts")
    for request, mask, answer in zip(requests, masks, answers, strict=True):
        text, _ = mask.restored(answer)
        yield judged(request, text, mask.restored(mask.text)[0])


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
