"""What the model is asked."""

from __future__ import annotations

from l10n.engines.languages import language_name
from l10n.engines.local.prompt import MAX_EXAMPLE_CHARACTERS, Prompter
from l10n.model import DraftRequest, Example, TermHint

VI_EN = Prompter("vi", "en-GB")
SOURCE = "Bộ Chính trị và Tỉnh ủy họp ngày 8/1."
HINTS = (
    TermHint("tinh-uy", 16, 23, "provincial Party Committee"),
    TermHint("bct", 0, 12, "Politburo"),
)


def test_terms_stand_inline_and_numbers_in_english():
    asked = VI_EN.source(SOURCE, HINTS)
    assert asked == "Politburo và provincial Party Committee họp ngày January 8."


def test_overlapping_and_empty_terms_are_left():
    terms = (*HINTS, TermHint("x", 3, 8, "never"), TermHint("y", 24, 27, ""))
    assert VI_EN.source(SOURCE, terms) == VI_EN.source(SOURCE, HINTS)


def test_numbers_stay_for_other_pairs():
    assert Prompter("vi", "fr").source("tăng 8,4%", ()) == "tăng 8,4%"


def test_prompt_is_examples_then_the_unit():
    example = Example("Bộ Chính trị\nhọp.", "The Politburo\nmet.", HINTS[1:])
    head = VI_EN.prefix((example,))
    assert head == "Vietnamese: Politburo họp.\nEnglish: The Politburo met.\n\nVietnamese:"
    question = VI_EN.question(DraftRequest("1", "Một\u2028hai  ba"))
    assert question == " Một hai ba\nEnglish:"


def test_shipped_examples_are_for_their_pair():
    request = DraftRequest("1", "x")
    assert len(VI_EN.examples(request)) >= 3
    assert Prompter("vi-VN", "en").examples(request) == VI_EN.examples(request)
    assert Prompter("vi", "fr").examples(request) == ()


def test_nearest_examples_are_kept_where_room_is_short():
    long = "x" * (MAX_EXAMPLE_CHARACTERS // 3)
    examples = tuple(Example(f"{n}{long}", "y") for n in range(4))
    kept = VI_EN.examples(DraftRequest("1", "x", examples=examples))
    assert kept == examples[-2:]


def test_conversation():
    request = DraftRequest("1", SOURCE, terms=HINTS, examples=(Example("Chào.", "Hello."),))
    system, user, assistant, asked = VI_EN.messages(request)
    assert "from Vietnamese to English" in system["content"]
    assert (user["content"], assistant["content"]) == ("Chào.", "Hello.")
    assert asked == {"role": "user", "content": VI_EN.source(SOURCE, HINTS)}


def test_language_without_a_name_goes_by_its_tag():
    assert language_name("zh-Hant") == "Chinese"
    assert language_name("xx-YY") == "xx-YY"
