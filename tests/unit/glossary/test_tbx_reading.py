"""TBX of other tools is read in all its forms, and nothing is left out unsaid."""

from datetime import date

import pytest

from l10n.errors import InputError
from l10n.glossary.exchange import Delivery, Entry, FileFormat, Wording, read
from l10n.glossary.exchange.xml import MAX_BYTES
from l10n.model import Status

HEADER = "<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>"
NS = 'xmlns="urn:iso:std:iso:30042:ed-2"'
TERM = '<langSec xml:lang="vi"><termSec><term>Bộ</term></termSec></langSec>'
PREFERRED, ADMITTED, DEPRECATED, FORBIDDEN = Status


def tbx(body: str, *, kind: str = "TBX-Basic", prolog: str = "", spaces: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}'
        f'<tbx type="{kind}" style="dca" xml:lang="vi" {NS} {spaces}>{HEADER}\n'
        f"<text><body>\n{body}\n</body></text></tbx>"
    ).encode()


def of(data: bytes) -> Delivery:
    return read(data, FileFormat.TBX_BASIC, file="x.tbx")


def one(data: bytes) -> Entry:
    (entry,) = of(data).entries
    return entry


DCA = tbx(
    """<conceptEntry id="c1">
    <descrip type="subjectField">báo chí</descrip>
    <descripGrp><descrip type="definition">A first
       definition.</descrip><admin type="source">Sách</admin></descripGrp>
    <note>Ghi chú</note>
    <note>l10n-guard: Bộ phận</note><note>l10n-ambiguous: BCT</note>
    <note>l10n-case: exact</note><note>l10n-target-case: title</note>
    <note>l10n-valid-from: 2020-01-02</note><note>l10n-valid-to: 2021-01-02</note>
    <note>l10n-verified: true</note><note>l10n-source: một người</note><note> </note>
    <note>l10n-other: kept</note><note>l10n-note: l10n-x</note>
    <adminGrp><admin type="source">Trang A</admin><note>của nguồn</note></adminGrp>
    <xref type="externalCrossReference" target="https://example.org/b">Trang B</xref>
    <xref type="externalCrossReference" target="https://example.org/c"/>
    <langSec xml:lang="VI">
      <note>về tiếng</note>
      <termSec><term>Bộ <hi>Chính</hi> trị</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        <termNote type="partOfSpeech">noun</termNote>
        <note>l10n-form: Bộ ấy</note><note>về từ</note></termSec>
      <termSec><term>BCT</term><termNoteGrp>
        <termNote type="termType">acronym</termNote></termNoteGrp></termSec>
      <termSec><term>Bộ CT</term><termNote type="termType">shortForm</termNote></termSec>
    </langSec>
    <langSec xml:lang="zh_Hant">
      <termSec><term>局</term>
        <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
      <termSec><term>会</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
        <note>l10n-status: forbidden</note><note>l10n-kind: plural</note></termSec>
      <termSec><term>部</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
        <note>l10n-status: forbidden</note></termSec>
      <termSec><term>部</term></termSec>
      <termSec><term>处</term><termNote type="termType">odd</termNote>
        <termNote type="administrativeStatus">odd</termNote></termSec>
    </langSec>
    </conceptEntry>"""
)


def test_everything_that_a_glossary_has_a_place_for() -> None:
    delivery = of(DCA)
    assert delivery.entries == (
        Entry(
            id="c1",
            line=4,
            domain="báo chí",
            wordings={
                "vi": (
                    Wording("Bộ Chính trị", PREFERRED, forms=("Bộ ấy",)),
                    Wording("BCT", kind="abbreviation"),
                    Wording("Bộ CT", kind="short"),
                ),
                "zh-Hant": (
                    Wording("局", DEPRECATED),
                    Wording("会", FORBIDDEN, "plural"),
                    Wording("部", ADMITTED),
                    Wording("处"),
                ),
            },
            guards=("Bộ phận",),
            ambiguous=("BCT",),
            case="exact",
            target_case="title",
            valid_from=date(2020, 1, 2),
            valid_to=date(2021, 1, 2),
            verified=True,
            source=(
                "một người",
                "Trang A",
                "Trang B <https://example.org/b>",
                "https://example.org/c",
            ),
            note="A first definition.; Ghi chú; l10n-other: kept; l10n-x; của nguồn; "
            "vi: về tiếng; Bộ Chính trị: về từ",
        ),
    )
    assert dict(delivery.left) == {
        "source of a definition": 1,
        "partOfSpeech": 1,
        "term that stands twice": 1,
        "termType": 1,
        "administrativeStatus": 1,
    }


def test_the_dct_style_says_the_same() -> None:
    data = tbx(
        '<conceptEntry id="c"><m:subjectField>x</m:subjectField><b:source>y</b:source>'
        '<b:crossReference target="c">z</b:crossReference>'
        '<langSec xml:lang="vi"><termSec><term>Bộ</term>'
        "<m:administrativeStatus>admittedTerm-admn-sts</m:administrativeStatus>"
        "<b:termType>abbreviation</b:termType></termSec></langSec></conceptEntry>",
        spaces='xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:b="http://www.tbxinfo.net/ns/basic"',
    )
    entry = one(data)
    assert (entry.domain, entry.source) == ("x", ("y",))
    assert entry.wordings == {"vi": (Wording("Bộ", ADMITTED, "abbreviation"),)}
    assert dict(of(data).left) == {"crossReference": 1}


def test_version_2() -> None:
    data = b"""<?xml version='1.0'?>
    <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
    <martif type="TBX" xml:lang="en"><martifHeader/><text><body>
    <termEntry id="a"><descripGrp><descrip type="subjectField">law</descrip></descripGrp>
      <langSet xml:lang="en"><ntig><termGrp><term>bill</term>
        <termNote type="normativeAuthorization">deprecatedTerm</termNote></termGrp></ntig>
        <tig><term>act</term><termNote type="termType">fullForm</termNote></tig></langSet>
      <langSet lang="vi"><tig id="t"><term>x</term></tig></langSet></termEntry>
    <termEntry><langSet xml:lang="en"><tig><term>law</term></tig></langSet></termEntry>
    </body><back><refObjectList><refObject/></refObjectList></back></text></martif>"""
    delivery = of(data)
    assert [(e.id, e.domain) for e in delivery.entries] == [("a", "law"), ("", "")]
    assert delivery.entries[0].wordings == {
        "en": (Wording("bill", DEPRECATED), Wording("act", kind="term")),
        "vi": (Wording("x"),),
    }
    assert dict(delivery.left) == {"refObject": 1}


def test_the_first_tbx_min() -> None:
    data = b"""<TBX dialect="TBX-Min"><header><id>x</id></header><body>
    <entry id="C1"><subjectField>law</subjectField><langGroup xml:lang="en"><termGroup>
    <term>bill</term><termStatus>notRecommended</termStatus><customer>x</customer>
    </termGroup></langGroup></entry></body></TBX>"""
    entry = one(data)
    assert (entry.id, entry.domain, entry.wordings["en"]) == (
        "C1",
        "law",
        (Wording("bill", DEPRECATED),),
    )
    assert of(data).left["customer"] == 1


@pytest.mark.parametrize(
    ("given", "id_"),
    [("_57-kl", "57-kl"), ("_abc", "abc"), ("khái.niệm", "khai-niem"), ("a-1", "a-1")],
)
def test_ids_that_ours_cannot_be_are_rewritten_and_counted(given: str, id_: str) -> None:
    delivery = of(tbx(f'<conceptEntry id="{given}">{TERM}</conceptEntry>'))
    assert delivery.entries[0].id == id_
    assert bool(delivery.left) is (given in {"_abc", "khái.niệm"})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_that_the_file_names(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><tbx type="TBX-Min" style="dca" xml:lang="fr" '
    text += f'{NS}><text><body><conceptEntry id="a"><langSec xml:lang="fr"><termSec><term>été'
    text += "</term></termSec></langSec></conceptEntry></body></text></tbx>"
    assert one(text.encode(encoding)).wordings["fr"][0].text == "été"


def test_lines_are_right_far_down() -> None:
    rows = [f'<conceptEntry id="c{i}">\n\n\n{TERM}</conceptEntry>' for i in range(18_000)]
    assert 0 <= of(tbx("\n".join(rows))).entries[-1].line - (4 + 4 * 17_999) <= 3


BOMB = (
    '<!DOCTYPE tbx [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n'
)
ENTRY = f'<conceptEntry id="a">{TERM}</conceptEntry>'


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (
            tbx(ENTRY, prolog='<!DOCTYPE tbx SYSTEM "http://127.0.0.1/x.dtd">\n'),
            2,
            "its DOCTYPE tbx names",
        ),
        (
            tbx(ENTRY, prolog='<!DOCTYPE tbx PUBLIC "-//x" "evil.dtd">\n'),
            2,
            "its DOCTYPE tbx names",
        ),
        (tbx(ENTRY, prolog=BOMB), 2, "its DOCTYPE tbx declares things of its own"),
        (
            tbx(ENTRY, prolog='<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'),
            2,
            "declares things of its own",
        ),
        (
            tbx(ENTRY, prolog='<!DOCTYPE tbx SYSTEM "TBX.dtd" [<!ENTITY % x SYSTEM "y">%x;]>\n'),
            2,
            "declares things of its own",
        ),
        (
            tbx(ENTRY.replace("Bộ", "&x;"), prolog='<!DOCTYPE tbx SYSTEM "TBX.dtd">\n'),
            5,
            "refers to an entity",
        ),
        (tbx("&x;" + ENTRY, prolog='<!DOCTYPE tbx SYSTEM "TBX.dtd">\n'), 4, "refers to an"),
        (tbx(ENTRY + "&x;", prolog='<!DOCTYPE tbx SYSTEM "TBX.dtd">\n'), None, "refers to an"),
        (
            tbx(
                ENTRY.replace("<langSec", "&x;<langSec"), prolog='<!DOCTYPE tbx SYSTEM "TBX.dtd">\n'
            ),
            5,
            "refers to an entity",
        ),
        (tbx(ENTRY.replace("Bộ", "&x;")), 4, "is no well-formed XML"),
        (tbx(ENTRY)[:-20], 5, "is no well-formed XML: Premature end of data"),
        (tbx("<conceptEntry>" * 400 + "</conceptEntry>" * 400), 4, "is no well-formed XML"),
        (b"", 1, "is no well-formed XML: no element found"),
        (b"Politburo", 1, "is no well-formed XML"),
        (b"\x00\x01\x02", 1, "is no well-formed XML"),
        (b"x" * (MAX_BYTES + 1), None, "is larger than 50 MB; split the file"),
        (tbx(ENTRY.replace("Bộ", "B\x07")), 4, "is no well-formed XML"),
        (tbx(ENTRY).replace("ộ".encode(), b"\xff"), 4, "is no well-formed XML"),
        (tbx(ENTRY).replace(b"UTF-8", b"x-unknown"), 1, "has an encoding that is not read"),
        (tbx(ENTRY).replace(b"UTF-8", b"big5"), 1, "has an encoding that is not read"),
        (b"<html><body/></html>", 1, "is no TBX file: its root is <html>; export it as TBX-Basic"),
        (b'<tbx type="TBX-Basic"/>', 1, "is no TBX file: its root is <tbx>"),
        (tbx(ENTRY, kind="TBX-House"), 2, "is of an unknown dialect: 'TBX-House'; export it as"),
        (tbx(ENTRY + "\n" + ENTRY), 5, "id 'a' is used twice; it stands in line 4 too"),
        (tbx(ENTRY.replace("Bộ", "x" * 5000)), 4, "a term has 5000 characters"),
        (tbx(ENTRY.replace("Bộ", " ")), 4, "a term is empty"),
        (tbx(ENTRY.replace("Bộ", "…")), 4, "a term has no letter or digit"),
        (tbx(ENTRY.replace("<term>Bộ</term>", "<note/>")), 4, "a term section has 0 terms"),
        (tbx(ENTRY.replace('"vi"', '"Tiếng Việt"', 1)), 4, "'Tiếng Việt' is no language"),
        (tbx(ENTRY.replace(' xml:lang="vi"', "")), 4, "a group of terms has no language"),
        (tbx('<conceptEntry id="a"/>'), 4, "a concept has no terms"),
        (
            tbx(ENTRY.replace("<langSec", "<note>l10n-valid-to: 2024-02-30</note><langSec")),
            4,
            "'2024-02-30' is not a date",
        ),
        (
            tbx(ENTRY.replace("<langSec", "<note>l10n-case: loud</note><langSec")),
            4,
            "unknown case 'loud'; known are any, initial, exact",
        ),
        (
            tbx(ENTRY.replace("</term>", "</term><note>l10n-status: bad</note>")),
            4,
            "unknown status 'bad'",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_is_refused_in_one_line(data: bytes, line: int | None, message: str) -> None:
    with pytest.raises(InputError) as caught:
        of(data)
    told = str(caught.value)
    assert message in told
    assert "\n" not in told
    assert caught.value.file == "x.tbx"
    assert line is None or caught.value.line == line
    assert caught.value.remedy
