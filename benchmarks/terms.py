"""How many of the glossary's terms an engine keeps, judged as drafts are judged.

    python benchmarks/terms.py [--engine local] [--model gemma3-270m] [--url ADDRESS] [--units 40]
                               [--strategy bare|inline|placeholder|prompt] [FILE]

FILE has a Vietnamese source a line; without it, the sentences of `tests/quality/official` are
taken. `--strategy` takes one way of keeping terms alone, `bare` none; without it the engine tries
its own ones in turn. `prompt` needs `--engine openai` and the address of a server. Prints the share
of occurrences with verdict `ok`, the terms that are lost and not flagged as high risk (there must
be none), and seconds a sentence.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from l10n.engines.languages import language_name
from l10n.engines.local.asking import GREEDY, Asker
from l10n.engines.masking import Masked, masked
from l10n.engines.openai import OpenAI
from l10n.engines.prompting import answered, conversation
from l10n.engines.wanted import Wanted
from l10n.model import Draft, Risk, VerdictKind
from l10n.settings import find
from l10n.workflow.translate import drafts
from l10n.workflow.workspace import Workspace


def inline_alone(self: Asker, session: Any, examples: Any, request: Any) -> Draft:
    """The first answer, with equivalents in the source."""
    wanted = Wanted.of(request).request
    return self._ask(session, examples, wanted, GREEDY, Masked(""))


def placeholder_alone(self: Asker, session: Any, examples: Any, request: Any) -> Draft:
    """The first answer, with placeholders in the source; terms that are lost are missing."""
    mask = masked(request.source, request.terms)
    asked = replace(request, source=mask.text, terms=())
    draft = self._ask(session, examples, asked, GREEDY, Masked(""))
    return replace(draft, target=mask.restored(draft.target)[0])


def prompt_alone(self: OpenAI, requests: Any, source_language: str, target_language: str) -> Any:
    """One conversation, nothing asked for again."""
    names = language_name(source_language), language_name(target_language)
    body = {"model": self._options.model, **conversation(requests, *names)}
    return answered(requests, self.client.post(self._url, json=body))


ROOT = Path(__file__).parent.parent
SENTENCES = ROOT / "tests/quality/official/vi.txt"


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path, default=SENTENCES)
    options.add_argument("--engine", default="local")
    options.add_argument("--model", default="")
    options.add_argument("--units", type=int, default=1000)
    options.add_argument("--url", default="")
    options.add_argument("--strategy", choices=["bare", "inline", "placeholder", "prompt"])
    options.add_argument("--show", action="store_true")
    given = options.parse_args()
    project = find(project=ROOT)
    if given.model:
        told = {"model": given.model} | ({"url": given.url, "timeout": 300} if given.url else {})
        engines = {**project.settings.engines, given.engine: told}
        project = replace(project, settings=replace(project.settings, engines=engines))
    if given.strategy in ("inline", "placeholder"):
        way = inline_alone if given.strategy == "inline" else placeholder_alone
        Asker.draft = way  # type: ignore[method-assign]
    if given.strategy == "prompt":
        OpenAI.answer = prompt_alone  # type: ignore[method-assign]
    sources = given.file.read_text(encoding="utf-8").splitlines()[: given.units]
    verdicts: Counter[str] = Counter()
    unflagged = failed = 0
    begun = time.perf_counter()
    for unit, judged, _ in drafts(
        Workspace(project), sources, "en", engine=given.engine, terms=given.strategy != "bare"
    ):
        failed += not unit.target
        verdicts.update(v.verdict for v in judged)
        wrong = [v for v in judged if v.verdict is not VerdictKind.OK]
        unflagged += len(wrong) if unit.risk is not Risk.HIGH else 0
        if given.show:
            print(unit.risk, ",".join(unit.reasons), unit.source, unit.target, sep="\n  ")
    taken = time.perf_counter() - begun
    total = verdicts.total()
    print(f"{verdicts[VerdictKind.OK]} of {total} occurrences right", dict(verdicts))
    print(f"{unflagged} wrong and not flagged, {failed} sentences without a draft")
    print(f"{taken / len(sources):.1f} s a sentence")


if __name__ == "__main__":
    main()
