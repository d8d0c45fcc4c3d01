"""A text that lost something is asked for once more in another form; the better answer is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from l10n.engines.service.errors import Rejected, ServiceError
from l10n.engines.wanted import Wanted
from l10n.model import Draft, DraftRequest

Ask = Callable[[Sequence[DraftRequest]], Iterable[Draft]]
"""Gives a draft for each request; raises a `ServiceError`."""


def asked_twice(
    requests: Sequence[DraftRequest],
    first: Ask,
    second: Ask,
    worth_it: Callable[[DraftRequest, Draft], bool] = lambda *_: True,
) -> list[Draft]:
    """The better of both answers; the second is asked for where the first lost something.

    `worth_it` says where it may give something else. Where the second asking fails, the first
    answers stay: they are paid for.
    """
    wanted = {request.id: Wanted.of(request) for request in requests}
    best = {draft.id: draft for draft in first(requests)}

    def worth(draft: Draft) -> int:
        return wanted[draft.id].worth(draft.target)

    again = [r for r in requests if worth(best[r.id]) < 0 and worth_it(r, best[r.id])]
    for draft in _afterwards(again, second) if again else ():
        best[draft.id] = max(best[draft.id], draft, key=worth)
    return list(best.values())


def _afterwards(requests: Sequence[DraftRequest], ask: Ask) -> Iterator[Draft]:
    """What can be had; texts that are refused together are asked for alone."""
    try:
        yield from ask(requests)
    except Rejected:
        if len(requests) > 1:
            for request in requests:
                yield from _afterwards([request], ask)
    except ServiceError:
        return
