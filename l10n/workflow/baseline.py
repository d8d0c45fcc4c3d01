"""A baseline: the findings that a project had when it began to check, so that only new ones count.

A JSON file that can be reviewed and committed: one finding a line, in order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from l10n import catalogs
from l10n.errors import FileError, InputError
from l10n.model import Finding
from l10n.model.finding import UNREADABLE

VERSION = 1
_KEY = "l10n-baseline"
_FIELDS = ("check", "article", "language", "unit", "message")
_MAX_BYTES = 50_000_000

Known = Counter[tuple[str, ...]]
"""How often each finding is known, by check, article, language, unit and message."""


def read(path: Path) -> Known:
    """The findings of a baseline.

    Raises `FileError` where it cannot be read, `InputError` where it is none, or one of another
    version.
    """
    remedy = f"make a new one: l10n check --write-baseline {path.name}"
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        reason = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise FileError(reason, file=path, remedy=remedy) from None
    if len(data) > _MAX_BYTES:
        raise InputError("larger than 50 MB", file=path, remedy=remedy)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise InputError(
            "no baseline: not valid JSON", file=path, line=line, remedy=remedy
        ) from None
    version = document.get(_KEY) if isinstance(document, dict) else None
    if version != VERSION:
        told = "no baseline" if version is None else f"a baseline of version {version!r}"
        raise InputError(told, file=path, line=1, remedy=remedy)
    try:
        return Counter(tuple(str(f[field]) for field in _FIELDS) for f in document["findings"])
    except (KeyError, TypeError):
        raise InputError(
            "no baseline: a finding lacks a field", file=path, line=1, remedy=remedy
        ) from None


def fresh(findings: Sequence[Finding], known: Known) -> list[Finding]:
    """The findings that are not known; of two that are alike, one may be.

    A file that cannot be read is never known: nobody knows what stands in it.
    """
    left = known.copy()
    result = []
    for finding in findings:
        key = _key(finding)
        if left[key] and finding.check != UNREADABLE:
            left[key] -= 1
        else:
            result.append(finding)
    return result


def write(path: Path, findings: Sequence[Finding]) -> int:
    """Makes a baseline of the findings, in place of one that is there; returns how many."""
    lines = [
        json.dumps(dict(zip(_FIELDS, key, strict=True)), ensure_ascii=False)
        for key in sorted(_key(f) for f in findings if f.check != UNREADABLE)
    ]
    body = ",\n".join(lines)
    text = f'{{"{_KEY}": {VERSION}, "findings": [\n{body}\n]}}\n'
    catalogs.atomic_write(path, text.encode())
    return len(lines)


def _key(finding: Finding) -> tuple[str, ...]:
    values = (str(getattr(finding, field)) for field in _FIELDS)
    # A file name need not be UTF-8.
    return tuple(value.encode(errors="replace").decode() for value in values)
