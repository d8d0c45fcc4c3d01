"""Names in targets that nothing in their sources stands for."""

from __future__ import annotations

import pytest

from l10n.glossary import Glossary
from l10n.model import Concept, Status, Term

CONFERENCE = "Hội nghị thống nhất nội dung báo cáo."


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        (CONFERENCE, "The National Assembly agreed.", "en", ["state-qh: National Assembly"]),
        (CONFERENCE, "The NATIONAL ASSEMBLY’s report", "en", ["state-qh: NATIONAL ASSEMBLY"]),
        (CONFERENCE, "The Vie\u0302\u0323t Nam Fatherland\u00a0Front agreed.", "en",
         ["front-mttq: Việt Nam Fatherland Front"]),
        (CONFERENCE, "It heard the Standing Committee of the National Assembly.", "en",
         ["state-ubtvqh: Standing Committee of the National Assembly"]),
        ("Lãnh đạo tỉnh phát biểu.", "The Secretary of the Provincial Party Committee spoke.", "en",
         ["title-bt-tinh-uy: Secretary of the Provincial Party Committee"]),
        (CONFERENCE, "Национальное собрание одобрило доклад.", "ru",
         ["state-qh: Национальное собрание"]),
        (CONFERENCE, "В национальное собрание внесли доклад.", "ru", []),
        (CONFERENCE, "L’Assemblée nationale a approuvé le rapport.", "fr",
         ["state-qh: Assemblée nationale"]),
        (CONFERENCE, "胡志明市会议通过了报告。", "zh", ["adm-tphcm: 胡志明市"]),
        # Nothing is added.
        (CONFERENCE, "The conference agreed.", "en", []),
        (CONFERENCE, "The national assembly agreed.", "en", []),  # no name
        (CONFERENCE, "The International Assembly agreed.", "en", []),
        (CONFERENCE, "The National Assemblymen agreed.", "en", []),
        (CONFERENCE, "La Asamblea Nacional aprobó el informe.", "es", []),  # no terms at all
        ("Quốc hội thống nhất.", "The National Assembly agreed.", "en", []),
        ("QUỐC HỘI thống nhất.", "The National Assembly agreed.", "en", []),
        ("Chủ tịch Quốc hội phát biểu.", "The head of the National Assembly spoke.", "en", []),
        ("Ủy ban Thường vụ Quốc hội họp.", "The National Assembly met in committee.", "en", []),
        ("Phó Tổng thống Mỹ phát biểu.", "The US Vice President spoke.", "en", []),
        ("Tổng Thư ký Liên hợp quốc đến.", "The UN General Secretary came.", "en", []),
        ("Anh và Pháp ký kết.", "The United Kingdom and France signed.", "en", []),
        ("Nước ta phát triển.", "Việt Nam developed, and Viet Nam grew.", "en", []),
        ("National Assembly là Quốc hội.", "The National Assembly", "en", []),
        ("Đọc tờ National Assembly.", "Read the National Assembly.", "en", []),
    ],
)  # fmt: skip
def test_names_from_nowhere(
    shipped: Glossary, source: str, target: str, language: str, found: list[str]
) -> None:
    added = shipped.added(source, target, languages=("vi", language))
    assert [f"{name.concept}: {name.found}" for name in added] == found


def test_the_rest_of_the_article_may_name_it(shipped: Glossary) -> None:
    target = "The National Assembly agreed."
    assert shipped.added(CONFERENCE, target)
    assert not shipped.added(CONFERENCE, target, around=lambda: shipped.named("Quốc hội họp."))
    verdicts = shipped.verify("Quốc hội họp.", target)
    assert not shipped.added(CONFERENCE, target, verdicts)


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        (Term("Lake House"), True),
        (Term("lake House"), False),
        (Term("Lakehouse"), False),
        (Term("Lake House {code}"), False),
        (Term("Lake House", Status.DEPRECATED), False),
    ],
)
def test_what_counts_as_a_name(wording: Term, *, told: bool) -> None:
    concept = Concept("lake", {"vi": (Term("nhà hồ"),), "eo": (wording,)})
    glossary = Glossary({"lake": concept})
    added = glossary.added("Nhà trên núi.", f"La {wording.text}.", languages=("vi", "eo"))
    assert bool(added) is told


def test_a_language_that_has_no_list_of_countries() -> None:
    concept = Concept("lake", {"vi": (Term("nhà hồ"),), "xx-test": (Term("Lake House"),)})
    glossary = Glossary({"lake": concept})
    assert glossary.added("Nhà.", "Lake House", languages=("vi", "xx-test"))
