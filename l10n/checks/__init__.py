"""QA checks: each is a class that looks at one unit and says what is wrong with it."""

from l10n.checks.base import Check, Company, Problem, Subject
from l10n.checks.company import companies
from l10n.checks.registry import CHECKS, LIMITED, is_long, prepare, run

__all__ = [
    "CHECKS",
    "LIMITED",
    "Check",
    "Company",
    "Problem",
    "Subject",
    "companies",
    "is_long",
    "prepare",
    "run",
]
