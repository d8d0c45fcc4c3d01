"""What a draft has to hold: the terms' equivalents, and what is copied byte for byte."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from l10n.engines.local.answers import lost
from l10n.engines.service.masking import Masked, protected
from l10n.model import DraftRequest, TermHint

LITERAL = ""
"""The concept of a hint that is no term, but text to be copied."""
_MARKS = re.compile(r"(?<!\\)\*+|`|~~")


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
        for hint in self._literals():
            if hint.equivalent in left:
                left = left.replace(hint.equivalent, " ", 1)
            else:
                missing.append(hint)
        return missing

    def worth(self, target: str) -> int:
        """0 where nothing is missing, less for each thing lost, least for no target at all."""
        if not target:
            return -len(self.request.terms) - 3
        marks = Counter(_MARKS.findall(self.request.source)) != Counter(_MARKS.findall(target))
        return -len(self.missing(target)) - marks

    def masked(self, hints: list[TermHint]) -> tuple[DraftRequest, Masked]:
        """The request with placeholders for some of the hints, and what puts them back."""
        chosen = sorted(hints, key=lambda hint: hint.start)
        numbers = {hint: f"XTERM{n}X" for n, hint in enumerate(chosen, 1)}
        terms = [replace(h, equivalent=numbers.get(h, h.equivalent)) for h in self.request.terms]
        values = Masked("", tuple(hint.equivalent for hint in chosen))
        return replace(self.request, terms=tuple(terms)), values

    def _terms(self) -> list[TermHint]:
        return [h for h in self.request.terms if h.concept != LITERAL and h.equivalent]

    def _literals(self) -> list[TermHint]:
        return [h for h in self.request.terms if h.concept == LITERAL]
