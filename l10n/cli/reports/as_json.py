"""JSON, the shape that other programs rely on."""

from __future__ import annotations

from dataclasses import asdict

from l10n.cli.output import write_json
from l10n.cli.reports.report import Report


def as_json(report: Report) -> None:
    """Writes the findings."""
    write_json({"findings": [asdict(f) for f in report.findings], "counts": report.counts})
