"""QA checks: each is a class that looks at one unit and says what is wrong with it."""

from l10n.checks.base import Check, Problem, Subject
from l10n.checks.registry import CHECKS, run

__all__ = ["CHECKS", "Check", "Problem", "Subject", "run"]
