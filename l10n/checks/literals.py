"""Checks of what is copied letter by letter: e-mail addresses, hashtags, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.copied import Copied, compare
from l10n.checks.text import folded, has_any
from l10n.model import Severity

_LITERAL = re.compile(
    r"(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
    r"|(?<![\w&])(?:(?P<hashtag>#)|(?P<handle>@))[^\W\d_]\w{0,99}"
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
        ours, theirs = _literals(subject.unit.source), _literals(subject.unit.target)
        known = {one.key for one in ours}
        surely = (one for one in theirs if not _is_compound(one) or one.key in known)
        yield from compare(ours, [*surely])


def _is_compound(one: Copied) -> bool:
    """Whether what looks like a code may be a word of the translation: `5-Star`, `500-MW`."""
    return one.kind == "code" and "/" not in one.text


def _literals(text: str) -> list[Copied]:
    """What is copied; looked for only where there is a mark of one."""
    if not has_any(text, "@#") and not (has_any(text, "-/") and _CODE.search(text)):
        return []
    found = ((m.lastgroup or "", m[0].rstrip(".-")) for m in _LITERAL.finditer(text))
    return [Copied(kind, written, folded(written)) for kind, written in found]
