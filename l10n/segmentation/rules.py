"""SRX rules as data: what stands before a position, what after it, and whether it is a break."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.segmentation.pattern import compile_icu


@dataclass(frozen=True, slots=True)
class Rule:
    """One SRX rule; the first rule that fits a position decides over it."""

    before: str
    """Regular expression (ICU) for the text that ends at the position."""
    after: str
    """Regular expression (ICU) for the text that starts there."""
    breaks: bool
    """Whether a segment ends there, or the position is an exception."""
    line: int = 0
    """Line of the SRX file, from 1."""


@dataclass(frozen=True, slots=True)
class LanguageMap:
    """Says for which languages a list of rules is meant."""

    pattern: str
    """Regular expression that the whole language tag must match, in any case."""
    name: str
    """Name of the list of rules."""

    def fits(self, language: str) -> bool:
        """Whether `language` (BCP 47) is meant."""
        pattern = compile_icu(f"(?i:{self.pattern})")
        return pattern.fullmatch(language[:100], timeout=1) is not None


@dataclass(frozen=True, eq=False)
class Rules:
    """One SRX file."""

    file: str
    """Where it was read from."""
    lists: dict[str, tuple[Rule, ...]]
    """Rules in the file's order, by the name of their list."""
    maps: tuple[LanguageMap, ...]
    """Tried in order."""
    cascade: bool
    """Whether every list that fits a language applies, or only the first."""

    def for_language(self, language: str) -> tuple[Rule, ...]:
        """The rules for `language`, in the order in which they decide; empty where none fit."""
        fitting = [self.lists[m.name] for m in self.maps if m.fits(language)]
        if not self.cascade:
            fitting = fitting[:1]
        return tuple(rule for rules in fitting for rule in rules)
