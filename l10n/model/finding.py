"""What a check found."""

from __future__ import annotations

import enum
from dataclasses import dataclass

UNREADABLE = "unreadable"
"""Id of the finding that stands for a file which could not be checked."""


class Severity(enum.StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One violation of one check by one unit."""

    check: str
    """Id of the check."""
    severity: Severity
    message: str
    """One sentence that says what is wrong, for people."""
    article: str = ""
    language: str = ""
    unit: str = ""
    """Id of the unit."""
    file: str = ""
    """The catalog, relative to the project."""
    line: int = 0
    """Line of the catalog, from 1."""
    source: str = ""
    target: str = ""
