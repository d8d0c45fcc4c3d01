"""A Markdown summary, for the comment on a pull request or a job's summary."""

from __future__ import annotations

from itertools import groupby

from l10n.cli.output import write
from l10n.cli.reports.report import Report
from l10n.model import Finding, Severity

_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "info"}
_MOST = 500
"""Findings in a summary; a comment has a limit, and nobody reads more."""


def markdown(report: Report) -> None:
    """Writes a table for each catalog."""
    write(f"### l10n check: {report.told}")
    shown = report.findings[:_MOST]
    for (article, language), findings in groupby(shown, key=lambda f: (f.article, f.language)):
        write(f"\n#### {_cell(f'{article} → {language}' if article else 'project')}\n")
        write("| place | finding | source | target |\n|---|---|---|---|")
        for finding in findings:
            write(_row(finding))
    if len(report.findings) > _MOST:
        write(f"\nand {len(report.findings) - _MOST} more: `l10n check` lists all")


def _row(finding: Finding) -> str:
    file = finding.file.replace("`", "'").replace("|", "\\|")
    place = f"`{file}:{finding.line}`" if finding.line else f"`{file}`"
    what = f"{_SIGNS[finding.severity]} **{finding.check}**: {_cell(finding.message)}"
    return f"| {place} | {what} | {_cell(finding.source)} | {_cell(finding.target)} |"


def _cell(text: str) -> str:
    """Plain text: nothing in it is Markdown, HTML, a mention or a link."""
    words = " ".join(text.split())
    if len(words) > 300:
        words = words[:299] + "…"
    for sign in "\\`*_{}[]<>#|~@":
        words = words.replace(sign, f"&#{ord(sign)};" if sign in "<>@|" else f"\\{sign}")
    return words
