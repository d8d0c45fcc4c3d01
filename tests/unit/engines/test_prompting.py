"""What a chat model is told."""

from __future__ import annotations

import json
from dataclasses import replace

from l10n.engines.prompting import messages, with_equivalents
from l10n.model import DraftRequest, Example, Style, TermHint
from l10n.workflow.house import rules

TERM = TermHint("bct", 0, 12, "Politburo")
ONE = DraftRequest(
    "x",
    "Bộ Chính trị họp.",
    terms=(TERM,),
    examples=(Example("gần", "near"), Example("rất", "very")),
    before="Trước đó.",
    after="Ông Bình dự.",
    style=("Spell as in British English.",),
)
TWO = DraftRequest(
    "y",
    "Ông Bình dự.",
    examples=(Example("rất", "very"), Example("hơn", "more")),
    before="Bộ Chính trị họp.",
    after="Sau đó.",
    style=ONE.style,
)


def test_texts_terms_neighbours_style_and_examples_are_told():
    system, *examples, asked = messages([ONE, TWO], "Vietnamese", "English")
    assert system["role"] == "system"
    assert system["content"].count("Spell as in British English.") == 1
    assert json.loads(asked["content"]) == {
        "1": {
            "text": "Bộ Chính trị họp.",
            "terms": {"Bộ Chính trị": "Politburo"},
            "before": "Trước đó.",
        },
        "2": {"text": "Ông Bình dự.", "after": "Sau đó."},
    }
    shown = [json.loads(turn["content"])["1"] for turn in examples]
    # The nearest of each last; none twice.
    assert shown == [{"text": "gần"}, "near", {"text": "hơn"}, "more", {"text": "rất"}, "very"]


def test_the_second_time_equivalents_stand_in_the_text():
    again, _ = with_equivalents(ONE)
    assert (again.source, again.terms, again.id) == ("Politburo họp.", (), "x")


def test_the_second_time_placeholders_stand_for_what_is_copied():
    request = replace(ONE, source="Bộ Chính trị họp theo 57-KL/TW, xem https://x.vn/a.")
    again, values = with_equivalents(request)
    assert again.source == "Politburo họp theo XTERM1X, xem XTERM2X."
    assert values.restored(again.source)[0] == "Politburo họp theo 57-KL/TW, xem https://x.vn/a."
    looks_like_one = replace(ONE, source="Bộ Chính trị họp theo XTERM1X và 57-KL/TW.")
    assert with_equivalents(looks_like_one)[0].source == "Politburo họp theo XTERM1X và 57-KL/TW."


def test_house_style_in_sentences():
    style = Style(
        choices={"country_name": "Viet Nam", "spelling": "British", "politburo": "Politburo"}
    )
    assert rules(style) == (
        "Spell as in British English.",
        "Write the name of the country as Viet Nam.",
    )
    assert rules(Style()) == rules(None) == ()
