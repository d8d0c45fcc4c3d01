"""Cells of a glossary's table: terms with their marks, lists, and texts that no spreadsheet runs.

A cell with several values has one a line. A term is followed by what its place does not say:
`PAVN [deprecated, abbreviation]`. Without a mark the first line is the preferred term, the others
are admitted.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from l10n.glossary.exchange.delivery import Wording
from l10n.glossary.loading import KINDS, STATUSES
from l10n.glossary.rendering import said
from l10n.model import Status, Term

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_MARKS = (*STATUSES, *KINDS)
_SPECIAL = re.compile(r"[\\|\[]")
_PART = re.compile(r"(?:[^\\|]|\\.)+")
_MARKED = re.compile(r"(?P<text>.*\S) \[(?P<marks>[^\[]*)\]", re.DOTALL)
_MARKED_FORMS = re.compile(
    r"(?P<text>.*\S) \[(?P<marks>[^\[]*?)forms: (?P<forms>(?:[^\\\[]|\\.)*)\]", re.DOTALL
)


class BadMark(ValueError):
    """Marks that a term cannot have."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy
        """What to do, as a clause."""


def guarded(cell: str) -> str:
    """A cell that a spreadsheet takes for a text: a formula gets an apostrophe in front."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe of `guarded`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def terms_cell(terms: Sequence[Term]) -> str:
    """The terms of one language."""
    marks = said([term.status for term in terms])
    return "\n".join(_line(term, mark) for term, mark in zip(terms, marks, strict=True))


def _line(term: Term, status: Status | None) -> str:
    marks = [str(status)] if status else []
    marks += [term.kind] if term.kind != "term" else []
    if term.forms:
        forms = (_SPECIAL.sub(r"\\\g<0>", form) for form in term.forms)
        marks.append(f"forms: {' | '.join(forms)}")
    if not marks and term.text.endswith("]"):
        marks = [str(term.status)]  # so that the last brackets are always ours
    return f"{term.text} [{', '.join(marks)}]" if marks else term.text


def parsed_term(line: str) -> Wording:
    """One line of a cell; its status is None where it has no mark.

    Brackets that hold no marks belong to the term: `argument [of a function]`. Raises `BadMark`
    for a word that is nearly a mark, and for two statuses or kinds.
    """
    hit = _MARKED_FORMS.fullmatch(line) or _MARKED.fullmatch(line)
    if hit is None:
        return Wording(line)
    marks = [mark.strip() for mark in hit["marks"].split(",") if mark.strip()]
    groups = hit.groupdict()
    forms = [part.strip() for part in _PART.findall(groups.get("forms") or "")]
    if not all(mark in _MARKS for mark in marks) or not (marks or forms):
        _refuse_typo(marks)
        return Wording(line)
    status, kind = _one(marks, STATUSES), _one(marks, KINDS)
    return Wording(
        hit["text"],
        Status(status) if status else None,
        kind,
        tuple(re.sub(r"\\(.)", r"\1", form) for form in forms),
    )


def _one(marks: Sequence[str], known: Sequence[str]) -> str | None:
    """The mark that is among the known ones."""
    found = [mark for mark in marks if mark in known]
    if len(found) > 1:
        raise BadMark(f"a term is marked {found[0]!r} and {found[1]!r}", "keep one of the two")
    return found[0] if found else None


def _refuse_typo(marks: Sequence[str]) -> None:
    for mark in marks:
        near = difflib.get_close_matches(mark.lower(), _MARKS, n=1, cutoff=0.85)
        if near and mark not in _MARKS:
            raise BadMark(f"unknown mark {mark!r}", f"did you mean {near[0]!r}?")


def list_cell(texts: Iterable[str]) -> str:
    """Texts without line ends, one a line."""
    return "\n".join(texts)


def lines(cell: str) -> list[str]:
    """The lines of a cell that say something."""
    return [line.strip() for line in cell.splitlines() if line.strip()]
