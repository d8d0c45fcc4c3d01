"""Every error that a user can meet, each with the exit code that it ends the program with.

    L10nError                      1
    ├── UsageError                 2   the call, the settings or the project is wrong
    │   ├── SettingsError          2   l10n.yml
    │   └── GlossaryError          2   glossary/*.yml
    ├── EngineError                3   an engine gave out
    │   └── EngineUnavailable      3   an engine is not installed, configured or reachable
    └── FileError                  4   something could not be read or written
        ├── InputError             4   what was read is not what it should be
        └── LockedError            4   another process holds the file

Exit code 1 is for findings and unmet gates, 130 for an interrupt; neither is an exception
of this tree.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class L10nError(Exception):
    """An error that is told to the user in one line: place, what is wrong, what to do.

    `file` and `line` (from 1) name the place where there is one; `remedy` says what to do,
    as a clause that starts in lower case.
    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        message: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = str(file) if file is not None else None
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        """One line, `file:line: message; remedy`; control characters are taken out."""
        place = ""
        if self.file is not None:
            place = f"{self.file}:{self.line}: " if self.line is not None else f"{self.file}: "
        text = f"{place}{self.message}"
        if self.remedy:
            text += f"; {self.remedy}"
        return "".join(c if c.isprintable() else " " for c in text)


class UsageError(L10nError):
    """The call cannot be carried out as it stands."""

    exit_code: ClassVar[int] = 2


class SettingsError(UsageError):
    """`l10n.yml` is wrong."""


class GlossaryError(UsageError):
    """A glossary file is wrong."""


class EngineError(L10nError):
    """An engine gave out; the work done so far is saved."""

    exit_code: ClassVar[int] = 3


class EngineUnavailable(EngineError):
    """An engine is not installed, not configured or cannot be reached."""


class FileError(L10nError):
    """A file could not be read or written."""

    exit_code: ClassVar[int] = 4


class InputError(FileError):
    """A file was read, but is not what it should be."""


class LockedError(FileError):
    """Another process holds the file for longer than we wait."""
