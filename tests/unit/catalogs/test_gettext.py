# ruff: noqa: E501 - samples are easier to read whole
"""What gettext's own tools make of our files, and we of theirs."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.catalogs import Catalog
from l10n.model import Risk, State, Unit

SENTENCES = [
    "Sáng 15/3, đồng chí Bí thư Tỉnh ủy (Trưởng đoàn công tác) đã tiếp, làm việc với Tổng Lãnh sự.",
    'Ông nói: "Tỉnh sẽ dành 1.234,5 tỷ đồng — tăng 12% so với năm trước — cho 3 dự án!" và cảm ơn.',
    "Xem thêm tại [cổng thông tin](https://example.org/thong-tin-doi-ngoai/2024/03/15?id=1&p=2#tin-moi) nhé.",
    "Nghị quyết số 57-NQ/TW; Kết luận 57-KL/TW\\nngày 15/6/2023: «công tác thông tin đối ngoại»…",
    "Tỉnh uỷ\tvà\u00a0Uỷ ban nhân dân tỉnh, trong tình hình mới – với quan điểm “chủ động, kịp thời”.",
    "省委书记会见了总领事一行，并就加强双方在贸易、投资、旅游等领域的合作交换了意见（2024年3月15日）。",
]
TARGETS = [
    "Dòng\nmột rồi dòng hai " + "dài " * 30,
    "x " * 60,
    "https://example.org/" + "a" * 90,
    'A "quoted" \\ text.',
    "e\u0302\u0301 " * 30,
    "Short.",
]


def run(*call: str | Path, stdin: bytes = b"") -> bytes:
    """What a gettext tool prints."""
    assert shutil.which(str(call[0])), f"{call[0]} is missing: install gettext"
    done = subprocess.run([str(c) for c in call], input=stdin, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """A catalog in all states, with an obsolete unit and previous sources."""
    slug = "chu-tich-uy-ban-nhan-dan-tinh-tiep-tong-lanh-su"
    made = catalogs.create(
        tmp_path / f"{slug}.po", article=slug, source_language="vi", language="en"
    )
    units = [Unit(s, lines=(n, n + 90), notes=("note " * 30,)) for n, s in enumerate(SENTENCES, 1)]
    catalogs.refresh(made, [*units, Unit("Câu sẽ bỏ đi, dài " * 8, context="caption")])
    states = [State.APPROVED, State.REVIEWED, State.TRANSLATED, State.DRAFT, State.DRAFT]
    for unit, target, state in zip(made.units, TARGETS, [*states, State.DRAFT], strict=False):
        made.replace(
            replace(
                unit,
                target=target,
                state=state,
                translator="lan",
                reviewer="Minh Hà",
                approver="ha",
                risk=Risk.HIGH,
                reasons=("term:party-bct",),
            )
        )
    made.replace(replace(made.units[-1], target="Gone.", state=State.TRANSLATED))
    catalogs.refresh(
        made, [*units[:4], replace(units[4], source=SENTENCES[4] + " 5 tỷ."), units[5]]
    )
    catalogs.save(made)
    return catalogs.load(made.path)


def test_the_fixture_holds_every_state(catalog: Catalog) -> None:
    assert [u.state.value for u in catalog.units] == [
        "approved", "reviewed", "translated", "draft", "draft", "draft"
    ]  # fmt: skip
    assert catalog.units[4].previous_source == SENTENCES[4]
    assert len(catalog.obsolete) == 1


def test_msgfmt_has_nothing_to_say(catalog: Catalog) -> None:
    run("msgfmt", "--check", "--check-header", "-o", "/dev/null", catalog.path)


def test_msgcat_changes_no_byte(catalog: Catalog) -> None:
    assert run("msgcat", catalog.path) == catalog.path.read_bytes()


def test_an_empty_catalog_is_fine_too(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    catalogs.save(catalogs.create(path, article="a", source_language="vi", language="en"))
    run("msgfmt", "--check", "-o", "/dev/null", path)


@pytest.mark.parametrize(
    "tool",
    [
        ("msgcat", "--no-wrap"),
        ("msgcat", "--width=40"),
        ("msgcat", "--sort-by-file"),
        ("msgattrib", "--no-fuzzy"),
        ("msgattrib", "--translated"),
        ("msgen",),
    ],
)
def test_states_survive_other_tools(catalog: Catalog, tool: tuple[str, ...]) -> None:
    before = {unit.id: unit for unit in catalog.units}
    catalog.path.write_bytes(run(*tool, catalog.path))
    after = catalogs.load(catalog.path).units
    assert len(after) >= 3
    for unit in after:
        assert replace(unit, line=0, lines=()) == replace(before[unit.id], line=0, lines=())


def test_states_survive_msgmerge_and_it_takes_back_what_changed(
    catalog: Catalog, tmp_path: Path
) -> None:
    new = SENTENCES[0].replace("15/3", "16/3")
    template = tmp_path / "bai.pot"
    text = catalog.path.read_text("utf-8").replace("Sáng 15/3", "Sáng 16/3")
    template.write_bytes(run("msgattrib", "--clear-obsolete", "--empty", "-", stdin=text.encode()))
    merged = run("msgmerge", "--quiet", "--previous", catalog.path, template)
    catalog.path.write_bytes(merged)
    after = {u.source: u for u in catalogs.load(catalog.path).units}
    assert after[new].state is State.DRAFT
    assert after[new].previous_source == SENTENCES[0]
    assert after[SENTENCES[1]].state is State.REVIEWED
    assert after[SENTENCES[1]].reviewer == "Minh Hà"


def test_rewrapped_files_keep_their_wrapping_when_one_unit_changes(catalog: Catalog) -> None:
    catalog.path.write_bytes(run("msgcat", "--no-wrap", catalog.path))
    before = catalog.path.read_text("utf-8").split("\n\n")
    again = catalogs.load(catalog.path)
    again.replace(replace(again.units[1], target="Changed."))
    after = again.to_bytes().decode().split("\n\n")
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [2]


@pytest.mark.parametrize(
    "source",
    [
        "chữ\u200bliền\u200b" * 16 + "hết",
        "chữ\u200b liền \u200b" * 14 + "hết",
        "một chữ rất dài " + "x" * 120,
        "x" * 120 + " một chữ rất dài",
        "x" * 120 + " " + "y" * 120,
    ],
    ids=["zero-width spaces", "beside spaces", "ends long", "begins long", "nothing but long"],
)
def test_lines_end_where_gettext_ends_them(tmp_path: Path, source: str) -> None:
    path = tmp_path / "a.po"
    made = catalogs.create(path, article="a", source_language="vi", language="en")
    catalogs.refresh(made, [Unit(source=source)])
    catalogs.save(made)
    done = subprocess.run(["msgcat", str(path)], capture_output=True, check=True, timeout=30)
    assert done.stdout == path.read_bytes()


def test_a_note_is_one_line_without_control_characters(tmp_path: Path) -> None:
    made = catalogs.create(tmp_path / "a.po", article="a", source_language="vi", language="en")
    catalogs.refresh(made, [Unit(source="Một câu.", notes=("hai\ndòng\x1b[31m",))])
    assert "#. hai dòng [31m\n" in made.to_bytes().decode()
