"""The embedded engine with its small model: the same answer each time, faults, interrupts."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import engines
from l10n.engines.local import engine as engine_module
from l10n.engines.local.crew import Crew
from l10n.engines.local.engine import LocalEngine
from l10n.engines.local.llama import Completion, Llama
from l10n.errors import EngineError, EngineUnavailable
from l10n.model import Draft, DraftRequest, Example, TermHint

SMALL = {"model": "gemma3-270m"}
PAIR = {"source_language": "vi", "target_language": "en"}

A = DraftRequest("a", "Tỉnh có 12 dự án mới trong năm 2023.")
B = DraftRequest("b", "Tỉnh có 12 trường học tại Hà Nội.", terms=(TermHint("hn", 26, 32, "Hanoi"),))
C = DraftRequest(
    "c",
    "Tỉnh có 12 trường học mới.",
    examples=(Example("Tỉnh có một dự án.", "The province has one project."),),
)


@pytest.fixture(scope="module")
def local():
    engine = engines.create("local", SMALL)
    if not engine.info.ready:
        pytest.fail(engine.info.missing)
    yield engine
    engine.close()


def drafts(engine, *requests: DraftRequest) -> dict[str, Draft]:
    return {d.id: d for d in engine.draft(requests, **PAIR)}


@pytest.mark.model
def test_same_draft_whatever_was_drafted_before(local):
    together = drafts(local, A, B, C)
    assert all(draft.target for draft in together.values())
    assert drafts(local, B) == {"b": together["b"]}
    assert drafts(local, C, A) == {"c": together["c"], "a": together["a"]}
    code = (
        "from tests.unit.engines.test_local import *;"
        "engine = engines.create('local', SMALL); print(drafts(engine, B)); engine.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout == f"{ {'b': together['b']} }\n"
    assert done.stderr == ""


@pytest.mark.model
def test_the_number_of_copies_and_threads_makes_no_difference(local):
    together = drafts(local, A, B, C)
    for threads in (1, 2):
        alone = LocalEngine({**SMALL, "threads": threads})
        assert {d.id: d for r in (C, B, A) for d in alone.draft([r], **PAIR)} == together
        assert len(alone._crew.sessions) == 1
        alone.close()
    two = LocalEngine({**SMALL, "threads": 2})
    assert drafts(two, A, B, C, replace(A, id="d")).keys() == {*"abcd"}
    assert len(two._crew.sessions) == 2
    kept: list[Draft] = []
    two.keep = kept.append
    answers = two.draft([replace(A, id=str(n)) for n in range(40)], **PAIR)
    first = next(answers)
    answers.close()  # as an interrupt does: what is cut off is no draft
    assert first in kept
    assert len(kept) < 10
    assert {draft.target for draft in kept} == {together["a"].target}
    two.keep = None
    assert drafts(two, A, B, C) == together
    two.close()


def test_copies_take_half_of_the_memory_at_most(monkeypatch, tmp_path):
    models = engine_module.models
    small = models.named("gemma3-270m")
    monkeypatch.setattr(models, "free_memory", lambda: small.memory * 5)
    assert models.room(small) == 2
    assert models.room(models.named("qwen2.5-coder-1.5b")) == 1
    (tmp_path / "x.gguf").write_bytes(b"x" * 1000)
    monkeypatch.setattr(models, "free_memory", lambda: 12_000)
    assert models.room(tmp_path / "x.gguf") == 3


@pytest.mark.model
def test_a_copy_that_cannot_be_loaded_leaves_none(monkeypatch):
    path = engine_module.assembled(engine_module.models.choose("gemma3-270m"))
    made: list[Llama] = []

    def second_fails(path: Path, *, threads: int) -> Llama:
        if made:
            raise EngineUnavailable("no memory")
        made.append(Llama(path, threads=threads))
        return made[0]

    monkeypatch.setattr("l10n.engines.local.crew.Llama", second_fails)
    with pytest.raises(EngineUnavailable, match="no memory"):
        Crew(path, copies=2, threads=2)
    assert made[0]._server is None
    made[0].stop()
    with pytest.raises(EngineError, match="stopped"):
        made[0].complete({"prompt": "1"})


@pytest.mark.model
def test_draft_carries_target_and_confidence(local):
    draft = drafts(local, A)["a"]
    assert draft.target
    assert draft.confidence is not None
    assert -10 < draft.confidence < 0


@pytest.mark.model
def test_server_answers_nobody_else(local):
    import httpx

    drafts(local, A)
    address = local._crew.llamas[0]._server.listening_address
    assert address.startswith("http://127.0.0.1:")
    answer = httpx.post(f"{address}/v1/completions", json={"prompt": "x", "max_tokens": 1})
    assert answer.status_code == 401


@pytest.mark.model
def test_what_llama_cpp_refuses_is_one_units_error(local, monkeypatch):
    monkeypatch.setattr(engine_module, "MAX_CHARACTERS", 100_000)
    too_long = DraftRequest("long", "Hội nghị tổng kết công tác. " * 700)
    answers = drafts(local, too_long, A)
    assert "context size" in answers["long"].error
    assert answers["a"].target


@pytest.mark.model
def test_model_stops_when_told(local):
    drafts(local, A)
    seen: list[str] = []
    local._crew.llamas[0].complete(
        {"prompt": "1 2 3 4 5 6", "n_predict": 48, "temperature": 0}, seen.append
    )
    assert len(seen) > 24
    stopped = local._crew.llamas[0].complete(
        {"prompt": "1 2 3 4 5 6", "n_predict": 48, "temperature": 0}, lambda text: len(text) > 4
    )
    assert 4 < len(stopped.text) < 20
    assert not stopped.finished
    local._crew.sessions[0]._prefix = None  # these calls went around the session


@pytest.mark.model
def test_what_breaks_inside_llama_cpp_is_told(local, monkeypatch):
    class Broken:
        def handle_completions(self, request, take):
            raise RuntimeError("out of memory")

    drafts(local, A)
    with monkeypatch.context() as patch:
        patch.setattr(local._crew.llamas[0], "_server", Broken())
        assert drafts(local, A)["a"].error == "llama.cpp: out of memory"
    assert drafts(local, A)["a"].target


@pytest.mark.model
def test_interrupt_leaves_the_engine_usable(local, monkeypatch):
    before = drafts(local, B, A)
    before.pop("b")

    def interrupted(_: str) -> bool:
        signal.raise_signal(signal.SIGINT)
        return False

    with pytest.raises(KeyboardInterrupt):
        local._crew.sessions[0].go_on(
            local._crew.sessions[0]._prefix, " 1 2 3", {"n_predict": 200}, interrupted
        )
    assert drafts(local, A) == before


@pytest.mark.model
def test_conversation(local):
    path = engine_module.assembled(engine_module.models.choose("gemma3-270m"))
    chat = LocalEngine({"model": str(path), "prompt": "chat"})
    answers = drafts(chat, A)
    chat.close()
    assert answers["a"].target or answers["a"].error


@pytest.mark.model
def test_interrupt_ends_within_two_seconds():
    code = (
        "from tests.unit.engines.test_local import *; from dataclasses import replace\n"
        "engine = engines.create('local', SMALL)\n"
        "try:\n"
        "    for n in range(999):\n"
        "        print(drafts(engine, replace(A, source=A.source * 9)) and n, flush=True)\n"
        "except KeyboardInterrupt:\n"
        "    engine.close(); print('closed', flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "0\n"
        time.sleep(0.3)
        child.send_signal(signal.SIGINT)
        began = time.monotonic()
        assert child.wait(30) == 0
        assert time.monotonic() - began < 4  # on a busy machine
        assert child.stdout.read().endswith("closed\n")


def test_file_that_is_no_model(tmp_path: Path, capfd):
    pytest.importorskip("xllamacpp")
    (tmp_path / "no.gguf").write_bytes(b"GGUF" + b"\x00" * 100)
    engine = engines.create("local", {"model": "no.gguf"}, project=tmp_path)
    with pytest.raises(EngineUnavailable, match=r"no\.gguf: llama\.cpp could not load the model"):
        drafts(engine, A)
    assert capfd.readouterr().out == ""


def test_llama_cpp_that_does_not_import(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(EngineUnavailable, match=r"llama\.cpp is not installed; pip install"):
        Llama(tmp_path / "x.gguf", threads=1)


class Scripted:
    """A session that gives prepared answers in turn."""

    def __init__(self, *answers: str | EngineError) -> None:
        self.answers = list(answers)
        self.options: list[dict[str, object]] = []
        self.questions: list[str] = []

    def go_on(self, prefix, question, options, watch) -> Completion:
        self.options.append(options)
        self.questions.append(question)
        answer = self.answers.pop(0)
        if isinstance(answer, EngineError):
            raise answer
        return Completion(text=answer)


def crew(session: Scripted) -> Crew:
    """One copy of a model, that gives the prepared answers."""
    made = Crew(Path(), copies=0, threads=1)
    made.sessions = [session]
    return made


TERM = DraftRequest("t", "Bộ Chính trị họp.", terms=(TermHint("bct", 0, 12, "Politburo"),))


@pytest.mark.parametrize(
    ("answers", "target"),
    [
        (["The Politburo met."], "The Politburo met."),
        (["The bureau met.", "The Politburo met."], "The Politburo met."),
        (["The bureau met.", "The office met.", "XTERM1X met."], "Politburo met."),
        (
            ["The bureau met.", "The office met.", "It met.", "The XTERM1X met."],
            "The Politburo met.",
        ),
        (["The bureau met.", "The office met.", "It met.", "XTERM2X met."], "The bureau met."),
        (["", "The bureau met.", "", ""], "The bureau met."),
        (["The bureau met.", "", "", ""], "The bureau met."),
        (["", "The Politburo met."], "The Politburo met."),
    ],
)
def test_lost_term_is_tried_again_by_other_means(monkeypatch, answers, target):
    engine = LocalEngine(SMALL)
    session = Scripted(*answers)
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    assert drafts(engine, TERM) == {"t": Draft("t", target=target)}
    assert not session.answers
    assert [o["temperature"] > 0 for o in session.options] == [False, True, False, True][
        : len(answers)
    ]
    assert all(o["seed"] for o in session.options)


def test_literals_survive_or_are_tried_again(monkeypatch):
    engine = LocalEngine(SMALL)
    request = DraftRequest("l", "Gửi về bientap@example.org, theo văn bản 126/QĐ-UBND.")
    session = Scripted(
        "Send to the editors, under document 126/QĐ-UBND.",
        "Send to bientap@example.com, under document 126.",
        "Send to XTERM1X, under document 126/QĐ-UBND.",
    )
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    assert drafts(engine, request)["l"].target == (
        "Send to bientap@example.org, under document 126/QĐ-UBND."
    )
    assert "126/QĐ-UBND" in session.questions[2]
    assert "XTERM1X" in session.questions[2]


def test_markup_that_is_lost_is_tried_again(monkeypatch):
    engine = LocalEngine(SMALL)
    session = Scripted("Spent 5.", "Spent **5**.")
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    assert drafts(engine, DraftRequest("m", "Chi **5**."))["m"].target == "Spent **5**."


def test_what_is_wrong_for_certain_is_tried_again(monkeypatch):
    engine = LocalEngine(SMALL)
    session = Scripted("The province has 21 projects.", "The province has 12 projects.")
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    request = replace(A, faults=lambda target: "12" not in target)
    assert drafts(engine, request)["a"].target == "The province has 12 projects."
    assert not session.answers


def test_a_source_with_a_placeholder_gets_none(monkeypatch):
    engine = LocalEngine(SMALL)
    session = Scripted("The bureau met at XTERM1X.", "The bureau met.")
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    request = DraftRequest("t", "Bộ Chính trị họp ở XTERM1X.", terms=TERM.terms)
    assert drafts(engine, request)["t"].target == "The bureau met at XTERM1X."
    assert not session.answers


def test_no_answer_twice_is_an_error(monkeypatch):
    engine = LocalEngine(SMALL)
    session = Scripted("", EngineError("gone"))
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    assert drafts(engine, TERM) == {"t": Draft("t", error="the engine gave no text")}


def test_longer_texts_are_longer_answers(monkeypatch):
    engine = LocalEngine(SMALL)
    session = Scripted("x", "y")
    monkeypatch.setattr(engine, "_load", lambda _: crew(session))
    drafts(engine, DraftRequest("1", "ngắn"), DraftRequest("2", "dài " * 100))
    short, long = (o["n_predict"] for o in session.options)
    assert short < 64 < long
