"""Verdicts on targets."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from l10n.glossary import Glossary
from l10n.model import Concept, Status, Term, Verdict, VerdictKind

CASES = yaml.safe_load((Path(__file__).parent / "verify_cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{c['source']}|{c['target']}" for c in CASES])
def test_judges_each_occurrence(shipped: Glossary, case: dict) -> None:
    verdicts = shipped.verify(case["source"], case["target"], language=case.get("language", "en"))
    shown = [f"{v.concept}: {v.verdict}: {v.found}" for v in verdicts]
    assert len(shown) == len(case["verdicts"]), shown
    for given, expected in zip(shown, case["verdicts"], strict=True):
        assert given == expected or given.startswith(f"{expected}: "), shown


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_a_verdict_names_the_preferred_wording(shipped: Glossary) -> None:
    assert shipped.verify("Bộ Chính trị", "Political Bureau") == [
        Verdict("party-bct", VerdictKind.OK, "Politburo", "Political Bureau", "Political Bureau")
    ]


def test_a_concept_with_wrong_wordings_only_is_never_missing() -> None:
    terms = {"vi": (Term("dân tộc ít người"),), "en": (Term("tribe", Status.FORBIDDEN),)}
    glossary = Glossary({"a": Concept("a", terms)})
    assert glossary.verify("dân tộc ít người", "ethnic minorities") == []
    (verdict,) = glossary.verify("dân tộc ít người", "tribes")
    assert (verdict.verdict, verdict.expected) == (VerdictKind.FORBIDDEN, "")


def test_verifies_into_vietnamese_too(shipped: Glossary) -> None:
    (verdict,) = shipped.verify(
        "The Politburo met", "Bộ Chính trị họp", source_language="en", language="vi"
    )
    assert (verdict.concept, verdict.verdict) == ("party-bct", "ok")


def test_any_concept_of_the_shipped_glossary_accepts_its_own_terms(shipped: Glossary) -> None:
    wrong = []
    for concept in shipped.concepts.values():
        source = concept.preferred("vi") or ""
        source = source[0].upper() + source[1:]
        for term in concept.terms["en"]:
            accepted = term.status in (Status.PREFERRED, Status.ADMITTED)
            verdicts = shipped.verify(source, f"as the {term.text} has it")
            mine = [v.verdict for v in verdicts if v.concept == concept.id]
            if mine and (mine == ["ok"]) is not accepted:
                wrong.append((concept.id, term.text, mine))
    assert wrong == []


@pytest.mark.parametrize("target", ["Aa'", "A ", "the ", "Party", "- "])
def test_a_hostile_target_costs_little(shipped: Glossary, target: str) -> None:
    begun = time.process_time()
    shipped.verify("Tỉnh ủy, Bí thư Tỉnh ủy, UBND tỉnh, Thành ủy", target * 5_000)
    assert time.process_time() - begun < 5
