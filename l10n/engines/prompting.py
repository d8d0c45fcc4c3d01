"""What a chat model is told (texts by number, with terms, neighbours, style), and what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from l10n.engines.answers import clean
from l10n.engines.languages import language_name
from l10n.engines.masking import Masked, inlined, is_masked
from l10n.engines.service.errors import Failed, Rejected
from l10n.engines.service.texts import out_of_step
from l10n.engines.service.twice import Again, Ask, asked_twice
from l10n.engines.wanted import Wanted, judged
from l10n.model import Draft, DraftRequest, Example

_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_EXAMPLES = 5
"""Shown at most, in one conversation."""


def conversed(
    requests: Sequence[DraftRequest],
    ask: Ask,
    fold: Callable[[str], str] = str,
    again: Again | None = None,
) -> list[Draft]:
    """A draft for each; what is no answer or lost something is asked for again.

    The second time the equivalents stand in the texts: what a model forgets of a list, it copies
    from a sentence; and placeholders for what has to survive byte for byte. `fold` writes numbers
    as the target language does; `again` knows how second askings went before.
    """

    def second(texts: Sequence[DraftRequest]) -> Iterator[Draft]:
        told = {request.id: with_equivalents(request, fold) for request in texts}
        for draft in ask([request for request, _ in told.values()]):
            target, _ = told[draft.id][1].restored(draft.target)
            yield replace(draft, target=target)

    return asked_twice(requests, ask, second, again=again)


def conversation(requests: Sequence[DraftRequest], pair: tuple[str, str]) -> dict[str, object]:
    """What is asked of a model for all of them."""
    return {
        "temperature": 0,
        "messages": messages(requests, *map(language_name, pair)),
        "response_format": {"type": "json_object"},
    }


def answered(requests: Sequence[DraftRequest], answer: object) -> list[Draft]:
    """A draft for each; what the model says under an unknown number is dropped.

    Raises a `ServiceError` where the answer cannot be told apart.
    """
    found = translations(answer, len(requests))
    answers = [clean(found.get(str(n), "")) for n in range(1, len(requests) + 1)]
    if out_of_step([Masked(request.source) for request in requests], answers):
        raise Rejected("the model gave answers under the numbers of others")
    return [
        judged(request, target, inlined(request.source, request.terms))
        for request, target in zip(requests, answers, strict=True)
    ]


def messages(requests: Sequence[DraftRequest], source: str, target: str) -> list[dict[str, str]]:
    """The conversation that asks for all; texts are told apart by number, from 1."""
    task = (
        f"You translate news of the State and the Party from {source} into {target}, in the formal "
        "style of a newspaper. The user sends a JSON object: each number has a text and the "
        "equivalents of its terms, which you use exactly. What is before and after a text is for "
        "understanding alone. Keep numbers, names, addresses, document codes and Markdown as they "
        "are. Answer with one JSON object that has the translation of each text under its number, "
        "and nothing else."
    )
    rules = dict.fromkeys(rule for request in requests for rule in request.style)
    told = [{"role": "system", "content": " ".join([task, *rules])}]
    for example in _examples(requests):
        asked = {"1": {"text": example.source}}
        told.append({"role": "user", "content": _json(asked)})
        told.append({"role": "assistant", "content": _json({"1": example.target})})
    texts = {str(number): _text(requests, number - 1) for number in range(1, len(requests) + 1)}
    return [*told, {"role": "user", "content": _json(texts)}]


def translations(answer: object, asked: int) -> dict[str, str]:
    """The texts by number, wherever in its words the model has put the object."""
    try:
        content = answer["choices"][0]["message"]["content"]  # type: ignore[index]
        found = json.loads(_OBJECT.search(content)[0])  # type: ignore[index]
    except (KeyError, IndexError, TypeError, ValueError, RecursionError):
        told = "the model did not answer in the form that was asked for"
        raise (Rejected(told) if asked > 1 else Failed(told)) from None
    return {
        str(number): text if isinstance(text, str) else str(text.get("text", ""))
        for number, text in found.items()
        if isinstance(text, str | dict)
    }


def with_equivalents(
    request: DraftRequest, fold: Callable[[str], str] = str
) -> tuple[DraftRequest, Masked]:
    """The request with equivalents in place of its terms and `fold` done to the rest.

    Placeholders stand in it for literals; what comes with it puts them back.
    """
    wanted = Wanted.of(request)
    asked, values = wanted.masked([] if is_masked(request.source) else wanted.literals())
    return replace(request, source=inlined(asked.source, asked.terms, fold), terms=()), values


def _examples(requests: Sequence[DraftRequest]) -> list[Example]:
    """The nearest of each request in turn, as many as are shown; the nearest last."""
    ranked = [list(reversed(request.examples)) for request in requests]
    chosen: dict[str, Example] = {}
    for place in range(max(map(len, ranked), default=0)):
        for examples in ranked:
            if place < len(examples):
                chosen.setdefault(examples[place].source, examples[place])
    return list(chosen.values())[:_EXAMPLES][::-1]


def _text(requests: Sequence[DraftRequest], at: int) -> dict[str, object]:
    """A text with what is to be known of it; neighbours that are asked for beside it are known."""
    request = requests[at]
    near = {other.source for other in requests[max(0, at - 1) : at + 2]}
    terms = {request.source[t.start : t.end]: t.equivalent for t in request.terms if t.equivalent}
    told = {
        "text": request.source,
        "terms": terms,
        "before": request.before if request.before not in near else "",
        "after": request.after if request.after not in near else "",
    }
    return {key: value for key, value in told.items() if value}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
