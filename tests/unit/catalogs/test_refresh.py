import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.catalogs import Catalog, Change
from l10n.model import State, Unit, seal_of

A = "Sáng 15/3, Ban Thường vụ Tỉnh ủy họp phiên thường kỳ tháng 3."
B = "Đồng chí Bí thư Tỉnh ủy chủ trì phiên họp và phát biểu kết luận."
C = "Hội nghị không xem xét 5 tờ trình do Sở Tài chính chuẩn bị."
D = "Tổng vốn đầu tư là 1.234,5 tỷ đồng, tăng 12% so với cùng kỳ."


def units(*sources: str, context: str = "") -> list[Unit]:
    return [
        Unit(source, context=context, lines=(n,), notes=(f"paragraph {n}",))
        for n, source in enumerate(sources, 1)
    ]


def catalog_of(tmp_path: Path, *sources: str, state: State = State.APPROVED) -> Catalog:
    catalog = catalogs.create(
        tmp_path / "en" / "bai.po", article="bai", source_language="vi", language="en"
    )
    catalogs.refresh(catalog, units(*sources))
    for n, unit in enumerate(catalog.units):
        catalog.replace(
            replace(unit, target=f"Target {n}.", state=state, translator="lan", approver="ha")
        )
    catalogs.save(catalog)
    return catalogs.load(catalog.path)


def by_source(catalog: Catalog, source: str) -> Unit:
    return next(u for u in catalog.units if u.source == source)


def test_new_units_come_in_the_article_s_order_with_lines_and_notes(tmp_path: Path) -> None:
    catalog = catalogs.create(
        tmp_path / "bai.po", article="bai", source_language="vi", language="en"
    )
    report = catalogs.refresh(catalog, units(A, B))
    assert (report.added, report.kept, report.changed) == (2, 0, 0)
    assert [u.source for u in catalog.units] == [A, B]
    assert catalog.units[1].lines == (2,)
    assert catalog.units[1].notes == ("paragraph 2",)
    assert b"#. paragraph 2\n#: articles/bai.md:2\n" in catalog.to_bytes()


def test_refreshing_twice_changes_no_byte(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, B)
    before = catalog.to_bytes()
    assert catalogs.refresh(catalog, units(A, B)).kept == 2
    assert catalog.to_bytes() == before
    assert not catalog.changed


def test_a_moved_unit_keeps_everything(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, B, C)
    report = catalogs.refresh(catalog, units(C, A, B))
    assert (report.kept, report.changed, report.obsolete) == (3, 0, 0)
    assert [u.source for u in catalog.units] == [C, A, B]
    assert by_source(catalog, C).target == "Target 2."
    assert all(u.state is State.APPROVED and u.approver == "ha" for u in catalog.units)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh uỷ"),
        ("Hoà bình và tòa án", "Hòa bình và toà án"),
        ("Đại hội XIV", unicodedata.normalize("NFD", "Đại hội XIV")),
        ("Sở  Ngoại vụ ,", "Sở\u00a0Ngoại vụ,"),
        ('Nói "đúng" – vậy…', "Nói “đúng” - vậy..."),
    ],
)
def test_typography_alone_reseals(tmp_path: Path, old: str, new: str) -> None:
    catalog = catalog_of(tmp_path, A, old, B)
    report = catalogs.refresh(catalog, units(A, new, B))
    unit = by_source(catalog, new)
    assert (report.resealed, report.changed) == (1, 1)
    assert unit.state is State.APPROVED
    assert unit.seal == seal_of(new, "Target 1.")
    assert unit.reasons == ("resealed",)
    assert unit.previous_source is None
    assert unit.approver == "ha"


def test_typography_does_not_mend_a_broken_seal(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, "Tỉnh ủy họp")
    data = catalog.to_bytes().replace(b"Target 0.", b"Tampered.")
    catalog.path.write_bytes(data)
    catalog = catalogs.load(catalog.path)
    catalogs.refresh(catalog, units("Tỉnh uỷ họp"))
    assert catalog.units[0].seal_broken
    assert catalog.units[0].state is State.TRANSLATED
    assert catalog.units[0].reasons == ()


def test_small_changes_of_wording_ask_for_another_look(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, B)
    new = B.replace("phát biểu kết luận", "có bài kết luận")
    report = catalogs.refresh(catalog, units(A, new))
    unit = by_source(catalog, new)
    assert (report.translated, report.kept) == (1, 1)
    assert (unit.state, unit.target) == (State.TRANSLATED, "Target 1.")
    assert unit.previous_source == B
    assert unit.reasons == ("source-changed",)
    assert (unit.translator, unit.approver, unit.recorded) == ("lan", "", None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (D, D.replace("12%", "13%")),
        (D, D.replace("tỷ", "triệu")),
        (C, C.replace("không ", "")),
        (B, B.replace("Tỉnh ủy", "Thành ủy")),
        (B, B.replace("họp và phát biểu", "**họp** và phát biểu")),
        (B, B.replace(".", "?")),
        ("They don't agree on it today.", "They do agree on it today."),
    ],
)
def test_changes_of_substance_make_a_draft(tmp_path: Path, old: str, new: str) -> None:
    catalog = catalog_of(tmp_path, A, old)
    report = catalogs.refresh(catalog, units(A, new))
    unit = by_source(catalog, new)
    assert (report.draft, report.obsolete) == (1, 0)
    assert (unit.state, unit.target, unit.previous_source) == (State.DRAFT, "Target 1.", old)


def test_other_terms_make_a_draft(tmp_path: Path) -> None:
    new = B.replace("kết luận", "tổng kết")
    assert catalogs.severity(B, new) is Change.TRANSLATED
    catalog = catalog_of(tmp_path, B)
    catalogs.refresh(catalog, units(new), same_terms=lambda old, new: False)
    assert catalog.units[0].state is State.DRAFT


def test_the_caller_may_decide_how_severe_a_change_is(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, B)
    new = B.replace("chủ trì", "dự")
    catalogs.refresh(catalog, units(new), severity=lambda old, new: Change.RESEALED)
    assert catalog.units[0].state is State.APPROVED


def test_a_machine_draft_stays_one_and_tells_what_it_was_made_for(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, B, state=State.DRAFT)
    once, twice = B.replace("kết luận", "tổng kết"), B.replace("kết luận", "khai mạc")
    assert catalogs.refresh(catalog, units(A, once)).draft == 1
    catalogs.refresh(catalog, units(A, twice))
    assert by_source(catalog, twice).previous_source == B
    assert by_source(catalog, twice).state is State.DRAFT
    catalogs.refresh(catalog, units(A, B))
    assert by_source(catalog, B).previous_source is None
    assert by_source(catalog, B).state is State.DRAFT


def test_an_undone_change_gives_an_accepted_target_back(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, D)
    catalogs.refresh(catalog, units(A, D.replace("12%", "13%")))
    catalogs.refresh(catalog, units(A, D))
    unit = by_source(catalog, D)
    assert (unit.state, unit.reasons, unit.previous_source) == (State.TRANSLATED, (), None)


def test_a_vanished_unit_is_kept_and_comes_back_with_its_state(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, D)
    assert catalogs.refresh(catalog, units(A)).obsolete == 1
    catalogs.save(catalog)
    catalog = catalogs.load(catalog.path)
    assert [u.source for u in catalog.obsolete] == [D]
    assert catalogs.refresh(catalog, units(A)).obsolete == 0
    report = catalogs.refresh(catalog, units(A, D))
    assert (report.revived, report.added, catalog.obsolete) == (1, 0, ())
    assert by_source(catalog, D).state is State.APPROVED
    assert by_source(catalog, D).lines == (2,)


def test_an_obsolete_unit_comes_back_edited_as_a_draft(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, D, B)
    catalogs.refresh(catalog, units(A))
    new = D.replace("12%", "15%")
    report = catalogs.refresh(catalog, units(A, new))
    assert (report.revived, report.added) == (1, 0)
    assert by_source(catalog, new).state is State.DRAFT
    assert by_source(catalog, new).previous_source == D
    assert [u.source for u in catalog.obsolete] == [B]


def test_an_untranslated_unit_that_vanished_or_changed_is_dropped(tmp_path: Path) -> None:
    catalog = catalogs.create(tmp_path / "b.po", article="b", source_language="vi", language="en")
    catalogs.refresh(catalog, units(A, B))
    report = catalogs.refresh(catalog, units(A.replace("3.", "4.")))
    assert (report.added, report.changed, report.obsolete) == (1, 0, 0)
    assert catalog.obsolete == ()


def test_a_split_sentence_gives_its_target_to_the_longer_part(tmp_path: Path) -> None:
    joined = f"{B[:-1]}; {D[0].lower()}{D[1:]}"
    catalog = catalog_of(tmp_path, A, joined, C)
    report = catalogs.refresh(catalog, units(A, B, D, C))
    assert (report.draft, report.added, report.obsolete) == (1, 1, 0)
    assert {by_source(catalog, B).target, by_source(catalog, D).target} == {"", "Target 1."}


def test_merged_sentences_take_one_target_and_bury_the_other(tmp_path: Path) -> None:
    joined = f"{B[:-1]}; {D[0].lower()}{D[1:]}"
    catalog = catalog_of(tmp_path, A, B, D, C)
    report = catalogs.refresh(catalog, units(A, joined, C))
    assert (report.draft, report.obsolete) == (1, 1)
    assert len(catalog.obsolete) == 1


def test_a_moved_and_edited_unit_is_found(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, B, C, D)
    new = A.replace("thường kỳ", "định kỳ")
    catalogs.refresh(catalog, units(B, C, D, new))
    assert by_source(catalog, new).target == "Target 0."
    assert catalog.obsolete == ()


def test_order_decides_between_equally_like_units(tmp_path: Path) -> None:
    old = [f"Điểm {n} của nghị quyết nêu rõ nhiệm vụ trọng tâm." for n in (1, 2, 3)]
    new = [text.replace("nêu rõ", "xác định rõ") for text in old]
    catalog = catalog_of(tmp_path, *old)
    catalogs.refresh(catalog, units(*new))
    assert [u.target for u in catalog.units] == ["Target 0.", "Target 1.", "Target 2."]


def test_a_unit_changes_its_role_only_within_prose(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, B)
    report = catalogs.refresh(catalog, [*units(A, context="lead"), *units(B, context="tag")])
    assert (report.translated, report.added, report.obsolete) == (1, 1, 1)
    unit = by_source(catalog, A)
    assert (unit.state, unit.context) == (State.TRANSLATED, "lead")


def test_a_title_stays_the_title_though_it_was_rewritten(tmp_path: Path) -> None:
    catalog = catalogs.create(tmp_path / "b.po", article="b", source_language="vi", language="en")
    catalogs.refresh(catalog, units("Tỉnh ủy họp bàn công tác cán bộ", context="title"))
    catalog.replace(replace(catalog.units[0], target="Old title", state=State.TRANSLATED))
    new = "Hội nghị của Tỉnh ủy về công tác tổ chức"
    catalogs.refresh(catalog, units(new, context="title"))
    unit = catalog.units[0]
    assert (unit.target, unit.state) == ("Old title", State.DRAFT)
    assert b'#| msgctxt "title"\n#| msgid "' in catalog.to_bytes()


def test_comments_flags_and_plurals_of_others_stay(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, A, D)
    text = catalog.to_bytes().decode()
    text = text.replace("#. paragraph 1\n", "# Hỏi lại anh Minh\n#. paragraph 1\n")
    text = text.replace("articles/bai.md:1\n", "articles/bai.md:1\n#, python-format\n")
    text += '\nmsgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    text += '\n#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "c"\n'
    catalog.path.write_text(text, encoding="utf-8")
    catalog = catalogs.load(catalog.path)
    assert len(catalog.units) == 2
    new = A.replace("15/3", "16/3")
    catalogs.refresh(catalog, units(new, D))
    written = catalog.to_bytes().decode()
    assert "# Hỏi lại anh Minh\n" in written
    assert "#, fuzzy, python-format\n" in written
    assert 'msgid_plural "%d files"\n' in written
    assert '#~ msgid_plural "b"\n' in written
