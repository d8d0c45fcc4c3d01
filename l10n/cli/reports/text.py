"""For people: by article and unit, one finding a line, a caret under its place."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from l10n.cli.output import write
from l10n.cli.reports.report import Report
from l10n.model import Finding

_QUOTED = re.compile("“([^”]+)”")
_INDENT = "    target: "


def text(report: Report) -> None:
    """Writes the findings."""
    by_catalog = groupby(report.findings, key=lambda f: (f.article, f.language))
    for (article, language), findings in by_catalog:
        write(f"{article} → {language}" if article else "project")
        by_unit = groupby(findings, key=lambda f: (f.file, f.line, f.unit, f.source, f.target))
        for (file, line, unit, source, target), group in by_unit:
            place = f"{file}:{line}" if line else file
            write(f"  {place}: unit {unit}" if unit else f"  {place}:")
            if source:
                write(f"    source: {source}")
            if target:
                write(f"{_INDENT}{target}")
            for finding in group:
                _point(finding)
                write(f"    {finding.severity} {finding.check}: {finding.message}")


def _point(finding: Finding) -> None:
    """A caret under what the message quotes from a target of one line."""
    if "\n" in finding.target:
        return
    for quoted in _QUOTED.findall(finding.message):
        start = finding.target.find(quoted)
        if start >= 0:
            write(" " * (len(_INDENT) + _width(finding.target[:start])) + "^" * _width(quoted))
            return


def _width(words: str) -> int:
    """Columns of a terminal (UAX #11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in words
    )
