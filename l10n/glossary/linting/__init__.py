"""Looks a whole glossary over: what cannot be read, what contradicts itself, what to look at."""

from l10n.glossary.linting.base import Problem, Rule
from l10n.glossary.linting.registry import RULES, Report, lint, unreadable

__all__ = ["RULES", "Problem", "Report", "Rule", "lint", "unreadable"]
