"""TMX files that people have, good and bad."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from l10n.errors import FileError, InputError
from l10n.memory import Entry, read_tmx, write_tmx

HEADER = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
    'srclang="vi" datatype="plaintext"/>'
)


def body(*units: str, version: str = "1.4", doctype: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{doctype}<tmx version="{version}">{HEADER}<body>'
        + "".join(f"<tu>{unit}</tu>" for unit in units)
        + "</body></tmx>"
    )


def unit(vi: str, en: str, *, attribute: str = "xml:lang", languages=("vi", "en")) -> str:
    return "".join(
        f'<tuv {attribute}="{language}"><seg>{text}</seg></tuv>'
        for language, text in zip(languages, (vi, en), strict=True)
    )


@pytest.fixture
def pairs_of(tmp_path: Path):
    def read(text: str | bytes, source: str = "vi", target: str = "en") -> list[tuple[str, str]]:
        path = tmp_path / "memory.tmx"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [(e.source, e.target) for e in read_tmx(path, source, target)]

    return read


@pytest.mark.parametrize("version", ["1.1", "1.2", "1.3", "1.4"])
@pytest.mark.parametrize("attribute", ["xml:lang", "lang"])
def test_versions_and_both_ways_of_naming_a_language(pairs_of, version, attribute) -> None:
    text = body(unit("Xin chào", "Hello", attribute=attribute), version=version)
    assert pairs_of(text) == [("Xin chào", "Hello")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_encodings(pairs_of, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    declared = "utf-16" if "16" in encoding else "utf-8"
    text = body(unit("Đại hội", "Congress")).replace(
        'version="1.0"?', f'version="1.0" encoding="{declared}"?'
    )
    assert pairs_of((mark + text).encode(encoding)) == [("Đại hội", "Congress")]


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        ('Số <bpt i="1">&lt;b&gt;</bpt>57<ept i="1">&lt;/b&gt;</ept>.', "Số 57."),
        ('Số <hi type="bold">57 <ph x="1">{1}</ph></hi>.', "Số 57 ."),
        ('Số<it pos="begin">&lt;i&gt;</it> 57<ut>x</ut>.', "Số 57."),
        ("Số <!-- n -->57<?pi x?>.", "Số 57."),
        ('Số <ph>&lt;a title="<sub>phụ</sub>"&gt;</ph>57.', "Số 57."),
        ("A &amp; B &lt; C", "A & B < C"),
        ("A&#13;B  C", "A\rB  C"),
        ("e\u0302", "ê"),
    ],
)
def test_level_2_markup_goes_and_the_text_stays(pairs_of, segment: str, expected: str) -> None:
    assert pairs_of(body(unit(segment, "x"))) == [(expected, "x")]


def test_languages_fit_by_their_base(pairs_of) -> None:
    text = body(
        unit("một", "one", languages=("vi-VN", "en_US")),
        unit("hai", "two", languages=("VI", "EN-gb")),
        unit("ba", "ba", languages=("vi", "fr")),
    )
    assert pairs_of(text) == [("một", "one"), ("hai", "two")]
    assert pairs_of(text, target="en-GB") == [("hai", "two")]
    assert pairs_of(text, target="en-AU") == []


def test_chinese_is_told_apart_by_how_it_is_written(pairs_of) -> None:
    tags = ("zh-CN", "zh-Hans", "zh_TW", "zh-HK")
    text = body(*(unit(tag, tag, languages=("vi", tag)) for tag in tags))
    assert [vi for vi, _ in pairs_of(text, target="zh-Hans")] == ["zh-CN", "zh-Hans"]
    assert [vi for vi, _ in pairs_of(text, target="zh-Hant")] == ["zh_TW", "zh-HK"]
    assert [vi for vi, _ in pairs_of(text, target="zh-TW")] == ["zh_TW"]
    assert len(pairs_of(text, target="zh")) == 4


def test_each_wording_of_a_target_counts_and_the_first_of_a_source(pairs_of) -> None:
    wordings = [("vi", ""), ("vi-VN", "một"), ("vi", "1"), ("en", " "), ("en-US", "one")]
    wordings += [("en-GB", "One"), ("en", "one")]
    text = body("".join(f'<tuv xml:lang="{tag}"><seg>{t}</seg></tuv>' for tag, t in wordings))
    assert pairs_of(text) == [("một", "one"), ("một", "One")]
    assert pairs_of(text, target="en-GB") == [("một", "One")]


def test_what_is_no_pair_is_passed_over(pairs_of) -> None:
    text = body(
        '<tuv xml:lang="vi"><seg>một</seg></tuv>', unit("", "x"), unit("x", " "),
        '<tuv xml:lang="vi"/><tuv xml:lang="en"><seg>x</seg></tuv>',
        '<note>n</note><prop type="p">q</prop><tuv><seg>no language</seg></tuv>' + unit("a", "b"),
    )  # fmt: skip
    assert pairs_of(text) == [("a", "b")]


def test_namespace_and_doctype_are_no_matter(pairs_of) -> None:
    text = body(unit("a", "b"), doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
    assert pairs_of(text) == [("a", "b")]
    spaced = text.replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" ')
    assert pairs_of(spaced) == [("a", "b")]


def test_no_entity_is_fetched_or_expanded(pairs_of, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    for declared in (f'<!ENTITY x SYSTEM "{secret}">', '<!ENTITY x "y">'):
        doctype = f"<!DOCTYPE tmx [{declared}]>"
        with pytest.raises(InputError, match=r"memory.tmx:1: it declares entities; take them out"):
            pairs_of(body(unit("a &x; b", "b"), doctype=doctype))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no well-formed XML"),
        ("no XML at all", "no well-formed XML"),
        ("<tmx><body><tu>", "no well-formed XML"),
        (body(unit("a", "b"))[:-3], "no well-formed XML"),
        ("<xliff version='1.2'><file/></xliff>", "no TMX: it begins with <xliff>; export it"),
        ("<a><tu/></a>", "no TMX: it begins with <a>"),
        (b"\xff\xfe<\x00", "no well-formed XML"),
        (b'<?xml version="1.0" encoding="utf-8"?><tmx>\xff</tmx>', "no well-formed XML"),
        (body(unit("x" * 100_001, "b")), "a text of more than 100,000 characters"),
        ("<tmx>" * 300, "no well-formed XML"),
    ],
)  # fmt: skip
def test_what_is_no_tmx_is_told_with_its_line(pairs_of, text, message: str) -> None:
    with pytest.raises(InputError) as caught:
        pairs_of(text)
    told = str(caught.value)
    assert message in told
    assert "memory.tmx:1: " in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            gzip.compress(body(unit("a", "b")).encode()),
            "packed with gzip; unpack it first: gzip -d",
        ),
        (b"PK\x03\x04...", "a zip archive; unpack it first: unzip"),
        (
            body(unit("ả", "b")).replace("?>", " encoding='utf-16'?>", 1),
            'memory.tmx:1: declares utf-16, and is not; write encoding="UTF-8" in its first line',
        ),
        (
            body(unit("a", "b")).replace("?>", " encoding='x-none'?>", 1),
            "Unsupported encoding: x-none; export it anew as TMX 1.4, in UTF-8",
        ),
    ],
)
def test_what_holds_or_says_something_else_is_told_as_what_it_is(pairs_of, text, message) -> None:
    with pytest.raises(InputError) as caught:
        pairs_of(text)
    assert message in str(caught.value)


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path, monkeypatch) -> None:
    with pytest.raises(FileError, match="cannot be read: No such file"):
        list(read_tmx(tmp_path / "none.tmx", "vi", "en"))
    with pytest.raises(FileError, match="cannot be read: Is a directory"):
        list(read_tmx(tmp_path, "vi", "en"))
    os.mkfifo(tmp_path / "pipe.tmx")
    with pytest.raises(InputError, match="a pipe; write it into a file first"):
        list(read_tmx(tmp_path / "pipe.tmx", "vi", "en"))
    (tmp_path / "a.tmx").write_text(body(unit("a", "b")))
    monkeypatch.setattr("l10n.memory.tmx.MAX_BYTES", 10)
    with pytest.raises(InputError, match="larger than 10 bytes"):
        list(read_tmx(tmp_path / "a.tmx", "vi", "en"))


def test_what_was_read_is_let_go(tmp_path: Path) -> None:
    """Reading 20,000 units must not keep 20,000 units."""
    import resource

    path = tmp_path / "large.tmx"
    entry = Entry("Hội nghị " * 40, "Conference " * 40)
    path.write_text("\n".join(write_tmx([entry] * 20_000, "vi", "en")), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _ in read_tmx(path, "vi", "en")) == 20_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # KiB
