"""`l10n glossary match` on texts of any length, and languages that the glossary lacks."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome

Call = Callable[..., Outcome]
CONCEPT = "- id: c1\n  vi: Sở Mẫu\n  en: Sample Office\n"


@pytest.fixture
def file(project: Path, tmp_path: Path) -> Path:
    for path in (project / "glossary").iterdir():
        path.unlink()
    (project / "glossary" / "c.yml").write_text(CONCEPT, encoding="utf-8")
    return tmp_path / "long.txt"


def test_a_file_is_matched_like_its_lines(file: Path, l10n: Call) -> None:
    line = "Hôm qua Sở Mẫu mở cửa cho người dân đến xem.\n"
    file.write_text("\ufeff" + line * 5_000, encoding="utf-8")
    outcome = l10n("glossary", "match", "--file", str(file), "--format", "json")
    found = [m["start"] for m in json.loads(outcome.out)["matches"]]
    assert found == [index * len(line) + 8 for index in range(5_000)]


def test_what_is_no_text_is_told_before_anything_is_written(file: Path, l10n: Call) -> None:
    file.write_bytes("Sở Mẫu họp.\n".encode() * 20_000 + b"\xff\n")
    outcome = l10n("glossary", "match", "--file", str(file), "--format", "json")
    assert (outcome.code, outcome.out) == (4, "")
    assert f"{file}:20001: not valid UTF-8; save it as UTF-8" in outcome.err


def test_a_letter_that_is_cut_off(file: Path, l10n: Call) -> None:
    file.write_bytes("\nSở".encode()[:-1])
    outcome = l10n("glossary", "match", "--file", str(file))
    assert outcome.code == 4
    assert f"{file}:2: not valid UTF-8" in outcome.err


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_what_cannot_be_read(file: Path, l10n: Call, name: str) -> None:
    outcome = l10n("glossary", "match", "--file", str(file.parent / name))
    assert (outcome.code, outcome.out) == (4, "")
    assert "cannot be read" in outcome.err


def test_a_pipe_is_read_as_it_comes(file: Path, l10n: Call) -> None:
    os.mkfifo(file)
    writer = threading.Thread(target=file.write_text, args=("Sở Mẫu họp.",))
    writer.start()
    assert l10n("glossary", "match", "--file", str(file)).out == "0-6 Sở Mẫu c1\n"
    writer.join()


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize(
    ("language", "remedy"), [("enn", "did you mean en?"), ("ja", "it has vi, en")]
)
def test_a_language_that_the_glossary_lacks(l10n: Call, language: str, remedy: str) -> None:
    for call in (
        ("match", "Sở Mẫu họp.", "--language", language),
        ("verify", "--source", "Sở Mẫu họp.", "--target", "x", "--to", language),
    ):
        outcome = l10n("glossary", *call)
        assert outcome.code == 2
        assert f"the glossary has no term in '{language}'; {remedy}" in outcome.err
