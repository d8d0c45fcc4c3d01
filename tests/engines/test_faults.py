"""Services that fail, each over a real connection: one line is told, nothing wrong is taken."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib import parse

import pytest

from l10n import engines
from l10n.engines.registry import ENGINES
from l10n.errors import EngineError
from l10n.model import DraftRequest, TermHint
from tests.engines.asking import REQUESTS, TEXTS, ask, ask_all
from tests.engines.services import KEY, Services

_SERVICES = [name for name, _ in ENGINES if name not in ("local", "argos", "none")]


@pytest.mark.parametrize("name", ["libretranslate", "openai", "deepl", "google", "microsoft"])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("500", "gave out: an error of the service (HTTP 500)"),
        ("429", "gave out: the service is busy (HTTP 429)"),
        ("html", "gave out: "),
        ("hang", "gave out: no answer within 0.5 seconds"),
        ("drop", "gave out: no connection"),
        ("401", "the key is refused or used up (HTTP 401)"),
        ("403", "the key is refused or used up (HTTP 403)"),
        ("400", "the service refuses the text or the languages (HTTP 400)"),
        ("redirect", "the address leads elsewhere (HTTP 302)"),
    ],
)
def test_a_service_that_fails_is_given_up_in_one_line(
    services: Services, name: str, fault: str, words: str
) -> None:
    services.fault = fault
    with pytest.raises(EngineError) as caught:
        ask(services, name, batch=1, concurrency=3)
    told = str(caught.value)
    assert words in str(told)
    assert name in str(told)
    assert "what was drafted is saved" in str(told)
    assert KEY not in str(told)
    assert "\n" not in str(told)


@pytest.mark.parametrize("fault", ["broken", "large", "garbled"])
def test_answers_that_cannot_be_read(services: Services, fault: str) -> None:
    services.fault = fault
    with pytest.raises(EngineError, match="answer"):
        ask(services, batch=1, concurrency=3)


def test_a_service_that_recovers_is_asked_again(services: Services) -> None:
    services.fault, services.faults_left = "500", 2
    drafts = ask(services, retries=4, concurrency=1)
    assert [d.error for d in drafts] == ["", "", ""]


def test_one_text_that_fails_stops_no_other(services: Services) -> None:
    services.fault, services.faults_left = "500", 1
    drafts = ask(services, batch=1, concurrency=1)
    assert sum(bool(d.error) for d in drafts) == 1


def test_a_text_that_is_refused_stops_no_other_of_its_call(services: Services) -> None:
    services.fault_of = lambda call: "400" if "Bình" in call else ""
    for name in ("libretranslate", "openai", "apertium"):
        drafts = {draft.id: draft for draft in ask(services, name)}
        assert [bool(drafts[key].target) for key in "012"] == [True, False, True], name
        assert drafts["1"].error == "the service refuses the text or the languages (HTTP 400)"


_TERM = TermHint("bct", 0, 12, "Politburo")
_ASKED_TWICE = DraftRequest("a", "Bộ Chính trị họp.", terms=(_TERM,), faults=lambda _: 1)


def _second(call: str) -> bool:
    """Whether it has the term's equivalent in the text: that is how one is asked again."""
    return "Politburo" in call and "terms\\" not in call


@pytest.mark.parametrize("name", _SERVICES)
@pytest.mark.parametrize("fault", ["500", "400", "401", "hang"])
def test_an_answer_stays_where_asking_again_fails(
    services: Services, name: str, fault: str
) -> None:
    kept: list[str] = []
    services.fault_of = lambda call: fault if _second(call) else ""
    engine = engines.create(name, services.options(name))
    drafts = list(
        engines.drafted(engine, [_ASKED_TWICE], ("vi", "en"), lambda d: kept.append(d.id))
    )
    engine.close()
    assert [(draft.target, draft.error) for draft in drafts] == [("the Politburo họp. indeed", "")]
    assert kept == ["a"]


@pytest.mark.parametrize("name", _SERVICES)
@pytest.mark.parametrize("fault", ["500", "400", "429"])
def test_asking_again_ends_where_it_fails_and_fails(
    services: Services, name: str, fault: str
) -> None:
    services.retry_after = "0"
    services.fault_of = lambda call: fault if _second(call) else ""
    requests = [replace(_ASKED_TWICE, id=str(n), source=f"Bộ Chính trị họp {n}.") for n in range(9)]
    drafts = ask(services, name, requests, batch=1, concurrency=1, retries=1)
    assert len([draft for draft in drafts if draft.target]) == 9
    seconds = [body for path, body in services.seen if _second(parse.unquote(path + body))]
    assert len(seconds) == 3 * (1 if fault == "400" else 2)


@pytest.mark.parametrize("name", ["libretranslate", "openai", "google"])
def test_asking_again_goes_on_where_it_fails_now_and_then(services: Services, name: str) -> None:
    outcomes = iter(["500", "500", ""] * 3)
    services.fault_of = lambda call: next(outcomes) if _second(call) else ""
    requests = [replace(_ASKED_TWICE, id=str(n), source=f"Bộ Chính trị họp {n}.") for n in range(9)]
    assert len(ask(services, name, requests, batch=1, concurrency=1)) == 9
    assert next(outcomes, None) is None


def test_what_was_answered_is_not_asked_for_again_with_what_failed(services: Services) -> None:
    left = ["", "500", "500", ""]
    services.fault_of = lambda _: left.pop(0)
    for name in ("libretranslate", "openai", "google"):
        left[:] = ["", "500", "500", ""]
        services.seen.clear()
        assert [draft.error for draft in ask(services, name, [_ASKED_TWICE], retries=2)] == [""]
        assert [services.seen.count(call) for call in services.seen] == [1, 3, 3, 3]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("empty", "the engine gave no text"),
        ("long", "the answer is many times longer than the source"),
        ("echo", "the engine gave the source back"),
    ],
)
def test_what_is_no_translation_is_not_taken_for_one(
    services: Services, fault: str, error: str
) -> None:
    services.fault = fault
    term = TermHint("hn", 0, 8, "conference")
    for name in ("libretranslate", "openai", "google", "apertium"):
        for terms in ((), (term,)):
            request = DraftRequest("a", TEXTS[0], terms=terms)
            drafts, told = ask_all(services, name, [request])
            assert [(d.target, d.error) for d in drafts] == [("", error)], name
            assert f"{name} gave out: {error}" in str(told)


def test_nonsense_without_end_is_paid_for_ten_times(services: Services) -> None:
    services.fault = "empty"
    requests = [DraftRequest(str(n), f"Câu số {n} của bài này.") for n in range(100)]
    drafts, told = ask_all(services, requests=requests, batch=1, concurrency=2)
    assert 10 <= len(drafts) <= 14
    assert "gave out: the engine gave no text" in str(told)


def test_a_short_text_that_reads_the_same_is_no_fault(services: Services) -> None:
    services.fault = "echo"
    terms = (TermHint("vn", 0, 8, "Vietnam"),)
    requests = [DraftRequest("a", "USAID"), DraftRequest("b", "Việt Nam", terms=terms)]
    assert {d.id: d.target for d in ask(services, requests=requests)} == {
        "a": "USAID",
        "b": "Vietnam",
    }


def test_control_characters_are_taken_out(services: Services) -> None:
    services.fault = "controls"
    for draft in ask(services):
        assert draft.target.isprintable()
        assert draft.target.startswith("the ")


def test_answers_in_another_order_find_their_units(services: Services) -> None:
    drafts = {d.id: d.target for d in ask(services, "openai")}
    assert drafts == {str(n): f"the {text} indeed" for n, text in enumerate(TEXTS)}


def test_an_answer_short(services: Services) -> None:
    services.fault = "short"
    """Where one is missing nobody knows which: each is asked for alone."""
    for name in ("openai", "libretranslate", "apertium"):
        services.faults_left = 1
        drafts = {d.id: d.target for d in ask(services, name)}
        assert drafts == {str(n): f"the {text} indeed" for n, text in enumerate(TEXTS)}, name
    services.faults_left = 10**9
    drafts, told = ask_all(services)
    assert not any(draft.target for draft in drafts)
    assert "gave out: 0 answers for one text" in str(told)


def test_answers_in_another_order_are_seen_by_what_they_hold(services: Services) -> None:
    """By placeholders and figures; services that go by order are then asked text by text."""
    services.fault = "reversed"
    term = TermHint("bct", 0, 12, "Politburo")
    requests = [
        DraftRequest("a", "Bộ Chính trị họp tại đây.", terms=(term,)),
        DraftRequest("b", "Hội nghị có 120 đại biểu."),
        DraftRequest("c", "Ông Bình phát biểu."),
    ]
    expected = {
        "a": "the Politburo họp tại đây. indeed",
        "b": "the Hội nghị có 120 đại biểu. indeed",
        "c": "the Ông Bình phát biểu. indeed",
    }
    for name in ("libretranslate", "apertium", "openai"):
        if name != "openai":  # it goes by numbers, and terms are told beside the texts
            assert {d.id: d.target for d in ask(services, name, requests)} == expected
        assert {d.id: d.target for d in ask(services, name, requests[1:])} == {
            key: expected[key] for key in "bc"
        }


def test_terms_and_literals_survive(services: Services) -> None:
    source = "Bộ Chính trị ban hành Kết luận 57-KL/TW, xem https://example.org/a_b hoặc `mã`."
    request = DraftRequest("a", source, terms=(TermHint("bct", 0, 12, "Politburo"),))
    for name in ("libretranslate", "apertium", "google"):
        (draft,) = ask(services, name, [request])
        kept = source.replace("Bộ Chính trị", "Politburo")
        assert draft.target == f"the {kept} indeed"
    assert "XTERM1X ban hành Kết luận XTERM2X, xem XTERM3X hoặc XTERM4X." in services.seen[0][1]


@pytest.mark.parametrize("name", _SERVICES)
def test_what_is_copied_survives_whoever_puts_spaces_in_it(services: Services, name: str) -> None:
    services.fault = "spaced"
    text = "Xem 57-KL/TW tại https://example.org/a?b=1&c=2#d, <b>A&nbsp;B</b>, `a/b`."
    [draft] = ask(services, name, [DraftRequest("a", text)])
    assert draft.target == f"the {text} indeed"


def test_a_lost_placeholder_is_asked_for_without_it(services: Services) -> None:
    request = DraftRequest("a", "Bộ Chính trị họp.", terms=(TermHint("bct", 0, 12, "Politburo"),))
    services.fault, services.faults_left = "unmasked", 1
    (draft,) = ask(services, requests=[request])
    assert draft.target == "the Politburo họp. indeed"
    assert [body.count("Politburo") for _, body in services.seen] == [0, 1]


def test_keys_are_in_no_address_of_libretranslate(services: Services) -> None:
    ask(services, key_env="DEEPL_API_KEY")
    path, body = services.seen[0]
    assert KEY not in path
    assert KEY in body


def test_deepl_is_given_key_languages_and_neighbours_where_it_wants_them(
    services: Services,
) -> None:
    request = DraftRequest("a", "Ông Bình phát biểu.", before="Hội nghị khai mạc.")
    engine = engines.create("deepl", {"url": services.url, "glossary": "g-1"})
    [draft] = engine.draft([request], source_language="vi", target_language="en-US")
    assert draft.target == "the Ông Bình phát biểu. indeed"
    list(engine.draft([request], source_language="en", target_language="zh-TW"))
    engine.close()
    bodies = [json.loads(body) for _, body in services.seen]
    assert bodies[0] == {
        "text": ["Ông Bình phát biểu."], "source_lang": "VI", "target_lang": "EN-US",
        "context": "Hội nghị khai mạc.", "glossary_id": "g-1",
    }  # fmt: skip
    assert bodies[1]["target_lang"] == "ZH-HANT"
    assert services.keys == [f"DeepL-Auth-Key {KEY}"] * 2
    assert not any(KEY in path + body for path, body in services.seen)


def test_nobody_listens() -> None:
    engine = engines.create(
        "libretranslate", {"url": "http://127.0.0.1:9", "retries": 0, "batch": 1}
    )
    with pytest.raises(EngineError, match="gave out: no connection: connection refused;"):
        list(engine.draft(REQUESTS, source_language="vi", target_language="en"))
