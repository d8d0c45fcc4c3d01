"""What a draft has to hold: the terms' equivalents, and what is copied byte for byte."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.engines.answers import fault
from l10n.engines.masking import Masked, masked, protected
from l10n.model import Draft, DraftRequest, TermHint

_NO_TARGET = -1_000_000
LITERAL = ""
"""The concept of a hint that is no term, but text to be copied."""
_MARKS = re.compile(r"(?<!\\)\*+|`|~~")
_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=\w\w)e?s$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request with all that its draft has to hold among the hints."""

    request: DraftRequest

    @classmethod
    def of(cls, request: DraftRequest) -> Wanted:
        """The literals of the source become hints, so that nothing in them is translated."""
        taken = [(term.start, term.end) for term in request.terms]
        literals = [
            TermHint(LITERAL, start, end, request.source[start:end])
            for start, end in protected(request.source, taken)
        ]
        hints = sorted([*request.terms, *literals], key=lambda hint: hint.start)
        return cls(replace(request, terms=tuple(hints)))

    def missing(self, target: str) -> list[TermHint]:
        """The hints that the target has lost."""
        gone = Counter(lost([h.equivalent for h in self._terms()], target))
        missing = []
        for hint in self._terms():
            if gone[hint.equivalent]:
                gone[hint.equivalent] -= 1
                missing.append(hint)
        left = target
        for hint in self.literals():
            if hint.equivalent in left:
                left = left.replace(hint.equivalent, " ", 1)
            else:
                missing.append(hint)
        return missing

    def worth(self, target: str) -> int:
        """0 where all is right, less for each thing lost or wrong, least for no target at all."""
        if not target:
            return _NO_TARGET
        marks = Counter(_MARKS.findall(self.request.source)) != Counter(_MARKS.findall(target))
        return -len(self.missing(target)) - marks - self.request.faults(target)

    def masked(self, hints: list[TermHint]) -> tuple[DraftRequest, Masked]:
        """The request with placeholders for some of the hints, and what puts them back."""
        chosen = sorted(hints, key=lambda hint: hint.start)
        numbers = {hint: f"XTERM{n}X" for n, hint in enumerate(chosen, 1)}
        terms = [replace(h, equivalent=numbers.get(h, h.equivalent)) for h in self.request.terms]
        names = {n for n, hint in enumerate(chosen) if hint.concept != LITERAL}
        values = Masked(
            "",
            tuple(hint.equivalent for hint in chosen),
            capitals=frozenset(names) if self.request.source[:1].isupper() else frozenset(),
        )
        return replace(self.request, terms=tuple(terms)), values

    def _terms(self) -> list[TermHint]:
        return [h for h in self.request.terms if h.concept != LITERAL and h.equivalent]

    def literals(self) -> list[TermHint]:
        """What is copied byte for byte."""
        return [h for h in self.request.terms if h.concept == LITERAL]


def judged(request: DraftRequest, target: str, asked: str) -> Draft:
    """The answer as a draft, or why it is none; `asked` is what the engine was shown."""
    rest = masked(request.source, request.terms).rest
    wrong = fault(target, request.source, asked, rest)
    return Draft(request.id, error=wrong) if wrong else Draft(request.id, target)


def lost(terms: Sequence[str], target: str) -> list[str]:
    """The equivalents that do not stand in `target`, each as often as it is missing.

    Case, punctuation and the number of nouns are free here: this decides what is tried again,
    the glossary what is right.
    """
    words = _stems(target)
    missing = []
    for term in terms:
        wanted = _stems(term)
        size = len(wanted)
        found = next((i for i in range(len(words)) if words[i : i + size] == wanted), None)
        if found is None:
            missing.append(term)
        else:
            # Counted once; the gap keeps its neighbours from growing together.
            words[found : found + size] = [""]
    return missing


def _stems(text: str) -> list[str]:
    return [_PLURAL.sub("", w.replace("ies", "y")) for w in _WORD.findall(text.lower())]
