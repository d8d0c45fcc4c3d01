"""The words of TBX, in the forms that are met.

These are ISO 30042:2019 (version 3) in the DCA and the DCT style, ISO 30042:2008 (version 2,
`martif`), and the first TBX-Min (`TBX dialect=`).
"""

from __future__ import annotations

from lxml import etree

from l10n.errors import InputError
from l10n.glossary.exchange.xml import line_of
from l10n.model import Status

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
MIN = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

DIALECTS = ("TBX-Core", "TBX-Min", "TBX-Basic", "TBX-Linguist")
"""Public dialects; all but Core and Min hold the categories that Basic has."""

CONCEPTS = frozenset({"conceptEntry", "termEntry", "entry"})
LANGUAGES = frozenset({"langSec", "langSet", "langGroup"})
TERMS = frozenset({"termSec", "tig", "ntig", "termGroup"})
GROUPS = frozenset({"adminGrp", "descripGrp", "termGrp", "termNoteGrp", "transacGrp"})
_TYPED = frozenset(
    {"admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote",
     "xref"}
)  # fmt: skip

STATUS_NAMES = frozenset({"administrativeStatus", "normativeAuthorization", "termStatus"})
STATUSES = {
    "preferredTerm-admn-sts": Status.PREFERRED,
    "admittedTerm-admn-sts": Status.ADMITTED,
    "deprecatedTerm-admn-sts": Status.DEPRECATED,
    "supersededTerm-admn-sts": Status.DEPRECATED,
    # version 2: normativeAuthorization
    "standardizedTerm": Status.PREFERRED,
    "preferredTerm": Status.PREFERRED,
    "admittedTerm": Status.ADMITTED,
    "deprecatedTerm": Status.DEPRECATED,
    "supersededTerm": Status.DEPRECATED,
    # the first TBX-Min: termStatus
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "notRecommended": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
}
STATUS_OUT = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""What `forbidden` adds to `deprecated` stands in a note."""

KINDS = {
    "abbreviation": "abbreviation",
    "acronym": "abbreviation",
    "initialism": "abbreviation",
    "shortForm": "short",
    "fullForm": "term",
    "entryTerm": "term",
    "variant": "term",
    "phrase": "term",
}
KINDS_OUT = {"abbreviation": "abbreviation", "short": "shortForm"}


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def category(element: etree._Element) -> str:
    """The data category: the type of an element in the DCA style, its name in the DCT style."""
    name = local(element)
    return element.get("type") or name if name in _TYPED else name


def check_root(root: etree._Element, *, file: str) -> None:
    """Refuses a document that is no TBX, or a private dialect of it."""
    name = etree.QName(root)
    if name.localname == "martif" or (name.localname == "TBX" and root.get("dialect")):
        return
    if name.localname != "tbx" or name.namespace != NAMESPACE:
        remedy = "export it as TBX-Basic"
        what = f"is no TBX file: its root is <{name.localname[:40]}>"
        raise InputError(what, file=file, line=line_of(root), remedy=remedy)
    dialect = root.get("type") or ""
    if dialect not in DIALECTS:
        what = f"is of an unknown dialect: {dialect[:40]!r}"
        remedy = f"export it as one of {', '.join(DIALECTS)}"
        raise InputError(what, file=file, line=line_of(root), remedy=remedy)
