"""A TMX file gives back what was written into it."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from l10n.memory import Entry, Memory, Segment, build, read_tmx, write_tmx

xml_text = (
    st.text(
        alphabet=st.one_of(
            st.sampled_from("Độ ủ&<>\"'\t\n\r]]>\u00a0\u2028"),
            st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        ),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(bool)
)
entries = st.lists(st.builds(Entry, xml_text, xml_text, xml_text.map(str.strip)), max_size=5)


@given(entries)
def test_round_trip(given_entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "m.tmx")
        path.write_text("\n".join(write_tmx(given_entries, "vi", "en")), "utf-8", newline="")
        found = list(read_tmx(path, "vi", "en"))
    expected = [Entry(e.source, e.target, e.context, "m.tmx") for e in given_entries]
    assert found == expected


@given(st.lists(st.builds(Entry, st.text(max_size=30), st.text(max_size=30)), max_size=5))
def test_any_text_can_be_written(given_entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "m.tmx")
        path.write_text("\n".join(write_tmx(given_entries, "vi", "en")), "utf-8", newline="")
        assert len(list(read_tmx(path, "vi", "en"))) <= len(given_entries)


@given(st.lists(st.builds(Entry, xml_text, xml_text), min_size=1, max_size=5))
def test_every_entry_is_found_by_its_source(given_entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder, "s"), given_entries)
        memory = Memory([Segment(Path(folder, "s"))])
        for entry in given_entries:
            found = memory.lookup(entry.source, limit=100)
            if any(c.isalnum() for c in entry.source):
                assert entry.target in {m.target for m in found if m.score == 100}
