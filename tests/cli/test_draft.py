"""Drafting through faults: what was finished is saved, what is doubtful is flagged."""

import importlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from l10n.errors import EngineError
from l10n.model import Draft, DraftRequest, EngineInfo
from tests.conftest import ARTICLE, Outcome, write_tree

Call = Callable[..., Outcome]


TRANSLATIONS = {
    "Hội nghị thông tin đối ngoại": "Conference on external information",
    "Sáng 8/1, Bộ Chính trị ban hành kết luận mới.": (
        "On the morning of January 8, the Politburo issued a new conclusion."
    ),
    "Chính trị": "Politics",
    "Bộ Chính trị họp tại Hà Nội.": "The Politburo met in Hanoi.",
    "Hội nghị dành **15,7 tỷ đồng** cho nhiệm vụ này.": (
        "The conference set aside **VND 15.7 billion** for this task."
    ),
    "Toàn cảnh hội nghị": "A view of the conference",
    "Ảnh: Đ.Hòa": "Photo: D.Hoa",
    "Xem [văn bản](https://example.org/57) để biết thêm.": (
        "See [the text](https://example.org/57) to learn more."
    ),
    "Bộ Chính trị họp.": "The Politburo met.",
}


class FaultyEngine:
    """Translates what it knows, until told to fail."""

    def __init__(
        self,
        *,
        fail_after: int | None = None,
        error: BaseException | None = None,
        keep_terms: bool = True,
        refuse: str = "",
        ready: bool = True,
    ) -> None:
        self.fail_after, self.error, self.keep_terms = fail_after, error, keep_terms
        self.refuse, self.ready, self.asked, self.closed = refuse, ready, 0, False

    @property
    def info(self) -> EngineInfo:
        return EngineInfo("faulty", "for tests", self.ready, "install it")

    def draft(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> Iterator[Draft]:
        for request in requests:
            if self.error and self.asked == self.fail_after:
                raise self.error
            self.asked += 1
            if self.refuse and self.refuse in request.source:
                yield Draft(request.id, error="too hard")
                continue
            text = TRANSLATIONS.get(request.source, f"[{target_language}] {request.source}")
            for hint in () if self.keep_terms else request.terms:
                text = text.replace(hint.equivalent, "body")
            yield Draft(request.id, text)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[FaultyEngine], FaultyEngine]:
    def put(engine: FaultyEngine) -> FaultyEngine:
        monkeypatch.setattr("l10n.engines.create", lambda *_, **__: engine)
        return engine

    return put


def units(l10n: Call) -> list[dict[str, object]]:
    return list(json.loads(l10n("unit", "list", "--format", "json").out)["units"])


def test_drafts_are_marked_with_origin_and_risk(project: Path, l10n: Call, use: Callable) -> None:
    engine = use(FaultyEngine())
    outcome = l10n("draft")
    assert outcome.code == 0
    assert "8 units drafted" in outcome.err
    assert engine.closed
    assert {(u["state"], u["origin"]) for u in units(l10n)} == {("draft", "faulty")}
    again = l10n("draft")
    assert (again.code, engine.asked) == (0, 8)
    assert l10n("draft", "--redo").code == 0
    assert engine.asked == 16


def test_a_lost_term_is_high_risk_with_its_reason(project: Path, l10n: Call, use: Callable) -> None:
    use(FaultyEngine(keep_terms=False))
    assert "2 at high risk" in l10n("draft").err
    lost = [u for u in units(l10n) if u["risk"] == "high"]
    assert {str(u["source"]) for u in lost} == {
        "Bộ Chính trị họp tại Hà Nội.",
        "Sáng 8/1, Bộ Chính trị ban hành kết luận mới.",
    }
    assert all(u["reasons"][0] == "term:party-bct" for u in lost)


def test_one_answer_for_all_is_high_risk_everywhere_and_counted(
    project: Path, l10n: Call, use: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FaultyEngine())
    for source in TRANSLATIONS:
        monkeypatch.setitem(TRANSLATIONS, source, "The conference met in the province today.")
    assert "8 units drafted, 8 at high risk" in l10n("draft").err
    assert all(u["risk"] == "high" and "same-answer" in u["reasons"] for u in units(l10n))


def test_an_engine_that_gives_out_loses_nothing(project: Path, l10n: Call, use: Callable) -> None:
    use(FaultyEngine(fail_after=6, error=EngineError("it is gone", remedy="call again")))
    outcome = l10n("draft")
    assert (outcome.code, outcome.err) == (3, "l10n: error: it is gone; call again\n")
    assert sum(u["state"] == "draft" for u in units(l10n)) == 6
    engine = use(FaultyEngine())
    assert l10n("draft").code == 0
    assert engine.asked == 2


def test_an_interrupt_saves_what_is_finished(project: Path, l10n: Call, use: Callable) -> None:
    engine = use(FaultyEngine(fail_after=3, error=KeyboardInterrupt()))
    assert l10n("draft").code == 130
    assert engine.closed
    assert sum(u["state"] == "draft" for u in units(l10n)) == 3


def test_a_refused_unit_is_told_and_stays_untranslated(
    project: Path, l10n: Call, use: Callable
) -> None:
    use(FaultyEngine(refuse="15,7"))
    outcome = l10n("draft")
    assert outcome.code == 3
    assert "too hard" in outcome.err
    assert "7 units drafted, 1 not drafted" in outcome.err
    assert outcome.err.splitlines()[-1] == (
        "l10n: error: 1 unit is left without a draft; all others are saved; run l10n draft again,"
        " choose another --engine, or translate in l10n review"
    )
    assert sum(u["state"] == "untranslated" for u in units(l10n)) == 1


def test_many_refused_for_one_reason_are_one_line(project: Path, l10n: Call) -> None:
    outcome = l10n("draft", "--engine", "none")
    assert outcome.code == 0
    assert outcome.err.count("\n") == 2
    assert "and 7 more: engine none gives no drafts" in outcome.err


def test_an_engine_that_is_not_ready(project: Path, l10n: Call, use: Callable) -> None:
    use(FaultyEngine(ready=False))
    outcome = l10n("draft")
    assert outcome.code == 3
    assert outcome.err == "l10n: error: the engine faulty is not ready; install it\n"


def test_approved_text_is_reused(project: Path, l10n: Call, use: Callable) -> None:
    l10n("extract")
    unit = next(u for u in units(l10n) if u["source"] == "Bộ Chính trị họp tại Hà Nội.")
    l10n("unit", "set", str(unit["unit"]), "The Politburo met in Ha Noi.", "--as", "lan")
    l10n("unit", "approve", str(unit["unit"]), "--as", "ha")
    write_tree(project, {"articles/khac.md": "Bộ Chính trị họp tại Hà Nội.\n"})
    engine = use(FaultyEngine())
    outcome = l10n("draft", "khac")
    assert "1 reused" in outcome.err
    assert engine.asked == 0
    [reused] = [u for u in units(l10n) if u["article"] == "khac"]
    assert (reused["target"], reused["origin"]) == ("The Politburo met in Ha Noi.", "memory")
    assert reused["state"] == "draft"


def test_one_text(project: Path, l10n: Call, use: Callable) -> None:
    use(FaultyEngine())
    outcome = l10n("translate", "Bộ Chính trị họp.", "--to", "en", "--format", "json")
    document = json.loads(outcome.out)
    assert document["schema"] == 1
    assert document["target"] == "The Politburo met."
    assert document["terms"] == [{"concept": "party-bct", "verdict": "ok"}]
    assert (document["engine"], document["findings"]) == ("faulty", [])
    assert l10n("translate", "Bộ Chính trị họp.", "--to", "en").out == "The Politburo met.\n"
    use(FaultyEngine(refuse="họp"))
    refused = l10n("translate", "Bộ Chính trị họp.", "--to", "en")
    assert (refused.code, refused.err) == (3, "l10n: error: none gave no translation: too hard\n")


def test_a_text_that_is_one_term_needs_no_engine(project: Path, l10n: Call, use: Callable) -> None:
    write_tree(project, {"articles/x.md": "---\ntitle: Bộ Chính trị\nlanguage: vi\n---\n"})
    engine = use(FaultyEngine())
    assert l10n("draft", "x").code == 0
    [unit] = [u for u in units(l10n) if u["article"] == "x"]
    assert (unit["target"], unit["origin"], engine.asked) == ("Politburo", "glossary", 0)


def test_every_article_and_catalog_is_read_a_fixed_number_of_times(
    project: Path, l10n: Call, use: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = {"articles": 0, "catalogs": 0}
    for room in reads:
        real = importlib.import_module(f"l10n.{room}").load

        def counting(*given: object, room: str = room, real: Callable = real) -> object:
            reads[room] += 1
            return real(*given)

        monkeypatch.setattr(f"l10n.{room}.load", counting)

    def count(first: int, last: int) -> dict[str, int]:
        for n in range(first, last):
            text = "\n\n".join(f"Câu thứ {k} của bài số {n}." for k in range(20))
            write_tree(project, {f"articles/bai-{n}.md": text})
        reads.update(articles=0, catalogs=0)
        use(FaultyEngine())
        assert l10n("draft", *(f"bai-{n}" for n in range(first, last))).code == 0
        return dict(reads)

    few = count(0, 4)
    for folder in ("articles", "translations/en"):
        for path in (project / folder).glob("bai-*"):
            path.unlink()
    many = count(0, 12)
    # Three times the articles: no more than three times the work, and a little that is fixed.
    assert many["articles"] <= 3 * few["articles"] + 3
    assert many["catalogs"] <= 3 * few["catalogs"] + 3


def test_a_redraft_forgets_the_previous_source(project: Path, l10n: Call, use: Callable) -> None:
    use(FaultyEngine())
    l10n("draft")
    changed = ARTICLE.replace("15,7", "16,9")
    write_tree(project, {"articles/hoi-nghi.md": changed})
    l10n("extract")
    catalog = project / "translations/en/hoi-nghi.po"
    assert "#| msgid" in catalog.read_text(encoding="utf-8")
    assert l10n("draft", "--redo").code == 0
    assert "#| msgid" not in catalog.read_text(encoding="utf-8")


def test_terms_are_judged_in_the_articles_own_language(
    project: Path, l10n: Call, use: Callable
) -> None:
    # No Vietnamese term is looked for in an article that is written in French.
    write_tree(project, {"articles/fr.md": "---\nlanguage: fr\n---\n\nBộ Chính trị, dit-on.\n"})
    use(FaultyEngine())
    l10n("draft", "fr")
    [unit] = [u for u in units(l10n) if u["article"] == "fr"]
    assert "term:party-bct" not in unit["reasons"]
    assert "terminology" not in unit["findings"]
