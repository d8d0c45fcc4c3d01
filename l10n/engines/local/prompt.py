"""Prompts: examples first, then the source with its terms' equivalents in place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.engines.languages import language_name, primary
from l10n.engines.local.examples import shipped
from l10n.engines.numerals import fold
from l10n.model import DraftRequest, Example, TermHint

MAX_EXAMPLE_CHARACTERS = 2400
"""Room for examples, sources and targets together; the farthest ones are left out."""

_SPACES = re.compile(r"\s+")


class Prompter:
    """Makes the prompts for one pair of languages."""

    def __init__(self, source_language: str, target_language: str) -> None:
        self._pair = primary(source_language), primary(target_language)
        self._fold = fold(source_language, target_language)
        self._source_name = language_name(source_language)
        self.target_name = language_name(target_language)
        """Stands before every answer."""

    def examples(self, request: DraftRequest) -> tuple[Example, ...]:
        """The examples to show: the nearest ones of the request that there is room for, or ours."""
        kept: list[Example] = []
        room = MAX_EXAMPLE_CHARACTERS
        for example in reversed(request.examples):
            room -= len(example.source) + len(example.target)
            if room < 0:
                break
            kept.insert(0, example)
        return tuple(kept) or shipped(*self._pair)

    def by_examples(
        self, requests: Sequence[DraftRequest]
    ) -> dict[tuple[Example, ...], list[DraftRequest]]:
        """The requests by the examples to show: one prefix is read for all of a group."""
        groups: dict[tuple[Example, ...], list[DraftRequest]] = {}
        for request in requests:
            groups.setdefault(self.examples(request), []).append(request)
        return groups

    def source(self, text: str, terms: Sequence[TermHint]) -> str:
        """`text` on one line, each term replaced by its equivalent, numbers in the target's form.

        A model copies what already stands in the target language; told apart from the source, it
        forgets half of the terms.
        """
        parts = []
        at = 0
        for term in sorted(terms, key=lambda t: t.start):
            if term.start < at or not term.equivalent:
                continue
            parts += [self._fold(text[at : term.start]), term.equivalent]
            at = term.end
        return _one_line("".join([*parts, self._fold(text[at:])]))

    def prefix(self, examples: Sequence[Example]) -> str:
        """What all requests with these examples share: the model reads it only once."""
        shown = [
            f"{self._source_name}: {source}\n{self.target_name}: {target}\n\n"
            for source, target in self._turns(examples)
        ]
        return f"{''.join(shown)}{self._source_name}:"

    def question(self, request: DraftRequest) -> str:
        """What follows the prefix."""
        return f" {self.source(request.source, request.terms)}\n{self.target_name}:"

    def messages(self, request: DraftRequest) -> list[dict[str, str]]:
        """The same as a conversation, for models that want one."""
        task = (
            f"Translate each message from {self._source_name} to {self.target_name}, in the formal"
            " style of a newspaper. Answer with the translation alone."
        )
        messages = [{"role": "system", "content": " ".join([task, *request.style])}]
        for source, target in self._turns(self.examples(request)):
            messages.append({"role": "user", "content": source})
            messages.append({"role": "assistant", "content": target})
        asked = self.source(request.source, request.terms)
        return [*messages, {"role": "user", "content": asked}]

    def _turns(self, examples: Sequence[Example]) -> list[tuple[str, str]]:
        return [(self.source(e.source, e.terms), _one_line(e.target)) for e in examples]


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
