"""Candidates: terms that recur in the articles and are in no concept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n import articles
from l10n.glossary import candidates as mining
from l10n.glossary.folding import folded
from l10n.workflow.workspace import Progress, Workspace, silent

CONTEXT = 60
"""Characters that are shown on each side of an example."""
HEADINGS = frozenset({"title", "heading"})
SKIPPED = frozenset({"credit"})


@dataclass(frozen=True, slots=True)
class Example:
    """Where a candidate stands."""

    article: str
    line: int
    text: str
    """The candidate with some words about it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that may be a term."""

    text: str
    kind: str
    score: float
    count: int
    articles: int
    examples: tuple[Example, ...]


def candidates(
    workspace: Workspace,
    slugs: Sequence[str],
    *,
    language: str | None = None,
    least: int = 2,
    names: bool = False,
    progress: Progress[str] = silent,
) -> list[Candidate]:
    """The candidates of the articles in `language` (the project's), best first."""
    wanted = language or workspace.project.settings.source
    words = mining.LANGUAGES.get(wanted.partition("-")[0], mining.Words())
    corpus = mining.read(wanted, words, _texts(workspace, slugs, wanted, progress))
    known = _known(workspace, wanted)
    return [
        Candidate(
            found.text,
            found.kind,
            found.score,
            found.sequence.count,
            found.sequence.articles,
            tuple(
                _example(corpus, position, found.sequence.length)
                for position in found.sequence.examples
            ),
        )
        for found in mining.ranked(corpus, least, known.__contains__)
        if names or found.kind not in ("name", "foreign")
    ]


def _texts(
    workspace: Workspace, slugs: Sequence[str], language: str, progress: Progress[str]
) -> Iterator[mining.Text]:
    for slug in progress(slugs, "candidates"):
        with workspace.relative_errors():
            document = articles.load(workspace.project.article(slug))
        if workspace.source_language(document) != language:
            continue
        for block in document.blocks:
            if block.role not in SKIPPED:
                matches = workspace.glossary.match(block.text, language=language, on=document.date)
                spans = tuple((m.start, m.end) for m in matches)
                yield mining.Text(slug, block.line, block.text, spans, block.role in HEADINGS)


def _known(workspace: Workspace, language: str) -> set[str]:
    """All wordings of the glossary, folded."""
    return {
        folded(text)
        for concept in workspace.glossary.concepts.values()
        for text in (
            *(term.text for term in concept.terms.get(language, ())),
            *concept.ambiguous,
        )
    }


def _example(corpus: mining.Corpus, position: int, length: int) -> Example:
    text, start, end = corpus.surface(position, length)
    first, last = max(0, start - CONTEXT), min(len(text.text), end + CONTEXT)
    excerpt = " ".join(text.text[first:last].split())
    return Example(
        text.article,
        text.line,
        f"{'…' if first else ''}{excerpt}{'…' if last < len(text.text) else ''}",
    )
