"""Concepts as a table for spreadsheets: one row a concept, one column a language or a field."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from l10n.glossary.exchange.cells import guarded, list_cell, terms_cell
from l10n.model import Concept

FIELDS = (
    "guards", "ambiguous", "case", "target_case", "valid_from", "valid_to", "verified", "source",
    "note",
)  # fmt: skip
"""The columns behind those of the languages."""


def write_table(
    concepts: Sequence[Concept],
    *,
    languages: Sequence[str],
    separator: str = ",",
    only: bool = False,
) -> Iterator[str]:
    """The lines of the table, its header first.

    The columns of `languages` come in their order, and, unless `only` these are wanted, those
    of all others behind them. A concept without a term in them has no row.
    """
    found = dict.fromkeys(tag for concept in concepts for tag in concept.terms)
    tags = list(dict.fromkeys([*languages, *(() if only else found)]))
    tags = [tag for tag in tags if tag in found or only]
    yield _record(["id", "domain", *tags, *FIELDS], separator)
    for concept in concepts:
        if any(tag in concept.terms for tag in tags):
            yield _record(map(guarded, _cells(concept, tags)), separator)


def _cells(concept: Concept, tags: Iterable[str]) -> Iterator[str]:
    yield concept.id
    yield concept.domain
    yield from (terms_cell(concept.terms.get(tag, ())) for tag in tags)
    yield list_cell(concept.guards)
    yield list_cell(concept.ambiguous)
    yield concept.case if concept.case != "any" else ""
    yield concept.target_case if concept.target_case != "common" else ""
    yield str(concept.valid_from or "")
    yield str(concept.valid_to or "")
    yield "true" if concept.verified else "false"
    yield list_cell(concept.source)
    yield concept.note


def _record(cells: Iterable[str], separator: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=separator, lineterminator="\n").writerow(cells)
    return line.getvalue()
