# ruff: noqa: E501 - samples are easier to read whole
"""What holds for every catalog: round trips, the form of gettext, no work lost."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n import catalogs
from l10n.catalogs import Catalog
from l10n.model import State, Unit

WORDS = [
    "Tỉnh", "uỷ", "ủy", "Hội", "nghị", "1.234,5", "57-KL/TW", "không", "(khóa", "XIII)", "“chủ",
    "động”", '"kịp"', "—", "–", "https://vd.vn/a-b/c?d=e&f#g", "**đậm**", "[x](y)", "15/3/2024,",
    "tỷ;", "đồng…", "12%", "$5", "5₫", "...", "!", "?", ")", "(", "«a»", "l'an", "\\n", "a.b:c",
    "会议，", "（第三回）", "회의", "e\u0302\u0301", "a\u00a0b", "\t", "-", "-5", "_", "№", "½", "🙂",
]  # fmt: skip
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
ANY = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=120
)
SOURCES = st.lists(st.one_of(LINES, ANY.filter(str.strip)), unique=True, min_size=1, max_size=6)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fresh(folder: str, sources: list[str]) -> Catalog:
    path = Path(folder) / "a.po"
    catalog = catalogs.create(path, article="a", source_language="vi", language="en")
    catalogs.refresh(catalog, [Unit(s, lines=(n,)) for n, s in enumerate(sources, 1)])
    return catalog


@QUICK
@given(SOURCES, st.data())
def test_what_is_written_is_read_again(sources: list[str], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        catalog = fresh(folder, sources)
        for unit in catalog.units:
            state = data.draw(st.sampled_from(list(State)[1:]))
            target, name = data.draw(ANY.filter(bool)), data.draw(ANY)
            catalog.replace(
                replace(unit, target=target, state=state, translator=name, reasons=("a,b=", "ừ"))
            )
        catalogs.save(catalog)
        again = catalogs.load(catalog.path)
        assert again.units == catalog.units
        assert again.to_bytes() == catalog.to_bytes()


@QUICK
@given(st.lists(LINES, unique=True, min_size=1, max_size=12))
def test_msgcat_leaves_our_files_alone(sources: list[str]) -> None:
    assert shutil.which("msgcat"), "msgcat is missing: install gettext"
    with TemporaryDirectory() as folder:
        data = fresh(folder, sources).to_bytes()
    done = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True)
    assert done.stdout.decode() == data.decode()


@QUICK
@given(SOURCES, SOURCES)
def test_no_refresh_loses_a_target(old: list[str], new: list[str]) -> None:
    with TemporaryDirectory() as folder:
        catalog = fresh(folder, old)
        for n, unit in enumerate(catalog.units):
            catalog.replace(replace(unit, target=f"target {n}", state=State.APPROVED))
        extracted = [Unit(source) for source in new]
        catalogs.refresh(catalog, extracted)
        once = catalog.to_bytes()
        everything = [*catalog.units, *catalog.obsolete]
        assert [u.source for u in catalog.units] == new
        assert {u.target for u in everything} >= {f"target {n}" for n in range(len(old))}
        assert catalogs.refresh(catalog, extracted).kept == len(new)
        assert catalog.to_bytes() == once
        catalogs.refresh(catalog, [Unit(source) for source in old])
        targets = {u.target for u in (*catalog.units, *catalog.obsolete)}
        assert targets >= {f"target {n}" for n in range(len(old))}
