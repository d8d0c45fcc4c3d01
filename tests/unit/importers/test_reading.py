"""`read_source`: the kind of a source, and what bad sources get."""

from __future__ import annotations

import gzip
import io
import os
import sys
import types
import zipfile
from pathlib import Path

import pytest

from l10n import importers
from l10n.errors import FileError, InputError, L10nError, UsageError
from l10n.importers import decoding, fetch, reading
from l10n.model import ArticleContent

PASTED = """Cầu Sông Lam hợp long sớm hai tháng
12/3/2024, 07:45
Sáng 12/3, nhà thầu đã hợp long nhịp chính cầu Sông Lam, sớm hơn kế hoạch hai tháng.
Cầu dài 1,2 km, tổng mức đầu tư 1.450 tỷ đồng, dự kiến thông xe vào dịp 2/9.
P.V
"""
PAGE = b"<!doctype html><html><body><p>x</p></body></html>"


def _article(source: str, **more: object) -> ArticleContent:
    found = importers.read_source(source, **more)  # type: ignore[arg-type]
    assert isinstance(found, ArticleContent)
    return found


def _refused(source: object, **more: object) -> L10nError:
    with pytest.raises(L10nError) as caught:
        importers.read_source(str(source), **more)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, str]]:
    """Stands in for the importer of web pages; lists what it was given."""
    given: list[tuple[bytes, str]] = []

    def take(data: bytes, name: str, language: str | None) -> ArticleContent:
        given.append((data, name))
        return ArticleContent("Trang", "", language or "vi")

    monkeypatch.setattr(reading, "_from_html", take)
    return given


@pytest.mark.parametrize("name", ["bai.txt", "bai", "bai.log"])
def test_text_is_pasted_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PASTED, encoding="utf-8")
    found = _article(str(path))
    assert found.title == "Cầu Sông Lam hợp long sớm hai tháng"
    assert found.date == "2024-03-12T07:45:00+07:00"


def test_standard_input_and_byte_order_mark() -> None:
    found = _article("-", stdin=io.BytesIO(b"\xef\xbb\xbf" + PASTED.encode()))
    assert found.title == "Cầu Sông Lam hợp long sớm hai tháng"


def test_standard_input_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(PASTED.encode())))
    assert _article("-", language="vi").author == "P.V"


@pytest.mark.parametrize("name", ["trang.html", "trang.HTM", "trang.txt", "trang", "trang.html.gz"])
def test_pages(tmp_path: Path, name: str, pages: list[tuple[bytes, str]]) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(PAGE) if name.endswith("gz") else PAGE)
    _article(str(path))
    assert pages == [(PAGE, str(path))]


def test_a_comment_may_stand_before_the_page(pages: list[tuple[bytes, str]]) -> None:
    _article("-", stdin=io.BytesIO(b"\xef\xbb\xbf\n<!-- saved -->\n<HTML><p>x</p>"))
    assert len(pages) == 1


@pytest.mark.parametrize(
    "text", ["# Đầu đề\n\nThân bài.\n", "Mở đầu.\n\n![Ảnh](a.jpg)\n", "Một\n\n### Hai\n\nBa.\n"]
)
def test_markdown_is_told_by_its_marks(text: str) -> None:
    found = _article("-", stdin=io.BytesIO(text.encode()))
    assert "###" in found.body or "![" in found.body or found.title == "Đầu đề"


def test_an_article_with_front_matter_comes_back_byte_for_byte(tmp_path: Path) -> None:
    text = "\ufeff---\r\ntitle: 'Một'\r\n# chú\r\n---\r\n\r\nThân\tbài  \r\nkhông hết"
    path = tmp_path / "bai.md"
    path.write_bytes(text.encode())
    assert importers.read_source(str(path)) == text


def test_a_word_file_is_told_by_its_content(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Đầu đề")
    document.add_paragraph("Thân bài.")
    path = tmp_path / "bai.bin"
    document.save(str(path))
    assert _article(str(path)).title == "Đầu đề"
    assert _article("-", stdin=io.BytesIO(path.read_bytes())).body == "Thân bài.\n"


def test_language_is_passed_on(tmp_path: Path) -> None:
    assert _article("-", stdin=io.BytesIO(PASTED.encode()), language="fr").language == "fr"


def test_missing_and_folder(tmp_path: Path) -> None:
    missing = _refused(tmp_path / "không có.txt")
    assert type(missing) is FileError
    assert missing.exit_code == 4
    assert "no such file" in str(missing)
    assert "is a folder" in str(_refused(tmp_path))
    assert "cannot be read" in str(_refused("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "kín.txt"
    path.write_text(PASTED, encoding="utf-8")
    path.chmod(0)
    assert "cannot be read" in str(_refused(path))


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    error = _refused(path)
    assert error.exit_code == 4
    assert "larger than 20 MB" in str(error)


def test_huge_standard_input_is_read_no_further() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0
            self.asked += size
            return b"a" * size

    stream = Endless()
    assert "larger than 20 MB" in str(_refused("-", stdin=stream))
    assert stream.asked <= decoding.MAX_BYTES + 1


def test_a_gzip_bomb_is_unpacked_no_further(tmp_path: Path) -> None:
    path = tmp_path / "bom.html.gz"
    path.write_bytes(gzip.compress(b"<html>" + b" " * 60_000_000))
    assert "larger than 20 MB" in str(_refused(path))


def test_a_damaged_gzip_file(tmp_path: Path) -> None:
    path = tmp_path / "hỏng.html.gz"
    path.write_bytes(gzip.compress(PAGE)[:-12])
    assert "damaged gzip" in str(_refused(path))


@pytest.mark.parametrize("data", [b"", b"  \n\r\n\t", b"\xef\xbb\xbf \n"])
def test_empty(data: bytes) -> None:
    error = _refused("-", stdin=io.BytesIO(data))
    assert isinstance(error, InputError)
    assert str(error).startswith("standard input: is empty")


def test_broken_utf8_names_line_and_byte(tmp_path: Path) -> None:
    path = tmp_path / "cũ.txt"
    path.write_bytes("Dòng một\nDòng ".encode() + b"\xe1 hai\n")
    error = _refused(path)
    assert error.line == 2
    assert "byte 0xe1 at byte 7 of the line" in str(error)
    assert "save it as UTF-8" in str(error)
    assert "windows-1258" in str(error)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16(encoding: str) -> None:
    text = "A headline in English, and its text.\n" * 4
    error = _refused("-", stdin=io.BytesIO(text.encode(encoding)))
    assert "UTF-16" in str(error)
    assert "save it as UTF-8" in str(error)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old .doc"),
        (b"ab\x01c\0d\x7f\xfe" * 99, "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"a\x01\x02\x03\x04" * 200, "binary"),
    ],
)
def test_other_formats(data: bytes, word: str) -> None:
    error = _refused("-", stdin=io.BytesIO(data))
    assert error.exit_code == 4
    assert word in str(error)
    assert error.remedy


def test_a_docx_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "bai.docx"
    path.write_text("chỉ là chữ", encoding="utf-8")
    assert "is not a Word file" in str(_refused(path))


def test_other_zip_files(tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert "an Excel file" in str(_refused(path))


@pytest.mark.parametrize("source", ["ftp://example.org/a.html", "file:///etc/passwd"])
def test_other_schemes(source: str) -> None:
    error = _refused(source)
    assert isinstance(error, UsageError)
    assert "http or https" in str(error)


def _serve(monkeypatch: pytest.MonkeyPatch, data: bytes, content_type: str, url: str) -> list[bool]:
    """Stands in for the network; lists what was said of private addresses."""
    asked: list[bool] = []

    def answer(address: str, *, allow_private: bool) -> fetch.Page:
        asked.append(allow_private)
        return fetch.Page(data, url, content_type)

    monkeypatch.setattr(fetch, "fetch", answer)
    return asked


def test_an_address_of_a_page(
    monkeypatch: pytest.MonkeyPatch, pages: list[tuple[bytes, str]]
) -> None:
    asked = _serve(monkeypatch, b"<p>x</p>", "text/html; charset=utf-8", "https://example.org/b")
    importers.read_source("https://example.org/a", allow_private=True)
    assert pages == [(b"<p>x</p>", "https://example.org/b")]
    assert asked == [True]


@pytest.mark.parametrize(
    ("data", "url", "title"),
    [
        (PASTED.encode(), "https://example.org/bai.txt", "Cầu Sông Lam hợp long sớm hai tháng"),
        ("Một\n\nHai.\n".encode(), "HTTPS://example.org/bai.md?x=1", "Một"),
        (gzip.compress(b"# Ba\n"), "https://example.org/bai", "Ba"),
    ],
)
def test_an_address_of_something_else(
    monkeypatch: pytest.MonkeyPatch, data: bytes, url: str, title: str
) -> None:
    _serve(monkeypatch, data, "text/plain", url)
    assert _article(url).title == title


def test_a_whole_page(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in PASTED.splitlines()[2:4] * 2)
    page = f"<html lang=vi><head><title>Cầu</title></head><body><article><h1>Cầu</h1>{paragraphs}"
    path = tmp_path / "trang.html"
    path.write_text(page, encoding="utf-8")
    found = _article(str(path))
    assert found.title == "Cầu"
    assert "1.450 tỷ đồng" in found.lead + found.body
