"""How many findings there are of each check, the worst and most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from l10n.cli.output import write, write_json
from l10n.cli.reports.report import Report
from l10n.model import Severity


def summary(report: Report) -> None:
    """Writes a line for each check."""
    for check, severity, number in _counted(report):
        write(f"{number:6} {severity:7} {check}")


def summary_as_json(report: Report) -> None:
    """Writes the same for other programs."""
    names = ("check", "severity", "findings")
    by_check = [dict(zip(names, row, strict=True)) for row in _counted(report)]
    write_json({"by_check": by_check, "counts": report.counts})


def _counted(report: Report) -> Sequence[tuple[str, Severity, int]]:
    severities = list(Severity)
    numbers = Counter((f.check, f.severity) for f in report.findings)
    rows = [(check, severity, number) for (check, severity), number in numbers.items()]
    return sorted(rows, key=lambda row: (severities.index(row[1]), -row[2], row[0]))
