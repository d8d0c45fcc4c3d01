"""The plan of an import: nothing in conflict is decided silently, nothing is taken away."""

from datetime import date

import pytest

from l10n.glossary.exchange import Change, Delivery, Entry, Outcome, Plan, Side, Wording, plan
from l10n.glossary.exchange.values import suggested_id
from l10n.model import Concept, Status, Term

PREFERRED, ADMITTED, DEPRECATED, FORBIDDEN = Status
ADDED, CHANGED, UNCHANGED, CONFLICTING = Outcome

BCT = Concept(
    id="party-bct",
    terms={
        "vi": (Term("Bộ Chính trị"), Term("BCT", ADMITTED, "abbreviation")),
        "en": (Term("Politburo"), Term("Polit Bureau", FORBIDDEN), Term("PB", DEPRECATED)),
    },
    domain="party",
    source=("a",),
    note="old",
    file="/p/glossary/party.yml",
    line=3,
)
OLD = Concept(
    id="old-ward",
    terms={"vi": (Term("Phường Hòa"),), "en": (Term("Hoa Ward"),)},
    valid_to=date(2025, 6, 30),
)
TWIN_A = Concept(id="twin-a", terms={"vi": (Term("Đội"),), "en": (Term("team"),)})
TWIN_B = Concept(id="twin-b", terms={"vi": (Term("đội"),), "en": (Term("squad"),)})
GLOSSARY = {c.id: c for c in (BCT, OLD, TWIN_A, TWIN_B)}


def entry(id_: str, line: int = 7, **given: object) -> Entry:
    """An entry; languages are given as texts or wordings."""
    wordings = {
        tag: tuple(
            word if isinstance(word, Wording) else Wording(word)
            for word in (words if isinstance(words, tuple) else (words,))
        )
        for tag, words in given.items()
        if len(tag) == 2
    }
    fields = {name: value for name, value in given.items() if len(name) > 2}
    return Entry(id_, line, wordings, **fields)  # type: ignore[arg-type]


def planned(*entries: Entry, side: Side | None = None) -> Plan:
    return plan(Delivery("x", entries), GLOSSARY, side=side)


def test_a_new_concept() -> None:
    (step,) = planned(entry("x", vi="Sở", en=("Department", Wording("Dept", FORBIDDEN)))).steps
    assert step.outcome is ADDED
    assert step.concept == Concept(
        id="x",
        terms={"vi": (Term("Sở"),), "en": (Term("Department"), Term("Dept", FORBIDDEN))},
    )


def test_changes_field_by_field() -> None:
    (step,) = planned(
        entry(
            "party-bct",
            vi="Bộ Chính trị",
            en=(Wording("Politburo", PREFERRED, forms=("Politburos",)), Wording("P.B.", ADMITTED)),
            fr="Bureau politique",
            domain="Party",
            guards=("Bộ Chính trị viên",),
            source=("b", "a"),
            verified=True,
            valid_from=date(2020, 1, 1),
        )
    ).steps
    assert step.outcome is CHANGED
    assert step.changes == (
        Change(
            "en",
            "Politburo, Polit Bureau [forbidden], PB [deprecated]",
            "Politburo [forms: Politburos], Polit Bureau [forbidden], PB [deprecated], "
            "P.B. [admitted]",
        ),
        Change("fr", "", "Bureau politique"),
        Change("domain", "party", "Party"),
        Change("guards", "", "Bộ Chính trị viên"),
        Change("source", "a", "a, b"),
        Change("valid_from", "", "2020-01-01"),
        Change("verified", "false", "true"),
    )


def test_what_is_unsaid_changes_nothing() -> None:
    same = entry("party-bct", vi="Bộ Chính trị", en="Politburo")
    assert planned(same).steps[0].outcome is UNCHANGED
    # A list has no ids; the wording tells.
    (step,) = planned(entry("", vi="bộ chính trị", en="politburo")).steps
    assert (step.outcome, step.id) == (UNCHANGED, "party-bct")
    # But a file that says the statuses means what it writes.
    said = entry("party-bct", vi=(Wording("bộ chính trị", ADMITTED),))
    assert planned(said).steps[0].outcome is CHANGED


def test_the_preferred_term_can_be_exchanged_where_both_are_named() -> None:
    both = (Wording("Political Bureau", PREFERRED), Wording("Politburo", ADMITTED))
    (step,) = planned(entry("party-bct", vi="Bộ Chính trị", en=both)).steps
    assert step.outcome is CHANGED
    assert step.concept is not None
    assert step.concept.terms["en"][0] == Term("Political Bureau")
    assert Term("Politburo", ADMITTED) in step.concept.terms["en"]


def test_the_preferred_term_can_be_given_up() -> None:
    words = (Wording("Politburo", ADMITTED),)
    (step,) = planned(entry("party-bct", en=words)).steps
    assert step.concept is not None
    assert step.concept.preferred("en") is None


CONFLICTS = {
    "same form, other id": (
        entry("c1", vi="Bộ Chính trị", en="Politburo"),
        ("'Bộ Chính trị' stands in party-bct already (/p/glossary/party.yml:3)",),
    ),
    "same id, other thing": (
        entry("party-bct", vi="Sở", en="Department"),
        ("the same id stands for something else: vi 'Bộ Chính trị' here, 'Sở' in the file",),
    ),
    "two preferred": (
        entry("party-bct", vi="Bộ Chính trị", en=(Wording("Bureau", PREFERRED), Wording("PB"))),
        ("two terms are preferred in en: 'Politburo' here, 'Bureau' in the file",),
    ),
    "another equivalent in a list": (
        entry("", vi="Bộ Chính trị", en="Bureau"),
        ("two terms are preferred in en: 'Politburo' here, 'Bureau' in the file",),
    ),
    "forbidden here": (
        entry("", vi="Bộ Chính trị", en="Polit Bureau"),
        ("'Polit Bureau' is forbidden in en here, offered in the file",),
    ),
    "deprecated here": (
        entry("party-bct", en=(Wording("Politburo"), Wording("PB", ADMITTED))),
        ("'PB' is deprecated in en here, admitted in the file",),
    ),
    "two preferred in the file": (
        entry("x", vi="Sở", en=(Wording("a", PREFERRED), Wording("b", PREFERRED))),
        ("two terms are preferred in en: 'a' and 'b'",),
    ),
    "a period that is none": (
        entry("x", vi="Sở", valid_from=date(2025, 1, 2), valid_to=date(2025, 1, 1)),
        ("its period ends (2025-01-01) before it begins (2025-01-02)",),
    ),
    "a period that becomes none": (
        entry("old-ward", vi="Phường Hòa", valid_from=date(2025, 7, 1)),
        ("its period would end (2025-06-30) before it begins (2025-07-01)",),
    ),
    "a form of two concepts": (
        entry("", vi="Đội", en="unit"),
        ("'Đội' stands in twin-a and in twin-b: name the id",
         "two terms are preferred in en: 'team' here, 'unit' in the file"),
    ),
    "a new form that is another's": (
        entry("old-ward", vi=("Phường Hòa", "BCT")),
        ("'BCT' stands in party-bct already (/p/glossary/party.yml:3)",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "reasons"), CONFLICTS.values(), ids=CONFLICTS)
def test_conflicts_are_left_as_they_are(given: Entry, reasons: tuple[str, ...]) -> None:
    (step,) = planned(given).steps
    assert (step.outcome, step.reasons) == (CONFLICTING, reasons)
    assert step.concept is None
    if "the file" not in reasons[0] and not reasons[0].startswith(("two terms", "its period ends")):
        return
    (kept,) = planned(given, side=Side.OURS).steps
    assert kept.concept is None


def theirs(name: str) -> Concept | None:
    return planned(CONFLICTS[name][0], side=Side.THEIRS).steps[0].concept


def test_what_theirs_makes_of_conflicts() -> None:
    # The form stays in one concept: two would make it ambiguous in every text.
    (same,) = planned(CONFLICTS["same form, other id"][0], side=Side.THEIRS).steps
    assert (same.outcome, same.id) == (UNCHANGED, "party-bct")
    other = theirs("same id, other thing")
    assert other == Concept(
        id="party-bct", terms={"vi": (Term("Sở"),), "en": (Term("Department"),)}
    )
    preferred = theirs("two preferred")
    assert preferred is not None
    assert preferred.terms["en"][0] == Term("Bureau")
    assert Term("Politburo", ADMITTED) in preferred.terms["en"]
    listed = theirs("another equivalent in a list")
    assert listed is not None
    assert listed.preferred("en") == "Bureau"
    lifted = theirs("forbidden here")
    assert lifted is not None
    assert lifted.preferred("en") == "Polit Bureau"
    period = theirs("a period that becomes none")
    assert period is not None
    assert (period.valid_from, period.valid_to) == (date(2025, 7, 1), None)


def test_what_the_file_says_against_itself_stays_a_conflict() -> None:
    for name in ("two preferred in the file", "a period that is none"):
        for side in Side:
            assert planned(CONFLICTS[name][0], side=side).steps[0].outcome is CONFLICTING


def test_a_form_of_two_concepts_is_never_guessed() -> None:
    given = entry("c9", vi="Đội", en="unit")
    assert planned(given, side=Side.THEIRS).steps[0].outcome is CONFLICTING
    (fitting,) = planned(entry("", vi="Đội", en="squad")).steps
    assert (fitting.outcome, fitting.id) == (UNCHANGED, "twin-b")


def test_periods_that_do_not_overlap_may_share_a_form() -> None:
    new = entry("new-ward", vi="Phường Hòa", en="Hoa Ward", valid_from=date(2025, 7, 1))
    assert planned(new).steps[0].outcome is ADDED
    assert planned(entry("new-ward", vi="Phường Hòa")).steps[0].outcome is CONFLICTING


def test_concepts_of_one_file_may_share_a_form() -> None:
    steps = planned(entry("a", vi="Sở"), entry("b", vi="Sở"), entry("", vi="Sở")).steps
    assert [step.outcome for step in steps] == [ADDED, ADDED, ADDED]
    assert [step.id for step in steps] == ["a", "b", "so"]


@pytest.mark.parametrize(
    ("text", "domain", "id_"),
    [
        ("Bộ Chính trị", "party", "party-bo-chinh-tri"),
        ("Đường Đồng Khởi", "", "duong-dong-khoi"),
        ("Báo chí", "báo chí", "bao-chi"),
        ("越南", "state", "state-" + "d2b91c"),
        ("một " * 40, "", "mot-" * 14 + "mot"),
        ("x" * 90, "", "x" * 60),
        ("taken", "", "taken-3"),
    ],
)
def test_suggested_ids(text: str, domain: str, id_: str) -> None:
    made = suggested_id(text, domain=domain, taken={"taken", "taken-2"})
    if text == "越南":
        assert made.startswith("state-")
        assert len(made) == len("state-") + 6
    else:
        assert made == id_
