"""Prompts: examples first, then the source with its terms' equivalents in place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.model import DraftRequest, Example, TermHint

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "km": "Khmer",
    "ko": "Korean",
    "lo": "Lao",
    "pt": "Portuguese",
    "ru": "Russian",
    "th": "Thai",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of languages, by primary subtag."""

_SPACES = re.compile(r"\s+")


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region."""
    return tag.partition("-")[0].lower()


def language_name(tag: str) -> str:
    """The English name of a language, or its tag where we know none."""
    return LANGUAGES.get(primary(tag), tag)


def inline(source: str, terms: Sequence[TermHint]) -> str:
    """`source` on one line, each term replaced by its equivalent.

    A model copies what already stands in the target language; told apart from the source, it
    forgets half of the terms.
    """
    parts = []
    at = 0
    for term in sorted(terms, key=lambda t: t.start):
        if term.start < at or not term.equivalent:
            continue
        parts += [source[at : term.start], term.equivalent]
        at = term.end
    return _SPACES.sub(" ", "".join([*parts, source[at:]])).strip()


def example_lines(example: Example, source_name: str, target_name: str) -> str:
    """One example as the prompt shows it, with the empty line after it."""
    target = _SPACES.sub(" ", example.target).strip()
    return f"{source_name}: {inline(example.source, example.terms)}\n{target_name}: {target}\n\n"


def prefix(examples: Sequence[Example], source_name: str, target_name: str) -> str:
    """What all requests with the same examples share: it is read by the model only once."""
    shown = "".join(example_lines(e, source_name, target_name) for e in examples)
    return f"{shown}{source_name}:"


def question(request: DraftRequest, target_name: str) -> str:
    """What follows the prefix."""
    return f" {inline(request.source, request.terms)}\n{target_name}:"
