"""What every report is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.model import Finding, Severity
from l10n.model.finding import UNREADABLE


def heading(article: str, language: str) -> str:
    """What a group of findings is about: an article in a target, an article, or the project."""
    return " → ".join(filter(None, (article, language))) or "project"


@dataclass(frozen=True)
class Report:
    """The findings of one run."""

    findings: Sequence[Finding]
    checked: Sequence[tuple[str, str]] = ()
    """Articles and target languages that were looked at, in order."""
    root: Path = Path()
    """The project's folder, which the findings' files are relative to."""

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many findings there are, by severity."""
        return {str(s): sum(f.severity is s for f in self.findings) for s in Severity}

    @cached_property
    def prefix(self) -> str:
        """The project's folder within its repository, "" or with a slash at the end.

        Code hosts name files from the top of the repository.
        """
        root = self.root.resolve()
        for folder in (root, *root.parents):
            if (folder / ".git").exists():
                inner = root.relative_to(folder).as_posix()
                return "" if inner == "." else f"{inner}/"
        return ""

    def placed(self, finding: Finding) -> str:
        """The finding's file as seen from the top of the repository."""
        inside = finding.file and not Path(finding.file).is_absolute()
        return self.prefix + finding.file if inside else finding.file or f"{self.prefix}l10n.yml"

    @property
    def unreadable(self) -> list[Finding]:
        """The findings about files that could not be checked."""
        return [f for f in self.findings if f.check == UNREADABLE]

    @property
    def told(self) -> str:
        """The counts in words."""
        return ", ".join(
            f"{n} {s}{'' if n == 1 or s == 'info' else 's'}" for s, n in self.counts.items()
        )
