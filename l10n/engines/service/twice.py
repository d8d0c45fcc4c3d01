"""A text that lost something is asked for once more in another form; the better answer is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from l10n.engines.service.errors import Rejected, ServiceError
from l10n.engines.wanted import Wanted
from l10n.model import Draft, DraftRequest

Ask = Callable[[Sequence[DraftRequest]], Iterable[Draft]]
"""Gives a draft for each request; raises a `ServiceError`."""


ENOUGH = 3
"""Second askings that fail one after another, each tried again and again, before there are none."""


class Again:
    """Asks for the second time, until that has failed too often in a row."""

    def __init__(self) -> None:
        self._failures = 0

    def __call__(self, requests: Sequence[DraftRequest], ask: Ask) -> list[Draft]:
        """What can be had."""
        if not requests or self._failures >= ENOUGH:
            return []
        drafts = list(_gained(requests, ask))
        self._failures = 0 if drafts else self._failures + 1
        return drafts


def asked_twice(
    requests: Sequence[DraftRequest],
    first: Ask,
    second: Ask,
    worth_it: Callable[[DraftRequest, Draft], bool] = lambda *_: True,
    again: Again | None = None,
) -> list[Draft]:
    """The better of both answers; the second is asked for where the first lost something.

    `worth_it` says where it may give something else; `again` knows how that went before. Where the
    second asking fails, the first answers stay: they are paid for.
    """
    wanted = {request.id: Wanted.of(request) for request in requests}
    best = {draft.id: draft for draft in first(requests)}

    def worth(draft: Draft) -> int:
        return wanted[draft.id].worth(draft.target)

    lost = [r for r in requests if worth(best[r.id]) < 0 and worth_it(r, best[r.id])]
    for draft in (again or Again())(lost, second):
        best[draft.id] = max(best[draft.id], draft, key=worth)
    return list(best.values())


def _gained(requests: Sequence[DraftRequest], ask: Ask) -> Iterator[Draft]:
    """What can be had; texts that are refused together are asked for alone."""
    try:
        yield from ask(requests)
    except Rejected:
        if len(requests) > 1:
            for request in requests:
                yield from _gained([request], ask)
    except ServiceError:
        return
