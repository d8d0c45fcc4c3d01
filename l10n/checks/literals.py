"""Checks of what is copied letter by letter: e-mail addresses, hashtags, codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.text import folded, has_any
from l10n.model import Severity

_LITERAL = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
    r"|(?<![\w&])(?P<tag>[#@][^\W\d_]\w{0,99})"
    r"|(?<![\w/-])(?P<code>\d{1,6}(?:/\d{4})?[-/][A-ZĐ]{1,8}(?:[-/]?[A-ZĐa-z0-9]{1,8}){0,4}(?![\w]))"
)

_CODE = re.compile(r"[-/][A-ZĐ]")


class Literals:
    """Addresses, hashtags and numbers of documents are the same on both sides."""

    id = "literals"
    severity = Severity.ERROR
    description = "E-mail addresses, hashtags, handles and numbers of documents are kept."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a code may lose its diacritics: `NĐ-CP` is `ND-CP`."""
        source, target = _literals(subject.unit.source), _literals(subject.unit.target)
        for lost in (source - target).elements():
            yield Problem(f"lost: {lost}")
        for extra in (target - source).elements():
            yield Problem(f"not in the source: {extra}")


def _literals(text: str) -> Counter[str]:
    """What is copied, folded; looked for only where there is a mark of one."""
    if not has_any(text, "@#") and not _CODE.search(text):
        return Counter()
    return Counter(folded(m[0]).rstrip(".-") for m in _LITERAL.finditer(text))
