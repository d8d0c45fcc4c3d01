"""Asks a model so that its answer depends on the question alone, whatever was asked before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from l10n.engines.local.llama import Completion, Llama

Watch = Callable[[str], bool]


class Session:
    """Keeps the shared prefix of prompts in the model's cache.

    llama.cpp computes a token's state a little differently when it is read among more or fewer
    others, and reuses whatever two prompts happen to have in common; a greedy answer can change
    with it. So a prefix is always read in one go, and before every question the cache is cut
    back to the prefix, whose last token is then read again by itself. That costs one token a
    question.
    """

    def __init__(self, llama: Llama) -> None:
        self._llama = llama
        self._prefix: str | None = None

    @property
    def stopped(self) -> bool:
        """Whether its answers are not wanted any more."""
        return self._llama.stopped.is_set()

    def go_on(
        self, prefix: str, question: str, options: dict[str, Any], watch: Watch
    ) -> Completion:
        """The continuation of `prefix` and `question`; see `Llama.complete`."""
        known, self._prefix = self._prefix, None
        if known != prefix:
            self._llama.complete({"prompt": prefix, "n_predict": 0, "cache_prompt": False})
        self._llama.complete({"prompt": prefix, "n_predict": 0})
        self._prefix = prefix
        return self._llama.complete({"prompt": prefix + question, **options}, watch)

    def reply(
        self, messages: list[dict[str, str]], options: dict[str, Any], watch: Watch
    ) -> Completion:
        """The reply to a conversation, read anew each time: its template hides the prefix."""
        self._prefix = None
        request = {"messages": messages, "cache_prompt": False, "logprobs": True, **options}
        return self._llama.complete(request, watch)
