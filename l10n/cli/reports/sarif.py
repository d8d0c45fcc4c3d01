"""SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change."""

from __future__ import annotations

import hashlib

import l10n
from l10n.cli.output import write_plain_json
from l10n.cli.reports.report import Report
from l10n.model import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: Report) -> None:
    """Writes the findings as the results of one run."""
    from l10n.checks import CHECKS

    known = {check.id: check for check in CHECKS}
    ids = [*known, *sorted({f.check for f in report.findings} - known.keys())]
    rules = [
        {
            "id": id_,
            "shortDescription": {"text": known[id_].description if id_ in known else id_},
            "help": {"text": f"docs/checks.md#{id_}"},
            "defaultConfiguration": {
                "level": LEVELS[known[id_].severity if id_ in known else Severity.ERROR]
            },
        }
        for id_ in ids
    ]
    results = [_result(finding, ids.index(finding.check), report) for finding in report.findings]
    driver = {"name": "l10n", "version": l10n.__version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    write_plain_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, rule: int, report: Report) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": _address(report.prefix + finding.file)},
        "region": {"startLine": max(finding.line, 1)},
    }
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"l10nFinding/v1": fingerprint(finding)},
    }


def _address(path: str) -> str:
    from urllib.parse import quote

    return quote(path)


def fingerprint(finding: Finding) -> str:
    """32 hexadecimal digits that stay while a finding does, on whichever line it stands."""
    parts = (finding.check, finding.article, finding.language, finding.unit, finding.message)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
