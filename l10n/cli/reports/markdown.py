"""A Markdown summary, for the comment on a pull request or a job's summary."""

from __future__ import annotations

from l10n.cli.output import one_line, write
from l10n.cli.reports.report import Report, heading
from l10n.model import Finding, Severity

_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "info"}
_MOST = 60_000
"""Characters of a summary: a comment of GitHub takes 65,536, and nobody reads more."""
_ESCAPES = {ord(s): f"\\{s}" for s in "\\`*_{}[]#~"} | {ord(s): f"&#{ord(s)};" for s in "<>|@"}
"""Signs that would be Markdown, HTML, a mention or the end of a cell."""


def markdown(report: Report) -> None:
    """Writes a table for each catalog; where there is too much for one comment, the worst."""
    write(f"### l10n check: {report.told}")
    rows = [(finding, _row(finding)) for finding in report.findings]
    if sum(len(row) for _, row in rows) > _MOST:
        severities = list(Severity)
        rows.sort(key=lambda pair: severities.index(pair[0].severity))
    left, shown, group = _MOST, 0, ""
    for finding, row in rows:
        heading = _heading(finding)
        text = row if heading == group else f"{heading}\n{row}"
        left, group = left - len(text), heading
        if left < 0:
            break
        write(text)
        shown += 1
    if shown < len(rows):
        write(f"\nand {len(rows) - shown} more: `l10n check` lists all")
    if rows:
        write("")  # or what follows in a job's summary would be rows of the table


def _heading(finding: Finding) -> str:
    about = _cell(heading(finding.article, finding.language))
    return f"\n#### {about}\n\n| place | finding | source | target |\n|---|---|---|---|"


def _row(finding: Finding) -> str:
    file = one_line(finding.file).replace("`", "'").replace("|", "\\|")
    place = f"`{file}:{finding.line}`" if finding.line else f"`{file}`"
    what = f"{_SIGNS[finding.severity]} **{finding.check}**: {_cell(finding.message)}"
    return f"| {place} | {what} | {_cell(finding.source)} | {_cell(finding.target)} |"


def _cell(text: str) -> str:
    """Plain text: nothing in it is Markdown, HTML, a mention or a link."""
    words = " ".join(text.split())
    if len(words) > 300:
        words = words[:299] + "…"
    return words.translate(_ESCAPES)
