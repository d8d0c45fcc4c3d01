"""One draft of a model: how it is asked, again by other means, and what its answers are worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from l10n.engines.answers import loops, untranslated
from l10n.engines.local.answers import clean
from l10n.engines.local.llama import Completion
from l10n.engines.local.prompt import Prompter
from l10n.engines.local.session import Session
from l10n.engines.masking import Masked, is_masked
from l10n.engines.wanted import Wanted, judged
from l10n.errors import EngineError
from l10n.model import Draft, DraftRequest, Example

GREEDY = {"temperature": 0, "seed": 1}
SAMPLED = {"temperature": 0.5, "top_p": 0.95, "seed": 7}
_NOTHING = Masked("")


class Asker:
    """Asks for drafts in one pair of languages."""

    def __init__(self, prompter: Prompter, *, chat: bool) -> None:
        self._prompter = prompter
        self._chat = chat

    def draft(
        self, session: Session, examples: tuple[Example, ...], request: DraftRequest
    ) -> Draft:
        """The best of up to four; a later one is tried only where those before lost something.

        A sample often keeps what the likeliest answer lost; a placeholder is a word that no model
        knows better, but it costs some of the meaning.
        """
        wanted = Wanted.of(request)

        def ask(asked: DraftRequest, decoding: Mapping[str, object], values: Masked) -> Draft:
            return self._ask(session, examples, asked, decoding, values)

        def better(*drafts: Draft) -> Draft:
            return max(drafts, key=lambda draft: wanted.worth(draft.target))

        best = ask(wanted.request, GREEDY, _NOTHING)
        if wanted.worth(best.target) < 0:
            best = better(best, ask(wanted.request, SAMPLED, _NOTHING))
        for decoding in (GREEDY, SAMPLED):
            missing = wanted.missing(best.target) if best.target else []
            if missing and not is_masked(request.source):
                asked, values = wanted.masked(missing)
                best = better(best, ask(asked, decoding, values))
        return best

    def _ask(
        self,
        session: Session,
        examples: tuple[Example, ...],
        request: DraftRequest,
        decoding: Mapping[str, object],
        values: Masked,
    ) -> Draft:
        prompter = self._prompter
        # Twice the tokens that a translation of this length usually takes.
        options: dict[str, Any] = {
            "n_predict": 32 + len(request.source) // 2, "n_probs": 1, **decoding
        }  # fmt: skip
        try:
            if self._chat:
                answer = session.reply(prompter.messages(request), options, loops)
            else:
                head, question = prompter.prefix(examples), prompter.question(request)
                answer = session.go_on(head, question, {**options, "stop": ["\n"]}, loops)
        except EngineError as error:
            return Draft(request.id, error=error.message)
        return self._judged(request, answer, values)

    def _judged(self, request: DraftRequest, answer: Completion, values: Masked) -> Draft:
        target = clean(answer.text, request.source, self._prompter.target_name)
        asked = self._prompter.source(request.source, request.terms)
        draft = judged(request, target, asked)
        if draft.error:
            return draft
        if untranslated(target, request.source):
            return Draft(request.id, error="the engine left the source untranslated")
        target, lost = values.restored(target) if values.values else (target, [])
        if lost:
            return Draft(request.id, error="the model lost a placeholder")
        return Draft(request.id, target=target, confidence=answer.confidence)
