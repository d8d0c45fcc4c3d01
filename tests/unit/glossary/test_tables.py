"""Tables: our own go there and back, those of other tools are read as they are."""

import csv
import io
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from l10n.errors import InputError, UsageError
from l10n.glossary import load
from l10n.glossary.exchange import (
    Delivery,
    Entry,
    FileFormat,
    Outcome,
    Wording,
    entry_of,
    format_of,
    plan,
    read,
    write,
)
from l10n.model import Concept, Status, Term

SHIPPED = Path(__file__).parents[3] / "glossary"
PREFERRED, ADMITTED, DEPRECATED, FORBIDDEN = Status


def of(text: str | bytes, form: FileFormat = FileFormat.CSV, **options: object) -> Delivery:
    data = text if isinstance(text, bytes) else text.encode()
    given = {"languages": ["vi", "en"], "to": "en", **options}
    return read(data, form, file="x.csv", **given)  # type: ignore[arg-type]


def pairs(delivery: Delivery) -> list[tuple[str, ...]]:
    """All texts of each entry, by language."""
    return [
        tuple(word.text for words in entry.wordings.values() for word in words)
        for entry in delivery.entries
    ]


@pytest.mark.parametrize("form", list(FileFormat))
def test_the_shipped_glossary_goes_there_and_back(form: FileFormat) -> None:
    concepts = load([SHIPPED]).concepts
    text = "".join(write(list(concepts.values()), form, languages=["vi", "en"]))
    delivery = read(text.encode(), form, file="x")
    steps = plan(delivery, {}).steps
    assert {step.id: step.concept for step in steps} == concepts
    assert not delivery.left
    assert {step.outcome for step in plan(delivery, concepts).steps} == {Outcome.UNCHANGED}


PARTY = Concept(
    id="party-x",
    terms={
        "en": (
            Term("-ism"),
            Term("=cmd()", ADMITTED),
            Term("argument [of a function]", ADMITTED),
            Term("PAVN", DEPRECATED, "abbreviation"),
        ),
        "vi": (Term("Đảng", PREFERRED, forms=("a|b", "c [d")),),
    },
    domain="@home",
    guards=("x", "y"),
    source=("Báo, số 1", "Báo 2"),
    note='nói "rằng"',
)


def test_our_own_table() -> None:
    header, row = csv.reader(
        io.StringIO("".join(write([PARTY], FileFormat.CSV, languages=["vi", "en", "fr"])))
    )
    assert dict(zip(header, row, strict=True)) == {
        "id": "party-x",
        "domain": "'@home",
        "vi": "Đảng [forms: a\\|b | c \\[d]",
        "en": "'-ism\n=cmd()\nargument [of a function] [admitted]\nPAVN [deprecated, abbreviation]",
        "guards": "x\ny",
        "ambiguous": "",
        "case": "",
        "target_case": "",
        "valid_from": "",
        "valid_to": "",
        "verified": "false",
        "source": "Báo, số 1\nBáo 2",
        "note": 'nói "rằng"',
    }


def test_only_some_languages_make_columns() -> None:
    lines = list(write([PARTY], FileFormat.TSV, languages=["en", "fr"], only=True))
    assert lines[0].split("\t")[:4] == ["id", "domain", "en", "fr"]
    assert len(lines) == 2
    assert len(list(write([PARTY], FileFormat.TSV, languages=["fr"], only=True))) == 1


LISTS = {
    "comma": "Bộ,Ministry\nSở,Department\n",
    "semicolon": "Bộ;Ministry\r\nSở;Department\r\n",
    "tab": "Bộ\tMinistry\nSở\tDepartment\n",
    "bar": "Bộ|Ministry\nSở|Department\n",
    "semicolons with commas in the texts": "Bộ;Ministry\nSở;Department\nHà Nội, thủ đô;Hanoi\n",
    "mark": "\ufeffBộ,Ministry\nSở,Department\n",
    "empty lines and spaces": "\n Bộ , Ministry \n,\n\nSở,Department\n\n",
    "Excel's hint": "sep=;\nBộ;Ministry\nSở;Department\n",
    "old line ends": "Bộ,Ministry\rSở,Department\r",
    "quoted": '"Bộ","Ministry"\n"Sở","Department"\n',
    "header of Weblate": (
        '"location","source","target","id","fuzzy","context","translator_comments"\n'
        '"","Bộ","Ministry","","","",""\n"","Sở","Department","","","","x"\n'
    ),
    "languages as header": "vi,en\nBộ,Ministry\nSở,Department\n",
    "other order": "EN;VI;comment\nMinistry;Bộ;\nDepartment;Sở;x\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_lists_of_two_columns(text: str, encoding: str) -> None:
    data = text.removeprefix("\ufeff") if encoding == "utf-16" else text
    found = {
        frozenset((tag, words[0].text) for tag, words in entry.wordings.items())
        for entry in of(data.encode(encoding)).entries
    }
    expected = {
        frozenset({("vi", "Bộ"), ("en", "Ministry")}),
        frozenset({("vi", "Sở"), ("en", "Department")}),
    }
    assert found >= expected


def test_a_list_says_nothing_of_status_and_kind() -> None:
    (entry,) = of("Bộ,Ministry,ghi chú,thêm\n").entries
    assert entry == Entry(
        "", 1, {"vi": (Wording("Bộ"),), "en": (Wording("Ministry"),)}, note="ghi chú thêm"
    )


def test_rows_of_one_source_are_one_concept() -> None:
    (entry,) = of("Bộ,Ministry,a\nbộ,Department,b\nBộ,Ministry\n").entries
    assert [word.text for word in entry.wordings["en"]] == ["Ministry", "Department"]
    assert [word.text for word in entry.wordings["vi"]] == ["Bộ", "bộ"]
    assert (entry.line, entry.note) == (1, "a b")


def test_quotation_marks_that_are_no_quoting() -> None:
    text = '"Đổi mới" chính sách\t"Doi moi" policy\nBộ\tMinistry\n'
    assert pairs(of(text, FileFormat.TSV))[0] == ('"Đổi mới" chính sách', '"Doi moi" policy')


def test_line_breaks_in_a_cell_are_terms() -> None:
    delivery = of('vi,en\n"Bộ\nBộ ấy","Ministry\nMinistry\nPAVN [forbidden, plural]"\nSở,Dept\n')
    first, second = delivery.entries
    assert [word.text for word in first.wordings["vi"]] == ["Bộ", "Bộ ấy"]
    assert first.wordings["en"] == (Wording("Ministry"), Wording("PAVN", FORBIDDEN, "plural"))
    assert (first.line, second.line) == (2, 6)
    assert delivery.left == {"term that stands twice": 1}


def test_brackets_of_the_term_itself_stay() -> None:
    delivery = of("đối số [của hàm],argument [of a function]\n")
    assert pairs(delivery) == [("đối số [của hàm]", "argument [of a function]")]


def test_columns_without_a_place_are_counted() -> None:
    delivery = of("id,vi,en,owner\na,Bộ,Ministry,Lan\nb,Sở,Department,\n")
    assert delivery.left == {"column 'owner'": 1}
    assert delivery.entries[0].wordings["vi"] == (Wording("Bộ", PREFERRED, "term"),)


def test_all_fields_of_our_own_table() -> None:
    (entry,) = of(
        "id;domain;vi;guards;ambiguous;case;target case;valid_from;valid_to;verified;source;note\n"
        "a;x;Bộ;p;q;exact;title;2020-01-02;2021-01-02;Yes;s;n\n"
    ).entries
    assert entry == Entry(
        "a", 2, {"vi": (Wording("Bộ", PREFERRED, "term"),)}, "x", ("p",), ("q",), "exact", "title",
        entry.valid_from, entry.valid_to, verified=True, source=("s",), note="n",
    )  # fmt: skip
    assert [str(entry.valid_from), str(entry.valid_to)] == ["2020-01-02", "2021-01-02"]


def test_a_header_alone_is_an_empty_glossary() -> None:
    assert of("vi,en\n").entries == ()


@pytest.mark.parametrize("text", ["", "\n,,\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is empty; begin it with a row such as vi,en"):
        of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ministry,Bộ\n",
        "the office\tvăn phòng\nAdaGrad\tAdaGrad\nthe ministry\tbộ\n",
        "word,meaning\nabc,xyz\n",
        "source,target\nMinistry,Bộ\n",
    ],
)
def test_a_list_that_does_not_begin_with_vietnamese_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no Vietnamese in its first column; begin it with a row"):
        of(text)
    assert of(text, language="en", to="vi").entries


@pytest.mark.parametrize(
    "header",
    [
        "vi,en",
        "VI,EN",
        "Vietnamese,English",
        "Tiếng Việt,Tiếng Anh",
        "term,translation",
        "vi-VN,en_US",
    ],
)
def test_headers_name_languages_in_many_ways(header: str) -> None:
    (entry,) = of(f"{header}\nSở Mẫu,Sample Department\n").entries
    assert {tag: [w.text for w in words] for tag, words in entry.wordings.items()} == {
        "vi": ["Sở Mẫu"],
        "en": ["Sample Department"],
    }


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_header_of_two_languages_may_hold_other_columns(form: Literal["NFC", "NFD"]) -> None:
    header = unicodedata.normalize(form, "STT,Tiếng Việt,Tiếng Anh,Ghi chú")
    given = of(f"{header}\n1,Sở Mẫu,Sample Department,xem lại\n")
    (entry,) = given.entries
    assert {tag: [w.text for w in words] for tag, words in entry.wordings.items()} == {
        "vi": ["Sở Mẫu"],
        "en": ["Sample Department"],
    }
    assert (entry.note, dict(given.left)) == ("xem lại", {"column 'STT'": 1})


def test_a_region_that_makes_another_language_stays() -> None:
    (entry,) = of("vi-VN,zh-TW,en\nSở Mẫu,樣本廳,Sample Department\n", to="zh").entries
    assert set(entry.wordings) == {"vi", "zh-TW", "en"}


def test_a_language_that_nobody_speaks_is_nearly_another_one() -> None:
    with pytest.raises(InputError, match="unknown column 'enn'; did you mean 'en'"):
        of("id,vi,enn\na,Sở,Office\n")
    assert of("id,vi,fil\na,Sở,Opisina\n").entries


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("id,vi\na,Bộ\na,Sở\n", 3, "id 'a' is used twice; it stands in line 2 too"),
        ("id,vi\nkhái niệm,Bộ\n", 2, "'khái niệm' cannot be an id"),
        ("id,domian,vi\na,x,Bộ\n", 1, "unknown column 'domian'; did you mean 'domain'?"),
        ("id,vi,vi\na,x,Bộ\n", 1, "column 'vi' stands twice"),
        ("id,domain\na,x\n", 1, "has no terms"),
        ("id,vi,note\na,,x\n", 2, "a concept has no terms"),
        ("id,vi,valid_from\na,Bộ,1/7/2025\n", 2, "'1/7/2025' is not a date; write it as 2025-07"),
        ("id,vi,verified\na,Bộ,perhaps\n", 2, "unknown verified 'perhaps'"),
        ("id,vi,case\na,Bộ,loud\n", 2, "unknown case 'loud'"),
        ("Bộ,Ministry\nSở,Department [forbiden]\n", 2, "unknown mark 'forbiden'; did you mean"),
        ('Bộ,"x [preferred, forbidden]"\n', 1, "a term is marked 'preferred' and 'forbidden'"),
        (f"Bộ,{'x' * 5000}\n", 1, "a term has 5000 characters"),
        ("Bộ,…\n", 1, "a term has no letter or digit"),
        ("Bộ,Min\x07istry\n", 1, "a term has a control character"),
        ("Bộ,Min\nSở,\0\n", 2, "has a control character"),
        ("Bộ,Ministry\nSở,Department,x,y,z,\n", 2, "the row has 6 cells, the first one 2"),
        ('Bộ,"Ministry\nSở,Department\n', 1, "is no sound table: unexpected end of data"),
        (f'Bộ,"{"x" * 200_000}"\n', 1, "is no sound table: field larger than field limit"),
        (b"B\xe1\nS\xff,x\n", 1, "is not UTF-8; save the file as UTF-8"),
        (b"\xff\xfea\n\x00\xd8", None, "is not UTF-16"),
        (b"x" * 50_000_001, None, "is larger than 50 MB"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_is_refused_in_one_line(
    text: str | bytes, line: int | None, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        of(text)
    assert (caught.value.file, caught.value.line) == ("x.csv", line)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_list_needs_the_language_of_its_second_column() -> None:
    with pytest.raises(UsageError, match="say it with --to"):
        of("Bộ,Ministry\n", to=None)


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.tbx", b"", FileFormat.TBX_BASIC),
        ("a.CSV", b"a,b", FileFormat.CSV),
        ("a.utf8", b"a\tb", FileFormat.TSV),
        ("", b"\xef\xbb\xbf\n <tbx", FileFormat.TBX_BASIC),
    ],
)
def test_the_format_is_told_by_name_or_content(name: str, data: bytes, form: FileFormat) -> None:
    assert format_of(name, data) is form


def test_a_format_that_nothing_tells() -> None:
    with pytest.raises(UsageError, match="say it with --format: tbx-basic, tbx-min, csv, tsv"):
        format_of("terms.xlsx", b"PK")


def test_a_single_entry_of_fields() -> None:
    entry = entry_of({"vi": ["=Bộ", "Sở [forbidden]"], "id": ["a"], "note": ["-x"]})
    assert entry.wordings["vi"] == (
        Wording("=Bộ", PREFERRED, "term"),
        Wording("Sở", FORBIDDEN, "term"),
    )
    assert entry.note == "-x"
    with pytest.raises(InputError, match="a concept has no terms"):
        entry_of({"vi": []})
