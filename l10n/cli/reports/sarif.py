"""SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change."""

from __future__ import annotations

import hashlib
import os
import re

import l10n
from l10n.cli.output import write_plain_json
from l10n.cli.reports.report import Report
from l10n.model import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FILE_RULES = {
    "unreadable": "Every article and every catalog can be read.",
    "article": "An article's date can be read.",
    "catalog": "A catalog has its article and its language, and is as new as the article.",
    "baseline": "The baseline can be used.",
}
"""What findings about files say; no settings turn them off."""
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""Where text would be taken for a link."""


def sarif(report: Report) -> None:
    """Writes the findings as the results of one run."""
    from l10n.checks import CHECKS

    rules = [_rule(check.id, check.description, check.severity) for check in CHECKS]
    rules += [_rule(id_, description, Severity.ERROR) for id_, description in FILE_RULES.items()]
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "l10n", "version": l10n.__version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.unreadable}],
        "results": [_result(f, numbers[f.check], report) for f in report.findings],
    }
    write_plain_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(id_: str, description: str, severity: Severity) -> dict[str, object]:
    turned_off = f"In l10n.yml, `checks: {{{id_}: false}}` turns it off."
    advice = f"{description} {turned_off}" if id_ not in FILE_RULES else description
    return {
        "id": id_,
        "name": id_.title().replace("-", ""),
        "shortDescription": {"text": description},
        "fullDescription": {"text": description},
        "help": {"text": advice, "markdown": advice},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"tags": ["translation"]},
    }


def _result(finding: Finding, rule: int, report: Report) -> dict[str, object]:
    place = {
        "artifactLocation": _artifact(report.placed(finding)),
        "region": {"startLine": max(finding.line, 1)},
    }
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _LINK.sub(r"\\[", finding.message)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"l10nFinding/v1": fingerprint(finding)},
    }


def _artifact(path: str) -> dict[str, str]:
    """Where a file is: from the top of the repository, but for one outside of it."""
    from urllib.parse import quote

    uri = quote(os.fsencode(path))
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def fingerprint(finding: Finding) -> str:
    """32 hexadecimal digits that stay while a finding does, on whichever line it stands."""
    parts = (finding.check, finding.article, finding.language, finding.unit, finding.message)
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]
