"""TBX that is written has the shape that ISO 30042:2019 and its dialects ask for."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from l10n.glossary import load
from l10n.glossary.exchange import FileFormat, read, write
from l10n.model import Concept, Status, Term

CORE = "{urn:iso:std:iso:30042:ed-2}"
MIN = "{http://www.tbxinfo.net/ns/min}"
BASIC = "{http://www.tbxinfo.net/ns/basic}"
SHIPPED = Path(__file__).parents[3] / "glossary"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")

# Where each data category may stand, by dialect, from the modules' descriptions.
IN_MIN = {
    "subjectField": {"conceptEntry"},
    "externalCrossReference": {"conceptEntry", "langSec", "termSec"},
    "administrativeStatus": {"termSec"},
}
IN_BASIC = {
    **IN_MIN,
    "source": {"conceptEntry", "langSec", "termSec"},
    "termType": {"termSec"},
}
VALUES = {
    "administrativeStatus": {
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    },
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}
OF = {
    "subjectField": ("descrip", MIN),
    "externalCrossReference": ("xref", MIN),
    "administrativeStatus": ("termNote", MIN),
    "source": ("admin", BASIC),
    "termType": ("termNote", BASIC),
}

PARTY = Concept(
    id="57-kl-tw",
    terms={
        "vi": (Term("Kết luận <57> & “kèm”"), Term("KL 57", Status.ADMITTED, "abbreviation")),
        "en": (
            Term("Conclusion"),
            Term("the Conclusion", Status.ADMITTED, "short"),
            Term("Conclusions", Status.ADMITTED, "plural", ("of Conclusions",)),
            Term("Outcome", Status.DEPRECATED),
            Term("Finale", Status.FORBIDDEN),
        ),
    },
    domain="document",
    source=("Báo <https://example.org/a?b=c&d>", "https://example.org/", "a person"),
    note="l10n-note: said so",
)


def document(concepts: list[Concept], form: FileFormat, style: str, **options: object) -> bytes:
    return "".join(write(concepts, form, style=style, **options)).encode()  # type: ignore[arg-type]


def check_category(element: etree._Element, dialect: dict[str, set[str]], style: str) -> None:
    parent = etree.QName(element.getparent()).localname
    name = element.get("type") if style == "dca" else etree.QName(element).localname
    meta, module = OF[name]
    assert element.tag == (f"{CORE}{meta}" if style == "dca" else f"{module}{name}")
    assert parent in dialect[name]
    assert name not in VALUES or element.text in VALUES[name]
    target = element.get("target")
    assert (target is not None) is (meta == "xref")
    assert target is None or re.match("https?://.+", target)


def check(data: bytes, form: FileFormat, style: str) -> list[etree._Element]:
    """Asserts the structure of a whole document; returns its entries."""
    root = etree.fromstring(data)
    dialect = IN_BASIC if form is FileFormat.TBX_BASIC else IN_MIN
    assert root.tag == f"{CORE}tbx"
    assert root.get("type") == ("TBX-Basic" if form is FileFormat.TBX_BASIC else "TBX-Min")
    assert (root.get("style"), root.get("{http://www.w3.org/XML/1998/namespace}lang")) == (
        style,
        "vi",
    )
    header, text = root
    assert [e.tag for e in header.iter()] == [
        f"{CORE}{name}" for name in ("tbxHeader", "fileDesc", "sourceDesc", "p")
    ]
    entries = list(text[0])
    ids = [entry.get("id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(NCNAME.fullmatch(id_) for id_ in ids)
    for entry in entries:
        names = [etree.QName(child).localname for child in entry]
        first = names.index("langSec")
        assert set(names[first:]) == {"langSec"}
        for child in entry[:first]:
            if child.tag != f"{CORE}note":
                check_category(child, dialect, style)
        for section in entry[first:]:
            assert section.attrib.keys() == ["{http://www.w3.org/XML/1998/namespace}lang"]
            assert {child.tag for child in section} == {f"{CORE}termSec"}
            for term in section:
                assert term[0].tag == f"{CORE}term"
                notes = [child.tag == f"{CORE}note" for child in term[1:]]
                assert notes == sorted(notes)  # term notes, then notes
                for child in term[1:]:
                    if child.tag != f"{CORE}note":
                        check_category(child, dialect, style)
    return entries


@pytest.mark.parametrize("style", ["dca", "dct"])
@pytest.mark.parametrize("form", [FileFormat.TBX_BASIC, FileFormat.TBX_MIN])
def test_the_shipped_glossary_is_sound_tbx(form: FileFormat, style: str) -> None:
    concepts = list(load([SHIPPED]).concepts.values())
    assert len(check(document(concepts, form, style), form, style)) == len(concepts)


@pytest.mark.parametrize("style", ["dca", "dct"])
@pytest.mark.parametrize("form", [FileFormat.TBX_BASIC, FileFormat.TBX_MIN])
def test_every_kind_of_field_is_sound_tbx(form: FileFormat, style: str) -> None:
    check(document([PARTY], form, style), form, style)


def test_what_stands_where_in_basic() -> None:
    data = document([PARTY], FileFormat.TBX_BASIC, "dct").decode()
    for line in (
        '<conceptEntry id="_57-kl-tw">',
        "<min:subjectField>document</min:subjectField>",
        "<basic:source>Báo &lt;https://example.org/a?b=c&amp;d&gt;</basic:source>",
        "<note>l10n-note: l10n-note: said so</note>",
        "<basic:termType>abbreviation</basic:termType>",
        "<basic:termType>shortForm</basic:termType>",
        "<note>l10n-kind: plural</note>",
        "<note>l10n-form: of Conclusions</note>",
        "<note>l10n-status: forbidden</note>",
    ):
        assert f"{line}\n" in data
    assert data.count("deprecatedTerm-admn-sts") == 2


def test_what_stands_where_in_min() -> None:
    data = document([PARTY], FileFormat.TBX_MIN, "dca").decode()
    for line in (
        '<xref type="externalCrossReference" target="https://example.org/a?b=c&amp;d">Báo</xref>',
        '<xref type="externalCrossReference" target="https://example.org/">https://example.org/</xref>',
        "<note>l10n-source: a person</note>",
        "<note>l10n-kind: abbreviation</note>",
        "<note>l10n-kind: short</note>",
    ):
        assert f"{line}\n" in data
    assert "basic" not in data.lower()


@pytest.mark.parametrize(
    "address", ["https://example.org/#a#b", "https://example.org/a b", "ftp://a"]
)
def test_what_is_no_address_is_a_note(address: str) -> None:
    data = document([replace(PARTY, source=(address,))], FileFormat.TBX_MIN, "dca").decode()
    assert f"<note>l10n-source: {address}</note>\n" in data


def test_only_some_languages() -> None:
    other = Concept(id="x", terms={"zh": (Term("一"),)})
    data = document([PARTY, other], FileFormat.TBX_MIN, "dca", languages=["en"], only=True)
    (entry,) = read(data, FileFormat.TBX_MIN, file="x").entries
    assert (entry.id, list(entry.wordings)) == ("57-kl-tw", ["en"])


def test_an_empty_glossary_has_no_body() -> None:
    data = document([], FileFormat.TBX_BASIC, "dca")
    assert len(etree.fromstring(data)[1]) == 0
    assert read(data, FileFormat.TBX_BASIC, file="x").entries == ()


def test_what_xml_cannot_hold_is_replaced() -> None:
    odd = Concept(id="x", terms={"vi": (Term("x"),)}, note="a\x07b")
    (entry,) = read(
        document([odd], FileFormat.TBX_MIN, "dca"), FileFormat.TBX_MIN, file="x"
    ).entries
    assert entry.note == "a�b"
