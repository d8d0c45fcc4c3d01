"""For people: by article and unit, one finding a line, carets under the places in both texts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import normalize

from l10n.cli.output import columns, one_line, painter, width, write_styled
from l10n.cli.reports.report import Report, heading
from l10n.model import Finding, Severity

_QUOTED = re.compile("“([^”]+)”")
_BEFORE, _AFTER = re.compile(r"(?:\w|\d[.,])\Z"), re.compile(r"\w")
"""Beside what is part of another word or number."""
_INDENT = " " * len("    target: ")
_LEAST = 20
"""Columns of text, however narrow the terminal."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

Span = tuple[int, int]
"""From and to, in letters."""


def text(report: Report) -> None:
    """Writes the findings."""
    paint = painter()
    by_catalog = groupby(report.findings, key=lambda f: (f.article, f.language))
    for (article, language), findings in by_catalog:
        write_styled(paint(one_line(heading(article, language)), "bold"))
        by_unit = groupby(findings, key=lambda f: (f.file, f.line, f.unit, f.source, f.target))
        for (file, line, unit, *texts), group in by_unit:
            place = f"{file}:{line}" if line else file
            write_styled(one_line(f"  {place}: unit {unit}" if unit else f"  {place}:"))
            members = list(group)
            # As the checks quote them, whatever the catalog's form.
            source, target = (normalize("NFC", words) for words in texts)
            in_source, in_target = _places(members, source, target)
            _write("    source: ", source, in_source)
            _write("    target: ", target, in_target)
            for finding in members:
                severity = paint(finding.severity, _COLOURS[finding.severity])
                write_styled("    ", severity, one_line(f" {finding.check}: {finding.message}"))


def _places(findings: Sequence[Finding], source: str, target: str) -> tuple[list[Span], list[Span]]:
    """What the messages quote: where it stands in the target, else in the source."""
    in_source: list[Span] = []
    in_target: list[Span] = []
    for finding in findings:
        for quoted in _QUOTED.findall(normalize("NFC", finding.message)):
            for places, words in ((in_target, target), (in_source, source)):
                start = _find(quoted, words)
                if start >= 0:
                    places.append((start, start + len(quoted)))
                    break
    return in_source, in_target


def _find(quoted: str, words: str) -> int:
    """Where it stands, best as words and numbers of its own: the 5 of a date, not that of 15."""
    first = start = words.find(quoted)
    while start >= 0:
        end = start + len(quoted)
        if not _BEFORE.search(words[max(0, start - 2) : start]) and not _AFTER.match(words, end):
            return start
        start = words.find(quoted, start + 1)
    return first


def _write(label: str, words: str, spans: Sequence[Span]) -> None:
    """A text with carets under the spans; on a terminal, in lines that fit it."""
    shown = one_line(words)
    whole = sorted(_whole(shown, start, end) for start, end in spans)
    for start, end in _lines(shown):
        write_styled(label, shown[start:end])
        carets = _carets(shown, start, end, whole)
        if carets:
            write_styled(_INDENT, carets)
        label = _INDENT


def _lines(words: str) -> Iterator[Span]:
    """Where each line of a text begins and ends, cut after a space where there is one."""
    room = max(_LEAST, columns() - len(_INDENT)) if sys.stdout.isatty() else len(words) * 2
    start = 0
    if room >= 2 * len(words) > 0:
        yield 0, len(words)
        return
    while start < len(words):
        end, taken = start, 0
        while end < len(words) and taken + width(words[end]) <= room:
            taken += width(words[end])
            end += 1
        blank = words.rfind(" ", start, end) + 1
        end = blank if end < len(words) and blank else end
        yield start, end
        start = end


def _whole(words: str, start: int, end: int) -> Span:
    """A span with the letters whose marks it has, and with the marks of its letters."""
    while 0 < start < len(words) and width(words[start]) == 0:
        start -= 1
    while end < len(words) and width(words[end]) == 0:
        end += 1
    return start, end


def _carets(words: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """Carets under what the spans, which are in order, have of a line; "" for nothing."""
    line, at = "", start
    for first, last in ((max(first, start), min(last, end)) for first, last in spans):
        if max(first, at) < last:
            line += " " * width(words[at:first]) + "^" * width(words[max(first, at) : last])
            at = last
    return line
