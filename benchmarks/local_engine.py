"""The embedded engine's rate, against llama.cpp's own on the same prompts.

    python benchmarks/local_engine.py [--model gemma3-270m] [--units 24] [FILE]

FILE has one Vietnamese source a line; without it, sentences of the shipped articles are taken. The
units are drafted by the engine as `l10n draft` does it, some at a time; then llama.cpp gets the
same prompts one after the other, with as many threads as the machine has cores, with its prompt
cache, and without log-probabilities, judging, second tries or the steps that make drafts
independent of one another. Prints tokens a second of both, all tries counted, at which rates
llama.cpp reads a prompt and writes an answer by its own clock, and the ratio of the two (at least
0.9): by the clock, and by the processors' time, which other programs disturb less.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from l10n.engines.local import LocalEngine, models
from l10n.engines.local.assembly import assembled
from l10n.engines.local.prompt import Prompter
from l10n.engines.local.session import Session
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


class Bare:
    """llama.cpp with its defaults."""

    def __init__(self, path: Path, threads: int) -> None:
        import xllamacpp

        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_ctx, params.n_parallel = 4096, 1
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
        params.swa_full = True  # or Gemma would lose its prompt cache
        params.hostnames, params.api_keys = ["127.0.0.1"], ["benchmark"]
        params.ui, params.verbosity = False, -1
        self._server: Any = xllamacpp.Server(params)
        self.timings: Counter[str] = Counter()
        """Tokens read (`prompt_n`) and written (`predicted_n`), and the milliseconds of each."""

    def ask(self, request: DraftRequest) -> int:
        """The same as the engine asks; tokens of the answer."""
        prompter = Prompter(*PAIR.values())
        answer = self._server.handle_completions(
            {
                "prompt": prompter.prefix(prompter.examples(request)) + prompter.question(request),
                "n_predict": 32 + len(request.source) // 2,
                "temperature": 0,
                "stop": ["\n"],
            }
        )
        for name in ("prompt_n", "prompt_ms", "predicted_n", "predicted_ms"):
            self.timings[name] += answer["timings"][name]
        return int(answer["usage"]["completion_tokens"])


def counted(session: Session) -> list[int]:
    """Counts the tokens that a copy of the model writes from now on, an answer each."""
    found: list[int] = []
    llama = session._llama
    complete = llama.complete

    def counting(*given: Any) -> Any:
        answer = complete(*given)
        found.append(len(answer.log_probabilities))
        return answer

    llama.complete = counting  # type: ignore[method-assign]
    return found


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path)
    options.add_argument("--model", default="gemma3-270m")
    options.add_argument("--units", type=int, default=24)
    options.add_argument("--at-once", type=int, default=8, help="units that the engine gets")
    given = options.parse_args()
    engine = LocalEngine({"model": given.model})
    requests = [DraftRequest(s, s) for s in sentences(given.file)][: given.units]
    found = models.wanted(given.model, Path())
    bare = Bare(
        found if isinstance(found, Path) else assembled(found), threads=models.physical_cores()
    )
    # The prefix is read, the file is in memory.
    list(engine.draft(requests[: given.at_once], **PAIR))
    bare.ask(requests[0])
    bare.timings.clear()
    copies = engine._crew.sessions
    written = [counted(copy) for copy in copies]
    ours, theirs, tokens = Spent(), Spent(), 0
    # Turn by turn, so that both have the same share of the machine.
    for start in range(0, len(requests), given.at_once):
        some = requests[start : start + given.at_once]
        with ours:
            list(engine.draft(some, **PAIR))
        with theirs:
            tokens += sum(map(bare.ask, some))
    # llama.cpp counts the end of a line as a token, which brings no log-probability.
    ended = sum(tokens > 0 for answers in written for tokens in answers)
    total = sum(map(sum, written)) + ended
    engine.close()
    print(
        f"{given.model}, {len(requests)} units, {len(copies)} copies, {total} and {tokens} tokens"
    )
    for name, spent, count in (("engine", ours, total), ("llama.cpp", theirs, tokens)):
        each = spent.clock / len(requests)
        print(f"{name:9} {each:6.2f} s a unit  {count / spent.clock:6.1f} tokens/s")
    for what, name in (("read", "prompt"), ("written", "predicted")):
        speed = bare.timings[f"{name}_n"] / bare.timings[f"{name}_ms"] * 1000
        print(f"llama.cpp {what} at {speed:.1f} tokens/s")
    rate = total / tokens
    print(f"ratio     {rate * theirs.clock / ours.clock:6.2f}")
    print(f"by processors' time {rate * theirs.processors / ours.processors:.2f}")


if __name__ == "__main__":
    main()
