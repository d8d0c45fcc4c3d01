"""Checks of who speaks: quotation marks, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from l10n.checks.base import Problem, Subject
from l10n.checks.text import language
from l10n.model import Severity

_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“"}
_DOUBLE = re.compile('["“”„«»「」『』]')
_SINGLE = re.compile(r"(?<!\w)['‘’‚‹]|[<《]")
_MARK = re.compile(r'["“”„«»「」『』‘]|’(?!\w)')
_TOLD = 3
"""Words by which a mark is found."""
_QUOTED = re.compile(r"(?<!\w)['‘][^'‘’]{1,300}['’](?!\w)")
"""A quotation between single marks."""
_QUOTED_QUESTION = re.compile('[?？]["”»’]')
_OPENED = re.compile(r"(?<!\w)‘(?=[^\W\d_])")
_CLOSED = re.compile(r"(?<=[\w.,!?…)])’(?!\w)")


class Quotation:
    """Quotation marks without their partners, and quotations that one side alone has."""

    id = "quotation"
    severity = Severity.WARNING
    description = "Quotation marks come in pairs, and what is quoted in the source is quoted."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; a quotation may go on over several units, on both sides then."""
        source, target = subject.unit.source, subject.unit.target
        tag = language(subject.unit.language)
        ours, theirs = _DOUBLE.findall(source), _DOUBLE.findall(target)
        alone = _unpaired(theirs, tag)
        inner = _unpaired_single(target, tag)
        if ours and not theirs:
            if not _SINGLE.search(target):
                # Half a quotation does not vanish; a whole one may be told in other words.
                weight = None if len(ours) % 2 else Severity.INFO
                yield Problem("the quotation marks of the source are gone", weight)
        elif len(ours) % 2 and theirs and not alone:
            told = "the source's quotation goes on in another unit, this one does not"
            yield Problem(told, Severity.INFO)
        elif alone and not _meant(alone, source, target):
            yield Problem(_told(target, alone, tag))
        elif inner and not _unpaired_single(source, "vi"):
            yield Problem(_told(target, inner, tag))


def _meant(alone: str, source: str, target: str) -> bool:
    """Whether a mark has its partner in another unit: the source says so too, or says nothing."""
    ours = _DOUBLE.findall(source)
    if len(ours) % 2 == 0:
        return not ours and not _QUOTED.search(source) and _goes_on(target, alone)
    whole = source.lstrip()[:1] in _PAIRS and source.rstrip(" .")[-1:] in "”»"
    lone = _unpaired(ours, "vi")
    return not whole and (lone == '"' or alone == '"' or (lone in _PAIRS) == (alone in _PAIRS))


def _unpaired_single(text: str, tag: str) -> str:
    """A single mark without its partner, or ""; English has many that are apostrophes."""
    if "‘" not in text and (tag == "en" or "’" not in text):
        return ""
    opened, closed = len(_OPENED.findall(text)), len(_CLOSED.findall(text))
    if opened > closed:
        return "‘"
    return "’" if closed > opened and tag != "en" else ""


def _unpaired(marks: list[str], tag: str) -> str:
    """A mark without its partner, or ""; a straight one may close what another has opened."""
    if len(marks) % 2 == 0 and '"' in marks:
        return ""
    for opening, closing in _pairs(tag).items():
        opened, closed = marks.count(opening), marks.count(closing)
        if opened != closed:
            return opening if opened > closed else closing
    return '"' if len(marks) % 2 else ""


def _pairs(tag: str) -> dict[str, str]:
    """What closes what; German closes with the mark that English opens with."""
    return {o: closing for o, closing in _PAIRS.items() if o != ("“" if tag == "de" else "„")}


def _told(text: str, alone: str, tag: str) -> str:
    """What is said of a mark without its partner, by the words that it opens or closes."""
    pairs = _pairs(tag) | {"‘": "’"}
    at = _lone(text, alone, pairs)
    opens = alone in pairs or text[at + 1 : at + 2].isalnum()
    beside = _MARK.split(text[at + 1 :])[0] if opens else _MARK.split(text[:at])[-1]
    words = beside.split()[:_TOLD] if opens else beside.split()[-_TOLD:]
    return f"the quotation “{' '.join(words)}” is not {'closed' if opens else 'opened'}"


def _lone(text: str, alone: str, pairs: Mapping[str, str]) -> int:
    """Where the mark without its partner stands; of straight ones, it is taken to be the last."""
    closing = pairs.get(alone, alone)
    opening = next((mark for mark, other in pairs.items() if other == closing), closing)
    opened = -1
    for mark in re.finditer(f"[{opening}{closing}]", text):
        if mark[0] == closing != opening:
            if opened < 0:
                return mark.start()
            opened = -1
        elif opened >= 0 and alone in pairs:
            return opened
        else:
            opened = mark.start()
    return opened


def _goes_on(text: str, alone: str) -> bool:
    """Whether the text is within a quotation that began before it or ends after it."""
    inner = text.strip(" .,;:!?…")
    return inner.startswith(alone) or inner.endswith(alone)


class Question:
    """A question that is a statement, and the reverse."""

    id = "question"
    severity = Severity.WARNING
    description = "A question is a question on both sides."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; the last mark decides, or one at the end of a quotation."""
        source, target = subject.unit.source, subject.unit.target
        asked = _asks(source) or _QUOTED_QUESTION.search(source)
        if asked and not any(mark in target for mark in "?？;\u037e¿"):
            yield Problem("the source asks, the translation does not")
        elif _asks(target) and not any(mark in source for mark in "?？"):
            yield Problem("the translation asks, the source does not")


def _asks(text: str) -> bool:
    return text.rstrip("\"'“”’»)）」』*_` ").endswith(("?", "？"))
