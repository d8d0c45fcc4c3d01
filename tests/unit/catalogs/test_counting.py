"""States read quickly are those of the full reader, which has the last word on odd files."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import catalogs
from l10n.errors import InputError
from l10n.model import State

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'
UNIT = 'msgid "Hội nghị khai mạc."\nmsgstr "The conference opened."\n'


def states(folder: Path, text: str) -> list[State]:
    path = folder / "a.po"
    path.write_text(text, encoding="utf-8")
    found = [counted.state for counted in catalogs.states(path).values()]
    assert found == [unit.state for unit in catalogs.load(path).units]
    return found


@pytest.mark.parametrize("charset", ["UTF-8", "utf8", "us-ascii", "CHARSET"])
def test_charsets_that_are_read(tmp_path: Path, charset: str) -> None:
    assert states(tmp_path, HEADER.format(charset) + UNIT) == [State.TRANSLATED]


@pytest.mark.parametrize(
    "text", [HEADER.format("ISO-8859-1") + UNIT, HEADER.format("UTF-8") + UNIT + "\n" + UNIT]
)
def test_what_the_full_reader_refuses_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        catalogs.states(path)
    with pytest.raises(InputError) as also:
        catalogs.load(path)
    assert str(refused.value) == str(also.value)


@pytest.mark.parametrize("unit", ['msgctxt ""\n' + UNIT, HEADER.format("UTF-8") + UNIT])
def test_an_empty_context_and_a_second_header(tmp_path: Path, unit: str) -> None:
    assert states(tmp_path, HEADER.format("UTF-8") + unit) == [State.TRANSLATED]
