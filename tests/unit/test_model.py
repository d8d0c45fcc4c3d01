from dataclasses import replace

import pytest

from l10n.model import Concept, State, Status, Term, Unit, counted, seal_of, unit_id


def test_states_are_in_order() -> None:
    assert [state.rank for state in State] == [0, 1, 2, 3, 4]


def test_an_id_depends_on_role_and_source_alone() -> None:
    unit = Unit(source="Bộ Chính trị họp.", context="lead", target="x", article="a")
    assert unit.id == unit_id("lead", "Bộ Chính trị họp.")
    assert len(unit.id) == 12
    assert unit.id != replace(unit, context="").id
    # The separator keeps role and source apart.
    assert unit_id("a", "b") != unit_id("", "ab")


@pytest.mark.parametrize(
    ("recorded", "target", "seal", "broken"),
    [
        (State.APPROVED, "x", seal_of("s", "x"), False),
        (State.APPROVED, "y", seal_of("s", "x"), True),
        (State.REVIEWED, "y", "", True),
        (State.TRANSLATED, "y", "", False),
        (State.APPROVED, "", seal_of("s", "x"), False),
        (None, "y", "", False),
    ],
)
def test_a_seal_is_broken_when_either_text_changed(
    recorded: State | None, target: str, seal: str, broken: bool
) -> None:
    unit = Unit(source="s", target=target, recorded=recorded, seal=seal)
    assert unit.seal_broken is broken


def test_a_seal_tells_source_from_target() -> None:
    assert seal_of("ab", "c") != seal_of("a", "bc")


def test_a_concept_has_one_preferred_term_a_language() -> None:
    terms = (Term("Political Bureau", Status.ADMITTED), Term("Politburo"))
    concept = Concept("party-bct", {"en": terms})
    assert concept.preferred("en") == "Politburo"
    assert concept.preferred("fr") is None


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (0, ("unit",), "0 units"),
        (1, ("unit",), "1 unit"),
        (1, ("unit is", "units are"), "1 unit is"),
        (2, ("unit is", "units are"), "2 units are"),
        (12345678, ("pair",), "12345678 pairs"),
        (1.0, ("second",), "1 second"),
        (0.5, ("second",), "0.5 seconds"),
    ],
)
def test_an_amount_agrees_with_its_noun(number: float, words: tuple[str, ...], told: str) -> None:
    assert counted(number, *words) == told
