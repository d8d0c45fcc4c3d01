"""What is no article gets an error that says why."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from l10n.articles import Head, load, load_head
from l10n.errors import FileError, InputError


def test_the_text_is_exactly_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff---\r\ntitle: Uỷ ban\r\n---\r\nChữ\rhai\u2028".encode())
    document = load(path)
    assert document.text.encode() == path.read_bytes()
    assert document.name == str(path)
    assert [block.text for block in document.blocks] == ["Uỷ ban", "Chữ hai"]


@pytest.mark.parametrize(
    ("content", "words", "line"),
    [
        (b"a\nb\xffc", r"UTF-8 \(byte 2 of the line is 0xff\)", 2),
        (b"\xff\xfea\0", "UTF-16", 1),
        (b"\xfe\xff\0a", "UTF-16", 1),
        (b"a\n\0", "binary", 2),
        (b"", "empty", None),
        (b"\xef\xbb\xbf \n", "empty", None),
        (b"a" * 21, "larger than 20 bytes", None),
    ],
)
def test_what_is_no_text_is_refused(
    tmp_path: Path, content: bytes, words: str, line: int | None
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    with pytest.raises(InputError, match=words) as caught:
        load(path, limit=20)
    with pytest.raises(InputError, match=words):
        load_head(path, limit=20)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert caught.value.remedy


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, words in (
        (tmp_path / "none.md", "no such file"),
        (tmp_path, "directory"),
        (tmp_path / "pipe", "no regular file"),
        (tmp_path / "a\0b", "cannot be read|no such file"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ):
        with pytest.raises(FileError, match=words):
            load(path)


def test_the_head_is_that_of_the_whole_article(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for front, language, day in (
        ("language: vi\ndate: 2026-11-02\n", "vi", date(2026, 11, 2)),
        ("date: 2/9/2026\n", None, date(2026, 9, 2)),
        ("title: A\n", None, None),
    ):
        path.write_text(f"---\n{front}---\n\nChữ.\n", encoding="utf-8")
        document = load(path)
        assert load_head(path) == Head(document.language, document.date) == Head(language, day)


@pytest.mark.parametrize("read", [load, load_head])
def test_errors_of_the_front_matter_name_the_file(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.file == str(path)
