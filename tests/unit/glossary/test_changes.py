"""What counts as a change of a concept, and what it is called."""

from dataclasses import replace
from datetime import date

import pytest

from l10n.glossary.changes import ChangeKind, Difference, compare
from l10n.model import Concept, Status, Term

BCT = Concept(
    "party-bct",
    {
        "vi": (Term("Bộ Chính trị"),),
        "en": (
            Term("Politburo"),
            Term("Political Bureau", Status.ADMITTED),
            Term("Polit Bureau", Status.FORBIDDEN),
        ),
    },
    guards=("bộ chính trị viên",),
    target_case="proper",
)


def terms(*texts: tuple[str, Status]) -> dict[str, tuple[Term, ...]]:
    return {**BCT.terms, "en": tuple(Term(text, status) for text, status in texts)}


def differences(after: Concept) -> list[Difference]:
    (change,) = compare({BCT.id: BCT}, {BCT.id: after})
    assert change.kind is ChangeKind.CHANGED
    return list(change.differences)


@pytest.mark.parametrize(
    "after",
    [
        replace(BCT, note="x"),
        replace(BCT, source=("a book",)),
        replace(BCT, verified=True),
        replace(BCT, domain="state"),
        replace(BCT, file="other.yml", line=9),
        replace(BCT, terms={"en": BCT.terms["en"], "vi": BCT.terms["vi"]}),
        replace(BCT, terms={**BCT.terms, "en": (BCT.terms["en"][0], *BCT.terms["en"][:0:-1])}),
    ],
)
def test_what_is_no_change_of_substance(after: Concept) -> None:
    assert compare({BCT.id: BCT}, {BCT.id: after}) == []


def test_added_and_removed_concepts() -> None:
    (added,) = compare({}, {BCT.id: BCT})
    (removed,) = compare({BCT.id: BCT}, {})
    assert (added.kind, removed.kind) == (ChangeKind.ADDED, ChangeKind.REMOVED)
    assert added.languages == removed.languages == {"vi", "en"}
    assert added.concerns("vi", "zh")


def test_another_preferred_term() -> None:
    swapped = terms(
        ("Political Bureau", Status.PREFERRED),
        ("Politburo", Status.DEPRECATED),
        ("Polit Bureau", Status.FORBIDDEN),
    )
    assert differences(replace(BCT, terms=swapped)) == [
        Difference("preferred", "Politburo", "Political Bureau", "en"),
        Difference("term", "preferred", "deprecated", "en", "Politburo"),
    ]


def test_a_preferred_term_that_is_gone_or_new_is_told_once() -> None:
    gone = replace(BCT, terms={"vi": BCT.terms["vi"]})
    assert differences(gone)[0] == Difference("preferred", "Politburo", "", "en")
    assert [d.term for d in differences(gone)] == ["", "Political Bureau", "Polit Bureau"]


def test_statuses_kinds_and_forms() -> None:
    first, second, third = BCT.terms["en"]
    after = (replace(first, forms=("Politburos",)), replace(second, kind="short"), third)
    assert differences(replace(BCT, terms={**BCT.terms, "en": after})) == [
        Difference("term", "preferred", "preferred (Politburos)", "en", "Politburo"),
        Difference("term", "admitted", "admitted short", "en", "Political Bureau"),
    ]


def test_all_that_concerns_every_language() -> None:
    after = replace(
        BCT,
        guards=(),
        case="initial",
        target_case="title",
        ambiguous=("BCT",),
        valid_from=date(2020, 1, 31),
    )
    assert differences(after) == [
        Difference("guards", "bộ chính trị viên", ""),
        Difference("case", "any", "initial"),
        Difference("target_case", "proper", "title"),
        Difference("ambiguous", "", "BCT"),
        Difference("valid", "", "2020-01-31 – …"),
    ]


def test_whom_a_change_concerns() -> None:
    chinese = replace(BCT, terms={**BCT.terms, "zh": (Term("政治局"),)})
    (change,) = compare({BCT.id: BCT}, {BCT.id: chinese})
    assert change.concerns("vi", "zh")
    assert not change.concerns("vi", "en")
    source = replace(BCT, terms={**BCT.terms, "vi": (*BCT.terms["vi"], Term("BCT"))})
    (change,) = compare({BCT.id: BCT}, {BCT.id: source})
    assert change.concerns("vi", "en")
    assert change.concerns("vi", "zh")
    assert not change.concerns("en", "zh")
