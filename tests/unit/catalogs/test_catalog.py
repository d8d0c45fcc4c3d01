import os
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.errors import FileError, InputError
from l10n.model import Risk, State, Unit, seal_of

HEADER = (
    "# Bản dịch của toà soạn\n#\n"
    'msgid ""\nmsgstr ""\n"X-Own: 1\\n"\n"Language: en\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)
SEAL = seal_of("Tỉnh ủy", "Provincial Party Committee")


def put(tmp_path: Path, body: str, header: str = HEADER) -> Path:
    path = tmp_path / "translations" / "en" / "bai.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((header + body).encode())
    return path


def entry(*comments: str, target: str = "Provincial Party Committee") -> str:
    return "".join(f"{c}\n" for c in comments) + f'msgid "Tỉnh ủy"\nmsgstr "{target}"\n'


@pytest.mark.parametrize(
    ("comments", "target", "state", "broken"),
    [
        ((), "", State.UNTRANSLATED, False),
        (("#, fuzzy",), "x", State.DRAFT, False),
        ((), "x", State.TRANSLATED, False),
        (("# l10n: state=translated",), "x", State.TRANSLATED, False),
        (("# l10n: state=nonsense",), "x", State.TRANSLATED, False),
        ((f"# l10n: state=approved seal={SEAL}",), None, State.APPROVED, False),
        ((f"# l10n: seal={SEAL} state=reviewed",), None, State.REVIEWED, False),
        ((f"# l10n: state=approved seal={SEAL}",), "x", State.TRANSLATED, True),
        (("# l10n: state=approved",), "x", State.TRANSLATED, True),
        ((f"# l10n: state=approved seal={SEAL}", "#, fuzzy"), None, State.DRAFT, False),
        ((f"# l10n: state=approved seal={SEAL}",), "", State.UNTRANSLATED, False),
    ],
)
def test_the_effective_state_is_computed(tmp_path, comments, target, state, broken) -> None:
    text = entry(*comments) if target is None else entry(*comments, target=target)
    unit = catalogs.load(put(tmp_path, text)).units[0]
    assert (unit.state, unit.seal_broken) == (state, broken)


def test_a_unit_tells_all_that_the_file_says(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "# l10n: translator=Lan%20Anh reviewer=minh approver=ha\n"
        "# l10n: origin=local risk=high reasons=term:party-bct,a%2Cb\n"
        "#. paragraph 2\n#. Tỉnh ủy: Provincial Party Committee\n"
        "#: articles/bai.md:12 articles/bai.md:40\n"
        '#, fuzzy\n#| msgid "Tỉnh uỷ"\nmsgctxt "title"\n' + entry(),
    )
    catalog = catalogs.load(path)
    unit = catalog.units[0]
    assert (catalog.article, catalog.language, catalog.path) == ("bai", "en", path)
    assert (unit.article, unit.language, unit.context) == ("bai", "en", "title")
    assert (unit.translator, unit.reviewer, unit.approver) == ("Lan Anh", "minh", "ha")
    assert (unit.origin, unit.risk, unit.reasons) == ("local", Risk.HIGH, ("term:party-bct", "a,b"))
    assert (unit.lines, len(unit.notes), unit.previous_source) == ((12, 40), 2, "Tỉnh uỷ")
    assert path.read_text("utf-8").splitlines()[unit.line - 1] == 'msgid "Tỉnh ủy"'
    assert catalog.get(unit.id) == unit
    assert catalog.get("000000000000") is None


def test_an_approval_is_written_with_its_seal_and_read_again(tmp_path: Path) -> None:
    catalog = catalogs.load(put(tmp_path, entry("#, fuzzy, python-format", '#| msgid "Cũ"')))
    unit = replace(
        catalog.units[0], state=State.APPROVED, translator="Lan Anh", reviewer="a=b", approver="ha"
    )
    catalog.replace(unit)
    assert catalog.changed
    catalogs.save(catalog)
    assert not catalog.changed
    text = catalog.path.read_text("utf-8")
    assert (
        f"# l10n: state=approved seal={SEAL} translator=Lan%20Anh reviewer=a%3Db approver=ha\n"
        "#, python-format\nmsgid "
    ) in text
    again = catalogs.load(catalog.path).units[0]
    assert again == catalog.units[0]
    assert (again.state, again.reviewer, again.previous_source) == (State.APPROVED, "a=b", None)


def test_a_draft_is_fuzzy_and_says_where_it_comes_from(tmp_path: Path) -> None:
    catalog = catalogs.load(put(tmp_path, entry(f"# l10n: state=approved seal={SEAL}")))
    unit = replace(
        catalog.units[0],
        target="Draft",
        state=State.DRAFT,
        origin="local",
        risk=Risk.LOW,
        reasons=("x y", "b"),
    )
    catalog.replace(unit)
    text = catalog.to_bytes().decode()
    assert "# l10n: origin=local risk=low reasons=x%20y,b\n#, fuzzy\nmsgid" in text
    assert "state=" not in text
    catalog.replace(replace(catalog.units[0], target="Draft 2", state=State.UNTRANSLATED))
    assert catalog.units[0].state is State.DRAFT
    catalog.replace(replace(catalog.units[0], target=""))
    assert catalog.units[0].state is State.UNTRANSLATED
    assert b"fuzzy" not in catalog.to_bytes()


def test_an_unknown_unit_cannot_be_replaced(tmp_path: Path) -> None:
    catalog = catalogs.load(put(tmp_path, entry()))
    with pytest.raises(KeyError):
        catalog.replace(replace(catalog.units[0], source="another"))


def test_a_broken_seal_stays_until_somebody_decides(tmp_path: Path) -> None:
    catalog = catalogs.load(put(tmp_path, entry("# l10n: state=approved seal=000000000000")))
    catalog.replace(replace(catalog.units[0], risk=Risk.LOW))
    assert catalog.units[0].seal_broken
    catalog.replace(replace(catalog.units[0], recorded=None, seal=""))
    assert not catalog.units[0].seal_broken
    assert "state=" not in catalog.to_bytes().decode()


def test_what_others_wrote_survives_an_edit(tmp_path: Path) -> None:
    body = entry(
        "#không có dấu cách",
        "## hai dấu",
        "# l10n: color=red state=draft",
        "# " + "một câu rất dài " * 10 + "hết",
        "# l10n: origin=x vote=2",
        "# l10n: extra=%zz",
        "#, c-format, no-wrap",
        target="",
    )
    tail = '\n\n\n#~| msgid "cũ"\n#~ msgid "hai"\n#~ msgstr "two"\n\n# cuối tệp\n'
    catalog = catalogs.load(put(tmp_path, body + tail))
    assert catalog.to_bytes() == catalog.path.read_bytes()
    catalog.replace(replace(catalog.units[0], target="Two", state=State.TRANSLATED, origin=""))
    text = catalog.to_bytes().decode()
    assert text.startswith(HEADER)
    assert "# l10n: color=red\n# l10n: vote=2\n# l10n: extra=%zz\n# một câu" in text
    assert text.startswith("#không có dấu cách\n## hai dấu\n# l10n", len(HEADER))
    assert "#, c-format, no-wrap\n" in text
    assert text.endswith('\n\n#~| msgid "cũ"\n#~ msgid "hai"\n#~ msgstr "two"\n\n# cuối tệp\n')
    assert catalog.obsolete[0].previous_source == "cũ"


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    path = put(tmp_path, "")
    path.write_bytes(b"\xef\xbb\xbf" + (HEADER + entry()).replace("\n", "\r\n").encode())
    catalog = catalogs.load(path)
    catalog.replace(replace(catalog.units[0], target="New", state=State.TRANSLATED))
    data = catalog.to_bytes()
    assert data.startswith(b"\xef\xbb\xbf# B")
    assert data.count(b"\n") == data.count(b"\r\n") > 5


def test_separators_of_unicode_divide_no_string(tmp_path: Path) -> None:
    path = put(tmp_path, 'msgid "a\u2028b\u0085c"\nmsgstr "d\u2028e"\n')
    unit = catalogs.load(path).units[0]
    assert (unit.source, unit.target) == ("a\u2028b\u0085c", "d\u2028e")


@pytest.mark.parametrize("declared", ["CHARSET", "ASCII", "us-ascii", "no-such-charset"])
def test_the_header_says_utf8_once_something_is_written(tmp_path: Path, declared: str) -> None:
    catalog = catalogs.load(put(tmp_path, entry(), HEADER.replace("UTF-8", declared)))
    assert not catalog.changed
    catalog.replace(catalog.units[0])
    assert b"charset=UTF-8" in catalog.to_bytes()


def test_a_file_without_a_header_gets_one_and_keeps_the_first_comment(tmp_path: Path) -> None:
    catalog = catalogs.load(put(tmp_path, entry(f"# l10n: state=approved seal={SEAL}"), ""))
    assert (catalog.language, catalog.units[0].state) == ("en", State.APPROVED)
    catalog.replace(catalog.units[0])
    again = catalog.to_bytes().decode()
    assert again.startswith('msgid ""\nmsgstr ""\n"Project-Id-Version: l10n\\n"\n')


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ('msgid "a"\nmsgstr "b\n', 10, "not closed"),
        ('msgid "a"\nmsgstr "b\\\\"\nmsgid "c\\"\n', 11, "not closed"),
        ('msgid "a"\nmsgstr "\\\\\\u00e9"\n', 10, r"\\u in a string means nothing"),
        ('msgid "a"\nmsgstr "b"c"\n', 10, "unescaped"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 10, "not a valid PO file"),
        ('msgid "a"\nmsgstr "x"\nnonsense\n', 11, "not a valid PO file"),
        ('msgid "a"\n', 9, "not a valid PO file"),
        ('msgid ""\n"a"\nmsgstr ""\n"b"\n"c"d"\n', 13, "unescaped"),
        ('msgid "a"\nmsgstr "b"\n\n#. "c"\n"d"\n', 13, "not a valid PO file"),
        ('<<<<<<< HEAD\nmsgid "a"\n=======\n>>>>>>> x\n', 9, "merge conflict"),
        (entry() + "\n" + entry(), 12, "line 9"),
        (entry() + '\n#~ msgid "Tỉnh ủy"\n#~ msgstr "x"\n', 12, "line 9"),
    ],
)
def test_what_is_no_po_file_is_told_with_its_line(tmp_path, body, line, said) -> None:
    path = put(tmp_path, body)
    with pytest.raises(InputError, match=said) as caught:
        catalogs.load(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert caught.value.remedy


def test_lines_that_only_old_programs_ended_so_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "")
    path.write_bytes((HEADER + entry()).replace("\n", "\r").encode())
    with pytest.raises(InputError, match="its lines end in CR alone"):
        catalogs.load(path)


def test_a_backslash_in_a_comment_or_written_twice_is_none_of_these(tmp_path: Path) -> None:
    body = '# C:\\q\n#. D:\\a\nmsgid "a\\\\q"\nmsgstr "\\t\\"\\\\\\a\\a\\\\a"\n'
    unit = catalogs.load(put(tmp_path, body)).units[0]
    assert (unit.source, unit.target) == ("a\\q", '\t"\\\a\a\\a')
    assert unit.notes == ("D:\\a",)


def test_every_control_character_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    catalog = catalogs.create(path, article="a", source_language="vi", language="en")
    sources = [f"Một{chr(code)}hai" for code in range(1, 32)]
    catalogs.refresh(catalog, [Unit(source) for source in sources])
    catalogs.save(catalog)
    assert [unit.source for unit in catalogs.load(path).units] == sources


def test_other_charsets_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "", HEADER.replace("UTF-8", "ISO-8859-1"))
    with pytest.raises(InputError, match="iso8859-1"):
        catalogs.load(path)
    path.write_bytes(b'\nmsgid "\xfc"\nmsgstr ""\n')
    with pytest.raises(InputError, match="not UTF-8") as caught:
        catalogs.load(path)
    assert caught.value.line == 2


def test_what_cannot_be_read_is_a_file_error(tmp_path: Path, monkeypatch) -> None:
    with pytest.raises(FileError, match="no such catalog"):
        catalogs.load(tmp_path / "none.po")
    with pytest.raises(FileError, match="directory"):
        catalogs.load(tmp_path)
    os.mkfifo(tmp_path / "pipe.po")
    with pytest.raises(FileError, match="is no regular file"):
        catalogs.load(tmp_path / "pipe.po")
    with pytest.raises(FileError, match="null"):
        catalogs.load(tmp_path / "a\0b.po")
    monkeypatch.setattr("l10n.catalogs.storage._LIMIT", 100)
    with pytest.raises(InputError, match="50 MB"):
        catalogs.load(put(tmp_path, entry()))


def test_a_new_catalog_has_a_stable_header(tmp_path: Path) -> None:
    path = tmp_path / "en" / "bai.po"
    catalog = catalogs.create(path, article="bai", source_language="vi", language="en")
    assert (catalog.units, catalog.changed, catalog.article) == ((), True, "bai")
    catalogs.save(catalog)
    text = path.read_text("utf-8")
    assert '"Language: en\\n"\n' in text
    assert '"X-Source-Language: vi\\n"\n' in text
    assert not catalogs.load(path).changed
