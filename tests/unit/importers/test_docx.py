"""Word documents, built here with python-docx or by hand where they have to be hostile."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import Any

import docx as python_docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from l10n.errors import InputError
from l10n.importers import docx, package


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _link(paragraph: Any, text: str, address: str) -> None:
    rid = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), rid)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = text
    run.append(shown)
    link.append(run)
    paragraph._p.append(link)


def _full() -> bytes:
    document = python_docx.Document()
    document.add_paragraph("Tỉnh ủy Khánh An", style="Header")
    document.add_heading("Đẩy mạnh  thông tin đối ngoại", 0)
    document.add_paragraph("Nhiều kết quả nổi bật sau ba năm.", style="Subtitle")
    paragraph = document.add_paragraph("Theo ")
    paragraph.add_run("Kết luận số 57-KL/TW").bold = True
    paragraph.add_run(", ")
    paragraph.add_run("mọi cấp ủy").italic = True
    paragraph.add_run(" vào cuộc; xem ")
    _link(paragraph, "toàn văn", "https://example.org/kl57?a=1&b=2")
    paragraph.add_run(" và 5 * 3 = 15.")
    document.add_heading("Kết quả", 1)
    document.add_paragraph("Một", style="List Bullet")
    document.add_paragraph("Một chấm một", style="List Bullet 2")
    document.add_paragraph("Hai", style="List Bullet")
    document.add_paragraph("Bước đầu", style="List Number")
    document.add_paragraph("Bước sau", style="List Number")
    document.add_heading("Số liệu", 2)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Năm", "Tỷ đồng", "2024", "1.250,5"), strict=True):
        cell.text = text
    document.add_picture(io.BytesIO(_png()))
    document.add_paragraph("Quang cảnh hội nghị. Ảnh: Đình Hòa")
    document.add_picture(io.BytesIO(_png()))
    document.add_paragraph("Trao quà", style="Caption")
    document.add_picture(io.BytesIO(_png()))
    document.add_paragraph("Đoạn sau ảnh không có chú thích.")
    document.add_paragraph("“Phải đi trước một bước”.", style="Quote")
    return _saved(document)


def test_every_element() -> None:
    found = docx.from_docx(_full())
    assert found.title == "Đẩy mạnh thông tin đối ngoại"
    assert found.lead == "Nhiều kết quả nổi bật sau ba năm."
    assert found.language == "vi"
    stem = "images/day-manh-thong-tin-doi-ngoai"
    assert found.body == (
        "Tỉnh ủy Khánh An\n\n"
        "Theo **Kết luận số 57-KL/TW**, *mọi cấp ủy* vào cuộc; xem "
        "[toàn văn](https://example.org/kl57?a=1&b=2) và 5 \\* 3 = 15.\n\n"
        "## Kết quả\n\n"
        "- Một\n  - Một chấm một\n- Hai\n\n"
        "1. Bước đầu\n2. Bước sau\n\n"
        "### Số liệu\n\n"
        "| Năm | Tỷ đồng |\n| --- | --- |\n| 2024 | 1.250,5 |\n\n"
        f'![Quang cảnh hội nghị.]({stem}-1.png "Ảnh: Đình Hòa")\n\n'
        f"![Trao quà]({stem}-2.png)\n\n"
        f"![]({stem}-3.png)\n\n"
        "Đoạn sau ảnh không có chú thích.\n\n"
        "> “Phải đi trước một bước”.\n"
    )
    assert found.attachments == tuple((f"{stem}-{n}.png", _png()) for n in (1, 2, 3))


def test_the_title_is_the_first_heading_else_the_first_paragraph() -> None:
    document = python_docx.Document()
    document.add_paragraph("Số 12")
    document.add_heading("Đầu đề", 1)
    document.add_paragraph("Thân.")
    found = docx.from_docx(_saved(document), language="vi")
    assert (found.title, found.body) == ("Đầu đề", "Số 12\n\nThân.\n")
    document = python_docx.Document()
    document.add_paragraph("")
    document.add_paragraph("The first office is open to the public.")
    document.add_paragraph("Text.")
    found = docx.from_docx(_saved(document))
    assert (found.title, found.body) == ("The first office is open to the public.", "Text.\n")
    assert found.language == "en"


def test_caption_in_the_paragraph_of_the_photo() -> None:
    document = python_docx.Document()
    document.add_paragraph("Đầu đề")
    paragraph = document.add_paragraph()
    paragraph.add_run().add_picture(io.BytesIO(_png()))
    paragraph.add_run("Lễ ký kết (Ảnh: TTXVN)")
    assert (
        docx.from_docx(_saved(document)).body == '![Lễ ký kết](images/dau-de-1.png "Ảnh: TTXVN")\n'
    )


def test_two_photos_in_one_paragraph_stay_two_photos() -> None:
    document = python_docx.Document()
    document.add_paragraph("Đầu đề")
    run = document.add_paragraph().add_run()
    run.add_picture(io.BytesIO(_png()))
    run.add_picture(io.BytesIO(_png()))
    body = docx.from_docx(_saved(document)).body
    assert re.findall(r"\]\((.*?)\)", body) == ["images/dau-de-1.png", "images/dau-de-2.png"]


def _altered(data: bytes, parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name)


def _plain() -> bytes:
    document = python_docx.Document()
    document.add_paragraph("Đầu đề")
    document.add_paragraph("Thân.")
    return _saved(document)


def _refused(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        docx.from_docx(data, name="bai.docx")
    assert str(caught.value).startswith("bai.docx: ")
    assert "\n" not in str(caught.value)
    assert caught.value.remedy
    return caught.value


def test_entities_are_refused() -> None:
    xml = _part(_plain(), "word/document.xml")
    declared = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    head, mark, rest = xml.partition(b"?>")
    data = _altered(_plain(), {"word/document.xml": head + mark + declared + rest})
    assert "entities" in str(_refused(data))
    wide = (head + mark + declared + rest).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert "entities" in str(_refused(_altered(_plain(), {"word/document.xml": wide})))


def test_a_declaration_across_two_reads_is_seen() -> None:
    filler = b"<a>" + b" " * ((1 << 16) - 3 - 4)
    data = _altered(_plain(), {"word/other.xml": filler + b"<!DOCTYPE x>"})
    assert "entities" in str(_refused(data))


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _altered(_plain(), {"word/media/image1.png": b"\0" * 30_000_000})
    assert len(bomb) < 100_000
    assert "unpacks to far more" in str(_refused(bomb))
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000)
    assert "unpacks to far more" in str(_refused(_plain()))


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MAX_PARTS", 3)
    assert "unpacks to far more" in str(_refused(_plain()))


def test_an_image_outside_the_file_is_not_fetched() -> None:
    document = python_docx.Document()
    document.add_paragraph("Đầu đề")
    document.add_picture(io.BytesIO(_png()))
    data = _saved(document)
    name = "word/_rels/document.xml.rels"
    relations = re.sub(
        rb'Target="media/image1.png"',
        b'TargetMode="External" Target="file:///etc/hostname"',
        _part(data, name),
    )
    body = _part(data, "word/document.xml").replace(b"r:embed", b"r:link")
    altered = _altered(data, {name: relations, "word/document.xml": body})
    try:
        found = docx.from_docx(altered)
    except InputError:
        return
    assert found.attachments == ()


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"xl/workbook.xml": b""}, "an Excel file"),
        ({"ppt/presentation.xml": b""}, "a PowerPoint file"),
        ({"content.xml": b""}, "an OpenDocument file"),
        ({"META-INF/container.xml": b""}, "an EPUB file"),
        ({"a.txt": b""}, "a zip archive"),
    ],
)
def test_other_packages(parts: dict[str, bytes], what: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    assert what in str(_refused(stream.getvalue()))


def test_encrypted_parts() -> None:
    data = bytearray(_plain())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert "encrypted" in str(_refused(bytes(data)))


@pytest.mark.parametrize("cut", [10, 400, 5_000])
def test_cut_off(cut: int) -> None:
    assert "damaged" in str(_refused(_plain()[:cut]))


def test_a_part_that_is_no_xml() -> None:
    data = _altered(_plain(), {"word/document.xml": b"<w:document"})
    assert "damaged" in str(_refused(data))


def test_without_a_document_part() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("word/other.xml", "<a/>")
    assert "damaged" in str(_refused(stream.getvalue()))


def test_nested_without_end() -> None:
    xml = _part(_plain(), "word/document.xml").decode()
    deep = "<w:sdt><w:sdtContent>" * 3_000 + "</w:sdtContent></w:sdt>" * 3_000
    data = _altered(
        _plain(), {"word/document.xml": xml.replace("<w:body>", "<w:body>" + deep).encode()}
    )
    error = _refused(data)
    assert "nested too deeply" in str(error) or "unpacks" in str(error)


def test_no_text() -> None:
    assert "has no text" in str(_refused(_saved(python_docx.Document())))
