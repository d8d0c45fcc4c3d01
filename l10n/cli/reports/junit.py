"""JUnit XML: a suite for each catalog, a case for each check."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Sequence

from l10n.cli.output import safe
from l10n.cli.reports.report import Report
from l10n.model import Finding, Severity, counted

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def junit(report: Report) -> None:
    """Writes the suites; errors and warnings are failures, an info is output."""
    by_case: defaultdict[tuple[str, str], defaultdict[str, list[Finding]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for finding in report.findings:
        by_case[finding.article, finding.language][finding.check].append(finding)
    suites = list(dict.fromkeys([*report.checked, *by_case]))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    body = [_suite(article, language, by_case[article, language]) for article, language in suites]
    tests, failures = sum(s[0] for s in body), sum(s[1] for s in body)
    lines.append(f'<testsuites name="l10n" tests="{tests}" failures="{failures}" errors="0">')
    lines += [line for suite in body for line in suite[2]]
    sys.stdout.write("\n".join([*lines, "</testsuites>"]) + "\n")


def _suite(
    article: str, language: str, cases: dict[str, list[Finding]]
) -> tuple[int, int, list[str]]:
    """How many cases, how many of them failed, and the lines."""
    from l10n.checks import CHECKS

    ids = list(dict.fromkeys([*(check.id for check in CHECKS), *cases]))
    failed = [i for i in ids if any(_fails(f) for f in cases.get(i, ()))]
    name = _attribute("/".join(filter(None, (language, article))) or "project")
    lines = [f'  <testsuite name={name} tests="{len(ids)}" failures="{len(failed)}" errors="0">']
    for id_ in ids:
        lines += _case(name, id_, cases.get(id_, ()))
    return len(ids), len(failed), [*lines, "  </testsuite>"]


def _case(name: str, id_: str, findings: Sequence[Finding]) -> list[str]:
    head = f"    <testcase classname={name} name={_attribute(id_)}"
    if not findings:
        return [f"{head}/>"]
    failing = [f for f in findings if _fails(f)]
    from xml.sax.saxutils import escape  # loads an HTTP client, which no other command wants

    told = escape(_plain("\n".join(_line(f) for f in failing or findings)))
    if not failing:
        return [f"{head}>", f"      <system-out>{told}</system-out>", "    </testcase>"]
    count = counted(len(failing), "finding")
    kind = min(failing, key=lambda f: list(Severity).index(f.severity)).severity
    failure = f'      <failure type="{kind}" message="{count}">{told}</failure>'
    return [f"{head}>", failure, "    </testcase>"]


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def _line(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    return f"{place}: {finding.severity}: {finding.message}"


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    """Without what XML 1.0 has no place for."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", safe(text))
