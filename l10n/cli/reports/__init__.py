"""Findings for those who read them: people, and the programs of a CI."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from l10n.cli.reports.as_json import as_json
from l10n.cli.reports.github import github
from l10n.cli.reports.junit import junit
from l10n.cli.reports.markdown import markdown
from l10n.cli.reports.report import Report
from l10n.cli.reports.sarif import sarif
from l10n.cli.reports.summary import summary, summary_as_json
from l10n.cli.reports.text import text


class ReportForm(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    MARKDOWN = "markdown"


WRITERS: Mapping[ReportForm, Callable[[Report], None]] = {
    ReportForm.TEXT: text,
    ReportForm.JSON: as_json,
    ReportForm.SARIF: sarif,
    ReportForm.JUNIT: junit,
    ReportForm.GITHUB: github,
    ReportForm.MARKDOWN: markdown,
}

SUMMARIES: Mapping[ReportForm, Callable[[Report], None]] = {
    ReportForm.TEXT: summary,
    ReportForm.JSON: summary_as_json,
}

__all__ = ["SUMMARIES", "WRITERS", "Report", "ReportForm"]
