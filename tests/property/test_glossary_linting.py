"""What linting says of any glossary."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.glossary import Glossary, load
from l10n.glossary.linting import lint
from l10n.glossary.linting.forms import Form, neighbours
from l10n.model import Concept, Term

days = st.none() | st.integers(1, 12).map(lambda month: date(2025, month, 1))
periods = st.tuples(days, days).filter(lambda p: p[0] is None or p[1] is None or p[0] <= p[1])
KEYS = [
    "- id: a",
    "- id: b",
    "  vi:",
    "  en: x",
    "  case: initial",
    "  guards: [",
    "  valid: {to: x}",
]
MARKS = ["Sở", " [", "]", "{", "}", "'", '"', ": ", "\n", "\t", "\u00a0", "&a", "*a", "#", "{code}"]
pieces = st.sampled_from(KEYS + MARKS)


def overlap(one: Form, two: Form) -> bool:
    return one.first <= two.last and two.first <= one.last


@given(st.lists(st.tuples(st.sampled_from("abc"), periods), max_size=7))
def test_a_form_overlaps_with_its_neighbour_if_with_any_before_it(
    drawn: list[tuple[str, tuple[date | None, date | None]]],
) -> None:
    concepts = {id_: Concept(id_, {}, valid_from=p[0], valid_to=p[1]) for id_, p in drawn}
    forms = [Form(concepts[id_], "x", "x", ambiguous=False) for id_, _ in drawn]
    forms.sort(key=lambda form: (form.first, form.last))
    found = [two for one, two in neighbours(forms) if overlap(one, two)]
    expected = [
        form
        for index, form in enumerate(forms)
        if any(f.concept is not form.concept and overlap(f, form) for f in forms[:index])
    ]
    assert list(map(id, found)) == list(map(id, expected))


@given(st.lists(pieces, max_size=25).map("".join))
def test_what_lint_can_read_is_what_loads(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.yml")
        path.write_text(text, encoding="utf-8")
        report = lint([path], source="vi", targets=["en"], today=date(2026, 1, 1))
        told = [str(error) for error in report.errors]
        if told:
            with pytest.raises(L10nError) as caught:
                load([path])
            assert str(caught.value) in told
        else:
            assert report.concepts == len(load([path]))


@given(
    st.text(st.sampled_from("aB9-/.#@&’ {}đĐòaUỶxạ"), min_size=1, max_size=12).filter(
        lambda text: "{" not in text and any(c.isalnum() for c in text)
    ),
    st.sampled_from(["any", "initial", "exact"]),
)
def test_a_term_is_found_as_it_is_written_but_for_a_first_letter(text: str, case: str) -> None:
    """So the first letter is all that the rule for hidden forms has to look at."""
    term = " ".join(text.split())
    concept = Concept("a", {"vi": (Term(term),)}, case=case)
    found = Glossary({"a": concept}).match(term)
    hidden = case == "initial" and term[0].islower()
    assert any(m.text == term for m in found) is not hidden
