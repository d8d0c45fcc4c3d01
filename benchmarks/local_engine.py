"""The embedded engine's rate, against llama.cpp's own on the same prompts.

    python benchmarks/local_engine.py [--model gemma3-270m] [--units 20] [FILE]

FILE has one Vietnamese source a line; without it, sentences of the shipped articles are taken. Each
unit is drafted by the engine, then asked of the same loaded model bare: one plain call with the
prompt cache, without log-probabilities, judging or the steps that make drafts independent of one
another. Prints tokens a second of both and the ratio (at least 0.9).
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from pathlib import Path

from l10n.engines.local import LocalEngine
from l10n.engines.local.prompt import Prompter
from l10n.model import DraftRequest

ARTICLES = Path(__file__).parent.parent / "articles"
PAIR = {"source_language": "vi", "target_language": "en"}


def sentences(file: Path | None) -> Iterator[str]:
    """Sources to draft: the lines of `file`, or what looks like a sentence in the articles."""
    if file is not None:
        yield from filter(None, file.read_text(encoding="utf-8").splitlines())
        return
    for path in sorted(ARTICLES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[2]
        for line in body.splitlines():
            if line[:1].isalpha():
                yield from (s for s in re.split(r"(?<=[.!?])\s+", line) if len(s.split()) > 8)


def bare(engine: LocalEngine, request: DraftRequest) -> int:
    """Asks llama.cpp for the same as the engine does; tokens of the answer."""
    prompter = Prompter(*PAIR.values())
    answer = engine._llama._server.handle_completions(
        {
            "prompt": prompter.prefix(prompter.examples(request)) + prompter.question(request),
            "n_predict": 32 + len(request.source) // 2,
            "temperature": 0,
            "stop": ["\n"],
        }
    )
    return int(answer["usage"]["completion_tokens"])


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--model", default="gemma3-270m")
    options.add_argument("--units", type=int, default=20)
    given = options.parse_args()
    engine = LocalEngine({"model": given.model})
    requests = [DraftRequest(s, s) for s in sentences(given.file)][: given.units]
    list(engine.draft(requests[:1], **PAIR))  # the prefix is read, the file is in memory

    ours = theirs = 0.0
    tokens = 0
    # Turn by turn, so that both have the same share of the machine; never the same unit twice
    # in a row, or llama.cpp would find its prompt read already.
    for request, other in zip(requests, [*requests[1:], requests[0]], strict=True):
        began = time.perf_counter()
        list(engine.draft([request], **PAIR))
        ours += time.perf_counter() - began
        began = time.perf_counter()
        tokens += bare(engine, other)
        theirs += time.perf_counter() - began
    engine.close()
    print(f"{given.model}, {len(requests)} units, {tokens} tokens")
    print(f"engine    {ours / len(requests):6.2f} s a unit  {tokens / ours:6.1f} tokens/s")
    print(f"llama.cpp {theirs / len(requests):6.2f} s a unit  {tokens / theirs:6.1f} tokens/s")
    print(f"ratio     {theirs / ours:6.2f}")


if __name__ == "__main__":
    main()
