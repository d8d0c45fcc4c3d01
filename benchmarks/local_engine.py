"""The embedded engine's rate, against llama.cpp's own on the same prompts.

    python benchmarks/local_engine.py [--model gemma3-270m] [--units 20] [FILE]

FILE has one Vietnamese source a line; without it, sentences of the shipped articles are taken. Each
unit is drafted by the engine, then asked of the same loaded model bare: one plain call with the
prompt cache, without log-probabilities, judging or the steps that make drafts independent of one
another. Prints tokens a second of both, all tries counted, and the ratio (at least 0.9): by the
clock, and by the processors' time, which other programs disturb less.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from l10n.engines.local import LocalEngine
from l10n.engines.local.prompt import Prompter
from l10n.model import DraftRequest

ARTICLES = Path(__file__).parent.parent / "articles"
PAIR = {"source_language": "vi", "target_language": "en"}


class Spent:
    """Seconds spent inside, by the clock and by the processors."""

    def __init__(self) -> None:
        self.clock = self.processors = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self.clock += time.perf_counter() - self._began[0]
        self.processors += time.process_time() - self._began[1]


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

    written = 0

    def counted(*given: Any) -> Any:
        nonlocal written
        answer = complete(*given)
        written += len(answer.log_probabilities)
        return answer

    complete, engine._llama.complete = engine._llama.complete, counted  # type: ignore[method-assign,union-attr]
    ours, theirs, tokens = Spent(), Spent(), 0
    # Turn by turn, so that both have the same share of the machine; never the same unit twice
    # in a row, or llama.cpp would find its prompt read already.
    for request, other in zip(requests, [*requests[1:], requests[0]], strict=True):
        with ours:
            list(engine.draft([request], **PAIR))
        with theirs:
            tokens += bare(engine, other)
    engine.close()
    print(f"{given.model}, {len(requests)} units, {written} and {tokens} tokens")
    for name, spent, count in (("engine", ours, written), ("llama.cpp", theirs, tokens)):
        each = spent.clock / len(requests)
        print(f"{name:9} {each:6.2f} s a unit  {count / spent.clock:6.1f} tokens/s")
    rate = written / tokens
    print(f"ratio     {rate * theirs.clock / ours.clock:6.2f}")
    print(f"by processors' time {rate * theirs.processors / ours.processors:.2f}")


if __name__ == "__main__":
    main()
