"""Nothing is lost on the way there and back, nor by an edit."""

import re
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.glossary import load
from l10n.glossary.editing import Wanted, appended, edited
from l10n.glossary.exchange import FileFormat, Outcome, Side, plan, read, write
from l10n.glossary.rendering import concept as rendered
from l10n.glossary.rendering import scalar
from l10n.glossary.spans import comments
from l10n.glossary.wording import problem, regular_term
from l10n.model import Concept, Status, Term

# Characters that formats quote, escape or take for their own.
TRICKY = "abcđộ ủ-:#,;|\\\"'[]()<>&=+@!%*?/.~^$`_0129\t中Я😀＝"

raw = st.text(
    alphabet=st.one_of(st.sampled_from(TRICKY), st.characters(exclude_categories=["Cs"])),
    max_size=12,
)


def as_wording(text: str) -> str:
    """The text as a term, with a letter where it has none."""
    shown = "".join(c if c.isprintable() and c not in "{}" else " " for c in text)
    regular = regular_term(shown)
    return regular if problem(regular) is None else regular_term(f"{shown} a")


wordings = raw.map(as_wording)
# What a spreadsheet, a YAML reader or one of our own marks would take for something else.
ODD = (
    "=cmd()", "'=x", "''-y", "-3", "No", "null", "2024-01-01", "1.5", "x [forbidden]", "y [z]",
    "[a]", "l10n-note: x", "a]", "x [forms: b]", "x [deprecated, plural]", "a\\",
)  # fmt: skip
words = st.one_of(wordings, st.sampled_from(ODD))
# Notes and sources are any text in one line; XML has no place for some characters.
PRINTABLE = raw.map(lambda text: "".join(c if c.isprintable() else " " for c in text))
notes = st.one_of(PRINTABLE, st.sampled_from(["l10n-note: x", "l10n-guard: x", "=1", "# x"])).map(
    lambda text: " ".join(text.split())
)
urls = st.sampled_from(
    ["Báo <https://example.org/a?b=c&d>", "https://example.org/", "x <https://ví.dụ/>", "a <b>"]
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none()
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)
LANGUAGES = ("vi", "en", "zh-Hant", "ru")


@st.composite
def term_lists(draw: st.DrawFn) -> tuple[Term, ...]:
    texts = draw(st.lists(words, min_size=1, max_size=4, unique=True))
    others = st.sampled_from([Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN])
    kinds = st.sampled_from(["term", "abbreviation", "plural", "short"])
    forms = st.lists(words, max_size=2, unique=True).map(tuple)
    terms = [Term(text, draw(others), draw(kinds), draw(forms)) for text in texts]
    if draw(st.booleans()) or terms[0].status is Status.ADMITTED:
        terms[0] = replace(terms[0], status=Status.PREFERRED)
    return tuple(terms)


@st.composite
def concepts(draw: st.DrawFn, id_: str | None = None) -> Concept:
    texts = st.lists(words, max_size=2, unique=True).map(tuple)
    some = notes.map(lambda text: text or "a")
    sources = st.lists(some | urls, max_size=3, unique=True).map(tuple)
    first, last = draw(days), draw(days)
    if first and last and first > last:
        first, last = last, first
    return Concept(
        id=id_ or draw(ids),
        terms=draw(st.dictionaries(st.sampled_from(LANGUAGES), term_lists(), min_size=1)),
        domain=draw(notes),
        guards=draw(texts),
        ambiguous=draw(texts),
        case=draw(st.sampled_from(["any", "initial", "exact"])),
        target_case=draw(st.sampled_from(["proper", "title", "common"])),
        valid_from=first,
        valid_to=last,
        verified=draw(st.booleans()),
        source=draw(sources),
        note=draw(notes),
    )


glossaries = st.lists(concepts(), min_size=1, max_size=3, unique_by=lambda concept: concept.id)


@pytest.mark.parametrize("style", ["dca", "dct"])
@pytest.mark.parametrize("form", list(FileFormat))
@given(glossary=glossaries)
@settings(max_examples=40, deadline=None)
def test_every_format_brings_back_what_it_was_given(
    form: FileFormat, style: str, glossary: list[Concept]
) -> None:
    text = "".join(write(glossary, form, style=style, languages=["vi", "en"]))
    delivery = read(text.encode(), form, file="x", languages=LANGUAGES)
    steps = plan(delivery, {}).steps
    assert {step.outcome for step in steps} == {Outcome.ADDED}
    assert [step.concept for step in steps] == glossary
    assert not delivery.left
    again = plan(delivery, {concept.id: concept for concept in glossary})
    assert {step.outcome for step in again.steps} == {Outcome.UNCHANGED}


@given(text=notes.map(lambda text: text or "a"), flow=st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_scalar_is_read_as_it_was(text: str, flow: bool) -> None:
    import yaml

    shown = scalar(text, flow=flow)
    assert yaml.safe_load(f"[{shown}]" if flow else f"- {shown}") == [text]
    assert "\n" not in shown


def load_text(text: str) -> dict[str, Concept]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yml"
        path.write_text(text, encoding="utf-8")
        return dict(load([path]).concepts)


def with_comments(text: str) -> str:
    """The text with comments of their own behind every line and between the lines."""
    lines = text.splitlines()
    return "".join(
        f"{line}  # behind {number}\n{' ' * (number % 5)}# below {number}\n"
        if line
        else f"# at {number}\n"
        for number, line in enumerate(lines)
    )


@given(old=glossaries, more=st.lists(concepts(), max_size=2), anew=st.booleans(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_an_edit_says_what_was_wanted_and_keeps_every_comment(
    old: list[Concept], more: list[Concept], anew: bool, data: st.DataObject
) -> None:
    text = with_comments("\n".join(map(rendered, old)))
    before = load_text(text)
    assert before == {concept.id: concept for concept in old}
    entries = {concept.id: data.draw(concepts(concept.id)) for concept in old}
    form = FileFormat.CSV
    delivery = read(
        "".join(write(list(entries.values()), form, languages=["vi"])).encode(), form, file="x"
    )
    steps = plan(delivery, before, side=Side.THEIRS).steps
    wanted = {
        step.id: Wanted(before[step.id], step.concept, step.replaces or anew)
        for step in steps
        if step.concept is not None
    }
    new = [concept for concept in {c.id: c for c in more}.values() if concept.id not in before]
    result = appended(edited(text, wanted), new)
    expected = before | {id_: change.new for id_, change in wanted.items()}
    assert load_text(result) == expected | {concept.id: concept for concept in new}
    assert sorted(comments(result)) == sorted(comments(text))


@given(concept=concepts())
@settings(max_examples=60, deadline=None)
def test_importing_twice_changes_nothing_the_second_time(concept: Concept) -> None:
    text = "".join(write([concept], FileFormat.TBX_MIN))
    delivery = read(re.sub(' id="[^"]*"', "", text).encode(), FileFormat.TBX_MIN, file="x")
    first = plan(delivery, {}, side=Side.THEIRS).steps[0]
    assert first.concept is not None
    again = plan(delivery, {first.id: first.concept}).steps[0]
    if "vi" in concept.terms:
        assert (again.outcome, again.id) == (Outcome.UNCHANGED, first.id)
