"""Checks of what has to come through a translation letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.copied import Copied, compare
from l10n.checks.text import has_any
from l10n.model import Severity

# Inline Markdown as CommonMark 0.31 writes it; every pattern is linear.
_CODE = re.compile(r"(?<!`)(`{1,8})(?!`)([^`\n]{1,2000})(?<!`)\1(?!`)")
_LINK = re.compile(r"(!?)\[[^\[\]]{0,2000}\]\(\s{0,9}(<[^<>\n]{0,2000}>|[^\s()<>]{0,2000})")
_REFERENCE = re.compile(r"\[[^\[\]]{1,2000}\]\[([^\[\]]{0,200})\]|\[(\^[^\[\]\s]{1,200})\](?!\()")
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]{1,2000}")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,500})?/?>")
_FOR_PEOPLE = re.compile(
    r"""\s(?:alt|title|aria-label|placeholder|lang|xml[:-]lang|dir)=(?:"[^"]*"|'[^']*'|[^\s"'>]+)"""
)
"""Attributes of tags that a translation changes."""
_MARKS = re.compile(r"(?<!\\)(\*{1,3}|~~|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_]))")


class Links:
    """Addresses, references and footnotes are the same on both sides."""

    id = "links"
    severity = Severity.ERROR
    description = "Addresses of links and images, references and footnotes are kept."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        source, target = subject.unit.source, subject.unit.target
        if has_any(source + target, ("[", "://", "www.")):
            yield from compare(_addresses(source), _addresses(target))


class Markup:
    """Emphasis, code and tags are the same on both sides, in any order.

    Attributes that are read by people (`alt`, `title`, `lang`…) may differ.
    """

    id = "markup"
    severity = Severity.ERROR
    description = "Inline Markdown is kept: emphasis, code spans and tags."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        source, target = subject.unit.source, subject.unit.target
        if has_any(source + target, "`<*_~"):
            yield from compare(_markup(source), _markup(target))


def _addresses(text: str) -> list[Copied]:
    text = _CODE.sub(" ", text)
    found = [("image" if m[1] else "link", m[2].strip("<>")) for m in _LINK.finditer(text)]
    found += [("reference", m[1] or m[2]) for m in _REFERENCE.finditer(text) if m[1] or m[2]]
    rest = _LINK.sub(" ", text)
    found += [("address", m[0].rstrip(".,;:!?…")) for m in _BARE.finditer(rest)]
    return [Copied(kind, written, written) for kind, written in found]


def _markup(text: str) -> list[Copied]:
    found = [Copied("code", m[0], m[0].replace("\u00a0", " ")) for m in _CODE.finditer(text)]
    text = _BARE.sub(" ", _LINK.sub("[](", _CODE.sub(" ", text)))
    found += [Copied("tag", m[0], _FOR_PEOPLE.sub("", m[0])) for m in _TAG.finditer(text)]
    marks = _MARKS.finditer(_TAG.sub(" ", text))
    return found + [Copied("mark", m[1], m[1].replace("_", "*")) for m in marks]
