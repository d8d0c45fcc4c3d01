"""How near an engine's drafts are to a person's translations, and to what it gives bare.

    pip install sacrebleu
    python benchmarks/translation.py [--engine local] [--model gemma3-270m] [--from vi] [--to en]
                                     [--url ADDRESS] [--units 1000] [--drafts FILE] FILE

FILE is a table with tabs whose first line names the languages of its columns. Each source is
drafted as `l10n` drafts it (terms and literals kept, typography put right, nonsense refused), then
asked of the same engine bare: without a glossary, without anything done before or after. A source
without a draft counts as an empty one. `--drafts` takes the drafts that `benchmarks/risk.py` has
kept by its `--write`, and asks only for the bare ones of the same sources. Prints BLEU and chrF of
both (sacrebleu's defaults) and seconds a sentence.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.engines.local import LocalEngine
from l10n.engines.local.prompt import Prompter
from l10n.model import Draft, DraftRequest, EngineInfo
from l10n.settings import find
from l10n.workflow import translate
from l10n.workflow.workspace import Workspace

ROOT = Path(__file__).parent.parent


def bare_local(texts: Sequence[str], pair: tuple[str, str], model: str) -> list[str]:
    """The greedy answer of the model to the plain source, without examples of the register."""
    engine = LocalEngine({"model": model} if model else {})
    llama = engine._load(1).llamas[0]
    prompter = Prompter(*pair)
    names = prompter._source_name, prompter.target_name
    answers = []
    for text in texts:
        asked = {"prompt": f"{names[0]}: {text}\n{names[1]}:", "temperature": 0, "stop": ["\n"]}
        answer = llama._server.handle_completions({**asked, "n_predict": 160})
        answers.append(answer["choices"][0]["text"].strip())
    engine.close()
    return answers


def bare_apertium(texts: Sequence[str], pair: tuple[str, str], url: str) -> list[str]:
    """What APy says to each source as it is."""
    import httpx

    names = {"en": "eng", "es": "spa", "ca": "cat"}
    langpair = "|".join(names[tag] for tag in pair)
    with httpx.Client(timeout=30) as client:
        return [
            client.post(
                f"{url}/translate", data={"q": text, "langpair": langpair, "markUnknown": "no"}
            ).json()["responseData"]["translatedText"]
            for text in texts
        ]


class Kept:
    """An engine that knows drafts from a file."""

    def __init__(self, file: Path) -> None:
        rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        self._drafts = {row["source"]: row["target"] for row in rows}
        self.info = EngineInfo("local", "", ready=True)

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def draft(self, requests: Sequence[DraftRequest], **_: str) -> Iterator[Draft]:
        """Those that are known."""
        for request in requests:
            yield Draft(request.id, self._drafts[request.source])


def timed(make: Callable[[], list[str]], name: str, references: Sequence[str]) -> None:
    """Prints the figures of one way of drafting."""
    import sacrebleu

    begun = time.perf_counter()
    targets = make()
    taken = (time.perf_counter() - begun) / len(targets)
    bleu = sacrebleu.corpus_bleu(targets, [list(references)]).score
    chrf = sacrebleu.corpus_chrf(targets, [list(references)]).score
    empty = sum(not target for target in targets)
    print(f"{name:8} BLEU {bleu:5.1f}  chrF {chrf:5.1f}  {taken:.3f} s a sentence, {empty} empty")


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--engine", default="local", choices=["local", "apertium"])
    options.add_argument("--model", default="")
    options.add_argument("--url", default="http://127.0.0.1:2737")
    options.add_argument("--from", dest="source", default="vi")
    options.add_argument("--to", dest="target", default="en")
    options.add_argument("--units", type=int, default=1000)
    options.add_argument("--drafts", type=Path)
    given = options.parse_args()
    csv.field_size_limit(sys.maxsize)
    with given.file.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if given.drafts:
        kept = Kept(given.drafts)
        translate.opened = lambda *_: kept  # type: ignore[assignment, misc] # as an engine
        rows = [row for row in rows if row[given.source] in kept._drafts]
    step = max(1, len(rows) // given.units)  # spread over the documents
    rows = rows[::step][: given.units]
    sources, references = ([row[tag] for row in rows] for tag in (given.source, given.target))
    told = {"model": given.model} if given.engine == "local" else {"url": given.url}
    project = find(project=ROOT)
    settings = replace(
        project.settings,
        source=given.source,
        targets=(given.target,),
        engines={given.engine: {k: v for k, v in told.items() if v}},
    )
    workspace = Workspace(replace(project, settings=settings))
    print(f"{given.engine} {given.model} {given.source}-{given.target}, {len(rows)} sentences")
    found = translate.drafts(workspace, sources, given.target, engine=given.engine)
    timed(lambda: [unit.target for unit, _, _ in found], "l10n", references)
    pair = given.source, given.target
    if given.engine == "local":
        timed(lambda: bare_local(sources, pair, given.model), "bare", references)
    else:
        timed(lambda: bare_apertium(sources, pair, given.url), "bare", references)


if __name__ == "__main__":
    main()
