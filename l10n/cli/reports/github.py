"""Annotations of a GitHub Actions run (workflow commands)."""

from __future__ import annotations

from l10n.cli.output import write
from l10n.cli.reports.report import Report
from l10n.model import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> None:
    """Writes one command a finding."""
    for finding in report.findings:
        place = f"file={_property(report.placed(finding))},line={max(finding.line, 1)}"
        title = _property(f"l10n {finding.check} ({finding.language})".replace(" ()", ""))
        command = _COMMANDS[finding.severity]
        write(f"::{command} {place},title={title}::{_message(finding.message)}")


def _message(text: str) -> str:
    """A text as the toolkit escapes the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
